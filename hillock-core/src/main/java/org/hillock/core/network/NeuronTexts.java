package org.hillock.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.network.NeuronModel.Family;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.NeuronModel.Variable;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;

/** Makes neuron models of texts; docs/neuron-language.md describes how they are written. */
public final class NeuronTexts {

  private static final Variable SPIKES =
      new Variable("spikes", "", "1 in a step in which the neuron fires");

  private NeuronTexts() {}

  /**
   * The model that a text describes and names.
   *
   * @param source how messages name the text, such as its file
   * @throws UsageException with source, line and what is wrong
   */
  public static NeuronModel read(String source, String text) {
    return model(NeuronText.read(source, text));
  }

  /**
   * The model that a text describes under a name from outside; the text may give the name too.
   *
   * @throws UsageException with source, line and what is wrong
   */
  public static NeuronModel read(String source, String name, String text) {
    return model(NeuronText.read(source, name, text));
  }

  private static NeuronModel model(NeuronText text) {
    NeuronEquations equations = text.equations();
    List<Receptor> receptors =
        text.receptors().stream()
            .map(r ->
                new Receptor(
                    r.name(),
                    Receptor.Sign.valueOf(r.sign().name()),
                    r.port(),
                    r.portBelow0(),
                    r.weight()))
            .toList();
    return new NeuronModel(
        text.name(),
        family(equations, receptors),
        text.about(),
        text.doi(),
        text.parameters().stream()
            .map(p ->
                new ParameterSpec(
                    p.name(),
                    p.standard(),
                    ParameterSpec.Range.valueOf(p.range().name()),
                    p.meaning()))
            .toList(),
        receptors,
        variables(equations),
        equations.bias().map(Unit::dimension),
        Optional.of(equations),
        Optional.empty());
  }

  /** What a rate neuron sends. */
  private static Variable sent(NeuronEquations equations, String name) {
    String unit = "";
    for (NeuronEquations.State s : equations.states()) {
      unit = s.name().equals(name) ? s.unit().symbol() : unit;
    }
    for (NeuronEquations.Definition d : equations.definitions()) {
      unit = d.name().equals(name) ? d.unit().symbol() : unit;
    }
    return new Variable("value", unit, "output: " + name);
  }

  private static Family family(NeuronEquations equations, List<Receptor> receptors) {
    if (equations.output().isPresent()) {
      return Family.RATE;
    }
    return receptors.isEmpty() ? Family.SOURCE : Family.SPIKING;
  }

  /** Spikes or the output first, then the states and definitions. */
  private static List<Variable> variables(NeuronEquations equations) {
    List<Variable> all = new ArrayList<>();
    if (equations.spike().isPresent()) {
      all.add(SPIKES);
    }
    equations.output().ifPresent(name -> all.add(sent(equations, name)));
    equations
        .states()
        .forEach(s -> all.add(new Variable(s.name(), s.unit().symbol(), s.meaning())));
    equations.definitions().stream()
        .filter(d -> equations.followsFromStates(d.name()))
        .forEach(d -> all.add(new Variable(d.name(), d.unit().symbol(), d.meaning())));
    return all;
  }
}
