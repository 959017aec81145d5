/** Every axis on networks whose answer is known by hand. */
@NullMarked
package org.hillock.lab.axis;

import org.jspecify.annotations.NullMarked;
