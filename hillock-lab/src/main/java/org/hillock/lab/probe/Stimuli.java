package org.hillock.lab.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Transmission;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * What a probed network is given: random numbers on the inputs that it has, or where it has none an
 * input into a drawn tenth of its cells for each stimulus.
 *
 * @param network with the one population of {@code input} neurons that takes them
 * @param port name of that population
 * @param shape of a stimulus
 * @param patterns one row for each stimulus
 * @param added names of the populations that were added
 * @param driven by population the neurons that the first stimulus goes into; empty where it comes
 *     in by inputs of its own
 */
record Stimuli(
    Network network,
    String port,
    Shape shape,
    float[][] patterns,
    List<String> added,
    Map<String, int[]> driven) {

  static final int COUNT = 10;

  /** The cells of a stimulus come in so many channels, so that parts of it can be left out. */
  static final int PARTS = 4;

  /** With fewer cells ten stimuli would be hardly different. */
  static final int LEAST_CELLS = 2 * PARTS;

  private static final int SHARE = 10;
  private static final long DRAWN = 8801;

  /** Populations that sum up what they receive. */
  static List<Population> cells(Network network) {
    return network.populations().values().stream().filter(p -> p.model().takesSynapses()).toList();
  }

  private static List<Population> inputs(Network network) {
    return network.populations().values().stream().filter(p -> p.neuron().equals("input")).toList();
  }

  /** Whether stimuli come in by inputs of its own. */
  static boolean ownInputs(Network network) {
    return !inputs(network).isEmpty();
  }

  /** Random numbers in [0, 1) on the inputs that a network has; several of these become one. */
  static Stimuli onInputs(Network network, long seed) {
    List<Population> inputs = inputs(network);
    boolean one = inputs.size() == 1;
    Shape shape =
        one
            ? inputs.getFirst().shape()
            : Shape.of(inputs.stream().mapToInt(Population::size).sum());
    float[][] patterns = new float[COUNT][shape.size()];
    for (int s = 0; s < COUNT; s++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, DRAWN, s);
      for (int i = 0; i < patterns[s].length; i++) {
        patterns[s][i] = (float) draws.uniform();
      }
    }
    if (one) {
      return new Stimuli(network, inputs.getFirst().name(), shape, patterns, List.of(), Map.of());
    }
    String port = free(network, "probe");
    List<Population> populations = new ArrayList<>();
    List<Projection> projections = new ArrayList<>();
    populations.add(population(port, shape, "input"));
    List<String> added = new ArrayList<>(List.of(port));
    int from = 0;
    for (Population p : inputs) {
      populations.add(population(p.name(), p.shape(), "identity"));
      added.add(p.name());
      int first = from;
      int[] pre = new int[p.size()];
      Arrays.setAll(pre, i -> first + i);
      projections.add(edges(port, p, pre, numbered(p.size()), Values.constant(1), "signed"));
      from += p.size();
    }
    return new Stimuli(
        network.with(populations, projections), port, shape, patterns, added, Map.of());
  }

  /**
   * An input into a tenth of the cells, at least {@value #PARTS}, drawn for each stimulus so that
   * all cells are used about equally often.
   *
   * @param amount of each synapse, in the unit of the receptor that it ends on
   * @throws UsageException where cells have no receptor that could take it
   */
  static Stimuli intoCells(Network network, double amount, long seed) {
    List<Population> cells = cells(network);
    int all = cells.stream().mapToInt(Population::size).sum();
    int own = Math.max(PARTS, (all + SHARE - 1) / SHARE);
    int[][] drawn = drawn(all, own, seed);
    String port = free(network, "probe");
    Shape shape = Shape.of(COUNT * PARTS);
    List<Projection> projections = new ArrayList<>();
    Map<String, int[]> driven = new LinkedHashMap<>();
    int first = 0;
    for (Population p : cells) {
      List<int[]> pairs = new ArrayList<>();
      for (int s = 0; s < COUNT; s++) {
        for (int j = 0; j < own; j++) {
          int cell = drawn[s][j] - first;
          if (cell >= 0 && cell < p.size()) {
            pairs.add(new int[] {j * PARTS / own * COUNT + s, cell});
          }
        }
      }
      if (!pairs.isEmpty()) {
        int[] pre = pairs.stream().mapToInt(pair -> pair[0]).toArray();
        int[] post = pairs.stream().mapToInt(pair -> pair[1]).toArray();
        projections.add(intoCells(port, p, network, pre, post, amount));
        int[] firstOnes =
            pairs.stream()
                .filter(pair -> pair[0] % COUNT == 0)
                .mapToInt(pair -> pair[1])
                .distinct()
                .sorted()
                .toArray();
        driven.put(p.name(), firstOnes);
      }
      first += p.size();
    }
    float[][] patterns = new float[COUNT][shape.size()];
    for (int s = 0; s < COUNT; s++) {
      for (int part = 0; part < PARTS; part++) {
        patterns[s][part * COUNT + s] = 1;
      }
    }
    Network given =
        network
            .withTransmission(Transmission.UNRULED)
            .with(List.of(population(port, shape, "input")), projections);
    return new Stimuli(given, port, shape, patterns, List.of(port), driven);
  }

  /** Cells of each stimulus: those that come next in an order that is drawn anew when it ends. */
  private static int[][] drawn(int all, int own, long seed) {
    int[][] drawn = new int[COUNT][];
    int[] order = {};
    int next = 0;
    for (int s = 0; s < COUNT; s++) {
      if (next + own > order.length) {
        order = numbered(all);
        new Draws(seed, Purpose.EXPERIMENT, DRAWN, s).shuffle(order);
        next = 0;
      }
      drawn[s] = Arrays.copyOfRange(order, next, next + own);
      next += own;
    }
    return drawn;
  }

  private static Projection intoCells(
      String port, Population p, Network network, int[] pre, int[] post, double amount) {
    Receptor receptor =
        p.model().receptors().stream()
            .filter(r -> r.sign() != Receptor.Sign.INHIBITS && chemical(network, p, r))
            .findFirst()
            .orElseThrow(() ->
                new UsageException(
                    "neurons of model '" + p.neuron() + "' have no receptor that excites them"));
    double[] weights = new double[pre.length];
    Arrays.fill(weights, amount);
    return edges(
        port,
        p,
        pre,
        post,
        new Values.Listed(Numbers.of(weights), Unit.coherent(receptor.weight())),
        receptor.name());
  }

  /** Whether a receptor is one that something sent acts at. */
  private static boolean chemical(Network network, Population p, Receptor r) {
    Projection onto =
        edges(
            p.name(),
            p,
            new int[0],
            new int[0],
            new Values.Listed(Numbers.of(new double[0]), Unit.coherent(r.weight())),
            r.name());
    return ElectricalSynapse.of(network, onto).isEmpty();
  }

  private static Projection edges(
      String port, Population to, int[] pre, int[] post, Values weights, String receptor) {
    return new Projection(
        port + "_" + to.name(),
        port,
        to.name(),
        Connectivity.EdgeList.of(pre, post),
        weights,
        Optional.empty(),
        Optional.of(receptor),
        Normalisation.none(),
        Optional.empty());
  }

  /** Whether what goes into cells measures something, so that its strength must be found. */
  static boolean measured(Network network) {
    return cells(network).stream()
        .flatMap(p -> p.model().receptors().stream())
        .anyMatch(r -> !r.weight().equals(Dimension.NONE));
  }

  static Population population(String name, Shape shape, String neuron) {
    return new Population(name, shape, neuron, Map.of(), Optional.empty(), List.of(), List.of());
  }

  /** A name that no population has. */
  static String free(Network network, String wanted) {
    String name = wanted;
    while (network.populations().containsKey(name)) {
      name += "_";
    }
    return name;
  }

  static int[] numbered(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }
}
