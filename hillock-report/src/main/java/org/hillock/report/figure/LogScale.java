package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.hillock.report.text.NumberText;

/**
 * Equal factors. Where a value is 0 the axis has a place for it before its first power, set apart.
 *
 * @param first exponent of the power of ten at the start
 * @param last exponent at the end, above {@code first}
 * @param zero whether there is a place for 0
 */
record LogScale(int first, int last, boolean zero) implements PlotScale {

  /** Share of the axis that the place for 0 takes. */
  private static final double ZERO_ROOM = 0.1;

  LogScale {
    if (last <= first) {
      throw new IllegalArgumentException("an axis from 10^" + first + " to 10^" + last);
    }
  }

  /** Whole powers around the values above 0. */
  static LogScale around(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    boolean zero = false;
    for (double value : values) {
      if (value > 0) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      } else {
        zero = true;
      }
    }
    if (most < 0) {
      return new LogScale(0, 1, zero);
    }
    int first = (int) Math.floor(Math.log10(least) + 1e-9);
    int last = (int) Math.ceil(Math.log10(most) - 1e-9);
    return new LogScale(first, Math.max(last, first + 1), zero);
  }

  @Override
  public double fraction(double value) {
    double start = zero ? ZERO_ROOM : 0;
    if (value <= 0) {
      return 0;
    }
    return start + (1 - start) * (Math.log10(value) - first) / (last - first);
  }

  @Override
  public List<Tick> ticks(int most) {
    List<Tick> ticks = new ArrayList<>();
    if (zero) {
      ticks.add(new Tick(0, "0"));
    }
    int every = Math.max(1, (int) Math.ceil((last - first + 1) / (double) Math.max(1, most)));
    boolean powers = last > 4 || first < -3;
    for (int k = first; k <= last; k++) {
      boolean labelled = (k - first) % every == 0;
      ticks.add(new Tick(Math.pow(10, k), labelled ? label(k, powers) : ""));
      if (last - first <= 2 && k < last) {
        ticks.add(new Tick(2 * Math.pow(10, k), label(2, k, powers || last - first == 2)));
        ticks.add(new Tick(5 * Math.pow(10, k), label(5, k, powers || last - first == 2)));
      }
    }
    return ticks;
  }

  private static String label(int k, boolean powers) {
    return powers && k != 0 && k != 1 ? NumberText.powerOfTen(k) : NumberText.number(tenTo(k));
  }

  private static String label(int lead, int k, boolean quiet) {
    return quiet ? "" : NumberText.number(lead * tenTo(k));
  }

  private static double tenTo(int k) {
    return k >= 0 ? Math.pow(10, k) : 1 / Math.pow(10, -k);
  }
}
