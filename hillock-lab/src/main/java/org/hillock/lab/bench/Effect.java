package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How two runs of the same network differ.
 *
 * @param populations every population, in the order of the network
 * @param before what the network answered in the first; empty where it states no decision
 * @param after the same in the second
 */
public record Effect(
    List<OnPopulation> populations, Optional<Integer> before, Optional<Integer> after) {

  /**
   * How one population differs.
   *
   * @param population its name
   * @param neurons that it has
   * @param changed of them, those whose spikes or value are not the same to the bit
   * @param before mean level in the first run: Hz of neurons that spike, else the value
   * @param after the same in the second
   * @param unit of both
   * @param firstMs when spikes first differ, in ms; {@link Double#NaN} where there are none
   * @param most the neurons whose levels differ most, largest first, at most {@value #MOST_KEPT}
   */
  public record OnPopulation(
      String population,
      int neurons,
      int changed,
      double before,
      double after,
      String unit,
      double firstMs,
      List<OnNeuron> most) {

    /** How many neurons are told of singly. */
    public static final int MOST_KEPT = 10;
  }

  /** How one neuron differs. */
  public record OnNeuron(int neuron, double before, double after) {
    public double change() {
      return after - before;
    }
  }

  public Effect {
    populations = List.copyOf(populations);
  }

  /** Compares two runs of one network. */
  public static Effect between(
      Activity before,
      Activity after,
      Optional<Integer> answerBefore,
      Optional<Integer> answerAfter) {
    List<OnPopulation> all = new ArrayList<>();
    for (String name : before.populations()) {
      all.add(on(name, before, after));
    }
    return new Effect(all, answerBefore, answerAfter);
  }

  private static OnPopulation on(String name, Activity before, Activity after) {
    double[] first = before.levels(name);
    double[] second = after.levels(name);
    List<OnNeuron> changed = new ArrayList<>();
    for (int n = 0; n < first.length; n++) {
      if (!same(name, before, after, n)) {
        changed.add(new OnNeuron(n, first[n], second[n]));
      }
    }
    List<OnNeuron> most =
        changed.stream()
            .sorted(
                Comparator.comparingDouble((OnNeuron n) -> -Math.abs(n.change()))
                    .thenComparingInt(OnNeuron::neuron))
            .limit(OnPopulation.MOST_KEPT)
            .toList();
    return new OnPopulation(
        name,
        first.length,
        changed.size(),
        Arrays.stream(first).average().orElse(0),
        Arrays.stream(second).average().orElse(0),
        before.unit(name),
        firstDifference(name, before, after),
        most);
  }

  private static boolean same(String name, Activity before, Activity after, int neuron) {
    if (before.spikes(name).isPresent()) {
      return Arrays.equals(
          before.spikes(name).get().of(neuron), after.spikes(name).orElseThrow().of(neuron));
    }
    double[][] first = before.values(name).orElseThrow();
    double[][] second = after.values(name).orElseThrow();
    for (int row = 0; row < first.length; row++) {
      if (Double.compare(first[row][neuron], second[row][neuron]) != 0) {
        return false;
      }
    }
    return true;
  }

  private static double firstDifference(String name, Activity before, Activity after) {
    if (before.spikes(name).isEmpty()) {
      return Double.NaN;
    }
    double first = Double.POSITIVE_INFINITY;
    SpikeTrains a = before.spikes(name).get();
    SpikeTrains b = after.spikes(name).orElseThrow();
    for (int n = 0; n < a.neurons(); n++) {
      int at = Arrays.mismatch(a.of(n), b.of(n));
      if (at >= 0) {
        double here = at < a.of(n).length ? a.of(n)[at] : Double.POSITIVE_INFINITY;
        double there = at < b.of(n).length ? b.of(n)[at] : Double.POSITIVE_INFINITY;
        first = Math.min(first, Math.min(here, there));
      }
    }
    return first == Double.POSITIVE_INFINITY ? Double.NaN : first;
  }

  /** Neurons that did something else. */
  public long changed() {
    return populations.stream().mapToLong(OnPopulation::changed).sum();
  }

  /** Whether both runs were the same to the bit. */
  public boolean isNothing() {
    return changed() == 0 && before.equals(after);
  }
}
