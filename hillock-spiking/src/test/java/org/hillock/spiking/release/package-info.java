@NullMarked
package org.hillock.spiking.release;

import org.jspecify.annotations.NullMarked;
