/**
 * Smaller copies of a network: {@link org.hillock.core.scaling.NetworkScaling} shrinks populations
 * and in-degrees and makes up for the input that is lost. May use the network's description and the
 * count of its synapses.
 */
@NullMarked
package org.hillock.core.scaling;

import org.jspecify.annotations.NullMarked;
