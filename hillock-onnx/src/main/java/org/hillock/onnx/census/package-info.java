/**
 * Counting the neurons, synapses and parameters of an ONNX graph from its messages; nothing is run.
 *
 * <p>Start at {@link org.hillock.onnx.census.OnnxCensus}. {@code GraphCount} walks the nodes and
 * asks, by kind, {@code MatrixNodes}, {@code WindowNodes}, {@code SequenceNodes} and {@code
 * PlainNodes}; a node that none of them knows is uncounted, with its name.
 */
@NullMarked
package org.hillock.onnx.census;

import org.jspecify.annotations.NullMarked;
