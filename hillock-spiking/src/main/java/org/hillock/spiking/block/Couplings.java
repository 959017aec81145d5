package org.hillock.spiking.block;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.Settling;

/**
 * The electrical synapses of a session. Blocks go one step at a time where there are any: each
 * publishes what others look at after its step, in one of two places in turn, and all wait for each
 * other before the next; so what is read is what stood at the beginning of the step.
 */
final class Couplings {

  private final BlockProgram program;
  private final Map<String, Effects> effects;

  /** Something of a population that is looked at. */
  private record Seen(int population, String variable) implements Comparable<Seen> {
    @Override
    public int compareTo(Seen other) {
      return population != other.population
          ? Integer.compare(population, other.population)
          : variable.compareTo(other.variable);
    }
  }

  private final List<Seen> seen;

  /** By parity, what is seen and neuron. */
  private final double[][][] values;

  /** By coupling: what scales it, and whether it is lesioned. */
  private final double[] gain;

  private final boolean[] lesioned;

  /** By coupling, whether no later one ends at its port. Those of a port follow each other. */
  private final boolean[] last;

  /** By coupling, the places in {@link #seen} of its two sides. */
  private final int[][] sides;

  Couplings(BlockProgram program, Map<String, Effects> effects) {
    this.program = program;
    this.effects = effects;
    Set<Seen> all = new TreeSet<>();
    for (Coupling c : program.couplings) {
      all.add(new Seen(c.from(), c.sides().from()));
      all.add(new Seen(c.to(), c.sides().to()));
    }
    seen = List.copyOf(all);
    values = new double[2][seen.size()][];
    for (double[][] parity : values) {
      for (int k = 0; k < parity.length; k++) {
        parity[k] = new double[program.populations.get(seen.get(k).population).size()];
      }
    }
    gain = new double[program.couplings.size()];
    Arrays.fill(gain, 1);
    lesioned = new boolean[gain.length];
    sides = new int[gain.length][];
    last = new boolean[gain.length];
    for (int k = 0; k < sides.length; k++) {
      Coupling c = program.couplings.get(k);
      boolean more = k + 1 < sides.length && program.couplings.get(k + 1).endsWith(c);
      last[k] = !more;
      sides[k] =
          new int[] {
            seen.indexOf(new Seen(c.from(), c.sides().from())),
            seen.indexOf(new Seen(c.to(), c.sides().to()))
          };
    }
  }

  /** What scales the couplings at a port of a population. */
  void heed(int population, String port, double factor) {
    for (int k = 0; k < gain.length; k++) {
      Coupling c = program.couplings.get(k);
      gain[k] = c.to() == population && c.port().equals(port) ? factor : gain[k];
    }
  }

  /** Interventions changed. */
  void lesion(Set<String> projections) {
    for (int k = 0; k < lesioned.length; k++) {
      lesioned[k] = projections.contains(program.couplings.get(k).projection());
    }
  }

  /** Whether a projection is one of electrical synapses. */
  boolean contain(String projection) {
    return program.couplings.stream().anyMatch(c -> c.projection().equals(projection));
  }

  /** Lets others see a block's neurons as they are after {@code steps} steps. */
  void publish(Block block, long steps) {
    int parity = (int) (steps & 1);
    for (int k = 0; k < seen.size(); k++) {
      Seen what = seen.get(k);
      BlockLayout.Part part = program.layout.part(what.population, block.number);
      for (int i = 0; i < part.count(); i++) {
        values[parity][k][part.start() + i] =
            program.value(block, what.population, what.variable, i, (int) (steps % Settling.STEPS));
      }
    }
  }

  /**
   * Tells the neurons of a population in a block what flows into them in a step.
   *
   * @return synapses that were looked at
   */
  long flow(Block block, int population, Neurons neurons, long step) {
    BlockLayout.Part part = program.layout.part(population, block.number);
    Effects on = effect(population);
    double[][] now = values[(int) (step & 1)];
    long synapses = 0;
    double[] total = new double[part.count()];
    for (int k = 0; k < gain.length; k++) {
      Coupling c = program.couplings.get(k);
      if (c.to() != population) {
        continue;
      }
      synapses += c.start()[part.end()] - c.start()[part.start()];
      if (!lesioned[k]) {
        addTo(total, k, part, now);
      }
      if (last[k]) {
        for (int i = 0; i < total.length; i++) {
          boolean silent = on.inputsSilent[part.start() + i];
          neurons.flow(c.input(), i, silent ? 0 : gain[k] * total[i]);
        }
        Arrays.fill(total, 0);
      }
    }
    return synapses;
  }

  /** Adds the subtotals of a coupling. */
  private void addTo(double[] total, int coupling, BlockLayout.Part part, double[][] now) {
    Coupling c = program.couplings.get(coupling);
    Effects of = effect(c.from());
    double[] from = now[sides[coupling][0]];
    double[] to = now[sides[coupling][1]];
    for (int i = 0; i < total.length; i++) {
      int target = part.start() + i;
      double here = held(c.to(), c.sides().to(), target, to[target]);
      double own = 0;
      for (int s = c.start()[target]; s < c.start()[target + 1]; s++) {
        int source = c.source()[s];
        if (!of.outputsSilent[source]) {
          double there = held(c.from(), c.sides().from(), source, from[source]);
          own += c.weight()[s] * (there - here);
        }
      }
      total[i] += own;
    }
  }

  /** A potential that is held from this step on is seen as it is held. */
  private double held(int population, String variable, int neuron, double value) {
    boolean point = program.dynamics.get(population) instanceof Dynamics.Equations;
    Effects effect = effect(population);
    return point && variable.equals("v") && effect.held[neuron] ? effect.heldAt[neuron] : value;
  }

  private Effects effect(int population) {
    return Objects.requireNonNull(effects.get(program.populations.get(population).name()));
  }
}
