package org.hillock.spiking.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.quantity.Unit;

/** States and definitions of a rule of plasticity, in the form of a neuron's equations. */
final class RuleEquations {

  private RuleEquations() {}

  /**
   * Equations without spikes, inputs but totals, or a method.
   *
   * @param inputs names of totals
   */
  static NeuronEquations of(
      List<NeuronEquations.State> states,
      List<NeuronEquations.Definition> definitions,
      List<String> inputs,
      List<NeuronEquations.ModulatorRead> modulators) {
    return new NeuronEquations(
        "",
        states,
        definitions,
        List.of(),
        inputs.stream().map(name -> new NeuronEquations.Input(name, Unit.NONE, "")).toList(),
        List.of(),
        modulators,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The definitions that derivatives of some states need, each after those that it needs. */
  static List<NeuronEquations.Definition> needed(
      SynapseText text, List<NeuronEquations.State> states) {
    List<NeuronEquations.Definition> needed = new ArrayList<>();
    for (NeuronEquations.Definition d : text.definitions().reversed()) {
      boolean read =
          states.stream()
                  .anyMatch(s ->
                      s.initial().reads(d.name())
                          || s.derivative().filter(e -> e.reads(d.name())).isPresent())
              || needed.stream().anyMatch(n -> n.value().reads(d.name()));
      if (read) {
        needed.addFirst(d);
      }
    }
    return needed;
  }
}
