package org.hillock.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import org.hillock.onnx.proto.TensorShapeProto;

/** Shapes as a file declares them: extents may be open, with a name or without. */
public final class DeclaredShape {

  private DeclaredShape() {}

  /** As people write it, such as {@code batch×1×28×28}; {@code ?} where an extent has no name. */
  public static String text(List<TensorShapeProto.Dimension> shape) {
    if (shape.isEmpty()) {
      return "scalar";
    }
    List<String> parts = new ArrayList<>();
    for (TensorShapeProto.Dimension dimension : shape) {
      parts.add(
          dimension.hasDimValue()
              ? String.valueOf(dimension.getDimValue())
              : dimension.getDimParam().isEmpty() ? "?" : dimension.getDimParam());
    }
    return String.join("×", parts);
  }
}
