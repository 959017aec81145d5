package org.hillock.app.bench;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** The median of some rounds of a measurement, after others that only warm up. */
final class Rounds {

  private static final int MEASURED = 7;

  private Rounds() {}

  static double median(int warming, DoubleSupplier round) {
    double[] measured = new double[MEASURED];
    for (int k = -warming; k < MEASURED; k++) {
      double value = round.getAsDouble();
      if (k >= 0) {
        measured[k] = value;
      }
    }
    Arrays.sort(measured);
    return measured[MEASURED / 2];
  }
}
