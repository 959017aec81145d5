/** Tests of the elementary functions against references in more bits, and of twin against twin. */
@NullMarked
package org.hillock.spiking.function;

import org.jspecify.annotations.NullMarked;
