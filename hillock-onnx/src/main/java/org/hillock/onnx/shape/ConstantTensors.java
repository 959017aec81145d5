package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.TensorProto;

/** What is known of a tensor that stands in the file. */
final class ConstantTensors {

  private ConstantTensors() {}

  /** Type, extents, and the numbers where they are few and can be read. */
  static ValueShape of(TensorProto tensor, Function<TensorProto, TensorData> reader) {
    List<Extent> extents = new ArrayList<>();
    tensor.getDimsList().forEach(d -> extents.add(Extent.of(d)));
    ValueShape shape = ValueShape.of(tensor.getDataType(), extents);
    boolean foldable =
        ElementType.numbered(tensor.getDataType()).filter(ElementType::isReal).isPresent();
    if (!foldable || shape.count().orElse(Long.MAX_VALUE) > Constant.MOST) {
      return shape;
    }
    TensorData data;
    try {
      data = reader.apply(tensor);
    } catch (UsageException unreadable) {
      // Whoever runs the file says what is wrong with it; its shape is known all the same.
      return shape;
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      items.add(
          data.type().isFloating() ? new Item.Real(data.number(i)) : Extent.of(data.whole(i)));
    }
    return ValueShape.of(tensor.getDataType(), new Constant(data.dims(), items));
  }

  /** The same for a tensor whose numbers stand in its own message. */
  static ValueShape of(TensorProto tensor) {
    return of(
        tensor,
        t -> {
          if (t.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            throw new UsageException("lies in another file");
          }
          return Tensors.of(t.getName(), t);
        });
  }

  /** What a Constant node gives. */
  static ValueShape ofNode(Attributes attributes) {
    if (attributes.tensor("value").isPresent()) {
      return of(attributes.tensor("value").get());
    }
    for (AttributeProto attribute : attributes.node().getAttributeList()) {
      switch (attribute.getName()) {
        case "value_int" -> {
          return ValueShape.of(
              ElementType.INT64.number(), Constant.scalar(Extent.of(attribute.getI())));
        }
        case "value_ints" -> {
          return ValueShape.of(
              ElementType.INT64.number(), Constant.wholes(attribute.getIntsList()));
        }
        case "value_float" -> {
          return ValueShape.of(
              ElementType.FLOAT.number(), Constant.scalar(new Item.Real(attribute.getF())));
        }
        case "value_floats" -> {
          List<Item> items = new ArrayList<>();
          attribute.getFloatsList().forEach(f -> items.add(new Item.Real(f)));
          return ValueShape.of(ElementType.FLOAT.number(), Constant.list(items));
        }
        case "value_string" -> {
          return ValueShape.of(ElementType.STRING.number(), List.of());
        }
        case "value_strings" -> {
          return ValueShape.of(
              ElementType.STRING.number(), List.of(Extent.of(attribute.getStringsCount())));
        }
        default -> {}
      }
    }
    return ValueShape.UNKNOWN;
  }
}
