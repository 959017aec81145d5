/**
 * Where a network takes its chance from, the same network without it, and how much its answers and
 * spikes vary from trial to trial. Start with {@link org.hillock.lab.axis.noise.NoiseSource}.
 */
@NullMarked
package org.hillock.lab.axis.noise;

import org.jspecify.annotations.NullMarked;
