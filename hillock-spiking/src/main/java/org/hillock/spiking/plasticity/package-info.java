/**
 * Synapses that change by what their two neurons do, on the fast engine.
 *
 * <p>A {@link org.hillock.core.network.Plasticity} is lowered to a {@code PlasticPlan}: programs
 * for what happens when a spike arrives, when the target fires and at regular times ({@link
 * org.hillock.spiking.equation.SynapseCompiler}). {@code PlasticRows} lays synapses out by source;
 * those of one delay that end in one part of the target are {@code PlasticSynapses} while they run,
 * and {@link org.hillock.spiking.plasticity.PlasticProjection} is all of these. An arriving spike
 * changes a row at a time, in vectors; a spike of the target a column, which is gathered first and
 * put back.
 *
 * <p>What plastic synapses and their traces keep is in single precision, whatever neurons are in;
 * the same in the plain engine, so that the two agree to the bit.
 */
@NullMarked
package org.hillock.spiking.plasticity;

import org.jspecify.annotations.NullMarked;
