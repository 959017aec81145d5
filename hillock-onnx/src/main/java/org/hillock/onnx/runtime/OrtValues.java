package org.hillock.onnx.runtime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;

/** Our tensors as ONNX Runtime's, and back. */
final class OrtValues {

  private static final String TYPE_PREFIX = "ONNX_TENSOR_ELEMENT_DATA_TYPE_";

  private OrtValues() {}

  /**
   * The type in which elements of another are handed over, because the runtime's Java interface
   * does not know theirs; every value of the one is a value of the other, to the bit for 64-bit
   * ones.
   */
  static ElementType carrier(ElementType type) {
    return switch (type) {
      case UINT16 -> ElementType.INT32;
      case UINT32, UINT64 -> ElementType.INT64;
      case UINT4,
          INT4,
          UINT2,
          INT2,
          FLOAT4E2M1,
          FLOAT8E4M3FN,
          FLOAT8E4M3FNUZ,
          FLOAT8E5M2,
          FLOAT8E5M2FNUZ,
          FLOAT8E8M0 ->
          ElementType.FLOAT;
      default -> type;
    };
  }

  /** The same numbers in the type that carries them. */
  static TensorData carried(TensorData data) {
    ElementType to = carrier(data.type());
    if (to == data.type()) {
      return data;
    }
    ByteBuffer out =
        ByteBuffer.allocateDirect(data.size() * to.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < data.size(); i++) {
      switch (to) {
        case INT32 -> out.putInt(i * 4, (int) data.whole(i));
        case INT64 -> out.putLong(i * 8, data.whole(i));
        default -> out.putFloat(i * 4, (float) data.number(i));
      }
    }
    return TensorData.of(to, data.dims(), out);
  }

  static OnnxTensor tensor(OrtEnvironment environment, TensorData data) throws OrtException {
    long[] shape = data.dims().stream().mapToLong(Long::longValue).toArray();
    if (data.type() == ElementType.STRING) {
      return OnnxTensor.createTensor(environment, data.texts().toArray(new String[0]), shape);
    }
    ByteBuffer bytes = data.bytes();
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.capacity()).order(ByteOrder.nativeOrder());
    direct.put(bytes).flip();
    return OnnxTensor.createTensor(environment, direct, shape, javaType(data.type()));
  }

  private static OnnxJavaType javaType(ElementType type) {
    return switch (type) {
      case FLOAT -> OnnxJavaType.FLOAT;
      case DOUBLE -> OnnxJavaType.DOUBLE;
      case INT8 -> OnnxJavaType.INT8;
      case UINT8 -> OnnxJavaType.UINT8;
      case INT16 -> OnnxJavaType.INT16;
      case INT32 -> OnnxJavaType.INT32;
      case INT64 -> OnnxJavaType.INT64;
      case BOOL -> OnnxJavaType.BOOL;
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case BFLOAT16 -> OnnxJavaType.BFLOAT16;
      default -> throw new IllegalStateException(type + " has no Java type");
    };
  }

  /**
   * The element type that the runtime states; empty for one that its Java interface has no word
   * for.
   */
  static Optional<ElementType> type(TensorInfo info) {
    String name = info.onnxType.name().substring(TYPE_PREFIX.length());
    return Arrays.stream(ElementType.values()).filter(t -> t.name().equals(name)).findFirst();
  }

  /** Whether elements of this type can be read as they are. */
  static boolean readable(ElementType type) {
    return carrier(type) == type
        || type == ElementType.UINT16
        || type == ElementType.UINT32
        || type == ElementType.UINT64;
  }

  /** Numbers that were carried in another type, as elements of their own again. */
  static TensorData restored(TensorData carried, ElementType type) {
    if (carried.type() == type) {
      return carried;
    }
    Map<Float, Byte> codes = new HashMap<>();
    for (int code = (1 << type.bits()) - 1; code >= 0; code--) {
      ByteBuffer one = ByteBuffer.allocate(1).put(0, (byte) code);
      codes.put((float) TensorData.of(type, List.of(), one).number(0), (byte) code);
    }
    ByteBuffer out = ByteBuffer.allocateDirect(carried.size());
    for (int i = 0; i < carried.size(); i++) {
      Byte code = codes.get((float) carried.number(i));
      if (code == null) {
        throw new IllegalStateException(carried.number(i) + " is no value of type " + type);
      }
      out.put(i, code);
    }
    return TensorData.of(type, carried.dims(), out);
  }

  static GraphValue of(OnnxValue value) throws OrtException {
    return switch (value) {
      case OnnxTensor tensor -> GraphValue.of(data(tensor));
      case OnnxSequence sequence -> sequence(sequence);
      default ->
          throw new RuntimeProblem(
              RuntimeProblem.Kind.NOT_SUPPORTED,
              "a value of type " + value.getType() + " cannot be handed over");
    };
  }

  private static GraphValue sequence(OnnxSequence sequence) throws OrtException {
    List<TensorData> items = new ArrayList<>();
    List<? extends OnnxValue> held = sequence.getValue();
    try {
      for (OnnxValue item : held) {
        items.add(data((OnnxTensor) item));
      }
    } finally {
      OnnxValue.close(held);
    }
    return new GraphValue.Sequence(
        items.isEmpty() ? ElementType.FLOAT : items.getFirst().type(), items);
  }

  private static TensorData data(OnnxTensor tensor) throws OrtException {
    TensorInfo info = tensor.getInfo();
    List<Long> dims = Arrays.stream(info.getShape()).boxed().toList();
    ElementType type =
        type(info)
            .orElseThrow(() ->
                new RuntimeProblem(
                    RuntimeProblem.Kind.NOT_SUPPORTED,
                    "a tensor of type " + info.onnxType + " cannot be handed over"));
    if (type == ElementType.STRING) {
      List<String> texts = new ArrayList<>();
      if (TensorData.elements(dims) > 0) {
        flatten(tensor.getValue(), texts);
      }
      return TensorData.of(dims, texts);
    }
    if (TensorData.elements(dims) == 0) {
      return TensorData.zeros(type, dims);
    }
    return TensorData.of(type, dims, tensor.getByteBuffer());
  }

  private static void flatten(Object value, List<String> into) {
    if (value instanceof Object[] many) {
      for (Object one : many) {
        flatten(one, into);
      }
    } else {
      into.add(String.valueOf(value));
    }
  }
}
