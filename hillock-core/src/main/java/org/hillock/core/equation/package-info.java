/**
 * Neuron models as texts with units: what can be said in one, and what was read of it.
 *
 * <p>Start at {@link org.hillock.core.equation.NeuronEquations}. This package sees {@code quantity}
 * and {@code problem}.
 */
@NullMarked
package org.hillock.core.equation;

import org.jspecify.annotations.NullMarked;
