/** Asking a network: from images to answers, the same way for every engine. */
@NullMarked
package org.hillock.lab.decide;

import org.jspecify.annotations.NullMarked;
