package org.hillock.onnx.graph;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntConsumer;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.proto.TensorProto;

/** The tensors of a file as {@link TensorData}, and back. */
public final class Tensors {

  private Tensors() {}

  /**
   * The elements of a tensor that lie within its message.
   *
   * @param place where it stands, for the message of a problem
   * @throws UsageException where its type is unknown or its data do not fit its shape
   */
  public static TensorData of(String place, TensorProto tensor) {
    ElementType type = type(place, tensor);
    List<Long> dims = tensor.getDimsList();
    int count = count(place, type, dims);
    if (type == ElementType.STRING) {
      List<String> texts =
          tensor.getStringDataList().stream().map(ByteString::toStringUtf8).toList();
      requireCount(place, type, dims, count, texts.size());
      return TensorData.of(dims, texts);
    }
    if (tensor.hasRawData()) {
      ByteString raw = tensor.getRawData();
      long expected = type.fileBytes(count);
      if (raw.size() != expected) {
        throw new UsageException(
            place,
            "a tensor of "
                + TensorData.shape(dims)
                + " "
                + type
                + " takes "
                + expected
                + " bytes, but there are "
                + raw.size());
      }
      return TensorData.of(type, dims, unpacked(type, count, raw.asReadOnlyByteBuffer()));
    }
    return TensorData.of(type, dims, listed(place, tensor, type, count));
  }

  /**
   * The element type of a tensor.
   *
   * @throws UsageException where its number is unknown
   */
  public static ElementType type(String place, TensorProto tensor) {
    return ElementType.numbered(tensor.getDataType())
        .orElseThrow(() ->
            new UsageException(place, "element type " + tensor.getDataType() + " is unknown"));
  }

  private static int count(String place, ElementType type, List<Long> dims) {
    long count;
    try {
      count = TensorData.elements(dims);
    } catch (UsageException e) {
      throw new UsageException(place, String.valueOf(e.getMessage()));
    }
    if (count > Integer.MAX_VALUE / Math.max(1, type.bytes())) {
      throw new UsageException(
          place, TensorData.shape(dims) + " " + type + " is too large to be read as one array");
    }
    return (int) count;
  }

  /** Elements of fewer than 8 bits are spread to one a byte; others stay where they are. */
  static ByteBuffer unpacked(ElementType type, int count, ByteBuffer raw) {
    if (type.bits() >= Byte.SIZE) {
      return raw.slice();
    }
    int each = Byte.SIZE / type.bits();
    int mask = (1 << type.bits()) - 1;
    ByteBuffer spread = ByteBuffer.allocate(count);
    for (int i = 0; i < count; i++) {
      spread.put(i, (byte) (raw.get(raw.position() + i / each) >> i % each * type.bits() & mask));
    }
    return spread;
  }

  /** Elements that stand one by one in the fields of their type. */
  private static ByteBuffer listed(String place, TensorProto tensor, ElementType type, int count) {
    int held = held(tensor, type);
    int expected =
        switch (type) {
          case COMPLEX64, COMPLEX128 -> 2 * count;
          case UINT4, INT4, FLOAT4E2M1, UINT2, INT2 -> (int) type.fileBytes(count);
          default -> count;
        };
    requireCount(place, type, tensor.getDimsList(), expected, held);
    ByteBuffer out =
        ByteBuffer.allocate(Math.multiplyExact(count, type.bytes())).order(ByteOrder.LITTLE_ENDIAN);
    IntConsumer put =
        switch (type) {
          case FLOAT, COMPLEX64 -> i -> out.putFloat(i * 4, tensor.getFloatData(i));
          case DOUBLE, COMPLEX128 -> i -> out.putDouble(i * 8, tensor.getDoubleData(i));
          case INT64 -> i -> out.putLong(i * 8, tensor.getInt64Data(i));
          case UINT64 -> i -> out.putLong(i * 8, tensor.getUint64Data(i));
          case UINT32 -> i -> out.putInt(i * 4, (int) tensor.getUint64Data(i));
          case INT32 -> i -> out.putInt(i * 4, tensor.getInt32Data(i));
          case INT16, UINT16, FLOAT16, BFLOAT16 ->
              i -> out.putShort(i * 2, (short) tensor.getInt32Data(i));
          default -> i -> out.put(i, (byte) tensor.getInt32Data(i));
        };
    if (type.bits() >= Byte.SIZE) {
      for (int i = 0; i < expected; i++) {
        put.accept(i);
      }
      return out;
    }
    ByteBuffer packed = ByteBuffer.allocate(expected);
    for (int i = 0; i < expected; i++) {
      packed.put(i, (byte) tensor.getInt32Data(i));
    }
    return unpacked(type, count, packed);
  }

  private static int held(TensorProto tensor, ElementType type) {
    return switch (type) {
      case FLOAT, COMPLEX64 -> tensor.getFloatDataCount();
      case DOUBLE, COMPLEX128 -> tensor.getDoubleDataCount();
      case INT64 -> tensor.getInt64DataCount();
      case UINT64, UINT32 -> tensor.getUint64DataCount();
      default -> tensor.getInt32DataCount();
    };
  }

  private static void requireCount(
      String place, ElementType type, List<Long> dims, int expected, int held) {
    if (held != expected) {
      throw new UsageException(
          place,
          "a tensor of "
              + TensorData.shape(dims)
              + " "
              + type
              + " needs "
              + expected
              + " numbers, but "
              + held
              + " are listed");
    }
  }

  /** As a message, under a name. */
  public static TensorProto proto(String name, TensorData data) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(data.type().number())
            .addAllDims(data.dims());
    if (data.type() == ElementType.STRING) {
      data.texts().forEach(text -> tensor.addStringData(ByteString.copyFromUtf8(text)));
    } else {
      tensor.setRawData(UnsafeByteOperations.unsafeWrap(packed(data)));
    }
    return tensor.build();
  }

  private static ByteBuffer packed(TensorData data) {
    ByteBuffer in = data.bytes();
    int bits = data.type().bits();
    if (bits >= Byte.SIZE) {
      return in;
    }
    int each = Byte.SIZE / bits;
    ByteBuffer out = ByteBuffer.allocate((int) data.type().fileBytes(data.size()));
    for (int i = 0; i < data.size(); i++) {
      int at = i / each;
      out.put(at, (byte) (out.get(at) | (in.get(i) & (1 << bits) - 1) << i % each * bits));
    }
    return out;
  }
}
