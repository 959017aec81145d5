package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;

/**
 * Neurons of one population that do the same: in time the same spikes, else the same value for
 * every input. Neurons that do nothing do not count.
 */
final class DuplicateCheck implements Check {

  private static final int LEAST_INPUTS = 10;

  /** By how much weights are scattered to tell neurons apart. */
  private static final double SCATTER = 0.1;

  private static final String MEASURE = "neurons that repeat another";

  @Override
  public Sign sign() {
    return Sign.DUPLICATED;
  }

  @Override
  public void look(Watched watched, Population p, Chart chart) {
    boolean spikes = watched.activity().spikes(p.name()).isPresent();
    boolean shown =
        watched.responses().isPresent()
            && watched.responses().get().inputs() >= LEAST_INPUTS
            && watched.responses().get().populations().contains(p.name());
    if (!spikes && !shown) {
      chart.impossible(
          sign(), p.name(), "needs at least " + LEAST_INPUTS + " inputs; give images with --on");
      return;
    }
    Twins twins =
        spikes
            ? Twins.ofSpikes(watched.activity().spikes(p.name()).orElseThrow())
            : Twins.ofValues(watched.responses().orElseThrow().of(p.name()));
    Evidence evidence = Evidence.of(MEASURE, twins.repeated(), "", 1, true);
    chart.measured(sign(), p.name(), evidence);
    if (evidence.isFinding()) {
      List<Integer> all = twins.groups().stream().flatMap(List::stream).toList();
      chart.found(
          new Finding(
              sign(),
              p.name(),
              all.stream().limit(Finding.MOST_NAMED).toList(),
              all.size(),
              p.size(),
              evidence,
              cause(watched, p, twins),
              tried(watched, p, evidence.value(), spikes)));
    }
  }

  private static String cause(Watched watched, Population p, Twins twins) {
    String groups =
        twins.groups().stream()
            .limit(3)
            .map(group -> p.name() + group)
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    String more = twins.groups().size() > 3 ? " and more" : "";
    if (watched.network().isEmpty()) {
      return groups + more + " are equal over all inputs";
    }
    Network network = watched.network().get();
    Incoming incoming = new Incoming(network, p);
    long same = twins.groups().stream().filter(incoming::same).count();
    String through =
        String.join(", ", network.into(p.name()).stream().map(Projection::name).toList());
    return groups
        + more
        + (same == twins.groups().size()
            ? " have the same weights"
                + (through.isEmpty() ? "" : " in " + through)
                + " and the same bias"
            : same == 0
                ? " do the same though their weights differ"
                : ": "
                    + same
                    + " of "
                    + twins.groups().size()
                    + " groups have the same weights and bias, the others not");
  }

  /** Scatters the weights onto the population. */
  private static List<Remedy> tried(Watched watched, Population p, double before, boolean spikes) {
    List<Remedy> all = new ArrayList<>();
    if (watched.network().isEmpty()) {
      return all;
    }
    Network network = watched.network().get();
    List<Projection> scattered = new ArrayList<>();
    for (Projection in : network.into(p.name())) {
      scatter(network, in, watched.seed()).ifPresent(scattered::add);
    }
    if (scattered.isEmpty()) {
      return all;
    }
    Experiment run = watched.run().on(Openable.of(network.with(List.of(), scattered)));
    Twins after =
        spikes
            ? Twins.ofSpikes(Activity.of(run).spikes(p.name()).orElseThrow())
            : Twins.ofValues(watched.show().again(run, p.name(), Optional.empty()));
    all.add(
        new Remedy(
            "weights of "
                + String.join(", ", scattered.stream().map(Projection::name).toList())
                + " scattered by "
                + Math.round(100 * SCATTER)
                + " %",
            MEASURE,
            before,
            after.repeated(),
            "",
            after.repeated() == 0,
            ""));
    return all;
  }

  private static Optional<Projection> scatter(Network network, Projection p, long seed) {
    boolean listed =
        p.connectivity() instanceof Connectivity.Dense
            || p.connectivity() instanceof Connectivity.AllToAll;
    if (!listed || network.transmission().dale()) {
      return Optional.empty();
    }
    long count =
        SynapseCount.parameters(
            p.connectivity(),
            network.population(p.from()).shape(),
            network.population(p.to()).shape());
    double[] weights =
        p.weights()
            .resolve(
                Math.toIntExact(count),
                p.weights().unit(),
                network.seed(),
                Purpose.WEIGHT,
                network.pathwayIndex(p));
    for (int i = 0; i < weights.length; i++) {
      double factor = 1 + SCATTER * new Draws(seed, Purpose.EXPERIMENT, i, 1).normal();
      weights[i] *= Math.max(0, factor);
    }
    return Optional.of(p.withWeights(new Values.Listed(Numbers.of(weights), p.weights().unit())));
  }

  /** Which neurons repeat each other. */
  private record Twins(List<List<Integer>> groups) {

    private static final int LEAST_SPIKES = 10;
    private static final int LEAST_DISTINCT = 3;

    /** Of the range of what a neuron does. */
    private static final double SAME = 1e-4;

    /** A range that rounding in single precision does not make, beside the largest value. */
    private static final double RANGE = 1e-4;

    static Twins ofSpikes(org.hillock.lab.bench.SpikeTrains trains) {
      double[][] all = new double[trains.neurons()][];
      Arrays.setAll(all, trains::of);
      boolean[] counts = new boolean[all.length];
      for (int n = 0; n < all.length; n++) {
        counts[n] = all[n].length >= LEAST_SPIKES;
      }
      return of(all, counts, 0);
    }

    static Twins ofValues(double[][] rows) {
      double[][] all = new double[rows[0].length][rows.length];
      boolean[] counts = new boolean[all.length];
      for (int n = 0; n < all.length; n++) {
        double most = 0;
        for (int i = 0; i < rows.length; i++) {
          all[n][i] = rows[i][n];
          most = Math.max(most, Math.abs(rows[i][n]));
        }
        counts[n] =
            Arrays.stream(all[n]).distinct().count() >= LEAST_DISTINCT
                && range(all[n]) > RANGE * most;
      }
      return of(all, counts, SAME);
    }

    private static double range(double[] values) {
      return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
    }

    private static Twins of(double[][] all, boolean[] counts, double tolerance) {
      // neurons that do the same have the same sum: only neighbours in that order are compared
      List<Integer> order =
          IntStream.range(0, all.length)
              .filter(n -> counts[n])
              .boxed()
              .sorted(java.util.Comparator.comparingDouble(n -> print(all[n])))
              .toList();
      List<List<Integer>> groups = new ArrayList<>();
      List<Integer> group = new ArrayList<>();
      for (int n : order) {
        if (group.isEmpty() || !same(all[group.getFirst()], all[n], tolerance)) {
          group = new ArrayList<>();
          groups.add(group);
        }
        group.add(n);
      }
      groups.removeIf(g -> g.size() < 2);
      groups.forEach(g -> g.sort(null));
      groups.sort(java.util.Comparator.comparing(List::getFirst));
      return new Twins(groups);
    }

    private static double print(double[] values) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i] * (1 + Math.sin(i));
      }
      return sum;
    }

    private static boolean same(double[] one, double[] other, double tolerance) {
      if (one.length != other.length) {
        return false;
      }
      double most = tolerance * range(one);
      for (int i = 0; i < one.length; i++) {
        if (Math.abs(one[i] - other[i]) > most) {
          return false;
        }
      }
      return true;
    }

    /** Neurons that could be left out without a loss. */
    int repeated() {
      return groups.stream().mapToInt(g -> g.size() - 1).sum();
    }
  }
}
