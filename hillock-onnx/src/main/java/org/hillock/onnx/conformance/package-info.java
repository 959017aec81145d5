/**
 * ONNX's own backend test data, run through the graph engine: untouched, with a tap on every value,
 * and with each value silenced once.
 *
 * <p>Start at {@link org.hillock.onnx.conformance.Conformance}.
 */
@NullMarked
package org.hillock.onnx.conformance;

import org.jspecify.annotations.NullMarked;
