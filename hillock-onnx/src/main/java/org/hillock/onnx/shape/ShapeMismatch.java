package org.hillock.onnx.shape;

/** Shapes of a graph contradict each other; what comes of them is unknown, and it is listed. */
final class ShapeMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ShapeMismatch(String message) {
    super(message);
  }
}
