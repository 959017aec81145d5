package org.hillock.lab.wiring;

import java.util.Arrays;

/**
 * How far neurons fall into groups that are joined within more than between: Q of Newman (2006, doi
 * 10.1073/pnas.0601602103) of the best grouping that moving neuron by neuron finds, group by group
 * again until nothing gains (Blondel et al. 2008, doi 10.1088/1742-5468/2008/10/P10008). Directions
 * and signs do not count, sizes of weights do. 0 is what chance joins; above 0.3 is called modular.
 */
public final class Modularity {

  private static final double LEAST_GAIN = 1e-12;
  private static final int MOST_ROUNDS = 50;

  private final int size;
  private final int[] row;
  private final int[] target;
  private final double[] weight;
  private final double[] self;
  private final double[] strength;
  private final double total;

  /** Neighbours of each, both ways, weights added up along the way. */
  private Modularity(int size, int[] from, int[] to, double[] w) {
    this.size = size;
    row = new int[size + 1];
    self = new double[size];
    for (int k = 0; k < from.length; k++) {
      if (from[k] == to[k]) {
        self[from[k]] += w[k];
      } else {
        row[from[k] + 1]++;
        row[to[k] + 1]++;
      }
    }
    for (int n = 0; n < size; n++) {
      row[n + 1] += row[n];
    }
    int[] next = row.clone();
    target = new int[row[size]];
    weight = new double[row[size]];
    for (int k = 0; k < from.length; k++) {
      if (from[k] != to[k]) {
        target[next[from[k]]] = to[k];
        weight[next[from[k]]++] = w[k];
        target[next[to[k]]] = from[k];
        weight[next[to[k]]++] = w[k];
      }
    }
    strength = new double[size];
    double sum = 0;
    for (int n = 0; n < size; n++) {
      strength[n] = 2 * self[n];
      for (int k = row[n]; k < row[n + 1]; k++) {
        strength[n] += weight[k];
      }
      sum += strength[n];
    }
    total = sum;
  }

  /**
   * The grouping and its Q.
   *
   * @param q at most 1
   * @param group of each neuron, 0, 1, …
   */
  public record Grouping(double q, int[] group) {}

  /** The best grouping found; q 0 where there are no edges. */
  public static Grouping of(NeuronGraph graph) {
    double[] w = Arrays.stream(graph.weight()).map(Math::abs).toArray();
    int[] whole = java.util.stream.IntStream.range(0, graph.neurons()).toArray();
    int[] from = graph.from();
    int[] to = graph.to();
    int size = graph.neurons();
    double q = 0;
    while (true) {
      Modularity level = new Modularity(size, from, to, w);
      if (level.total == 0) {
        return new Grouping(0, whole);
      }
      int[] moved = level.moved();
      q = level.q(moved);
      int groups = Arrays.stream(moved).max().orElse(0) + 1;
      for (int n = 0; n < whole.length; n++) {
        whole[n] = moved[whole[n]];
      }
      if (groups == size) {
        return new Grouping(q, whole);
      }
      from = Arrays.stream(from).map(n -> moved[n]).toArray();
      to = Arrays.stream(to).map(n -> moved[n]).toArray();
      size = groups;
    }
  }

  /** Q of a grouping that is given, such as into branches. */
  public static double of(NeuronGraph graph, int[] group) {
    double[] w = Arrays.stream(graph.weight()).map(Math::abs).toArray();
    Modularity whole = new Modularity(graph.neurons(), graph.from(), graph.to(), w);
    return whole.total == 0 ? 0 : whole.q(group);
  }

  private double q(int[] group) {
    int groups = Arrays.stream(group).max().orElse(0) + 1;
    double[] within = new double[groups];
    double[] all = new double[groups];
    for (int n = 0; n < size; n++) {
      within[group[n]] += 2 * self[n];
      all[group[n]] += strength[n];
      for (int k = row[n]; k < row[n + 1]; k++) {
        within[group[n]] += group[target[k]] == group[n] ? weight[k] : 0;
      }
    }
    double q = 0;
    for (int g = 0; g < groups; g++) {
      q += within[g] / total - (all[g] / total) * (all[g] / total);
    }
    return q;
  }

  /** Each neuron goes to the group where it gains most, in turn, until none gains. */
  private int[] moved() {
    int[] group = java.util.stream.IntStream.range(0, size).toArray();
    double[] all = strength.clone();
    double[] towards = new double[size];
    boolean gained = true;
    for (int round = 0; gained && round < MOST_ROUNDS; round++) {
      gained = false;
      for (int n = 0; n < size; n++) {
        gained |= move(n, group, all, towards);
      }
    }
    return numbered(group);
  }

  private boolean move(int n, int[] group, double[] all, double[] towards) {
    for (int k = row[n]; k < row[n + 1]; k++) {
      towards[group[target[k]]] += weight[k];
    }
    int own = group[n];
    all[own] -= strength[n];
    int best = own;
    double most = towards[own] - all[own] * strength[n] / total;
    for (int k = row[n]; k < row[n + 1]; k++) {
      int other = group[target[k]];
      double gain = towards[other] - all[other] * strength[n] / total;
      if (gain > most + LEAST_GAIN * total) {
        most = gain;
        best = other;
      }
    }
    for (int k = row[n]; k < row[n + 1]; k++) {
      towards[group[target[k]]] = 0;
    }
    all[best] += strength[n];
    group[n] = best;
    return best != own;
  }

  private static int[] numbered(int[] group) {
    int[] number = new int[group.length];
    Arrays.fill(number, -1);
    int next = 0;
    int[] all = new int[group.length];
    for (int n = 0; n < group.length; n++) {
      if (number[group[n]] < 0) {
        number[group[n]] = next++;
      }
      all[n] = number[group[n]];
    }
    return all;
  }
}
