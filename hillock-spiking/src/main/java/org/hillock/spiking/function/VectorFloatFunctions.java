package org.hillock.spiking.function;

/**
 * The functions of {@link ScalarFloatFunctions}, which tells what they give and with what error, on
 * as many values at a time as the processor's vectors hold, with the same bits.
 *
 * <p>Each takes {@code count} values of {@code x} from {@code xAt} on and leaves the results in
 * {@code y} from {@code yAt} on; the two ranges are the same or do not overlap. They throw {@link
 * IndexOutOfBoundsException} where a range leaves its array.
 */
public final class VectorFloatFunctions {

  private VectorFloatFunctions() {}

  /** {@link ScalarFloatFunctions#exp(float)} of {@code count} values. */
  public static void exp(float[] x, int xAt, float[] y, int yAt, int count) {
    FloatExponentialLanes.exp(x, xAt, y, yAt, count);
  }

  /** {@link ScalarFloatFunctions#exprel(float)} of {@code count} values. */
  public static void exprel(float[] x, int xAt, float[] y, int yAt, int count) {
    FloatExponentialLanes.exprel(x, xAt, y, yAt, count);
  }

  /** {@link ScalarFloatFunctions#sigmoid(float)} of {@code count} values. */
  public static void sigmoid(float[] x, int xAt, float[] y, int yAt, int count) {
    FloatExponentialLanes.sigmoid(x, xAt, y, yAt, count);
  }

  /** {@link ScalarFloatFunctions#tanh(float)} of {@code count} values. */
  public static void tanh(float[] x, int xAt, float[] y, int yAt, int count) {
    FloatExponentialLanes.tanh(x, xAt, y, yAt, count);
  }

  /** {@link ScalarFloatFunctions#log(float)} of {@code count} values. */
  public static void log(float[] x, int xAt, float[] y, int yAt, int count) {
    FloatLogarithmLanes.log(x, xAt, y, yAt, count);
  }

  /** {@link ScalarFloatFunctions#sin(float)} of {@code count} values. */
  public static void sin(float[] x, int xAt, float[] y, int yAt, int count) {
    FloatCircularLanes.sin(x, xAt, y, yAt, count);
  }

  /** {@link ScalarFloatFunctions#cos(float)} of {@code count} values. */
  public static void cos(float[] x, int xAt, float[] y, int yAt, int count) {
    FloatCircularLanes.cos(x, xAt, y, yAt, count);
  }

  /**
   * {@link ScalarFloatFunctions#pow(float, float)} of x and y into z, which may be either of them.
   */
  public static void pow(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int count) {
    FloatPowerLanes.pow(x, xAt, y, yAt, z, zAt, count);
  }
}
