package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.SpikeWorth;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.bench.Activity;

/**
 * What a spiking population gets on average, source by source: how far each moves a neuron's
 * potential in 100 ms, the leak aside, at the rates of a run.
 *
 * @param entries the largest first, whichever its sign
 */
record InputBudget(List<Entry> entries) {

  /** Time that an amount is told for. */
  static final double PER_MS = 100;

  /** So many synapses of a projection are drawn one by one; more are taken at their mean. */
  private static final long MOST_DRAWN = 4_000_000;

  /**
   * One source.
   *
   * @param projection its name; empty for the bias
   * @param from the source population, or "its bias"
   * @param millivolts in {@link #PER_MS}
   * @param level mean rate or value of the source in words; empty for the bias
   */
  record Entry(String projection, String from, double millivolts, String level) {}

  static InputBudget of(Network network, Activity activity, Population to) {
    List<Entry> entries = new ArrayList<>();
    for (Projection p : network.into(to.name())) {
      double[] levels = activity.levels(p.from());
      boolean spikes = activity.unit(p.from()).equals("Hz");
      // spikes per ms, or a number that counts in every ms
      double perMs = spikes ? 1e-3 : 1;
      NeuronModel.Receptor receptor = network.receptor(p);
      double weighed = weighed(network, p, levels) * perMs * network.gain(to.name());
      OptionalDouble worth = SpikeWorth.jump(to, receptor, weighed < 0 ? -1 : 1);
      if (worth.isPresent()) {
        double millivolts = Math.abs(weighed) * worth.getAsDouble() * PER_MS;
        String level =
            Numbered.of(Arrays.stream(levels).average().orElse(0)) + (spikes ? " Hz" : "");
        entries.add(new Entry(p.name(), p.from(), millivolts, level));
      }
    }
    if (to.bias().isPresent()) {
      // of models whose bias is a current it is what the current does in so long
      double mean = Arrays.stream(Parameters.bias(network, to)).average().orElse(0);
      double perMs = to.model().biasDimension().map(d -> perMillisecond(to, d)).orElse(1.0);
      entries.add(new Entry("", "its bias", mean * perMs * PER_MS, ""));
    }
    entries.sort(Comparator.comparingDouble((Entry e) -> -Math.abs(e.millivolts())));
    return new InputBudget(entries);
  }

  /** mV/ms for one unit of the bias. */
  private static double perMillisecond(
      Population to, org.hillock.core.quantity.Dimension dimension) {
    if (dimension.equals(org.hillock.core.quantity.Dimension.CURRENT)
        && to.model().parameter("c_m").isPresent()) {
      return 1 / to.param("c_m").expectation();
    }
    return 1;
  }

  /** Σ weight × level over the synapses of a neuron, on average over neurons. */
  private static double weighed(Network network, Projection p, double[] levels) {
    int targets = network.population(p.to()).size();
    if (SynapseCount.synapses(network, p) <= MOST_DRAWN) {
      Synapses all = Wiring.of(network, p);
      double sum = 0;
      for (int s = 0; s < all.count(); s++) {
        sum += all.weight()[s] * levels[all.pre()[s]];
      }
      return sum / targets;
    }
    double mean = Arrays.stream(levels).average().orElse(0);
    double inDegree = (double) SynapseCount.synapses(network, p) / targets;
    double weight = p.weights().unit().to(Wiring.weightUnit(network, p), p.weights().expectation());
    boolean inhibits = network.receptor(p).sign() == NeuronModel.Receptor.Sign.INHIBITS;
    return inDegree * weight * (inhibits ? -1 : 1) * mean;
  }

  /** All together, in mV per {@link #PER_MS}. */
  double total() {
    return entries.stream().mapToDouble(Entry::millivolts).sum();
  }

  /** For people: {@code −3.1 mV from inh (12 Hz) and +1.2 mV from exc per 100 ms}. */
  String told() {
    if (entries.isEmpty()) {
      return "nothing at all: no projection ends on it and it has no bias";
    }
    return entries.stream()
            .limit(5)
            .map(e ->
                signed(e.millivolts())
                    + " mV from "
                    + e.from()
                    + (e.level().isEmpty() ? "" : " (at " + e.level() + ")"))
            .collect(Collectors.joining(", "))
        + " per 100 ms";
  }

  private static String signed(double value) {
    return value == 0
        ? "0"
        : (value < 0 ? "−" : "+") + String.format(Locale.ROOT, "%.3g", Math.abs(value));
  }
}
