package org.hillock.onnx.shape;

/** One number of a {@link Constant}: a whole one, which may be an {@link Extent}, or a real one. */
public sealed interface Item permits Extent, Item.Real {

  /** A floating-point number that is known. */
  record Real(double value) implements Item {}
}
