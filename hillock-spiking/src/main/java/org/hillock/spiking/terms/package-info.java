/**
 * Neurons of networks in time cut out with all that reached them.
 *
 * <p>A {@link org.hillock.spiking.terms.Ledger} keeps of one neuron what the plain engine adds up
 * for it, as it adds it up: along each projection a {@link org.hillock.spiking.terms.Lane} (spikes
 * and vesicles one by one, values and potentials that stand, as they change), what stands around it
 * ({@link org.hillock.spiking.terms.Surroundings}: levels of modulators, interventions), its own
 * spikes, and its state at the beginning ({@link org.hillock.spiking.terms.Membrane}). A {@link
 * org.hillock.spiking.terms.CutNeuron} walks the neuron through these steps again. It fires then
 * where it fired in the network, so that leaving a term out asks what that term brought and not
 * what all would have become without it; {@code respond} lets it fire by itself.
 *
 * <h2>What terms are</h2>
 *
 * <ul>
 *   <li>a spike (or the vesicles it released) at each synapse: a term of its own, with the weight
 *       that the synapse had then;
 *   <li>values of rate neurons and currents of electrical synapses, which are there all the time:
 *       one term for each synapse, whose {@code carried} is the value heard last;
 *   <li>bias; stimuli, one for each stretch of time in which one stands; a potential that is held;
 *       all that the neuron draws; each modulator, against its level at the start;
 *   <li>{@code HISTORY}, where it was kept from later than 0 ms: what the state of that moment, as
 *       far as it differs from the state that a neuron starts with, has left;
 *   <li>{@code REST}: where the neuron would be with none of these, by its leak, its start, and its
 *       own spikes.
 * </ul>
 *
 * <p>Contributions are exact where all that the explained variable hangs on goes in straight lines
 * between spikes ({@code Linearity} tells that by the operations of the step): one walk backwards
 * gives what 1 at each port in each step has become, however many terms there are. Contributions of
 * arrivals are those at the starting levels of modulators; what levels make of them is the
 * modulator's term.
 */
@NullMarked
package org.hillock.spiking.terms;

import org.jspecify.annotations.NullMarked;
