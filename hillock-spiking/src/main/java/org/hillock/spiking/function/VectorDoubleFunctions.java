package org.hillock.spiking.function;

/**
 * The functions of {@link ScalarDoubleFunctions}, which tells what they give and with what error,
 * on as many values at a time as the processor's vectors hold, with the same bits.
 *
 * <p>Each takes {@code count} values of {@code x} from {@code xAt} on and leaves the results in
 * {@code y} from {@code yAt} on; the two ranges are the same or do not overlap. They throw {@link
 * IndexOutOfBoundsException} where a range leaves its array.
 */
public final class VectorDoubleFunctions {

  private VectorDoubleFunctions() {}

  /** {@link ScalarDoubleFunctions#exp(double)} of {@code count} values. */
  public static void exp(double[] x, int xAt, double[] y, int yAt, int count) {
    DoubleExponentialLanes.exp(x, xAt, y, yAt, count);
  }

  /** {@link ScalarDoubleFunctions#exprel(double)} of {@code count} values. */
  public static void exprel(double[] x, int xAt, double[] y, int yAt, int count) {
    DoubleExponentialLanes.exprel(x, xAt, y, yAt, count);
  }

  /** {@link ScalarDoubleFunctions#sigmoid(double)} of {@code count} values. */
  public static void sigmoid(double[] x, int xAt, double[] y, int yAt, int count) {
    DoubleExponentialLanes.sigmoid(x, xAt, y, yAt, count);
  }

  /** {@link ScalarDoubleFunctions#tanh(double)} of {@code count} values. */
  public static void tanh(double[] x, int xAt, double[] y, int yAt, int count) {
    DoubleExponentialLanes.tanh(x, xAt, y, yAt, count);
  }

  /** {@link ScalarDoubleFunctions#log(double)} of {@code count} values. */
  public static void log(double[] x, int xAt, double[] y, int yAt, int count) {
    DoubleLogarithmLanes.log(x, xAt, y, yAt, count);
  }

  /** {@link ScalarDoubleFunctions#sin(double)} of {@code count} values. */
  public static void sin(double[] x, int xAt, double[] y, int yAt, int count) {
    DoubleCircularLanes.sin(x, xAt, y, yAt, count);
  }

  /** {@link ScalarDoubleFunctions#cos(double)} of {@code count} values. */
  public static void cos(double[] x, int xAt, double[] y, int yAt, int count) {
    DoubleCircularLanes.cos(x, xAt, y, yAt, count);
  }

  /**
   * {@link ScalarDoubleFunctions#pow(double, double)} of x and y into z, which may be either of
   * them.
   */
  public static void pow(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int count) {
    DoublePowerLanes.pow(x, xAt, y, yAt, z, zAt, count);
  }
}
