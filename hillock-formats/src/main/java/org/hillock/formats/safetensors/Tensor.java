package org.hillock.formats.safetensors;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

/**
 * Numbers of one type in an arrangement, last extent fastest.
 *
 * @param type of every element
 * @param shape extents, each 0 or more; empty for a single number
 * @param data the elements in little-endian order; a part of a mapped file or an array, read-only
 */
public record Tensor(ElementType type, List<Long> shape, MemorySegment data) {

  /** Arrays hold no more. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  public Tensor {
    shape = List.copyOf(shape);
    data = data.asReadOnly();
    long needed = bytes(type, shape);
    if (needed != data.byteSize()) {
      throw new UsageException(
          "shape " + shape + " of " + type + " needs " + needed + " bytes, not " + data.byteSize());
    }
  }

  /** Double precision, or single where that loses nothing. */
  public static Tensor of(List<Long> shape, Numbers numbers) {
    boolean single = true;
    for (int i = 0; single && i < numbers.size(); i++) {
      double x = numbers.get(i);
      single = Double.doubleToLongBits((float) x) == Double.doubleToLongBits(x);
    }
    return of(single ? ElementType.F32 : ElementType.F64, shape, numbers);
  }

  /**
   * Numbers in a type; a floating one rounds each to its nearest.
   *
   * @throws UsageException where a number does not fit the type, or their count the shape
   */
  public static Tensor of(ElementType type, List<Long> shape, Numbers numbers) {
    MemorySegment data = room(type, numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      Elements.put(type, data, i, numbers.get(i));
    }
    return new Tensor(type, shape, data);
  }

  /** Whole numbers. */
  public static Tensor of(List<Long> shape, int[] numbers) {
    MemorySegment data = room(ElementType.I32, numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      Elements.putWhole(ElementType.I32, data, i, numbers[i]);
    }
    return new Tensor(ElementType.I32, shape, data);
  }

  /**
   * Whole numbers in a type for them.
   *
   * @throws UsageException where a number does not fit the type, or their count the shape
   */
  public static Tensor of(ElementType type, List<Long> shape, long[] numbers) {
    if (type.kind() != ElementType.Kind.WHOLE) {
      throw new UsageException("dtype " + type + " holds no whole numbers");
    }
    MemorySegment data = room(type, numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      Elements.putWhole(type, data, i, numbers[i]);
    }
    return new Tensor(type, shape, data);
  }

  private static MemorySegment room(ElementType type, int count) {
    long bytes = bytes(type, List.of((long) count));
    if (bytes > LONGEST_ARRAY) {
      throw new UsageException(count + " numbers of " + type + " are too many for one array");
    }
    return MemorySegment.ofArray(new byte[(int) bytes]);
  }

  private static long bytes(ElementType type, List<Long> shape) {
    try {
      return type.bytes(shape);
    } catch (ArithmeticException e) {
      throw new UsageException("shape " + shape + " of " + type + ": " + e.getMessage());
    }
  }

  /** How many numbers. */
  public long size() {
    return data.byteSize() * 8 / type.bits();
  }

  /**
   * One number, which need not be finite.
   *
   * @param i 0 to {@link #size()} - 1
   * @throws UsageException where the type is not read as numbers, or it is a whole number beyond
   *     ±2^53
   */
  public double get(long i) {
    try {
      return Elements.get(type, data, i);
    } catch (InternalError e) {
      // a mapped file that another program has made shorter meanwhile
      throw new FailureException("the file changed while it was read", e);
    }
  }

  /**
   * The numbers, all finite.
   *
   * @throws UsageException where one is not finite, is a whole number beyond ±2^53, or they are
   *     more than an array holds
   */
  public Numbers numbers() {
    double[] all = new double[arraySize()];
    for (int i = 0; i < all.length; i++) {
      all[i] = get(i);
    }
    return Numbers.of(all);
  }

  /**
   * The numbers as ints.
   *
   * @throws UsageException where the elements are no whole numbers, or one does not fit
   */
  public int[] wholeNumbers() {
    if (type.kind() != ElementType.Kind.WHOLE) {
      throw new UsageException("holds " + type + ", not whole numbers");
    }
    int[] all = new int[arraySize()];
    for (int i = 0; i < all.length; i++) {
      double whole = get(i);
      if (whole != (int) whole) {
        throw new UsageException("number " + i + " is " + (long) whole + ", beyond ±2^31");
      }
      all[i] = (int) whole;
    }
    return all;
  }

  private int arraySize() {
    if (size() > LONGEST_ARRAY) {
      throw new UsageException(size() + " numbers are more than an array holds");
    }
    return (int) size();
  }
}
