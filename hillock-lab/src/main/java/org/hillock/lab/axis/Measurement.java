package org.hillock.lab.axis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an axis gave for one network. */
public sealed interface Measurement {

  /**
   * A value.
   *
   * @param value finite
   * @param unit of the value, {@code 1} for a plain number or a share
   * @param method how it was measured on this network, in a sentence
   * @param interval around the value, where there is one
   * @param details further numbers by name (with their unit in the name)
   * @param series curves, where the axis has them
   */
  record Measured(
      double value,
      String unit,
      String method,
      Optional<Interval> interval,
      Map<String, Double> details,
      List<Series> series)
      implements Measurement {
    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("measured value " + value + " is not finite");
      }
      details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
      series = List.copyOf(series);
    }

    /** A value alone. */
    public static Measured of(double value, String unit, String method) {
      return new Measured(value, unit, method, Optional.empty(), Map.of(), List.of());
    }

    /** The same, its method told after something else that must be known. */
    public Measured after(String how) {
      return new Measured(value, unit, how + " " + method, interval, details, series);
    }

    public Measured within(double low, double high, String meaning) {
      return new Measured(
          value, unit, method, Optional.of(new Interval(low, high, meaning)), details, series);
    }

    public Measured detail(String name, double number) {
      Map<String, Double> more = new LinkedHashMap<>(details);
      more.put(name, number);
      return new Measured(value, unit, method, interval, more, series);
    }

    public Measured curve(Series curve) {
      List<Series> more = new java.util.ArrayList<>(series);
      more.add(curve);
      return new Measured(value, unit, method, interval, details, more);
    }
  }

  /** The axis has no meaning for the network. */
  record NotDefined(String because) implements Measurement {}

  /**
   * A range around a value.
   *
   * @param meaning such as {@code 5-95 % over neurons}
   */
  record Interval(double low, double high, String meaning) {}

  /**
   * A curve.
   *
   * @param name of the curve
   * @param xLabel what runs along, with its unit
   * @param yLabel what is shown, with its unit
   * @param x as long as y
   */
  record Series(String name, String xLabel, String yLabel, double[] x, double[] y) {
    public Series {
      if (x.length != y.length) {
        throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
      }
    }
  }
}
