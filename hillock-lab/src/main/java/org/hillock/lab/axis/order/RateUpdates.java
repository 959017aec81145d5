package org.hillock.lab.axis.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.random.Draws;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/**
 * A network of rate neurons in plain arithmetic, whose neurons are updated all at once, or one at a
 * time in an order that is drawn, until nothing changes any more.
 *
 * <p>An update reads what the others send at that moment, adds it up (always in the order of the
 * synapses, so that the same values give the same bits) and sends the new value if it differs.
 * Nothing is drawn but the order. A network without circles comes to the same values in any order:
 * once all that a neuron hears is final, so is what it makes of it. With circles it may come to
 * others, or, all at once, swing for ever (Hopfield 1982, doi 10.1073/pnas.79.8.2554; Goles,
 * Fogelman and Pellegrin 1985, doi 10.1016/0166-218X(85)90029-0).
 */
public final class RateUpdates {

  private final Network network;
  private final Map<String, Integer> offset = new LinkedHashMap<>();
  private final int[] summing;
  private final int[] first;
  private final int[] source;
  private final double[] weight;
  private final double[] bias;
  private final long[] reached;
  private final Population[] populationOf;
  private final Map<String, List<double[]>> parameters = new LinkedHashMap<>();
  private final double[] values;
  private final double[] sums;

  private RateUpdates(Network network) {
    this.network = network;
    int neurons = 0;
    for (Population p : network.populations().values()) {
      offset.put(p.name(), neurons);
      neurons += p.size();
    }
    populationOf = new Population[neurons];
    bias = new double[neurons];
    for (Population p : network.populations().values()) {
      int from = start(p.name());
      Arrays.fill(populationOf, from, from + p.size(), p);
      if (p.bias().isPresent()) {
        System.arraycopy(Parameters.bias(network, p), 0, bias, from, p.size());
      }
      parameters.put(p.name(), RateFunction.parameters(network, p));
    }
    summing =
        IntStream.range(0, neurons).filter(n -> populationOf[n].model().takesSynapses()).toArray();
    values = new double[neurons];
    sums = new double[neurons];
    reached = new long[neurons];
    first = new int[neurons + 1];
    List<Synapses> all = new ArrayList<>();
    List<Projection> projections = List.copyOf(network.projections().values());
    for (Projection p : projections) {
      Synapses wires = Wiring.of(network, p);
      all.add(wires);
      for (int k = 0; k < wires.count(); k++) {
        first[start(p.to()) + wires.post()[k] + 1]++;
        reached[start(p.from()) + wires.pre()[k]]++;
      }
    }
    for (int n = 0; n < neurons; n++) {
      first[n + 1] += first[n];
    }
    source = new int[first[neurons]];
    weight = new double[first[neurons]];
    int[] next = first.clone();
    for (int j = 0; j < projections.size(); j++) {
      Projection p = projections.get(j);
      Synapses wires = all.get(j);
      double gain = network.gain(p.to());
      for (int k = 0; k < wires.count(); k++) {
        int at = next[start(p.to()) + wires.post()[k]]++;
        source[at] = start(p.from()) + wires.pre()[k];
        weight[at] = wires.weight()[k] * gain;
      }
    }
  }

  private int start(String population) {
    return offset.getOrDefault(population, 0);
  }

  /** Lays out a network that is not {@linkplain #refusal refused}. */
  public static RateUpdates of(Network network) {
    return new RateUpdates(network);
  }

  /** Why the neurons of a network cannot be updated one by one here; empty where they can. */
  public static Optional<String> refusal(Network network) {
    for (Population p : network.populations().values()) {
      Optional<RateFunction> function = RateFunction.of(p.neuron());
      if (!p.neuron().equals("input")
          && (function.isEmpty() || function.get() == RateFunction.PRODUCT)) {
        return Optional.of("neurons of model '" + p.neuron() + "' are not updated by one sum");
      }
    }
    for (Projection p : network.projections().values()) {
      if (p.passes() > 0) {
        return Optional.of("projection '" + p.name() + "' counts its delay in passes");
      }
      if (!(p.normalisation() instanceof Normalisation.None)) {
        return Optional.of(
            "projection '" + p.name() + "' normalises what its neurons send together");
      }
      if (p.connectivity() instanceof Pooling pooling && pooling.kind() == Pooling.Kind.MAX) {
        return Optional.of("projection '" + p.name() + "' takes the largest of what it carries");
      }
    }
    if (network.modulators().values().stream().anyMatch(Modulator::changes)) {
      return Optional.of("a modulator changes while it runs");
    }
    return network.presentation().isPresent()
        ? Optional.of("it is shown its input frame by frame")
        : Optional.empty();
  }

