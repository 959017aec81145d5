package org.hillock.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Equal steps.
 *
 * @param low value at the start
 * @param high value at the end, above {@code low}
 * @param percent whether the ticks of a share 0..1 are written in percent
 */
record LinearScale(double low, double high, boolean percent) implements PlotScale {

  LinearScale {
    if (!(high > low)) {
      throw new IllegalArgumentException("an axis from " + low + " to " + high);
    }
  }

  /**
   * A range with round ends that holds all values; starts at 0 unless the values lie far from it
   * for their spread.
   */
  static LinearScale around(double least, double most, boolean percent) {
    double low = least >= 0 && least < 0.5 * most ? 0 : least;
    double high = most;
    if (high - low < 1e-9 * Math.max(Math.abs(high), 1e-9)) {
      low = Math.min(0, low);
      high = percent ? Math.max(1, high) : high > 0 ? high * 1.25 : low < 0 ? 0 : 1;
    }
    double step = step(high - low, 5);
    double from = Math.floor(low / step + 1e-9) * step;
    double to = Math.ceil(high / step - 1e-9) * step;
    if (percent && least >= 0 && most <= 1) {
      to = Math.min(1, to);
    }
    return new LinearScale(from, to, percent);
  }

  /** 1, 2 or 5 times a power of ten, so that about {@code count} of them make up the span. */
  static double step(double span, int count) {
    double raw = span / Math.max(1, count);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    double nice = lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10;
    return nice * power;
  }

  @Override
  public double fraction(double value) {
    return (value - low) / (high - low);
  }

  @Override
  public List<Tick> ticks(int most) {
    double step = step(high - low, most);
    List<Tick> ticks = new ArrayList<>();
    double slack = 1e-6 * step;
    for (long k = (long) Math.ceil((low - slack) / step); k * step <= high + slack; k++) {
      ticks.add(new Tick(k * step, label(k * step, step)));
    }
    return ticks;
  }

  private String label(double value, double step) {
    double unit = percent ? 100 : 1;
    // As many decimals as the step has, so that all labels of the axis look alike.
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step * unit) - 1e-9));
    BigDecimal rounded =
        BigDecimal.valueOf(value * unit).setScale(Math.min(decimals, 12), RoundingMode.HALF_EVEN);
    String text = String.format(java.util.Locale.ROOT, "%," + "." + rounded.scale() + "f", rounded);
    return text.replace('-', '−') + (percent ? " %" : "");
  }
}
