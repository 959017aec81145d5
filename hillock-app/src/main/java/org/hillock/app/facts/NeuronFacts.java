package org.hillock.app.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.quantity.Unit;

/** What is known of a neuron model. */
public final class NeuronFacts {

  /** Lines of a text that say something else than equations; they are told apart from them. */
  private static final Predicate<String> NO_EQUATION =
      java.util.regex.Pattern.compile("(neuron|about|doi|parameter)\\s.*").asMatchPredicate();

  /** What the spiking engine adds: the one place to name it. */
  private static final EngineFacts ENGINE = new SpikingFacts();

  private NeuronFacts() {}

  /** Everything, in the order of the documentation. */
  public static Map<String, Object> of(NeuronModel model) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("neuron model", model.name());
    facts.put("family", Catalogue.family(model));
    facts.put("meaning", model.meaning());
    facts.put("doi", model.doi());
    facts.put("bias", model.biasDimension().map(Object::toString).orElse("none"));
    model
        .equations()
        .ifPresent(said -> facts.put("equations", equations(said.text(), NO_EQUATION)));
    facts.put("parameters", Catalogue.specs(model.parameters()));
    facts.put("receptors", model.receptors().stream().map(NeuronFacts::of).toList());
    facts.put("variables", model.variables().stream().map(NeuronFacts::of).toList());
    model
        .equations()
        .filter(said -> !said.modulators().isEmpty())
        .ifPresent(said ->
            facts.put("modulators", said.modulators().stream().map(NeuronFacts::of).toList()));
    facts.putAll(ENGINE.of(model));
    return facts;
  }

  /** The lines of the text that are no heading and no parameter, with the lines they continue. */
  static List<Map<String, Object>> equations(String text, Predicate<String> noEquation) {
    List<Map<String, Object>> lines = new ArrayList<>();
    boolean shown = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      boolean continues = line.startsWith(" ") || line.startsWith("\t");
      String code = line.replaceFirst("#.*", "").stripTrailing();
      if (!continues && !code.isEmpty()) {
        shown = !noEquation.test(code);
      }
      if (shown && !code.isBlank()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", number);
        row.put("equation", code);
        lines.add(row);
      }
    }
    return lines;
  }

  private static Map<String, Object> of(NeuronModel.Receptor receptor) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", receptor.name());
    facts.put("weights", receptor.sign().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    String unit = Unit.coherent(receptor.weight()).symbol();
    facts.put("unit", unit.isEmpty() ? "1" : unit);
    facts.put(
        "port",
        receptor.port().equals(receptor.portBelow0())
            ? receptor.port()
            : receptor.port() + ", below 0 " + receptor.portBelow0());
    return facts;
  }

  private static Map<String, Object> of(NeuronModel.Variable variable) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", variable.name());
    facts.put("unit", variable.unit());
    facts.put("meaning", variable.meaning());
    return facts;
  }

  static Map<String, Object> of(NeuronEquations.ModulatorRead read) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", read.name());
    facts.put("standard", read.standard().toString());
    facts.put("meaning", read.meaning());
    return facts;
  }
}
