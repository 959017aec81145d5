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
   * @param interval of confidence around the value: what it might as well have come out as
   * @param spread of the single things that the value sums up, where that is of interest; no
   *     measure of how sure the value is
   * @param exact whether it was counted in the network as it is described, so that no image, trial
   *     or draw could have made it another; it has no interval then
   * @param details further numbers by name (with their unit in the name)
   * @param series curves, where the axis has them
   */
  record Measured(
      double value,
      String unit,
      String method,
      Optional<Interval> interval,
      Optional<Interval> spread,
      boolean exact,
      Map<String, Double> details,
      List<Series> series)
      implements Measurement {
    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("measured value " + value + " is not finite");
      }
      if (exact && interval.isPresent()) {
        throw new IllegalArgumentException("what was counted exactly has no interval");
      }
      details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
      series = List.copyOf(series);
    }

    /** A value alone. */
    public static Measured of(double value, String unit, String method) {
      return new Measured(
          value, unit, method, Optional.empty(), Optional.empty(), false, Map.of(), List.of());
    }

    /** The same, counted in the description: nothing was drawn. */
    public Measured exactly() {
      return new Measured(value, unit, method, interval, spread, true, details, series);
    }

    /** The same, its method told after something else that must be known. */
    public Measured after(String how) {
      return new Measured(
          value, unit, how + " " + method, interval, spread, exact, details, series);
    }

    public Measured within(double low, double high, String meaning) {
      return within(new Interval(low, high, meaning));
    }

    /** With an interval of confidence. */
    public Measured within(Interval of) {
      return new Measured(value, unit, method, Optional.of(of), spread, exact, details, series);
    }

    /** With what lies around the value in what it sums up. */
    public Measured spread(double low, double high, String meaning) {
      return new Measured(
          value,
          unit,
          method,
          interval,
          Optional.of(new Interval(low, high, meaning)),
          exact,
          details,
          series);
    }

    public Measured detail(String name, double number) {
      Map<String, Double> more = new LinkedHashMap<>(details);
      more.put(name, number);
      return new Measured(value, unit, method, interval, spread, exact, more, series);
    }

    /** A further number, and the ends of its interval as {@code …_low} and {@code …_high}. */
    public Measured detail(String name, double number, Interval of) {
      return detail(name, number).detail(name + "_low", of.low()).detail(name + "_high", of.high());
    }

    public Measured curve(Series curve) {
      List<Series> more = new java.util.ArrayList<>(series);
      more.add(curve);
      return new Measured(value, unit, method, interval, spread, exact, details, more);
    }
  }

  /** The axis has no meaning for the network. */
  record NotDefined(String because) implements Measurement {}

  /**
   * A range around a value.
   *
   * @param meaning such as {@code 95 % over 60 images}, or {@code 5–95 % over neurons} for a spread
   */
  record Interval(double low, double high, String meaning) {

    /** Without what the quantity cannot be: lengths, distances and counts are not below 0. */
    public Interval notBelow(double least) {
      return new Interval(Math.max(least, low), Math.max(least, high), meaning);
    }
  }

  /**
   * A curve.
   *
   * @param name of the curve
   * @param xLabel what runs along, with its unit
   * @param yLabel what is shown, with its unit
   * @param x as long as y
   * @param band intervals of confidence around y, where there are any
   */
  record Series(
      String name, String xLabel, String yLabel, double[] x, double[] y, Optional<Band> band) {
    public Series {
      if (x.length != y.length) {
        throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
      }
      if (band.isPresent() && band.get().low().length != y.length) {
        throw new IllegalArgumentException(y.length + " y but another number of intervals");
      }
    }

    /** A curve without intervals. */
    public Series(String name, String xLabel, String yLabel, double[] x, double[] y) {
      this(name, xLabel, yLabel, x, y, Optional.empty());
    }

    /** The same with an interval around each point. */
    public Series within(List<Interval> intervals) {
      return new Series(name, xLabel, yLabel, x, y, Optional.of(Band.of(intervals)));
    }
  }

  /**
   * Intervals of confidence along a curve.
   *
   * @param low as long as the curve
   * @param high as long as the curve
   * @param meaning as that of an {@link Interval}
   */
  record Band(double[] low, double[] high, String meaning) {
    public Band {
      if (low.length != high.length) {
        throw new IllegalArgumentException(low.length + " lower ends but " + high.length);
      }
    }

    private static Band of(List<Interval> intervals) {
      return new Band(
          intervals.stream().mapToDouble(Interval::low).toArray(),
          intervals.stream().mapToDouble(Interval::high).toArray(),
          intervals.isEmpty() ? "" : intervals.getFirst().meaning());
    }
  }
}
