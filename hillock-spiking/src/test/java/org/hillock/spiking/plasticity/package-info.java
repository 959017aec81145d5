@NullMarked
package org.hillock.spiking.plasticity;

import org.jspecify.annotations.NullMarked;
