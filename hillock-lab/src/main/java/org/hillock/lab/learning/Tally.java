package org.hillock.lab.learning;

import java.util.Arrays;

/** Counts synapses whose update changed. */
final class Tally {

  private long counted;
  private int changed;
  private double[] relative = new double[1024];

  /** Counts one synapse with its two updates, which changed where these differ by a bit. */
  void add(double before, double after) {
    add(before, after, before != after);
  }

  /** Counts one synapse with its two updates. */
  void add(double before, double after, boolean isChanged) {
    counted++;
    if (isChanged) {
      if (changed == relative.length) {
        relative = Arrays.copyOf(relative, 2 * changed);
      }
      relative[changed++] = relative(before, after);
    }
  }

  /** The difference of two updates, relative to the larger. */
  static double relative(double before, double after) {
    double larger = Math.max(Math.abs(before), Math.abs(after));
    return larger == 0 ? 0 : Math.abs(after - before) / larger;
  }

  /** What was counted so far, and changed. */
  Locality.Change sofar() {
    return new Locality.Change(counted, changed);
  }

  Reach reach() {
    double[] sorted = Arrays.copyOf(relative, changed);
    Arrays.sort(sorted);
    return new Reach(counted, changed, changed == 0 ? 0 : sorted[changed / 2]);
  }
}
