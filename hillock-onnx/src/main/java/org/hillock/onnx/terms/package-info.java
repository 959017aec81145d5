/**
 * What an element of a graph's value is made of: the elements that its node read, and what each of
 * them has of it.
 *
 * <p>Start at {@link org.hillock.onnx.terms.GraphTerms}. One node is one step. Nodes that are
 * weighted sums ({@code SumNodes}, {@code WindowNodes}, {@code LineNodes}) are computed again in
 * double precision, synapse by synapse; nodes that move elements are run on the elements' numbers
 * and so say themselves where each came from ({@code Movement}); of all others, what they make of
 * other inputs is found by running the node alone on ONNX Runtime ({@code Replay}).
 */
@NullMarked
package org.hillock.onnx.terms;

import org.jspecify.annotations.NullMarked;
