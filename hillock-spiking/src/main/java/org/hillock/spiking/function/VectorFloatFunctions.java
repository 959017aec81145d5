package org.hillock.spiking.function;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link ScalarFloatFunctions}, which tells what they give and with what error, on
 * as many values at a time as the processor's vectors hold, with the same bits. A last vector that
 * is not full is masked.
 *
 * <p>Each takes {@code count} values of {@code x} from {@code xAt} on and leaves the results in
 * {@code y} from {@code yAt} on; the two ranges are the same or do not overlap. They throw {@link
 * IndexOutOfBoundsException} where a range leaves its array.
 */
public final class VectorFloatFunctions {

  private static final VectorSpecies<Float> WHOLE = FloatVector.SPECIES_PREFERRED;

  private VectorFloatFunctions() {}

  /** {@link ScalarFloatFunctions#exp(float)} of {@code count} values. */
  public static void exp(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = WHOLE.loopBound(count);
    for (int i = 0; i < full; i += WHOLE.length()) {
      FloatExponentialLanes.exp(FloatVector.fromArray(WHOLE, x, xAt + i)).intoArray(y, yAt + i);
    }
    if (full < count) {
      VectorMask<Float> rest = WHOLE.indexInRange(full, count);
      FloatVector last = FloatVector.fromArray(WHOLE, x, xAt + full, rest);
      FloatExponentialLanes.exp(last).intoArray(y, yAt + full, rest);
    }
  }

  /** {@link ScalarFloatFunctions#exprel(float)} of {@code count} values. */
  public static void exprel(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = WHOLE.loopBound(count);
    for (int i = 0; i < full; i += WHOLE.length()) {
      FloatExponentialLanes.exprel(FloatVector.fromArray(WHOLE, x, xAt + i)).intoArray(y, yAt + i);
    }
    if (full < count) {
      VectorMask<Float> rest = WHOLE.indexInRange(full, count);
      FloatVector last = FloatVector.fromArray(WHOLE, x, xAt + full, rest);
      FloatExponentialLanes.exprel(last).intoArray(y, yAt + full, rest);
    }
  }

  /** {@link ScalarFloatFunctions#sigmoid(float)} of {@code count} values. */
  public static void sigmoid(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = WHOLE.loopBound(count);
    for (int i = 0; i < full; i += WHOLE.length()) {
      FloatExponentialLanes.sigmoid(FloatVector.fromArray(WHOLE, x, xAt + i)).intoArray(y, yAt + i);
    }
    if (full < count) {
      VectorMask<Float> rest = WHOLE.indexInRange(full, count);
      FloatVector last = FloatVector.fromArray(WHOLE, x, xAt + full, rest);
      FloatExponentialLanes.sigmoid(last).intoArray(y, yAt + full, rest);
    }
  }
}
