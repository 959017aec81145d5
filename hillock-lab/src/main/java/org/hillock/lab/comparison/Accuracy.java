package org.hillock.lab.comparison;

import java.util.List;

/**
 * Share of right answers on images that were not learnt from.
 *
 * @param bySplit 0..1, one for each split
 * @param asked images asked in each split
 */
public record Accuracy(List<Double> bySplit, int asked) {

  public Accuracy {
    bySplit = List.copyOf(bySplit);
    if (bySplit.isEmpty()) {
      throw new IllegalArgumentException("no split was measured");
    }
  }

  /** Mean over splits, 0..1. */
  public double mean() {
    return bySplit.stream().mapToDouble(Double::doubleValue).sum() / bySplit.size();
  }

  /** Standard deviation over splits (n - 1), 0 for one split. */
  public double sd() {
    double mean = mean();
    double squares = bySplit.stream().mapToDouble(a -> (a - mean) * (a - mean)).sum();
    return bySplit.size() < 2 ? 0 : Math.sqrt(squares / (bySplit.size() - 1));
  }
}
