/**
 * ONNX files as they lie on disk: read, checked, and their tensors found.
 *
 * <p>Start at {@link org.hillock.onnx.graph.OnnxFile}. Nothing here runs anything; what an operator
 * does is told elsewhere.
 */
@NullMarked
package org.hillock.onnx.graph;

import org.jspecify.annotations.NullMarked;
