package org.hillock.app.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.cell.Mechanisms;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.SynapseRules;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Engines;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.formats.DataSource;

/**
 * Everything that has a name: neuron models, learning rules, mechanisms, rules of synapses,
 * engines, data.
 */
public final class Catalogue {

  private Catalogue() {}

  /** All of it, briefly. */
  public static Map<String, Object> all() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(
        "neuron models",
        NeuronModels.all().stream().map(m -> named(m.name(), family(m), m.meaning())).toList());
    facts.put(
        "learning rules",
        Trainers.all().stream().map(t -> named(t.name(), "", t.meaning())).toList());
    for (Trainer trainer : Trainers.all()) {
      facts.put("settings of " + trainer.name(), specs(trainer.settings()));
    }
    facts.put(
        "mechanisms",
        Mechanisms.names().stream()
            .map(name -> Mechanisms.named("", name))
            .map(m -> named(m.name(), m.kind().word(), firstSentence(m.about())))
            .toList());
    facts.put(
        "rules of plastic synapses",
        SynapseRules.names().stream()
            .map(name -> SynapseRules.named("", name))
            .map(r -> named(r.name(), "", firstSentence(r.about())))
            .toList());
    facts.put("engines", Engines.all().stream().map(Engine::name).toList());
    facts.put("data", List.of("digits", "idx:FOLDER"));
    return facts;
  }

  /** Names that {@code info} knows, for the nearest one to a misspelt name. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of("digits"));
    names.addAll(NeuronModels.names());
    Trainers.all().forEach(t -> names.add(t.name()));
    Engines.all().forEach(e -> names.add(e.name()));
    names.addAll(Mechanisms.names());
    names.addAll(SynapseRules.names());
    return names;
  }

  /** What is known under a name; empty where nothing is. */
  public static Optional<Map<String, Object>> find(String name) {
    if (NeuronModels.known(name)) {
      return Optional.of(NeuronFacts.of(NeuronModels.named("", name)));
    }
    for (Trainer trainer : Trainers.all()) {
      if (trainer.name().equals(name)) {
        return Optional.of(of(trainer));
      }
    }
    for (Engine engine : Engines.all()) {
      if (engine.name().equals(name)) {
        return Optional.of(of(engine));
      }
    }
    return Mechanisms.names().contains(name)
        ? Optional.of(MechanismFacts.of(Mechanisms.named("", name)))
        : Optional.empty();
  }

  private static String firstSentence(String about) {
    int colon = about.indexOf(": ");
    int stop = about.indexOf(". ");
    int end = colon > 0 && (stop < 0 || colon < stop) ? colon : stop;
    return end < 0 ? about : about.substring(0, end) + ".";
  }

  private static Map<String, Object> named(String name, String family, String meaning) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", name);
    if (!family.isEmpty()) {
      facts.put("family", family);
    }
    facts.put("meaning", meaning);
    return facts;
  }

  static String family(NeuronModel model) {
    return model.family().name().toLowerCase(Locale.ROOT);
  }

  static List<Map<String, Object>> specs(List<ParameterSpec> specs) {
    return specs.stream()
        .map(spec -> {
          Map<String, Object> facts = new LinkedHashMap<>();
          facts.put("name", spec.name());
          facts.put("standard", spec.standard().toString());
          facts.put("range", range(spec));
          facts.put("meaning", spec.meaning());
          return facts;
        })
        .toList();
  }

  private static String range(ParameterSpec spec) {
    return switch (spec.range()) {
      case ANY -> "any";
      case POSITIVE -> "> 0";
      case NOT_NEGATIVE -> ">= 0";
    };
  }

  private static Map<String, Object> of(Trainer trainer) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("learning rule", trainer.name());
    facts.put("meaning", trainer.meaning());
    facts.put("settings", specs(trainer.settings()));
    return facts;
  }

  private static Map<String, Object> of(Engine engine) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("engine", engine.name());
    facts.put("asked in order", engine.order());
    return facts;
  }

  /** Sizes, classes and attribution of images. */
  public static Map<String, Object> of(DataSource source) {
    Map<String, Object> facts = new LinkedHashMap<>();
    switch (source) {
      case DataSource.Whole(Dataset data) -> {
        images(facts, data);
        facts.put("images", data.size());
      }
      case DataSource.Official(Split split) -> {
        images(facts, split.train());
        facts.put("to learn from", split.train().size());
        facts.put("to be asked", split.test().size());
      }
    }
    return facts;
  }

  private static void images(Map<String, Object> facts, Dataset data) {
    facts.put("data", data.name());
    facts.put("image", data.shape() + " pixels, each in 0..1");
    facts.put("classes", data.classes());
    facts.put("attribution", data.attribution());
  }
}
