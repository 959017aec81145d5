package org.hillock.formats.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;

/**
 * Numbers of one type in an arrangement, last extent fastest.
 *
 * @param type of every element
 * @param shape extents, each 0 or more; empty for a single number
 * @param data the elements in little-endian order from byte 0; treat it as read-only
 */
public record Tensor(ElementType type, List<Long> shape, ByteBuffer data) {

  public Tensor {
    shape = List.copyOf(shape);
  }

  /** Double precision, or single where that loses nothing. */
  public static Tensor of(List<Long> shape, Numbers numbers) {
    boolean single = true;
    for (int i = 0; single && i < numbers.size(); i++) {
      double x = numbers.get(i);
      single = Double.doubleToLongBits((float) x) == Double.doubleToLongBits(x);
    }
    ByteBuffer data = room(numbers.size(), single ? ElementType.F32 : ElementType.F64);
    for (int i = 0; i < numbers.size(); i++) {
      if (single) {
        data.putFloat((float) numbers.get(i));
      } else {
        data.putDouble(numbers.get(i));
      }
    }
    return new Tensor(single ? ElementType.F32 : ElementType.F64, shape, data.flip());
  }

  /** Whole numbers. */
  public static Tensor of(List<Long> shape, int[] numbers) {
    ByteBuffer data = room(numbers.length, ElementType.I32);
    data.asIntBuffer().put(numbers);
    return new Tensor(ElementType.I32, shape, data);
  }

  private static ByteBuffer room(int count, ElementType type) {
    return ByteBuffer.allocate(Math.multiplyExact(count, type.bytes()))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many numbers. */
  public int size() {
    return data.limit() / type.bytes();
  }

  /**
   * The numbers, all finite.
   *
   * @throws UsageException where one is not finite, or is a whole number beyond ±2^53
   */
  public Numbers numbers() {
    double[] all = new double[size()];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          switch (type) {
            case F32 -> data.getFloat(4 * i);
            case F64 -> data.getDouble(8 * i);
            case I32 -> data.getInt(4 * i);
            case I64 -> exact(i, data.getLong(8 * i));
          };
    }
    return Numbers.of(all);
  }

  private static double exact(int i, long whole) {
    if (Math.abs(whole) > 1L << 53 || whole == Long.MIN_VALUE) {
      throw new UsageException("number " + i + " is " + whole + ", beyond ±2^53");
    }
    return whole;
  }

  /**
   * The numbers as ints.
   *
   * @throws UsageException where the elements are no whole numbers, or one does not fit
   */
  public int[] wholeNumbers() {
    int[] all = new int[size()];
    for (int i = 0; i < all.length; i++) {
      long whole =
          switch (type) {
            case I32 -> data.getInt(4 * i);
            case I64 -> data.getLong(8 * i);
            case F32, F64 -> throw new UsageException("holds " + type + ", not whole numbers");
          };
      if (whole != (int) whole) {
        throw new UsageException("number " + i + " is " + whole + ", beyond ±2^31");
      }
      all[i] = (int) whole;
    }
    return all;
  }
}
