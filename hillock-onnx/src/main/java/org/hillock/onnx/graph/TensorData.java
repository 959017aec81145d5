package org.hillock.onnx.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hillock.core.problem.UsageException;

/**
 * A tensor's elements, row by row.
 *
 * @param type of every element
 * @param dims extent of each axis, none for a single number
 * @param bytes the elements in little-endian order, those of fewer than 8 bits one to a byte; empty
 *     for texts
 * @param texts the elements where they are texts
 */
public record TensorData(ElementType type, List<Long> dims, ByteBuffer bytes, List<String> texts) {

  public TensorData {
    dims = List.copyOf(dims);
    texts = List.copyOf(texts);
    bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).clear();
    long count = elements(dims);
    long held = type == ElementType.STRING ? texts.size() : bytes.capacity() / type.bytes();
    if (held != count || bytes.capacity() % type.bytes() != 0 && type != ElementType.STRING) {
      throw new UsageException(
          "a tensor of "
              + shape(dims)
              + " "
              + type
              + " has "
              + count
              + " elements, but data for "
              + held);
    }
  }

  /** Numbers. */
  public static TensorData of(ElementType type, List<Long> dims, ByteBuffer bytes) {
    return new TensorData(type, dims, bytes, List.of());
  }

  /** Numbers in single precision. */
  public static TensorData of(List<Long> dims, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return of(ElementType.FLOAT, dims, bytes);
  }

  /** Texts. */
  public static TensorData of(List<Long> dims, List<String> texts) {
    return new TensorData(ElementType.STRING, dims, ByteBuffer.allocate(0), texts);
  }

  /** All zeros, or all empty texts. */
  public static TensorData zeros(ElementType type, List<Long> dims) {
    long count = elements(dims);
    if (count > Integer.MAX_VALUE / type.bytes()) {
      throw new UsageException(shape(dims) + " " + type + " is too large for one array");
    }
    return type == ElementType.STRING
        ? of(dims, java.util.Collections.nCopies((int) count, ""))
        : of(type, dims, ByteBuffer.allocateDirect((int) count * type.bytes()));
  }

  /**
   * The number of elements of a shape.
   *
   * @throws UsageException where it is more than a long holds, or an extent is below 0
   */
  public static long elements(List<Long> dims) {
    long product = 1;
    for (long dim : dims) {
      if (dim < 0) {
        throw new UsageException("extent " + dim + " of " + shape(dims) + " is not >= 0");
      }
      try {
        product = Math.multiplyExact(product, dim);
      } catch (ArithmeticException e) {
        throw new UsageException("shape " + shape(dims) + " has more elements than can be counted");
      }
    }
    return product;
  }

  /** A shape as people write it, such as {@code 1×28×28}; {@code scalar} where it has no axis. */
  public static String shape(List<Long> dims) {
    return dims.isEmpty()
        ? "scalar"
        : dims.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  /** The number of elements. */
  public int size() {
    return type == ElementType.STRING ? texts.size() : bytes.capacity() / type.bytes();
  }

  /** An own view of the bytes, little-endian, from the first to the last. */
  @Override
  public ByteBuffer bytes() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Element {@code i} as a number; 64-bit integers beyond 2^53 are rounded, true is 1.
   *
   * @throws IllegalStateException for texts and complex numbers
   */
  public double number(int i) {
    ByteBuffer in = bytes();
    return switch (type) {
      case FLOAT -> in.getFloat(i * 4);
      case DOUBLE -> in.getDouble(i * 8);
      case FLOAT16 -> Float.float16ToFloat(in.getShort(i * 2));
      case BFLOAT16 -> SmallFloats.bfloat16(in.getShort(i * 2));
      case INT8 -> in.get(i);
      case UINT8 -> in.get(i) & 0xff;
      case BOOL -> in.get(i) == 0 ? 0 : 1;
      case INT16 -> in.getShort(i * 2);
      case UINT16 -> in.getShort(i * 2) & 0xffff;
      case INT32 -> in.getInt(i * 4);
      case UINT32 -> Integer.toUnsignedLong(in.getInt(i * 4));
      case INT64 -> in.getLong(i * 8);
      case UINT64 -> unsigned(in.getLong(i * 8));
      case FLOAT8E4M3FN -> SmallFloats.e4m3fn(in.get(i));
      case FLOAT8E4M3FNUZ -> SmallFloats.e4m3fnuz(in.get(i));
      case FLOAT8E5M2 -> SmallFloats.e5m2(in.get(i));
      case FLOAT8E5M2FNUZ -> SmallFloats.e5m2fnuz(in.get(i));
      case FLOAT8E8M0 -> SmallFloats.e8m0(in.get(i));
      case FLOAT4E2M1 -> SmallFloats.e2m1(in.get(i));
      case UINT4, UINT2 -> in.get(i);
      case INT4 -> (byte) (in.get(i) << 4) >> 4;
      case INT2 -> (byte) (in.get(i) << 6) >> 6;
      case STRING, COMPLEX64, COMPLEX128 ->
          throw new IllegalStateException(type + " is not a number");
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2;
  }

  /** Element {@code i} as a whole number, exactly, for integer types and bool. */
  public long whole(int i) {
    return type == ElementType.INT64 || type == ElementType.UINT64
        ? bytes().getLong(i * 8)
        : (long) number(i);
  }

  /** All elements as numbers. */
  public double[] numbers() {
    double[] all = new double[size()];
    Arrays.setAll(all, this::number);
    return all;
  }

  /** Whether both hold the same bits in the same shape. */
  public boolean sameBits(TensorData other) {
    return type == other.type
        && dims.equals(other.dims)
        && texts.equals(other.texts)
        && bytes().equals(other.bytes());
  }

  /** Its type and shape, such as {@code float 1×28×28}. */
  @Override
  public String toString() {
    return type + " " + shape(dims);
  }
}
