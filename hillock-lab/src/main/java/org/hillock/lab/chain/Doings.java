package org.hillock.lab.chain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every neuron did in one run: its spikes, or its values. */
public final class Doings {

  private static final double[] NONE = {};

  private final boolean timed;
  private final Map<String, Trains> populations;

  Doings(boolean timed, Map<String, Trains> populations) {
    this.timed = timed;
    this.populations = new LinkedHashMap<>(populations);
  }

  /**
   * One population.
   *
   * @param spikes whether its neurons spike
   * @param rows by neuron: when (ms, or number of the pass) and which value; a spike's is 1
   */
  record Trains(boolean spikes, double[][][] rows) {}

  /** Whether it was a run in time; else of passes. */
  public boolean timed() {
    return timed;
  }

  /**
   * When each neuron of a population did something else than in another run: each spike that only
   * one of the two has; of a value in time the moment from which it differs; each pass in which it
   * differs.
   *
   * @return by neuron, ascending; to the bit, so equal runs give none
   */
  double[][] otherThan(Doings other, String population) {
    Trains these = trains(population);
    Trains those = other.trains(population);
    double[][] all = new double[these.rows.length][];
    for (int n = 0; n < all.length; n++) {
      double[][] a = these.rows[n];
      double[][] b = those.rows[n];
      if (!timed) {
        all[n] = passes(a, b);
      } else if (these.spikes) {
        all[n] = spikes(a, b);
      } else {
        all[n] = firstOther(a, b);
      }
    }
    return all;
  }

  private Trains trains(String population) {
    Trains trains = populations.get(population);
    if (trains == null) {
      throw new IllegalArgumentException("population '" + population + "' was not watched");
    }
    return trains;
  }

  private static double[] passes(double[][] a, double[][] b) {
    double[] differ = new double[a.length];
    int count = 0;
    for (int k = 0; k < a.length; k++) {
      if (a[k][1] != b[k][1]) {
        differ[count++] = a[k][0];
      }
    }
    return Arrays.copyOf(differ, count);
  }

  /** Two sorted lists merged: what is in one and not in the other. */
  private static double[] spikes(double[][] a, double[][] b) {
    double[] differ = new double[a.length + b.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      double left = i < a.length ? a[i][0] : Double.POSITIVE_INFINITY;
      double right = j < b.length ? b[j][0] : Double.POSITIVE_INFINITY;
      if (left == right) {
        i++;
        j++;
      } else if (left < right) {
        differ[count++] = left;
        i++;
      } else {
        differ[count++] = right;
        j++;
      }
    }
    return Arrays.copyOf(differ, count);
  }

  /** The first change that the other course does not make at that time to that value. */
  private static double[] firstOther(double[][] a, double[][] b) {
    for (int k = 0; k < Math.max(a.length, b.length); k++) {
      double[] left = k < a.length ? a[k] : null;
      double[] right = k < b.length ? b[k] : null;
      if (left == null || right == null || !Arrays.equals(left, right)) {
        double at = Double.POSITIVE_INFINITY;
        at = left == null ? at : Math.min(at, left[0]);
        at = right == null ? at : Math.min(at, right[0]);
        return new double[] {at};
      }
    }
    return NONE;
  }
}
