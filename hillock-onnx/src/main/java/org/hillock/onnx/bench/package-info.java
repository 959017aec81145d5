/**
 * ONNX files on the bench: a {@link org.hillock.core.session.Session} whose sites are the values of
 * a graph.
 *
 * <p>Start at {@link org.hillock.onnx.bench.GraphSession}.
 */
@NullMarked
package org.hillock.onnx.bench;

import org.jspecify.annotations.NullMarked;
