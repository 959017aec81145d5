package org.hillock.onnx.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;

/**
 * What is held of one value: which of its elements, and at what.
 *
 * @param dims of the value
 * @param mask which elements
 * @param numbers at what, for each element; others do not matter
 */
public record Holding(List<Long> dims, boolean[] mask, double[] numbers) {

  public Holding {
    dims = List.copyOf(dims);
    if (TensorData.elements(dims) != mask.length || mask.length != numbers.length) {
      throw new IllegalArgumentException("masks and numbers must have an entry for each element");
    }
  }

  /** Nothing yet. */
  public static Holding none(List<Long> dims) {
    int size = Math.toIntExact(TensorData.elements(dims));
    return new Holding(dims, new boolean[size], new double[size]);
  }

  TensorData maskData() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(mask.length);
    for (int i = 0; i < mask.length; i++) {
      bytes.put(i, (byte) (mask[i] ? 1 : 0));
    }
    return TensorData.of(ElementType.BOOL, dims, bytes);
  }

  /** The opposite of the mask, as numbers of a type: 1 where the value is kept. */
  TensorData kept(ElementType type) {
    double[] kept = new double[mask.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = mask[i] ? 0 : 1;
    }
    return filled(type, kept);
  }

  /** What is added to what is kept. */
  TensorData added(ElementType type) {
    double[] added = new double[mask.length];
    Arrays.setAll(added, i -> mask[i] ? numbers[i] : -0.0);
    return filled(type, added);
  }

  TensorData numbersData(ElementType type) {
    return filled(type, numbers);
  }

  private TensorData filled(ElementType type, double[] from) {
    return data(type, dims, from);
  }

  /**
   * Numbers as a tensor.
   *
   * @throws UsageException where one is none of the type: a fraction or beyond its range
   */
  public static TensorData data(ElementType type, List<Long> dims, double[] from) {
    ByteBuffer out =
        ByteBuffer.allocateDirect(Math.multiplyExact(from.length, type.bytes()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < from.length; i++) {
      double number = from[i];
      if (!type.isFloating() && number != Math.rint(number)) {
        throw new UsageException(number + " is not a whole number, as " + type + " is");
      }
      switch (type) {
        case FLOAT -> out.putFloat(i * 4, (float) number);
        case DOUBLE -> out.putDouble(i * 8, number);
        case FLOAT16 -> out.putShort(i * 2, Float.floatToFloat16((float) number));
        case BFLOAT16 -> out.putShort(i * 2, bfloat16((float) number));
        case INT64, UINT64 -> out.putLong(i * 8, (long) number);
        case INT32 -> out.putInt(i * 4, Math.toIntExact((long) number));
        case UINT32 -> out.putInt(i * 4, (int) within(number, 1L << 32));
        case INT16 ->
            out.putShort(i * 2, (short) (within(number + (1 << 15), 1 << 16) - (1 << 15)));
        case UINT16 -> out.putShort(i * 2, (short) within(number, 1 << 16));
        case INT8 -> out.put(i, (byte) (within(number + 128, 256) - 128));
        case UINT8 -> out.put(i, (byte) within(number, 256));
        case BOOL -> out.put(i, (byte) within(number, 2));
        default -> throw new UsageException("numbers cannot be given as " + type);
      }
    }
    return TensorData.of(type, dims, out);
  }

  private static long within(double number, long range) {
    if (number < 0 || number >= range) {
      throw new UsageException("a number is outside the range of its type");
    }
    return (long) number;
  }

  /** The nearest number of 8 bits of mantissa, ties to even. */
  private static short bfloat16(float number) {
    int bits = Float.floatToRawIntBits(number);
    if (Float.isNaN(number)) {
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
  }
}
