package org.hillock.core.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.equation.ExpressionText;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.equation.StartingPoint;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;

/** What must hold between a projection that learns, its two populations and the modulators. */
final class PlasticityChecks {

  private final Map<String, Population> populations;
  private final Map<String, Modulator> modulators;
  private final Map<String, SynapseText> rules = new HashMap<>();

  PlasticityChecks(Map<String, Population> populations, Map<String, Modulator> modulators) {
    this.populations = populations;
    this.modulators = modulators;
  }

  /**
   * Checks a projection; one that does not learn passes.
   *
   * @param receptor that it ends at
   * @throws UsageException with the path of the place
   */
  void check(Projection p, Receptor receptor) {
    if (p.plasticity().isEmpty()) {
      return;
    }
    Plasticity plasticity = p.plasticity().get();
    String path = Pathways.path(p) + ".plasticity";
    checkCarried(path, p, receptor);
    checkName(path + ".rule", plasticity.rule());
    checkParameters(path, plasticity);
    new WeightBounds(path, p, plasticity, receptor).check();
    checkModulators(path, plasticity);
  }

  private void checkCarried(String path, Projection p, Receptor receptor) {
    Population from = java.util.Objects.requireNonNull(populations.get(p.from()));
    Population to = java.util.Objects.requireNonNull(populations.get(p.to()));
    if (from.model().family() == NeuronModel.Family.RATE) {
      throw new UsageException(
          path, "plastic synapses learn from spikes; '" + from.name() + "' sends numbers");
    }
    if (to.model().family() == NeuronModel.Family.RATE) {
      throw new UsageException(
          path, "plastic synapses learn from spikes; '" + to.name() + "' makes none");
    }
    if (p.connectivity() instanceof Connectivity.Convolution) {
      throw new UsageException(
          path,
          "the synapses of a convolution share their weights, and so none can learn for itself;"
              + " give the edges");
    }
    if (ElectricalSynapse.at(to.model(), receptor.port())) {
      throw new UsageException(
          path, "an electrical synapse (receptor '" + receptor.name() + "') sees no spikes");
    }
    if (p.pathway().isPresent()) {
      throw new UsageException(
          path,
          "the synapses act at several receptors, each with its own weight; name the one that"
              + " learns: 'receptor: "
              + receptor.name()
              + "'");
    }
    if (p.release().isPresent()) {
      throw new UsageException(
          path,
          "synapses that release vesicles one by one do not learn yet; rule 'tsodyks-markram' has"
              + " short-term plasticity without vesicles");
    }
  }

  /** Within a network each name of a rule means one rule. */
  private void checkName(String path, SynapseText rule) {
    SynapseText first = rules.putIfAbsent(rule.name(), rule);
    if (first != null && !first.equals(rule)) {
      throw new UsageException(
          path, "two different rules of plastic synapses are named '" + rule.name() + "'");
    }
    if (SynapseRules.known(rule.name()) && !SynapseRules.named(path, rule.name()).equals(rule)) {
      throw new UsageException(path, SynapseRules.taken(rule.name()));
    }
  }

  private static void checkParameters(String path, Plasticity plasticity) {
    SynapseText rule = plasticity.rule();
    plasticity
        .parameters()
        .forEach((name, value) -> {
          String at = path + ".params." + name;
          NeuronText.Parameter known =
              rule.parameter(name)
                  .orElseThrow(() ->
                      new UsageException(
                          at,
                          "rule '"
                              + rule.name()
                              + "' has no parameter '"
                              + name
                              + "'; "
                              + NearestName.hint(
                                  name,
                                  rule.parameters().stream()
                                      .map(NeuronText.Parameter::name)
                                      .toList())));
          new ParameterSpec(
                  name,
                  known.standard(),
                  ParameterSpec.Range.valueOf(known.range().name()),
                  known.meaning())
              .check(at, new Values.Constant(value), Shape.of(1));
        });
    StartingPoint point = rule.at(rule.named(plasticity.parameters()));
    for (SynapseText.Every every : rule.every()) {
      double interval = point.value(every.interval());
      if (!(interval > 0) || !Double.isFinite(interval)) {
        throw new UsageException(
            path,
            "rule '"
                + rule.name()
                + "' does something every "
                + ExpressionText.of(every.interval())
                + ", which is "
                + Quantity.text(interval)
                + " ms, not > 0 ms");
      }
    }
    for (List<NeuronEquations.State> states :
        List.of(rule.before(), rule.behind(), rule.within())) {
      states.forEach(s -> checkReturns(path, rule, point, s));
    }
  }

  /** A trace that grows by itself would know no bounds. */
  private static void checkReturns(
      String path, SynapseText rule, StartingPoint point, NeuronEquations.State state) {
    if (state.derivative().isEmpty()) {
      return;
    }
    double slope = point.slope(state.derivative().get(), Map.of(state.name(), 1.0));
    if (slope > 0) {
      throw new UsageException(
          path,
          "with these parameters of rule '"
              + rule.name()
              + "', '"
              + state.name()
              + "' grows by itself instead of coming back (d"
              + state.name()
              + "/dt = "
              + ExpressionText.of(state.derivative().get())
              + ")");
    }
  }

  private void checkModulators(String path, Plasticity plasticity) {
    SynapseText rule = plasticity.rule();
    List<String> read =
        rule.modulators().stream().map(NeuronEquations.ModulatorRead::name).toList();
    plasticity
        .modulators()
        .forEach((name, meant) -> {
          String at = path + ".modulators." + name;
          if (!read.contains(name)) {
            throw new UsageException(
                at,
                "rule '"
                    + rule.name()
                    + "' reads no modulator '"
                    + name
                    + "'"
                    + (read.isEmpty() ? "" : "; " + NearestName.hint(name, read)));
          }
          if (!modulators.containsKey(meant)) {
            throw new UsageException(
                at,
                "modulator '"
                    + meant
                    + "' is unknown; "
                    + (modulators.isEmpty()
                        ? "the network has none"
                        : NearestName.hint(meant, modulators.keySet())));
          }
        });
    for (NeuronEquations.ModulatorRead m : rule.modulators()) {
      Optional<Modulator> there =
          Optional.ofNullable(modulators.get(plasticity.modulator(m.name())));
      if (there.isPresent() && !m.standard().unit().dimension().equals(Dimension.NONE)) {
        throw new UsageException(
            path + ".rule",
            "rule '"
                + rule.name()
                + "' reads modulator '"
                + m.name()
                + "' in "
                + m.standard().unit()
                + ", but the level of a modulator is a plain number from 0 to 1: scale it in the"
                + " text");
      }
    }
  }
}
