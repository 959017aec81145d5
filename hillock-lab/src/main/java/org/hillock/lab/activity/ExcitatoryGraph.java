package org.hillock.lab.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.SpikeWorth;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Wiring;

/**
 * Which spiking populations excite which, and how strongly a spike of each neuron of the source
 * would push a neuron of the target on average.
 *
 * <p>The strength of a link is in-degree × mean weight × gain, in mV, a weight counting as what it
 * moves the potential by in the end: one that adds to a current as its charge over the membrane's
 * capacitance, see {@link SpikeWorth}. Projections between the same two populations add up; those
 * whose mean weight inhibits are none.
 */
final class ExcitatoryGraph {

  private final List<Population> populations;
  private final double[][] strengthMv;

  ExcitatoryGraph(Network network) {
    populations =
        network.populations().values().stream()
            .filter(p -> p.model().family() == NeuronModel.Family.SPIKING)
            .toList();
    List<String> names = populations.stream().map(Population::name).toList();
    strengthMv = new double[names.size()][names.size()];
    for (Projection projection : network.projections().values()) {
      int from = names.indexOf(projection.from());
      int to = names.indexOf(projection.to());
      if (from >= 0 && to >= 0) {
        strengthMv[from][to] += strength(network, projection);
      }
    }
  }

  private static double strength(Network network, Projection projection) {
    Population to = network.population(projection.to());
    double inDegree = (double) SynapseCount.synapses(network, projection) / to.size();
    Receptor receptor =
        projection
            .receptor()
            .flatMap(to.model()::receptor)
            .orElseGet(() -> to.model().receptors().getFirst());
    double weight = mean(projection.weights(), Wiring.weightUnit(network, projection));
    double excitation =
        switch (receptor.sign()) {
          case AS_GIVEN, EXCITES -> Math.max(0, weight);
          case INHIBITS -> 0;
        };
    return inDegree * network.gain(to.name()) * jumpMv(receptor, to, excitation);
  }

  /** By how much a spike moves the potential in the end; where that cannot be told, its weight. */
  private static double jumpMv(Receptor receptor, Population to, double weight) {
    return Math.max(0, SpikeWorth.jump(to, receptor, weight).orElse(weight));
  }

  private static double mean(Values values, Unit wanted) {
    return values.unit().to(wanted, values.expectation());
  }

  /** The spiking populations, in the order of the network. */
  List<Population> populations() {
    return populations;
  }

  /**
   * The circle of excitation through a population whose weakest link is the strongest, when each
   * population fires at its rate: the widest path (Hu 1961, doi 10.1287/opre.9.6.898) from the
   * population back to itself.
   *
   * @param at its place in {@link #populations}
   * @param ratesHz of all of them
   * @return empty where it lies on no circle in which every population fires
   */
  Optional<Loop> strongestLoop(int at, double[] ratesHz) {
    int count = populations.size();
    double[] width = new double[count];
    int[] before = new int[count];
    boolean[] settled = new boolean[count];
    Arrays.fill(before, -1);
    width[at] = Double.POSITIVE_INFINITY;
    for (int widest = at; widest >= 0; widest = widestOpen(width, settled)) {
      settled[widest] = true;
      for (int next = 0; next < count; next++) {
        double through = Math.min(width[widest], driveMvPerMs(widest, next, ratesHz));
        if (!settled[next] && through > width[next]) {
          width[next] = through;
          before[next] = widest;
        }
      }
    }
    int last = -1;
    double best = 0;
    for (int end = 0; end < count; end++) {
      double closed = Math.min(width[end], driveMvPerMs(end, at, ratesHz));
      if (closed > best) {
        best = closed;
        last = end;
      }
    }
    return last < 0 ? Optional.empty() : Optional.of(new Loop(path(last, before), best));
  }

  private double driveMvPerMs(int from, int to, double[] ratesHz) {
    return strengthMv[from][to] * ratesHz[from] / 1000;
  }

  private static int widestOpen(double[] width, boolean[] settled) {
    int widest = -1;
    for (int k = 0; k < width.length; k++) {
      if (!settled[k] && width[k] > (widest < 0 ? 0 : width[widest])) {
        widest = k;
      }
    }
    return widest;
  }

  private List<String> path(int last, int[] before) {
    List<String> path = new ArrayList<>();
    for (int at = last; at >= 0; at = before[at]) {
      path.add(populations.get(at).name());
    }
    Collections.reverse(path);
    return path;
  }
}
