package org.hillock.lab.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.SpikeTrains;

/**
 * Which neurons did something else with a cause than without, and through which synapses that came
 * to them.
 */
final class Spread {

  /** A step more than the grid's rounding. */
  private static final double GRID_MS = 1e-6;

  /** How long before a neuron changes what arrived counts as having brought that. */
  static final double WINDOW_MS = 50;

  private final Activity without;
  private final Activity with;

  Spread(Activity without, Activity with) {
    this.without = without;
    this.with = with;
  }

  /** All that changed, in the order told in {@link Trace}. */
  List<Trace.Reached> reached() {
    List<Trace.Reached> all = new ArrayList<>();
    for (String population : with.populations()) {
      double[] before = without.levels(population);
      double[] after = with.levels(population);
      Optional<SpikeTrains> trains = with.spikes(population);
      for (int n = 0; n < before.length; n++) {
        Neuron neuron = new Neuron(population, n);
        if (trains.isPresent()) {
          double[] old = without.spikes(population).orElseThrow().of(n);
          double[] now = trains.get().of(n);
          if (!Arrays.equals(old, now)) {
            all.add(inSpikes(neuron, before[n], after[n], old, now));
          }
        } else if (before[n] != after[n]) {
          all.add(new Trace.Reached(neuron, before[n], after[n], Double.NaN, 0, 0));
        }
      }
    }
    all.sort(
        Comparator.comparingDouble((Trace.Reached r) ->
                Double.isNaN(r.firstMs()) ? -Math.abs(r.after() - r.before()) : r.firstMs())
            .thenComparing(Trace.Reached::neuron));
    return all;
  }

  private static Trace.Reached inSpikes(
      Neuron neuron, double before, double after, double[] old, double[] now) {
    double[] gained = only(now, old);
    double[] lost = only(old, now);
    double first =
        Math.min(
            gained.length == 0 ? Double.POSITIVE_INFINITY : gained[0],
            lost.length == 0 ? Double.POSITIVE_INFINITY : lost[0]);
    return new Trace.Reached(neuron, before, after, first, gained.length, lost.length);
  }

  /** Times that are in the one and not in the other; both ascend. */
  static double[] only(double[] these, double[] others) {
    return Arrays.stream(these).filter(t -> Arrays.binarySearch(others, t) < 0).toArray();
  }

  /** The synapses that it went through; none for a network without a description. */
  List<Trace.Link> links(Network network, List<Trace.Reached> reached, double stepMs) {
    Map<Neuron, Trace.Reached> changed = new HashMap<>();
    reached.forEach(r -> changed.put(r.neuron(), r));
    List<Trace.Link> links = new ArrayList<>();
    for (Projection p : network.projections().values()) {
      Synapses all = Wiring.of(network, p);
      for (int k = 0; k < all.count(); k++) {
        Trace.Reached from = changed.get(new Neuron(p.from(), all.pre()[k]));
        Trace.Reached to = changed.get(new Neuron(p.to(), all.post()[k]));
        if (from != null && to != null) {
          link(p, all, k, from, to, stepMs).ifPresent(links::add);
        }
      }
    }
    Map<Neuron, Integer> order = new HashMap<>();
    reached.forEach(r -> order.put(r.neuron(), order.size()));
    links.sort(
        Comparator.comparingInt((Trace.Link l) -> order.getOrDefault(l.to(), 0))
            .thenComparingDouble(l -> -Math.abs(l.brought()))
            .thenComparing(Trace.Link::from));
    return links;
  }

  private Optional<Trace.Link> link(
      Projection p, Synapses all, int k, Trace.Reached from, Trace.Reached to, double stepMs) {
    double weight = all.weight()[k];
    if (weight == 0) {
      return Optional.empty();
    }
    if (Double.isNaN(from.firstMs())) {
      return Optional.of(
          new Trace.Link(
              p.name(),
              from.neuron(),
              to.neuron(),
              weight,
              Double.NaN,
              weight * (from.after() - from.before())));
    }
    double delay = all.delayMs()[k] > 0 ? all.delayMs()[k] : stepMs;
    double by = Double.isNaN(to.firstMs()) ? with.length() : to.firstMs();
    int pre = from.neuron().number();
    double[] now = with.spikes(p.from()).orElseThrow().of(pre);
    double[] old = without.spikes(p.from()).orElseThrow().of(pre);
    double[] gained = arrived(only(now, old), delay, by);
    double[] lost = arrived(only(old, now), delay, by);
    if (gained.length + lost.length == 0) {
      return Optional.empty();
    }
    double last =
        Math.max(Arrays.stream(gained).max().orElse(0), Arrays.stream(lost).max().orElse(0));
    return Optional.of(
        new Trace.Link(
            p.name(),
            from.neuron(),
            to.neuron(),
            weight,
            last,
            weight * (gained.length - lost.length)));
  }

  private static double[] arrived(double[] sent, double delay, double by) {
    return Arrays.stream(sent)
        .map(t -> t + delay)
        .filter(t -> t <= by + GRID_MS && t > by - WINDOW_MS)
        .toArray();
  }
}
