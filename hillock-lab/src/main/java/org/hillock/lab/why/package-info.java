/**
 * Why a neuron did what it did: the terms of its sum, ranked, and the same question to the neurons
 * that they came from, until inputs are reached. Start with {@link org.hillock.lab.why.Why}.
 *
 * <p>Everything is asked of neurons cut out of their network ({@link
 * org.hillock.core.session.IsolatedNeuron}), so it is the same for networks of all kinds.
 */
@NullMarked
package org.hillock.lab.why;

import org.jspecify.annotations.NullMarked;
