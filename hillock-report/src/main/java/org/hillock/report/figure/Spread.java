package org.hillock.report.figure;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Moves labels apart that would lie on each other. */
final class Spread {

  private Spread() {}

  /**
   * Places near the wanted ones, in the same order, at least {@code gap} apart, within the bounds
   * where there is room for all.
   */
  static double[] apart(double[] wanted, double gap, double least, double most) {
    int[] order =
        IntStream.range(0, wanted.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> wanted[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] places = new double[wanted.length];
    double from = least;
    for (int i : order) {
      places[i] = Math.max(wanted[i], from);
      from = places[i] + gap;
    }
    double to = most;
    for (int k = order.length - 1; k >= 0; k--) {
      places[order[k]] = Math.min(places[order[k]], to);
      to = places[order[k]] - gap;
    }
    return places;
  }
}
