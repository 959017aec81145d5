package org.hillock.core.cell;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * How warm a cell is.
 *
 * @param celsius in degrees Celsius, 0 to 60: water is liquid and proteins are whole
 */
public record Temperature(double celsius) {

  /** Least and most degrees Celsius. */
  public static final double LEAST = 0;

  public static final double MOST = 60;

  /** Kelvins of 0 degrees Celsius. */
  private static final double ICE = 273.15;

  public Temperature {
    check("celsius", celsius);
  }

  /**
   * A temperature that stands somewhere.
   *
   * @throws UsageException with that path, where it is not in {@link #LEAST} to {@link #MOST}
   */
  public static Temperature of(String path, double celsius) {
    check(path, celsius);
    return new Temperature(celsius);
  }

  private static void check(String path, double celsius) {
    if (!(celsius >= LEAST && celsius <= MOST)) {
      String told = Double.isFinite(celsius) ? Quantity.text(celsius) : Double.toString(celsius);
      throw new UsageException(
          path,
          told
              + " degrees Celsius is not in 0..60"
              + (celsius < -ICE ? "; it lies below absolute zero, -273.15" : ""));
    }
  }

  /** In kelvins. */
  public double kelvin() {
    return celsius + ICE;
  }

  /** R·T/F in mV: the potential of one elementary charge's thermal energy. */
  public double rtOverFMv() {
    return 1000 * PhysicalConstants.GAS * kelvin() / PhysicalConstants.FARADAY;
  }
}
