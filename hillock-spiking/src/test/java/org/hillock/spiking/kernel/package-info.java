/** Benchmarks of the kernels, run by {@code ./hillock jmh} and by no build. */
@NullMarked
package org.hillock.spiking.kernel;

import org.jspecify.annotations.NullMarked;
