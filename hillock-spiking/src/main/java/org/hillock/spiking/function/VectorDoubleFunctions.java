package org.hillock.spiking.function;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link ScalarDoubleFunctions}, which tells what they give and with what error,
 * on as many values at a time as the processor's vectors hold, with the same bits. A last vector
 * that is not full is masked.
 *
 * <p>Each takes {@code count} values of {@code x} from {@code xAt} on and leaves the results in
 * {@code y} from {@code yAt} on; the two ranges are the same or do not overlap. They throw {@link
 * IndexOutOfBoundsException} where a range leaves its array.
 */
public final class VectorDoubleFunctions {

  private static final VectorSpecies<Double> WHOLE = DoubleVector.SPECIES_PREFERRED;

  private VectorDoubleFunctions() {}

  /** {@link ScalarDoubleFunctions#exp(double)} of {@code count} values. */
  public static void exp(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = WHOLE.loopBound(count);
    for (int i = 0; i < full; i += WHOLE.length()) {
      DoubleExponentialLanes.exp(DoubleVector.fromArray(WHOLE, x, xAt + i)).intoArray(y, yAt + i);
    }
    if (full < count) {
      VectorMask<Double> rest = WHOLE.indexInRange(full, count);
      DoubleVector last = DoubleVector.fromArray(WHOLE, x, xAt + full, rest);
      DoubleExponentialLanes.exp(last).intoArray(y, yAt + full, rest);
    }
  }

  /** {@link ScalarDoubleFunctions#exprel(double)} of {@code count} values. */
  public static void exprel(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = WHOLE.loopBound(count);
    for (int i = 0; i < full; i += WHOLE.length()) {
      DoubleExponentialLanes.exprel(DoubleVector.fromArray(WHOLE, x, xAt + i))
          .intoArray(y, yAt + i);
    }
    if (full < count) {
      VectorMask<Double> rest = WHOLE.indexInRange(full, count);
      DoubleVector last = DoubleVector.fromArray(WHOLE, x, xAt + full, rest);
      DoubleExponentialLanes.exprel(last).intoArray(y, yAt + full, rest);
    }
  }

  /** {@link ScalarDoubleFunctions#sigmoid(double)} of {@code count} values. */
  public static void sigmoid(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = WHOLE.loopBound(count);
    for (int i = 0; i < full; i += WHOLE.length()) {
      DoubleExponentialLanes.sigmoid(DoubleVector.fromArray(WHOLE, x, xAt + i))
          .intoArray(y, yAt + i);
    }
    if (full < count) {
      VectorMask<Double> rest = WHOLE.indexInRange(full, count);
      DoubleVector last = DoubleVector.fromArray(WHOLE, x, xAt + full, rest);
      DoubleExponentialLanes.sigmoid(last).intoArray(y, yAt + full, rest);
    }
  }
}
