package org.hillock.lab.axis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares that were counted in clusters: one thing was drawn and changed, and then many were looked
 * at, which have that one change in common and so are not independent.
 *
 * @param drawn at least one
 */
record DrawnShares(List<Drawn> drawn) {

  /**
   * What came of one change.
   *
   * @param group things are drawn from, each group by itself
   * @param count of those that have it
   * @param of those looked at
   */
  record Drawn(String group, long count, long of) {}

  DrawnShares {
    drawn = List.copyOf(drawn);
  }

  long asked() {
    return drawn.stream().mapToLong(Drawn::of).sum();
  }

  /** Of all that were looked at, 0..1; 0 where none was. */
  double share() {
    long asked = asked();
    return asked == 0 ? 0 : (double) drawn.stream().mapToLong(Drawn::count).sum() / asked;
  }

  /**
   * Variance of the share over other draws from each group, by the linearised ratio (Cochran 1977,
   * Sampling Techniques, 3rd ed., chapter 11); 0 where every group had one draw.
   */
  double variance() {
    double share = share();
    long asked = asked();
    double variance = 0;
    for (List<Drawn> group : groups().values()) {
      double[] residuals = group.stream().mapToDouble(d -> d.count() - share * d.of()).toArray();
      int n = residuals.length;
      double mean = java.util.Arrays.stream(residuals).average().orElseThrow();
      double squares = java.util.Arrays.stream(residuals).map(r -> (r - mean) * (r - mean)).sum();
      variance += n < 2 ? 0 : squares * n / (n - 1) / ((double) asked * asked);
    }
    return variance;
  }

  /** Draws beyond one in each group. */
  int degrees() {
    return drawn.size() - groups().size();
  }

  private Map<String, List<Drawn>> groups() {
    Map<String, List<Drawn>> groups = new LinkedHashMap<>();
    drawn.forEach(d -> groups.computeIfAbsent(d.group(), _ -> new java.util.ArrayList<>()).add(d));
    return groups;
  }

  /** Of confidence; where no draw differs from another, as wide as so few draws leave it. */
  Measurement.Interval interval(String over) {
    return Confidence.ofShare(share(), variance(), Math.max(1, degrees()), drawn.size(), over);
  }
}
