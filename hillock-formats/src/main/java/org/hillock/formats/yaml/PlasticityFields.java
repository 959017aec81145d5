package org.hillock.formats.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Plasticity.DelaySide;
import org.hillock.core.quantity.Quantity;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** How the synapses of a projection learn, as it is read and written. */
final class PlasticityFields {

  static final List<String> KEYS =
      List.of("rule", "params", "w_min", "w_max", "delay", "modulators");

  private PlasticityFields() {}

  /** On which side of the synapse a delay can lie. */
  static List<String> sides() {
    return Stream.of(DelaySide.values()).map(PlasticityFields::word).toList();
  }

  private static String word(DelaySide side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  /** Reads it. */
  static Plasticity read(Fields f, SynapseFolder rules) {
    f.allowing(KEYS);
    SynapseText rule = rules.named(f.at("rule"), f.text("rule"));
    Map<String, Quantity> params = new LinkedHashMap<>();
    if (f.has("params")) {
      Fields given = f.mapping("params");
      given.keys().forEach(key -> params.put(key, given.quantity(key)));
    }
    Map<String, String> modulators = new LinkedHashMap<>();
    if (f.has("modulators")) {
      Fields given = f.mapping("modulators");
      given.keys().forEach(key -> modulators.put(key, given.text(key)));
    }
    Quantity most = f.quantity("w_max");
    Quantity least = f.has("w_min") ? f.quantity("w_min") : new Quantity(0, most.unit());
    DelaySide side =
        f.has("delay")
            ? DelaySide.valueOf(f.word("delay", sides()).toUpperCase(Locale.ROOT))
            : DelaySide.AXONAL;
    return new Plasticity(rule, params, least, most, side, modulators);
  }

  /** As it is written. */
  static Mapping tree(Plasticity plasticity) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    all.put("rule", ValuesTree.text(plasticity.rule().name()));
    if (!plasticity.parameters().isEmpty()) {
      Map<String, YamlNode> params = new LinkedHashMap<>();
      plasticity.parameters().forEach((key, value) -> params.put(key, ValuesTree.quantity(value)));
      all.put("params", NetworkTree.mapping(params));
    }
    all.put("w_min", ValuesTree.quantity(plasticity.least()));
    all.put("w_max", ValuesTree.quantity(plasticity.most()));
    all.put("delay", ValuesTree.text(word(plasticity.delay())));
    if (!plasticity.modulators().isEmpty()) {
      Map<String, YamlNode> modulators = new LinkedHashMap<>();
      plasticity.modulators().forEach((key, meant) -> modulators.put(key, ValuesTree.text(meant)));
      all.put("modulators", NetworkTree.mapping(modulators));
    }
    return NetworkTree.mapping(all);
  }
}
