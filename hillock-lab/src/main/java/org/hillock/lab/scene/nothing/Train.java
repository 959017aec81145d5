package org.hillock.lab.scene.nothing;

import java.util.ArrayList;
import java.util.List;

/**
 * Which assembly led when.
 *
 * @param leader number of the leading assembly in each bin, {@link #NONE} where none does
 */
record Train(int[] leader) {

  static final int NONE = -1;

  /** Length of a bin. */
  static final double BIN_MS = 10;

  /** An assembly that leads fires at least that fast: several times what noise alone makes. */
  private static final double LEAST_HZ = 8;

  /** And so many times as fast as any other. */
  private static final double CLEARLY = 1.5;

  /**
   * Reads it from spikes.
   *
   * @param counts spikes by assembly and bin, smoothed here over three bins
   * @param cells of an assembly
   */
  static Train of(int[][] counts, int cells) {
    int bins = counts[0].length;
    int[] leader = new int[bins];
    for (int b = 0; b < bins; b++) {
      double first = 0;
      double second = 0;
      int who = NONE;
      for (int a = 0; a < counts.length; a++) {
        double rate = smooth(counts[a], b) / cells / BIN_MS * 1000;
        if (rate > first) {
          second = first;
          first = rate;
          who = a;
        } else {
          second = Math.max(second, rate);
        }
      }
      leader[b] = first > LEAST_HZ && first > CLEARLY * second ? who : NONE;
    }
    return new Train(leader);
  }

  private static double smooth(int[] counts, int bin) {
    double sum = counts[bin];
    sum += bin > 0 ? counts[bin - 1] : 0;
    sum += bin + 1 < counts.length ? counts[bin + 1] : 0;
    return sum / 3;
  }

  /** Share of the bins in which an assembly leads, 0..1. */
  double led() {
    int count = 0;
    for (int l : leader) {
      count += l == NONE ? 0 : 1;
    }
    return (double) count / leader.length;
  }

  /** Those that led, in order, each once until another does. */
  List<Integer> states() {
    List<Integer> states = new ArrayList<>();
    for (int l : leader) {
      if (l != NONE && (states.isEmpty() || states.getLast() != l)) {
        states.add(l);
      }
    }
    return states;
  }
}
