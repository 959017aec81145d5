package org.hillock.app.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.equation.ModulatorText;
import org.hillock.core.network.Decision;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.HillockException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Engines;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.spiking.modulation.ModulatorLowering;

/** What a network holds, who can run it, and what it will cost in memory. */
public final class NetworkFacts {

  private NetworkFacts() {}

  /** As a tree. */
  public static Map<String, Object> of(Network network) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("network", network.name());
    facts.put("description", network.provenance().description());
    facts.put("doi", network.provenance().doi());
    facts.put("history", network.provenance().history());
    facts.put("seed", network.seed());
    facts.put("neurons", network.neurons());
    facts.put("synapses", sum(network, NetworkFacts::synapses));
    facts.put("parameters", parameters(network));
    facts.put("decision", network.decision().map(NetworkFacts::told).orElse("none"));
    if (network.transmission().dale()) {
      facts.put("dale", "required");
    }
    facts.put(
        "populations", network.populations().values().stream().map(p -> of(network, p)).toList());
    facts.put(
        "projections", network.projections().values().stream().map(p -> of(network, p)).toList());
    List<Map<String, Object>> learning = SynapseFacts.learning(network);
    if (!learning.isEmpty()) {
      facts.put("plastic synapses", learning);
    }
    facts.put("modulators", network.modulators().values().stream().map(NetworkFacts::of).toList());
    facts.put("engines", Engines.all().stream().map(e -> of(network, e)).toList());
    return facts;
  }

  private interface Count {
    long of(Network network, Projection projection);
  }

  private static long sum(Network network, Count count) {
    return network.projections().values().stream().mapToLong(p -> count.of(network, p)).sum();
  }

  private static long synapses(Network network, Projection p) {
    return SynapseCount.synapses(network, p);
  }

  /**
   * Weights that can be set one by one: where synapses are drawn by chance, as many as synapses.
   */
  private static long weights(Network network, Projection p) {
    long listed = SynapseCount.parameters(network, p);
    return listed == Long.MAX_VALUE ? synapses(network, p) : listed;
  }

  /** Weights and biases. */
  private static long parameters(Network network) {
    return sum(network, NetworkFacts::weights)
        + network.populations().values().stream().mapToLong(SynapseCount::biases).sum();
  }

  private static String told(Decision decision) {
    return switch (decision) {
      case Decision.LargestValue(String name) -> "the largest value in " + name;
      case Decision.MostSpikes(String name) -> "most spikes in " + name;
      case Decision.Votes votes ->
          "the class whose neurons in "
              + votes.population()
              + " fire most within "
              + votes.window()
              + (votes.labels().isEmpty() ? " (not labelled yet)" : "");
      case Decision.LargestGoodness(String labels, List<String> read) ->
          "the label of "
              + labels
              + " under which "
              + String.join(" and ", read)
              + " are most active";
    };
  }

  private static Map<String, Object> of(Network network, Population p) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", p.name());
    facts.put("shape", p.shape().toString());
    facts.put("neurons", p.size());
    facts.put("neuron", p.neuron());
    facts.put("family", p.model().family().name().toLowerCase(java.util.Locale.ROOT));
    if (!network.transmission().of(p.name()).isEmpty()) {
      facts.put("releases", network.transmission().of(p.name()));
    }
    return facts;
  }

  private static Map<String, Object> of(Network network, Projection p) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", p.name());
    facts.put("from", p.from());
    facts.put("to", p.to());
    facts.put("connect", p.connectivity().rule());
    facts.put("synapses", synapses(network, p));
    facts.put("weights", weights(network, p));
    facts.put("learning", p.learning().map(LearningRule::name).orElse("none"));
    p.transmitter()
        .ifPresent(name -> {
          facts.put("transmitter", name);
          facts.put("receptor", network.receptor(p).name());
        });
    return facts;
  }

  private static Map<String, Object> of(Modulator modulator) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", modulator.name());
    facts.put("level", modulator.level());
    facts.put(
        "targets", modulator.targets().stream().map(t -> t.site() + " " + t.strength()).toList());
    facts.put("driven", driven(modulator));
    facts.put("integration", modulator.equations().map(NetworkFacts::integration).orElse(""));
    return facts;
  }

  /** How each state of its equations goes from a point of the clock to the next, and why. */
  private static String integration(ModulatorText text) {
    double intervalMs = Modulator.STANDARD_PASS.in(Unit.MS);
    return new ModulatorLowering(text)
        .way(intervalMs).integration().stream()
            .map(i -> i.state() + ": " + i.method() + " (" + i.why() + ")")
            .collect(java.util.stream.Collectors.joining("; "));
  }

  /** What moves its level. */
  private static String driven(Modulator modulator) {
    List<String> by = new ArrayList<>();
    modulator.schedule().ifPresent(_ -> by.add("by a schedule"));
    modulator.activities().forEach(a -> by.add("by " + a.of()));
    String what = by.isEmpty() ? "by nothing" : String.join(" and ", by);
    String how =
        modulator.equations().isPresent()
            ? ", equations of its own"
            : modulator.tau().map(t -> ", tau " + t).orElse("");
    return modulator.changes() ? what + how : "no";
  }

  private static Map<String, Object> of(Network network, Engine engine) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("engine", engine.name());
    var refusal = engine.refuses(network);
    facts.put("runs", refusal.isEmpty() ? "yes" : "no");
    facts.put("memory", refusal.isEmpty() ? memory(network, engine) : "-");
    facts.put("why", refusal.orElse(""));
    return facts;
  }

  private static String memory(Network network, Engine engine) {
    try {
      SessionOptions options = SessionOptions.seeded(0);
      return MemoryEstimate.human(engine.estimate(network, options).bytes());
    } catch (HillockException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
