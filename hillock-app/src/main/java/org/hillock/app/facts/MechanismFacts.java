package org.hillock.app.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.FastestGate;
import org.hillock.cell.membrane.Group;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.Concentration;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.RestPreset;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.SessionOptions;
import org.hillock.spiking.equation.Integration;

/** What is known of a channel, a pool or a receptor. */
public final class MechanismFacts {

  private static final Predicate<String> NO_EQUATION =
      java.util.regex.Pattern.compile("(channel|pool|receptor|about|doi|parameter|ion)\\s.*")
          .asMatchPredicate();

  private MechanismFacts() {}

  /** Everything. */
  public static Map<String, Object> of(MechanismText text) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("mechanism", text.name());
    facts.put("kind", text.kind().word());
    facts.put("meaning", text.about());
    facts.put("doi", text.doi());
    facts.put("ions", text.ions());
    facts.put("reads", text.surroundings().stream().map(MechanismText.Surrounding::name).toList());
    facts.putAll(weights(text));
    facts.put("equations", NeuronFacts.equations(text.equations().text(), NO_EQUATION));
    facts.put("parameters", text.parameters().stream().map(MechanismFacts::of).toList());
    Cell patch = patch(text);
    List<Map<String, Object>> integration =
        integration(CellPlan.of(patch, SessionOptions.CELL_STEP_MS));
    if (!integration.isEmpty()) {
      facts.put("integration", integration);
    }
    List<FastestGate> gates = FastestGate.of(patch);
    if (!gates.isEmpty()) {
      FastestGate gate = gates.getFirst();
      facts.put(
          "fastest",
          "%s, %s ms at %s mV and 37 degrees Celsius"
              .formatted(
                  gate.state(), CellFacts.rounded(gate.tauMs()), CellFacts.rounded(gate.atMv())));
    }
    return facts;
  }

  /** A membrane with nothing but the mechanism and what it needs. */
  private static Cell patch(MechanismText text) {
    CellBuilder patch =
        new CellBuilder("patch", new MorphologyBuilder("patch").root("soma", 10, 10).build());
    List<Concentration> usual = RestPreset.MAMMALIAN_NEURON.rest().concentrations().all();
    for (String name : text.ions()) {
      usual.stream()
          .filter(c -> c.ion().name().equals(name))
          .findFirst()
          .ifPresentOrElse(
              c -> patch.ion(c.ion(), c.insideMm(), c.outsideMm()),
              () -> patch.ion(name.equals("mg") ? Ion.MAGNESIUM : new Ion(name, 1), 1, 1));
    }
    if (text.kind() == MechanismText.Kind.RECEPTOR) {
      patch.synapse(text.name(), "it", text, Map.of(), List.of(new Place("soma", 0.5)));
    } else {
      patch.insert(text.name(), "all", text, Map.of());
    }
    return patch.build();
  }

  static Map<String, Object> of(NeuronText.Parameter parameter) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", parameter.name());
    facts.put("standard", parameter.standard().toString());
    facts.put(
        "range",
        switch (parameter.range()) {
          case ANY -> "any";
          case POSITIVE -> "> 0";
          case NOT_NEGATIVE -> ">= 0";
        });
    facts.put("meaning", parameter.meaning());
    return facts;
  }

  /** What a receptor does with weights, and what they measure; nothing for others. */
  static Map<String, Object> weights(MechanismText text) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (NeuronText.Receptor r : text.receptors()) {
      facts.put("weights", r.sign().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      facts.put("unit", CellFacts.unit(Unit.coherent(r.weight())));
    }
    return facts;
  }

  /** How each state of each mechanism goes from a step to the next. */
  static List<Map<String, Object>> integration(CellPlan plan) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (List<Group> groups : List.of(plan.channels(), plan.pools(), plan.receptors())) {
      for (Group group : groups) {
        for (Integration i : group.integration()) {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("mechanism", group.text().name());
          row.put("state", i.state());
          row.put("method", i.method());
          row.put("why", i.why());
          if (told.add(row.toString())) {
            rows.add(row);
          }
        }
      }
    }
    return rows;
  }
}
