package org.hillock.lab.workbench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Spearman's rank correlation: whether two lists put the same things first (Spearman 1904, doi
 * 10.2307/1412159). Equal values share the mean of their ranks.
 */
public final class RankCorrelation {

  private RankCorrelation() {}

  /** Of named numbers; a name that the one lacks counts there as 0. */
  public static double of(Map<String, Double> first, Map<String, Double> second) {
    Set<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    return of(
        names.stream().mapToDouble(n -> first.getOrDefault(n, 0.0)).toArray(),
        names.stream().mapToDouble(n -> second.getOrDefault(n, 0.0)).toArray());
  }

  /**
   * Of two lists of the same length.
   *
   * @return -1..1; {@link Double#NaN} where one list has only equal values
   */
  public static double of(double[] first, double[] second) {
    double[] a = ranks(first);
    double[] b = ranks(second);
    double mean = (a.length - 1) / 2.0;
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - mean) * (b[i] - mean);
      squaresA += (a[i] - mean) * (a[i] - mean);
      squaresB += (b[i] - mean) * (b[i] - mean);
    }
    return product / Math.sqrt(squaresA * squaresB);
  }

  private static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
        to++;
      }
      double shared = (from + to) / 2.0;
      Arrays.stream(order, from, to + 1).forEach(i -> ranks[i] = shared);
      from = to + 1;
    }
    return ranks;
  }
}
