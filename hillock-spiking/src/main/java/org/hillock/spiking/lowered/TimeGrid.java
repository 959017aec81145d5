package org.hillock.spiking.lowered;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * The steps that time is cut into.
 *
 * @param stepMs length of a step in ms, above 0
 */
public record TimeGrid(double stepMs) {

  /** How far from a whole number of steps a time may be and still be one, relative to itself. */
  private static final double TOLERANCE = 1e-9;

  /** The latest step that a time may name: centuries, and far from overflow. */
  private static final double LAST = 0x1p40;

  /** The longest delay, in steps; longer ones are far more likely a slip of the unit. */
  private static final int LONGEST_DELAY = 1 << 20;

  /**
   * Time of the beginning of step {@code n} in ms; where a millisecond is a whole number of steps,
   * the number nearest to it, such as 9.7 for step 97 of 0.1 ms.
   */
  public double timeMs(long n) {
    double perMs = Math.rint(1 / stepMs);
    return perMs >= 1 && 1 / perMs == stepMs ? n / perMs : n * stepMs;
  }

  /**
   * The nearest step to a time in ms, 0 or more; infinity is never.
   *
   * @throws UsageException where the time is before 0 or too late to be counted
   */
  public long nearest(String what, double ms) {
    if (ms == Double.POSITIVE_INFINITY) {
      return Long.MAX_VALUE;
    }
    double steps = Math.rint(ms / stepMs);
    if (!(ms >= 0 && steps <= LAST)) {
      throw new UsageException(
          what + " " + text(ms) + " is not between 0 and " + text(LAST * stepMs));
    }
    return (long) steps;
  }

  /**
   * An interval that must be a whole number of steps, at least one.
   *
   * @throws UsageException with the interval and the step
   */
  public int whole(String path, String what, double ms) {
    double exact = ms / stepMs;
    double steps = Math.rint(exact);
    if (exact < 1 - TOLERANCE) {
      throw new UsageException(
          path, what + " " + text(ms) + " is shorter than the step of " + text(stepMs));
    }
    if (Math.abs(exact - steps) > TOLERANCE * exact) {
      throw new UsageException(
          path, what + " " + text(ms) + " is not a whole number of steps of " + text(stepMs));
    }
    if (steps > Integer.MAX_VALUE) {
      throw new UsageException(path, what + " " + text(ms) + " is too long");
    }
    return (int) steps;
  }

  /** A delay that was stated: as {@link #whole}, and not absurdly long. */
  public int statedDelay(String path, double ms) {
    int steps = whole(path, "delay", ms);
    return checkLongest(path, ms, steps);
  }

  /** A delay that was drawn: the nearest step, at least one. */
  public int drawnDelay(String path, double ms) {
    return checkLongest(path, ms, Math.max(1, Math.rint(ms / stepMs)));
  }

  private int checkLongest(String path, double ms, double steps) {
    if (steps > LONGEST_DELAY) {
      throw new UsageException(
          path,
          "delay "
              + text(ms)
              + " is more than the "
              + LONGEST_DELAY
              + " steps of "
              + text(stepMs)
              + " that a delay may have");
    }
    return (int) steps;
  }

  private static String text(double ms) {
    return Quantity.text(ms) + " ms";
  }
}
