package org.hillock.lab.scene.specialists;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.lab.analysis.ClassTuning;
import org.hillock.lab.analysis.Hypergeometric;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;

/**
 * Which units of the two branches go by form and which by colour.
 *
 * @param form how much of each unit's variance is between forms, 0..1; left branch first
 * @param colour the same between colours
 * @param selectivity mean of the units for the sixteen classes (Morcos et al. 2018)
 */
record Roles(double[] form, double[] colour, double selectivity) {

  /** A unit goes by what explains at least a quarter of its variance, and more than the other. */
  private static final double GOES_BY = 0.25;

  static Roles of(Network network, Dataset asked, long seed) {
    double[] form = new double[2 * Branches.UNITS];
    double[] colour = new double[form.length];
    double selectivity = 0;
    int counted = 0;
    int[] forms = Arrays.stream(asked.labels()).map(l -> l / Branches.KINDS).toArray();
    int[] colours = Arrays.stream(asked.labels()).map(l -> l % Branches.KINDS).toArray();
    try (Responder responder = Responder.open(network, DecisionTiming.of(network), seed)) {
      Activities seen = responder.activities(asked.images(), Optional.empty(), Branches.READ, 0);
      for (int b = 0; b < Branches.READ.size(); b++) {
        double[][] rows = seen.of(Branches.READ.get(b));
        for (int u = 0; u < Branches.UNITS; u++) {
          int unit = u;
          double[] own = Arrays.stream(rows).mapToDouble(r -> r[unit]).toArray();
          form[b * Branches.UNITS + u] = between(own, forms);
          colour[b * Branches.UNITS + u] = between(own, colours);
        }
        for (ClassTuning tuning : ClassTuning.of(rows, asked.labels(), asked.classes())) {
          if (Double.isFinite(tuning.selectivity())) {
            selectivity += tuning.selectivity();
            counted++;
          }
        }
      }
    }
    return new Roles(form, colour, counted == 0 ? 0 : selectivity / counted);
  }

  /** The share of variance that lies between groups; 0 of a unit that never changes. */
  private static double between(double[] own, int[] group) {
    double mean = Arrays.stream(own).average().orElseThrow();
    double all = Arrays.stream(own).map(x -> (x - mean) * (x - mean)).sum();
    double between = 0;
    for (int g = 0; g < Branches.KINDS; g++) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < own.length; i++) {
        if (group[i] == g) {
          sum += own[i];
          count++;
        }
      }
      between += count * (sum / count - mean) * (sum / count - mean);
    }
    return all == 0 ? 0 : between / all;
  }

  private static boolean goesBy(double one, double other) {
    return one >= GOES_BY && one > other;
  }

  private int count(double[] one, double[] other, int from, int to) {
    int count = 0;
    for (int u = from; u < to; u++) {
      count += goesBy(one[u], other[u]) ? 1 : 0;
    }
    return count;
  }

  int formUnits(boolean left) {
    return left
        ? count(form, colour, 0, Branches.UNITS)
        : count(form, colour, Branches.UNITS, form.length);
  }

  int colourUnits(boolean left) {
    return left
        ? count(colour, form, 0, Branches.UNITS)
        : count(colour, form, Branches.UNITS, form.length);
  }

  /**
   * How likely the units that go by form lie so unevenly in two branches among all units that go by
   * one of the two, if branches meant nothing: hypergeometric, for either branch.
   */
  double chance() {
    int left = formUnits(true);
    int right = formUnits(false);
    int inLeft = left + colourUnits(true);
    int all = inLeft + right + colourUnits(false);
    double leftMore = Hypergeometric.atLeast(left, inLeft, left + right, all);
    double rightMore = Hypergeometric.atLeast(right, all - inLeft, left + right, all);
    return Math.min(1, 2 * Math.min(leftMore, rightMore));
  }
}
