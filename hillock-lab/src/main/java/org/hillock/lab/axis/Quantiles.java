package org.hillock.lab.axis;

import java.util.Arrays;

/**
 * Quantiles of a sample, linear between order statistics (type 7 of Hyndman and Fan 1996, doi
 * 10.1080/00031305.1996.10473566).
 */
final class Quantiles {

  private final double[] sorted;

  /** Of at least one finite number. */
  Quantiles(double[] sample) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("an empty sample has no quantiles");
    }
    sorted = sample.clone();
    Arrays.sort(sorted);
  }

  /** The quantile at {@code share} of 0..1. */
  double at(double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  double median() {
    return at(0.5);
  }
}
