/** Benchmarks of how spikes are delivered, run by {@code ./hillock jmh} and by no build. */
@NullMarked
package org.hillock.spiking.block;

import org.jspecify.annotations.NullMarked;
