package org.hillock.onnx.shape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TensorProto.DataType;

/** What is known of a tensor that stands in the file. */
final class ConstantTensors {

  private ConstantTensors() {}

  /** Type, extents, and the numbers where they are few and stand in the file itself. */
  static ValueShape of(TensorProto tensor) {
    List<Long> dims = tensor.getDimsList();
    List<Extent> extents = new ArrayList<>();
    dims.forEach(d -> extents.add(Extent.of(d)));
    ValueShape shape = ValueShape.of(tensor.getDataType(), extents);
    long count = shape.count().orElse(Long.MAX_VALUE);
    boolean elsewhere = tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    if (elsewhere || count > Constant.MOST) {
      return shape;
    }
    List<Item> items = items(tensor, (int) count);
    return items.size() == count
        ? ValueShape.of(tensor.getDataType(), new Constant(dims, items))
        : shape;
  }

  /** The numbers; none where their type is not folded or fewer stand there than are stated. */
  private static List<Item> items(TensorProto tensor, int count) {
    List<Item> items = new ArrayList<>();
    int type = tensor.getDataType();
    boolean raw = tensor.hasRawData();
    ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      Optional<Item> item = raw ? raw(type, bytes, i) : listed(tensor, type, i);
      if (item.isEmpty()) {
        return List.of();
      }
      items.add(item.get());
    }
    return items;
  }

  private static Optional<Item> raw(int type, ByteBuffer bytes, int i) {
    int width = width(type);
    if (width == 0 || (long) width * (i + 1) > bytes.capacity()) {
      return Optional.empty();
    }
    int at = width * i;
    return Optional.of(
        switch (type) {
          case DataType.FLOAT_VALUE -> new Item.Real(bytes.getFloat(at));
          case DataType.DOUBLE_VALUE -> new Item.Real(bytes.getDouble(at));
          case DataType.FLOAT16_VALUE -> new Item.Real(Float.float16ToFloat(bytes.getShort(at)));
          case DataType.INT64_VALUE -> Extent.of(bytes.getLong(at));
          case DataType.INT32_VALUE -> Extent.of(bytes.getInt(at));
          case DataType.INT16_VALUE -> Extent.of(bytes.getShort(at));
          case DataType.INT8_VALUE -> Extent.of(bytes.get(at));
          default -> Extent.of(bytes.get(at) & 0xff);
        });
  }

  private static int width(int type) {
    return switch (type) {
      case DataType.DOUBLE_VALUE, DataType.INT64_VALUE -> 8;
      case DataType.FLOAT_VALUE, DataType.INT32_VALUE -> 4;
      case DataType.FLOAT16_VALUE, DataType.INT16_VALUE -> 2;
      case DataType.INT8_VALUE, DataType.UINT8_VALUE, DataType.BOOL_VALUE -> 1;
      default -> 0;
    };
  }

  private static Optional<Item> listed(TensorProto tensor, int type, int i) {
    return switch (type) {
      case DataType.FLOAT_VALUE ->
          i < tensor.getFloatDataCount()
              ? Optional.of(new Item.Real(tensor.getFloatData(i)))
              : Optional.empty();
      case DataType.DOUBLE_VALUE ->
          i < tensor.getDoubleDataCount()
              ? Optional.of(new Item.Real(tensor.getDoubleData(i)))
              : Optional.empty();
      case DataType.INT64_VALUE ->
          i < tensor.getInt64DataCount()
              ? Optional.of(Extent.of(tensor.getInt64Data(i)))
              : Optional.empty();
      case DataType.FLOAT16_VALUE ->
          i < tensor.getInt32DataCount()
              ? Optional.of(new Item.Real(Float.float16ToFloat((short) tensor.getInt32Data(i))))
              : Optional.empty();
      case DataType.INT32_VALUE,
          DataType.INT16_VALUE,
          DataType.INT8_VALUE,
          DataType.UINT8_VALUE,
          DataType.BOOL_VALUE ->
          i < tensor.getInt32DataCount()
              ? Optional.of(Extent.of(tensor.getInt32Data(i)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What a Constant node gives. */
  static ValueShape ofNode(Attributes attributes) {
    if (attributes.tensor("value").isPresent()) {
      return of(attributes.tensor("value").get());
    }
    for (AttributeProto attribute : attributes.node().getAttributeList()) {
      switch (attribute.getName()) {
        case "value_int" -> {
          return ValueShape.of(DataType.INT64_VALUE, Constant.scalar(Extent.of(attribute.getI())));
        }
        case "value_ints" -> {
          return ValueShape.of(DataType.INT64_VALUE, Constant.wholes(attribute.getIntsList()));
        }
        case "value_float" -> {
          return ValueShape.of(
              DataType.FLOAT_VALUE, Constant.scalar(new Item.Real(attribute.getF())));
        }
        case "value_floats" -> {
          List<Item> items = new ArrayList<>();
          attribute.getFloatsList().forEach(f -> items.add(new Item.Real(f)));
          return ValueShape.of(DataType.FLOAT_VALUE, Constant.list(items));
        }
        case "value_string" -> {
          return ValueShape.of(DataType.STRING_VALUE, List.of());
        }
        case "value_strings" -> {
          return ValueShape.of(
              DataType.STRING_VALUE, List.of(Extent.of(attribute.getStringsCount())));
        }
        default -> {}
      }
    }
    return ValueShape.UNKNOWN;
  }
}
