package org.hillock.core.census;

/**
 * How many, and how well that is known.
 *
 * @param value the count, or the best estimate; meaningless where unknown or undefined
 * @param least not fewer
 * @param most not more
 * @param state how well it is known
 */
public record Amount(long value, long least, long most, State state) {

  /** How well a count is known. */
  public enum State {
    /** Counted. */
    EXACT,
    /** A best value within a range. */
    ESTIMATE,
    /** A part is counted, another is not: at least {@link #value}. */
    PARTLY,
    /** Not counted. */
    UNKNOWN,
    /** The question does not arise, such as parameters of a brain. */
    UNDEFINED
  }

  public Amount {
    if (least > value || value > most || least < 0) {
      throw new IllegalArgumentException(least + " <= " + value + " <= " + most + " is not so");
    }
  }

  /** Counted. */
  public static Amount of(long count) {
    return new Amount(count, count, count, State.EXACT);
  }

  /** A best value within a range. */
  public static Amount about(long value, long least, long most) {
    return new Amount(value, least, most, State.ESTIMATE);
  }

  /** Not counted. */
  public static Amount unknown() {
    return new Amount(0, 0, 0, State.UNKNOWN);
  }

  /** No question here. */
  public static Amount undefined() {
    return new Amount(0, 0, 0, State.UNDEFINED);
  }

  /** Whether {@link #value} may be shown as the count. */
  public boolean known() {
    return state == State.EXACT || state == State.ESTIMATE;
  }

  /** The count of both together. */
  public Amount plus(Amount other) {
    if (state == State.UNDEFINED) {
      return other;
    }
    if (other.state == State.UNDEFINED) {
      return this;
    }
    long sum = Math.addExact(value, other.value);
    State both = state.compareTo(other.state) >= 0 ? state : other.state;
    if (both == State.UNKNOWN && sum > 0) {
      both = State.PARTLY;
    }
    return new Amount(
        sum, Math.addExact(least, other.least), Math.addExact(most, other.most), both);
  }

  /** So many of these. */
  public Amount times(long factor) {
    return new Amount(
        Math.multiplyExact(value, factor),
        Math.multiplyExact(least, factor),
        Math.multiplyExact(most, factor),
        state);
  }
}
