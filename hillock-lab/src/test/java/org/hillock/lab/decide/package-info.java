/** Answers of hand-set networks, in one pass and in time. */
@NullMarked
package org.hillock.lab.decide;

import org.jspecify.annotations.NullMarked;
