/** Placeholder of the room; see the packages below. */
@org.jspecify.annotations.NullMarked
package org.hillock.onnx;
