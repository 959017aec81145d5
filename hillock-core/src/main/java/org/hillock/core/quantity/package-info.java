/** Numbers with units, checked by dimension once, at the door. */
@NullMarked
package org.hillock.core.quantity;

import org.jspecify.annotations.NullMarked;
