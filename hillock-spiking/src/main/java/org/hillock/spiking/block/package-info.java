/**
 * The fast spiking engine: neurons cut into blocks, each with its own cells for arrivals and its
 * own copy of the rows of synapses that end in it, worked on by one thread at a time.
 *
 * <p>Start at {@code BlockProgram}, which lays a network out ({@code BlockLayout} says where its
 * neurons are, {@code RowBuilder} fills in the synapses), then {@code BlockSession}, whose {@code
 * StepLoop} runs the blocks side by side.
 *
 * <h2>Windows and epochs</h2>
 *
 * A spike found in step n arrives in step n + 1 + D at the earliest, D the least delay in steps. So
 * D + 1 steps, a <i>window</i>, can be done without looking at other blocks: every block takes in
 * the spikes that all made in the last window and updates its neurons through the next one; then
 * all wait for each other ({@code Phases} says who works on which block). An <i>epoch</i> is as
 * many steps as a block has rows of cells. A spike's synapses are sorted by delay and cut into the
 * runs that arrive in one epoch; a run waits for its epoch, so that the cells stay in the cache
 * whatever the longest delay. Where few arrive, arrivals are noted by {@code Bins} of cells
 * instead, and neurons that nothing reaches cost nothing.
 *
 * <h2>The same bits</h2>
 *
 * Weights are whole numbers of a quantum (see {@link org.hillock.spiking.lowered.ArrivalGrid}), so
 * sums of arrivals are exact and their order means nothing: neither the number of blocks and
 * threads, nor where windows are cut for recording and interventions, can change a bit. In double
 * precision the bits are those of the plain engine.
 */
@NullMarked
package org.hillock.spiking.block;

import org.jspecify.annotations.NullMarked;
