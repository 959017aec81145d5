/** Tests of the plain spiking engine against closed forms and independent computations. */
@NullMarked
package org.hillock.spiking;

import org.jspecify.annotations.NullMarked;
