/**
 * From an ONNX graph to a {@link org.hillock.core.network.Network} that every engine opens.
 *
 * <p>Start at {@link org.hillock.onnx.read.OnnxNetwork}. Every value of the graph is followed as a
 * {@link org.hillock.onnx.read.Signal}: which neuron each of its elements is. So what only moves
 * elements (Reshape, Transpose, Concat, Slice, …) makes no neurons at all, and what adds, weighs or
 * bends makes a {@link org.hillock.onnx.read.DraftPopulation}. The batch is one input. What cannot
 * be said as populations and projections is listed with its place.
 */
@NullMarked
package org.hillock.onnx.read;

import org.jspecify.annotations.NullMarked;
