package org.hillock.app.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hillock.core.equation.NeuronEquations.State;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.HillockException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.SessionOptions;
import org.hillock.lab.plasticity.RulePortrait.Chart;
import org.hillock.spiking.plasticity.PlasticPlan;

/** What is known of a rule of plastic synapses, and of projections that learn by one. */
public final class SynapseFacts {

  private static final Predicate<String> NO_EQUATION =
      java.util.regex.Pattern.compile("(synapse|about|doi|parameter)\\s.*").asMatchPredicate();

  private SynapseFacts() {}

  /** Everything. */
  public static Map<String, Object> of(SynapseText rule) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("rule of plastic synapses", rule.name());
    facts.put("meaning", rule.about());
    facts.put("doi", rule.doi());
    facts.put("equations", NeuronFacts.equations(rule.text(), NO_EQUATION));
    facts.put("parameters", rule.parameters().stream().map(SynapseFacts::of).toList());
    List<Map<String, Object>> states = new ArrayList<>();
    rule.before().forEach(s -> states.add(state(s, "each presynaptic neuron")));
    rule.behind().forEach(s -> states.add(state(s, "each postsynaptic neuron")));
    rule.within().forEach(s -> states.add(state(s, "each synapse")));
    facts.put("states", states);
    if (!rule.modulators().isEmpty()) {
      facts.put("modulators", rule.modulators().stream().map(NeuronFacts::of).toList());
    }
    return facts;
  }

  private static Map<String, Object> of(NeuronText.Parameter parameter) {
    return MechanismFacts.of(parameter);
  }

  private static Map<String, Object> state(State state, String of) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("state", state.name());
    facts.put("of", of);
    String unit = state.unit().symbol();
    facts.put("unit", unit.isEmpty() ? "1" : unit);
    facts.put("meaning", state.meaning());
    return facts;
  }

  /** The curves of charts, for programs. */
  public static List<Map<String, Object>> of(List<Chart> charts) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Chart chart : charts) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("title", chart.title());
      facts.put("x", chart.xLabel());
      facts.put("y", chart.yLabel());
      facts.put(
          "curves",
          chart.curves().stream()
              .map(curve -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", curve.name());
                one.put("x", java.util.Arrays.stream(curve.x()).boxed().toList());
                one.put("y", java.util.Arrays.stream(curve.y()).boxed().toList());
                return one;
              })
              .toList());
      all.add(facts);
    }
    return all;
  }

  /** The projections of a network that learn; empty where none does. */
  static List<Map<String, Object>> learning(Network network) {
    return network.projections().values().stream()
        .filter(p -> p.plasticity().isPresent())
        .map(p -> learning(network, p))
        .toList();
  }

  private static Map<String, Object> learning(Network network, Projection p) {
    Plasticity how = p.plasticity().orElseThrow();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("projection", p.name());
    facts.put("rule", how.rule().name());
    facts.put("doi", how.rule().doi());
    facts.put("weights", how.least() + " to " + how.most() + clipped(p, how));
    facts.put("delay", how.delay().name().toLowerCase(java.util.Locale.ROOT));
    facts.put("bytes of a synapse", bytes(network, p));
    facts.put(
        "differs",
        how.parameters().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", ")));
    if (!how.rule().modulators().isEmpty()) {
      facts.put(
          "reads",
          how.rule().modulators().stream()
              .map(m -> {
                String name = how.modulator(m.name());
                return network.modulators().containsKey(name)
                    ? name
                    : m.name() + " (not there: always " + m.standard() + ")";
              })
              .collect(Collectors.joining(", ")));
    }
    return facts;
  }

  /** Tails of distributions are brought to the bounds when weights are drawn. */
  private static String clipped(Projection p, Plasticity how) {
    if (!(p.weights() instanceof Values.Drawn(var drawn))
        || drawn instanceof Distribution.Uniform) {
      return "";
    }
    double most =
        switch (drawn) {
          case Distribution.Normal n -> n.most();
          case Distribution.LogNormal n -> n.most();
          default -> Double.POSITIVE_INFINITY;
        };
    Unit unit = how.most().unit();
    boolean within =
        drawn.unit().to(unit, drawn.least()) >= how.least().in(unit)
            && drawn.unit().to(unit, most) <= how.most().value();
    return within ? "" : " (what is drawn beyond is brought to these)";
  }

  private static String bytes(Network network, Projection p) {
    boolean oneDelay = p.delays().map(d -> d instanceof Values.Constant).orElse(true);
    boolean dense =
        p.connectivity() instanceof Connectivity.Dense
            || p.connectivity() instanceof Connectivity.AllToAll(boolean autapses)
                && (autapses || !p.from().equals(p.to()));
    NeuronModel target = network.population(p.to()).model();
    if (target.cell().isPresent()) {
      return "-";
    }
    try {
      double stepMs = SessionOptions.seeded(0).stepMs();
      return Integer.toString(
          PlasticPlan.of(network, p, stepMs).bytesPerSynapse(dense && oneDelay));
    } catch (HillockException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
