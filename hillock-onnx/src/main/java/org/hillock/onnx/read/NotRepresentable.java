package org.hillock.onnx.read;

/** A node cannot be said as populations and projections; it is listed and the others go on. */
final class NotRepresentable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotRepresentable(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
