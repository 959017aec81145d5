/**
 * The graph engine: ONNX graphs on ONNX Runtime, with taps behind and gates in any of their values.
 *
 * <p>{@link org.hillock.onnx.runtime.Instruments} rewrites a copy of the graph, {@link
 * org.hillock.onnx.runtime.Executable} runs it, {@link org.hillock.onnx.runtime.NodeByNode} is the
 * plain twin that judges both: it walks the nodes of the file as it is, one at a time.
 */
@NullMarked
package org.hillock.onnx.runtime;

import org.jspecify.annotations.NullMarked;
