package org.hillock.lab.scene.eachinitstime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.axis.noise.Repeats;
import org.hillock.lab.axis.order.RateUpdates;

/**
 * Cells that act on each other in circles, from many starts, all updated at once and one at a time.
 *
 * @param differ share of the starts from which not all orders came to the same end
 * @param entropy of the ends over orders, in bits, mean over starts
 * @param swinging share of the starts from which the cells, updated at once, swing for ever
 * @param otherPeriods how many of these do not come back after two rounds
 * @param unsettled runs one at a time that did not come to rest
 * @param repeated runs that did not end alike when their order was repeated
 */
record Settling(
    double differ, double entropy, double swinging, int otherPeriods, int unsettled, int repeated) {

  static final int ORDERS = 10;
  private static final int MOST_ROUNDS = 200;
  private static final String POPULATION = "cells";

  static Settling of(Network network, List<double[]> starts, long seed) {
    RateUpdates updates = RateUpdates.of(network);
    int differ = 0;
    double entropy = 0;
    int swinging = 0;
    int other = 0;
    int unsettled = 0;
    int repeated = 0;
    for (int s = 0; s < starts.size(); s++) {
      updates.start(POPULATION, starts.get(s));
      if (!updates.together(MOST_ROUNDS).settled()) {
        swinging++;
        double[] before = updates.values(POPULATION);
        updates.together(2);
        other += Arrays.equals(before, updates.values(POPULATION)) ? 0 : 1;
      }
      Map<List<Double>, Integer> ends = new HashMap<>();
      int[] end = new int[ORDERS];
      for (int k = 0; k < ORDERS; k++) {
        List<Double> first = oneByOne(updates, starts.get(s), seed, s, k);
        unsettled += first.isEmpty() ? 1 : 0;
        repeated += oneByOne(updates, starts.get(s), seed, s, k).equals(first) ? 0 : 1;
        end[k] = ends.computeIfAbsent(first, _ -> ends.size());
      }
      differ += ends.size() > 1 ? 1 : 0;
      entropy += Repeats.entropy(end, ORDERS) / starts.size();
    }
    return new Settling(
        (double) differ / starts.size(),
        entropy,
        (double) swinging / starts.size(),
        other,
        unsettled,
        repeated);
  }

  /** Where it ended; empty where it did not. */
  private static List<Double> oneByOne(
      RateUpdates updates, double[] start, long seed, int number, int order) {
    updates.start(POPULATION, start);
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 3L + number, order);
    return updates.oneByOne(MOST_ROUNDS, draws).settled()
        ? Arrays.stream(updates.values(POPULATION)).boxed().toList()
        : List.of();
  }

  /** How many cells change in each of some rounds. */
  static double[] changes(
      Network network, double[] start, int rounds, long seed, boolean together) {
    RateUpdates updates = RateUpdates.of(network);
    updates.start(POPULATION, start);
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 4);
    double[] changes = new double[rounds];
    double[] before = start.clone();
    for (int r = 0; r < rounds; r++) {
      if (together) {
        updates.together(1);
      } else {
        updates.oneByOne(1, draws);
      }
      double[] now = updates.values(POPULATION);
      for (int i = 0; i < now.length; i++) {
        changes[r] += now[i] != before[i] ? 1 : 0;
      }
      before = now;
    }
    return changes;
  }

  /** Stored patterns with a quarter of the cells turned over. */
  static List<double[]> cues(int[][] stored, int count, long seed) {
    List<double[]> cues = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      int[] order = new int[OrderNetworks.CELLS];
      Arrays.setAll(order, i -> i);
      new Draws(seed, Purpose.EXPERIMENT, 5, c).shuffle(order);
      double[] cue = new double[OrderNetworks.CELLS];
      int[] pattern = stored[c % stored.length];
      Arrays.setAll(cue, i -> pattern[i] > 0 ? 1 : 0);
      for (int k = 0; k < OrderNetworks.CELLS / 4; k++) {
        cue[order[k]] = 1 - cue[order[k]];
      }
      cues.add(cue);
    }
    return cues;
  }

  /** Cells that are 1 or 0 by chance. */
  static List<double[]> anyStarts(int count, long seed) {
    List<double[]> starts = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 6, c);
      double[] start = new double[OrderNetworks.CELLS];
      Arrays.setAll(start, _ -> draws.uniform() < 0.5 ? 0 : 1);
      starts.add(start);
    }
    return starts;
  }
}
