package org.hillock.core.census;

/**
 * How many weights excite, inhibit, and do nothing.
 *
 * @param excitatory above 0 at the receptor
 * @param inhibitory below 0 at the receptor
 * @param zero exactly 0
 * @param unread parameters whose weights are not at hand, biases among them
 */
public record WeightSigns(long excitatory, long inhibitory, long zero, long unread) {

  /** None. */
  public static final WeightSigns NONE = new WeightSigns(0, 0, 0, 0);

  /** So many of one sign: above 0, below 0, or 0. */
  public static WeightSigns of(double sign, long count) {
    return sign > 0
        ? new WeightSigns(count, 0, 0, 0)
        : sign < 0 ? new WeightSigns(0, count, 0, 0) : new WeightSigns(0, 0, count, 0);
  }

  /** Not at hand. */
  public static WeightSigns unread(long count) {
    return new WeightSigns(0, 0, 0, count);
  }

  /** Both together. */
  public WeightSigns plus(WeightSigns other) {
    return new WeightSigns(
        Math.addExact(excitatory, other.excitatory),
        Math.addExact(inhibitory, other.inhibitory),
        Math.addExact(zero, other.zero),
        Math.addExact(unread, other.unread));
  }

  /** Whether any sign is known. */
  public boolean any() {
    return excitatory + inhibitory > 0;
  }

  /** Inhibitory ones among those that are not 0; where {@link #any}. */
  public double inhibitoryShare() {
    return (double) inhibitory / ((double) excitatory + inhibitory);
  }
}
