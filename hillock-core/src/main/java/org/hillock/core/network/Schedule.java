package org.hillock.core.network;

import java.util.List;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * A number that changes with time: given at some times, held from each to the next or joined by
 * straight lines; the last one stays.
 *
 * @param points by time, the first at 0
 * @param interpolation what is between them
 */
public record Schedule(List<Point> points, Interpolation interpolation) {

  /** What is between two points. */
  public enum Interpolation {
    /** The earlier one's value. */
    CONSTANT,
    /** A straight line. */
    LINEAR
  }

  /**
   * A value from a time on.
   *
   * @param value in 0..1
   */
  public record Point(Quantity time, double value) {
    public Point {
      if (!time.unit().dimension().equals(Dimension.TIME)) {
        throw new UsageException(time + " is not a time, such as '5 s'");
      }
      if (!(value >= 0 && value <= 1)) {
        throw new UsageException("at " + time + ": " + value + " is not in 0..1");
      }
    }

    double ms() {
      return time.in(Unit.MS);
    }
  }

  public Schedule {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new UsageException("gives no time");
    }
    if (points.getFirst().ms() != 0) {
      throw new UsageException(
          "begins at " + points.getFirst().time() + ": say what holds from '0 s' on");
    }
    for (int k = 1; k < points.size(); k++) {
      if (!(points.get(k).ms() > points.get(k - 1).ms())) {
        throw new UsageException(
            points.get(k).time()
                + " does not come after "
                + points.get(k - 1).time()
                + ": times must ascend");
      }
    }
  }

  /** The value at a time in ms, 0 or later. */
  public double at(double ms) {
    int k = 0;
    while (k + 1 < points.size() && points.get(k + 1).ms() <= ms) {
      k++;
    }
    Point before = points.get(k);
    if (interpolation == Interpolation.CONSTANT || k + 1 == points.size()) {
      return before.value();
    }
    Point after = points.get(k + 1);
    double share = (ms - before.ms()) / (after.ms() - before.ms());
    return before.value() + share * (after.value() - before.value());
  }
}
