/**
 * Networks of rate neurons as tensors: one forward pass is a chain of matrix products, and two
 * rules learn through it.
 *
 * <p>Start with {@link org.hillock.deep.TensorEngine} (what it runs) and {@link
 * org.hillock.deep.FeedForward} (the order in which), then {@link org.hillock.deep.Backpropagation}
 * and {@link org.hillock.deep.ForwardForward}. {@link org.hillock.deep.PlainForward} says the same
 * pass in plain Java and judges the tensors. {@link org.hillock.deep.PassLevels} takes modulators
 * from pass to pass.
 *
 * <p>May use: core, the levels of modulators ({@code org.hillock.spiking.modulation}), DJL with
 * PyTorch. Everything of DJL goes through {@code Torch}, which keeps it on one thread, so that the
 * same seed gives the same bits.
 */
@NullMarked
package org.hillock.deep;

import org.jspecify.annotations.NullMarked;
