/**
 * Cells with parts: dendrites, soma, hillock, axon, terminals, with channels and synapses at places
 * on the tree.
 *
 * <p>What a cell is stands in {@code org.hillock.core.cell}. Here it is cut into compartments
 * ({@code grid}), its mechanisms become kernels ({@code membrane}), and the cable equation is
 * solved along the tree ({@code cable}). This room may use {@code hillock-core}, {@code
 * hillock-spiking} and the JDK.
 */
@NullMarked
package org.hillock.cell;

import org.jspecify.annotations.NullMarked;
