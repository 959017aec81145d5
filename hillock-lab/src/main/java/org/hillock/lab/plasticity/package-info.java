/**
 * Rules of plastic synapses, followed event by event at one synapse: what a pair of spikes does to
 * the weight, what many pairs do, what a train of spikes brings.
 *
 * <p>States between events are solved exactly and expressions are told by the interpreter of the
 * core, so what comes out judges engines and shows a rule; it is no engine.
 */
@NullMarked
package org.hillock.lab.plasticity;

import org.jspecify.annotations.NullMarked;
