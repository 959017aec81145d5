package org.hillock.report.text;

import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.AxisDefinition.Scale;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.comparison.Accuracy;

/** Measured values as people read them, each with its unit. */
public final class ValueText {

  /** The unit of plain numbers and shares. */
  public static final String PLAIN = "1";

  /** Of a value that was counted in the description of a network. */
  public static final String EXACT = "counted, exact";

  private ValueText() {}

  /** A value on an axis: a percentage for a share, else a number with its unit. */
  public static String value(double value, String unit, Scale scale) {
    if (scale == Scale.SHARE && unit.equals(PLAIN)) {
      return NumberText.percent(value);
    }
    return unit.equals(PLAIN) || unit.isBlank()
        ? NumberText.number(value)
        : NumberText.number(value) + " " + unit;
  }

  public static String value(Measured measured, AxisDefinition axis) {
    return value(measured.value(), measured.unit(), axis.scale());
  }

  /** {@code 0.91 to 0.99 (5-95 % over neurons)}. */
  public static String interval(Measurement.Interval interval, Measured of, AxisDefinition axis) {
    return value(interval.low(), lowerUnit(of), axis.scale())
        + " to "
        + value(interval.high(), of.unit(), axis.scale())
        + " ("
        + interval.meaning()
        + ")";
  }

  /** {@code 0.91 to 0.99}, or that it was counted; empty where there is nothing to say. */
  public static String around(Measured measured, AxisDefinition axis) {
    if (measured.exact()) {
      return EXACT;
    }
    return measured
        .interval()
        .map(i ->
            value(i.low(), lowerUnit(measured), axis.scale())
                + " to "
                + value(i.high(), lowerUnit(measured), axis.scale()))
        .orElse("");
  }

  /** All that is to be said of how sure a value is, and of what it sums up. */
  public static java.util.List<String> certainty(Measured measured, AxisDefinition axis) {
    java.util.List<String> said = new java.util.ArrayList<>();
    if (measured.exact()) {
      said.add(EXACT);
    }
    measured.interval().ifPresent(i -> said.add(interval(i, measured, axis)));
    measured.spread().ifPresent(i -> said.add("spread: " + interval(i, measured, axis)));
    return said;
  }

  // The unit stands once, behind the upper end.
  private static String lowerUnit(Measured of) {
    return of.unit().equals(PLAIN) ? of.unit() : "";
  }

  /** {@code 97.9 % ± 0.6}, the second number being points of percent over splits. */
  public static String accuracy(Accuracy accuracy) {
    String mean = NumberText.percentAligned(accuracy.mean());
    if (accuracy.bySplit().size() < 2) {
      return mean;
    }
    String sd = NumberText.percentAligned(accuracy.sd());
    return mean + " ± " + sd.substring(0, sd.length() - 2);
  }
}
