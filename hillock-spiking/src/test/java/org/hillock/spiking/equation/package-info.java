@NullMarked
package org.hillock.spiking.equation;

import org.jspecify.annotations.NullMarked;
