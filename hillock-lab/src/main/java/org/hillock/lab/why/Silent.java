package org.hillock.lab.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.core.wiring.Wiring;

/** Who would have helped a neuron to fire and did not: excitatory sources that were silent. */
final class Silent {

  /** More are not told one by one. */
  private static final int MOST_TOLD = 8;

  private static final Comparator<Missing> BY_WEIGHT =
      Comparator.comparingDouble(Missing::weight).reversed();

  private final Optional<Network> network;
  private final Optional<Afferents> afferents;
  private final Optional<SpikeLog> spikes;

  Silent(Optional<Network> network, Optional<Afferents> afferents, Optional<SpikeLog> spikes) {
    this.network = network;
    this.afferents = afferents;
    this.spikes = spikes;
  }

  /**
   * Why a neuron did not fire or put out nothing; empty where it did.
   *
   * @param fromMs since when arrivals were kept
   * @param remark what else is to be known
   */
  Optional<WhyNot> of(
      IsolatedNeuron neuron, Asked asked, boolean spiking, double fromMs, String remark) {
    boolean off =
        spiking
            ? neuron.output() == 0
            : neuron.threshold().isPresent() && neuron.value() <= neuron.threshold().get();
    if (!off) {
      return Optional.empty();
    }
    List<Missing> missing =
        spikes.isPresent() && network.isPresent()
            ? wired(asked, fromMs)
            : carriedNothing(neuron.terms());
    missing.sort(BY_WEIGHT);
    return Optional.of(
        new WhyNot(
            neuron.threshold().map(t -> t - neuron.value()),
            missing.subList(0, Math.min(MOST_TOLD, missing.size())),
            missing.size(),
            remark));
  }

  /** Where every synapse is a term, those of positive weight that brought nothing above 0. */
  private static List<Missing> carriedNothing(List<Term> terms) {
    List<Missing> missing = new ArrayList<>();
    for (Term term : terms) {
      if (term.kind() == Term.Kind.SYNAPSE && term.weight() > 0 && term.carried() <= 0) {
        missing.add(
            new Missing(
                term.source().orElseThrow(), term.through(), term.weight(), "", term.carried()));
      }
    }
    return missing;
  }

  /** Of those that are wired to it, the ones that sent no spike in the window. */
  private List<Missing> wired(Asked asked, double fromMs) {
    List<Missing> missing = new ArrayList<>();
    Network wired = network.orElseThrow();
    for (Projection p : afferents.orElseThrow().onto(asked.population)) {
      if (!spikes.orElseThrow().knows(p.from())) {
        continue;
      }
      Map<Integer, Double> weights = new LinkedHashMap<>();
      for (Afferents.Synapse s : afferents.orElseThrow().of(p, asked.neuron).orElse(List.of())) {
        weights.merge(s.source(), s.weight(), Double::sum);
      }
      String unit = Wiring.weightUnit(wired, p).symbol();
      weights.forEach((source, weight) -> {
        if (weight > 0 && silent(p.from(), source, fromMs, asked.moment)) {
          SiteRef site = SiteRef.of(p.from(), new int[] {source}, SpikeLog.SPIKES);
          missing.add(new Missing(site, p.name(), weight, unit.equals("1") ? "" : unit, 0));
        }
      });
    }
    return missing;
  }

  private boolean silent(String population, int neuron, double fromMs, double toMs) {
    TreeSet<Double> all = spikes.orElseThrow().of(population, neuron);
    Double last = all.lower(toMs);
    return last == null || last < fromMs;
  }
}
