package org.hillock.report.figure;

import java.util.stream.DoubleStream;
import org.hillock.lab.axis.AxisDefinition;

/** How the values of an axis of a comparison are laid along a line. */
final class AxisScale {

  private AxisScale() {}

  /** Where an end of an interval lies along a line, below 0 where it falls off the left end. */
  static double fraction(PlotScale scale, double end) {
    return scale instanceof LogScale && end <= 0 ? -1 : scale.fraction(end);
  }

  /** Whether an end of an interval can lie on an axis of this kind. */
  static boolean holds(AxisDefinition.Scale kind, double end) {
    return kind != AxisDefinition.Scale.LOGARITHMIC || end > 0;
  }

  /** A scale that holds all values. */
  static PlotScale of(AxisDefinition.Scale kind, double[] values) {
    double[] all = DoubleStream.of(values).filter(Double::isFinite).toArray();
    double least = DoubleStream.of(all).min().orElse(0);
    double most = DoubleStream.of(all).max().orElse(1);
    return switch (kind) {
      case LINEAR -> LinearScale.around(least, most, false);
      case SHARE -> LinearScale.around(least, most, true);
      case CORRELATION -> new LinearScale(-1, 1, false);
      case LOGARITHMIC ->
          least < 0 || most <= 0 ? LinearScale.around(least, most, false) : LogScale.around(all);
    };
  }
}
