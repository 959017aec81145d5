/**
 * What can be said of an ONNX graph's values without running it: element type, extents, and the
 * numbers of small constants.
 *
 * <p>Start at {@link org.hillock.onnx.shape.ShapeInference}. Reading a graph into a network and
 * counting its neurons both stand on this. An extent that depends on what is fed stays a name or
 * unknown; a value that no rule knows is unknown, never an error.
 */
@NullMarked
package org.hillock.onnx.shape;

import org.jspecify.annotations.NullMarked;