  /**
   * How a network came to rest.
   *
   * @param settled whether it did within the limit
   * @param rounds in which all neurons were updated, until nothing changed; the last of them only
   *     finds that out and is not counted
   * @param updates of single neurons up to the last that changed anything
   * @param events changed values that reached a synapse
   */
  public record Course(boolean settled, int rounds, long updates, long events) {}

  /** Puts all neurons to 0 and the input to these numbers. */
  public void show(String input, float[] shown) {
    Arrays.fill(values, 0);
    Arrays.fill(sums, 0);
    for (int i = 0; i < shown.length; i++) {
      values[start(input) + i] = shown[i];
    }
  }

  /** Puts a population to these values, from which it goes on. */
  public void start(String population, double[] from) {
    System.arraycopy(from, 0, values, start(population), from.length);
  }

  /** The values of a population now. */
  public double[] values(String population) {
    int from = start(population);
    return Arrays.copyOfRange(values, from, from + network.population(population).size());
  }

  /** Updates all neurons at once, again and again. */
  public Course together(int mostRounds) {
    Counter counter = new Counter();
    double[] next = values.clone();
    for (int round = 0; round < mostRounds; round++) {
      counter.changed = false;
      for (int n : summing) {
        sums[n] = sum(n);
      }
      for (Population p : network.populations().values()) {
        if (p.model().takesSynapses()) {
          int from = start(p.name());
          double[] of = function(p).of(sumsOf(p), parametersOf(p));
          System.arraycopy(of, 0, next, from, of.length);
        }
      }
      for (int n : summing) {
        counter.updated(n, next[n]);
      }
      if (!counter.changed) {
        return counter.course(true, round);
      }
    }
    return counter.course(false, mostRounds);
  }

  /** Updates one neuron after the other, in each round in another order. */
  public Course oneByOne(int mostRounds, Draws draws) {
    Counter counter = new Counter();
    int[] order = summing.clone();
    for (int round = 0; round < mostRounds; round++) {
      counter.changed = false;
      draws.shuffle(order);
      for (int n : order) {
        sums[n] = sum(n);
        counter.updated(n, value(n));
      }
      if (!counter.changed) {
        return counter.course(true, round);
      }
    }
    return counter.course(false, mostRounds);
  }

  private double sum(int n) {
    double sum = bias[n];
    for (int k = first[n]; k < first[n + 1]; k++) {
      sum += weight[k] * values[source[k]];
    }
    return sum;
  }

  private double value(int n) {
    Population p = populationOf[n];
    RateFunction function = function(p);
    int own = n - start(p.name());
    if (function == RateFunction.SOFTMAX || function == RateFunction.LOG_SOFTMAX) {
      return function.of(sumsOf(p), parametersOf(p))[own];
    }
    List<double[]> its = parametersOf(p).stream().map(all -> new double[] {all[own]}).toList();
    return function.of(new double[] {sums[n]}, its)[0];
  }

  private static RateFunction function(Population p) {
    return RateFunction.of(p.neuron()).orElseThrow();
  }

  private double[] sumsOf(Population p) {
    int from = start(p.name());
    return Arrays.copyOfRange(sums, from, from + p.size());
  }

  private List<double[]> parametersOf(Population p) {
    return parameters.getOrDefault(p.name(), List.of());
  }

  /** Counts what is done. */
  private final class Counter {
    private long updates;
    private long untilLastChange;
    private long events;
    private boolean changed;

    void updated(int n, double value) {
      updates++;
      if (values[n] != value) {
        values[n] = value;
        changed = true;
        untilLastChange = updates;
        events += reached[n];
      }
    }

    Course course(boolean settled, int rounds) {
      return new Course(settled, rounds, untilLastChange, events);
    }
  }
}
