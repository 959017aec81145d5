package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Decision;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Population;
import org.hillock.core.network.Population.Position;
import org.hillock.core.network.Projection;
import org.hillock.core.network.SynapseRules;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Entry;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** Makes a file's tree of a network: the mirror of {@link NetworkReader}. */
final class NetworkTree {

  private final ValuesTree values;

  NetworkTree(ValuesTree values) {
    this.values = values;
  }

  Mapping of(Network network) {
    Map<String, YamlNode> root = new LinkedHashMap<>();
    root.put("name", ValuesTree.text(network.name()));
    root.put("seed", ValuesTree.whole(network.seed()));
    putText(root, "description", network.provenance().description());
    putText(root, "doi", network.provenance().doi());
    if (!network.provenance().history().isEmpty()) {
      root.put("history", ValuesTree.texts(network.provenance().history()));
    }
    Map<String, YamlNode> neurons = new LinkedHashMap<>();
    network.populations().values().stream()
        .map(Population::model)
        .filter(model -> !NeuronModels.known(model.name()))
        .forEach(model ->
            model
                .equations()
                .ifPresent(said -> neurons.put(model.name(), ValuesTree.text(said.text()))));
    putSection(root, "neurons", neurons);
    Map<String, YamlNode> synapses = new LinkedHashMap<>();
    network.projections().values().stream()
        .flatMap(p -> p.plasticity().stream())
        .map(Plasticity::rule)
        .filter(rule -> !SynapseRules.known(rule.name()))
        .forEach(rule -> synapses.put(rule.name(), ValuesTree.text(rule.text())));
    putSection(root, "synapses", synapses);
    if (network.transmission().dale()) {
      root.put("dale", ValuesTree.text(Vocabulary.DALE_REQUIRED));
    }
    Map<String, YamlNode> populations = new LinkedHashMap<>();
    network.populations().forEach((name, p) -> populations.put(name, population(network, p)));
    root.put("populations", mapping(populations));
    Map<String, YamlNode> projections = new LinkedHashMap<>();
    network.pathways().forEach((name, parts) -> projections.put(name, pathway(network, parts)));
    putSection(root, "projections", projections);
    Map<String, YamlNode> modulators = new LinkedHashMap<>();
    network.modulators().forEach((name, m) -> modulators.put(name, ModulatorTree.of(m)));
    putSection(root, "modulators", modulators);
    network.presentation().ifPresent(p -> root.put("presentation", PresentationFields.tree(p)));
    network.decision().ifPresent(decision -> root.put("decision", decision(decision)));
    return mapping(root);
  }

  private static void putText(Map<String, YamlNode> into, String key, String text) {
    if (!text.isEmpty()) {
      into.put(key, ValuesTree.text(text));
    }
  }

  private static void putSection(
      Map<String, YamlNode> into, String key, Map<String, YamlNode> section) {
    if (!section.isEmpty()) {
      into.put(key, mapping(section));
    }
  }

  static Mapping mapping(Map<String, YamlNode> values) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new Entry(0, value)));
    return new Mapping(entries, 0);
  }

  private Mapping population(Network network, Population p) {
    String path = "populations." + p.name();
    if (p.model().cell().isPresent()) {
      throw new UsageException(
          path + ".neuron",
          "'"
              + p.neuron()
              + "' is a cell with parts, which stands in a file of its own and is not written with a"
              + " network");
    }
    Map<String, YamlNode> all = new LinkedHashMap<>();
    List<Integer> extents = p.shape().extents();
    if (extents.size() == 1) {
      all.put("size", ValuesTree.whole(extents.getFirst()));
    } else {
      all.put("shape", ValuesTree.sequence(extents.stream().map(ValuesTree::whole).toList()));
    }
    all.put("neuron", ValuesTree.text(p.neuron()));
    List<Long> shape = extents.stream().map(Integer::longValue).toList();
    Map<String, YamlNode> params = new LinkedHashMap<>();
    p.params()
        .forEach((name, v) -> params.put(name, values.of(path + ".params." + name, v, shape)));
    putSection(all, "params", params);
    p.bias().ifPresent(bias -> all.put("bias", values.of(path + ".bias", bias, shape)));
    if (!p.positions().isEmpty()) {
      all.put("positions", positions(path + ".positions", p.positions()));
    }
    if (!p.spikeTimes().isEmpty()) {
      all.put(
          "spikes", ValuesTree.sequence(p.spikeTimes().stream().map(ValuesTree::numbers).toList()));
    }
    p.expectedRate().ifPresent(rate -> all.put("expected_rate", ValuesTree.quantity(rate)));
    List<String> releases = network.transmission().of(p.name());
    if (!releases.isEmpty()) {
      all.put(
          "releases",
          releases.size() == 1 ? ValuesTree.text(releases.getFirst()) : ValuesTree.texts(releases));
    }
    if (!p.names().isEmpty()) {
      all.put("names", values.names(p.name(), p.names().all()));
    }
    return mapping(all);
  }

  private YamlNode positions(String path, List<Position> positions) {
    double[] flat = new double[3 * positions.size()];
    List<YamlNode> places = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      Position p = positions.get(i);
      flat[3 * i] = p.xUm();
      flat[3 * i + 1] = p.yUm();
      flat[3 * i + 2] = p.zUm();
      places.add(ValuesTree.numbers(Numbers.of(p.xUm(), p.yUm(), p.zUm())));
    }
    return values
        .stored(path, Numbers.of(flat), List.of((long) positions.size(), 3L))
        .map(reference -> (YamlNode) mapping(reference))
        .orElseGet(() -> ValuesTree.sequence(places));
  }

  /** A projection, or those that are the same synapses at several receptors, as one. */
  private Mapping pathway(Network network, List<Projection> parts) {
    Projection p = parts.getFirst();
    String path = "projections." + p.pathwayName();
    Map<String, YamlNode> all = new LinkedHashMap<>();
    all.put("from", ValuesTree.text(p.from()));
    all.put("to", ValuesTree.text(p.to()));
    all.put("connect", ValuesTree.text(p.connectivity().rule()));
    all.putAll(new ConnectivityTree(values).of(path, p.connectivity()));
    List<Long> shape =
        TensorShapes.weights(
            p.connectivity(), network.population(p.from()), network.population(p.to()));
    if (p.connectivity() instanceof Pooling) {
      // has none
    } else if (p.pathway().isEmpty()) {
      all.put("weight", values.of(path + ".weight", p.weights(), shape));
    } else {
      Map<String, YamlNode> weights = new LinkedHashMap<>();
      for (Projection part : parts) {
        String receptor = part.receptor().orElseThrow();
        weights.put(receptor, values.of(path + ".weights." + receptor, part.weights(), shape));
      }
      all.put("weights", mapping(weights));
    }
    p.delays().ifPresent(delays -> all.put("delay", values.of(path + ".delay", delays, shape)));
    if (p.pathway().isEmpty()) {
      p.receptor().ifPresent(receptor -> all.put("receptor", ValuesTree.text(receptor)));
    }
    p.transmitter().ifPresent(name -> all.put("transmitter", ValuesTree.text(name)));
    p.release().ifPresent(release -> all.put("release", ReleaseFields.tree(release)));
    p.plasticity().ifPresent(how -> all.put("plasticity", PlasticityFields.tree(how)));
    NormalisationFields.put(all, path, p.normalisation(), values);
    p.learning().ifPresent(rule -> all.put("learning", learning(path, rule)));
    return mapping(all);
  }

  private static Mapping learning(String path, LearningRule rule) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    all.put("rule", ValuesTree.text(rule.name()));
    rule.params()
        .forEach((name, quantity) -> {
          if (all.put(name, ValuesTree.quantity(quantity)) != null) {
            throw new UsageException(
                path + ".learning", "a parameter named '" + name + "' cannot be written");
          }
        });
    return mapping(all);
  }

  private static Mapping decision(Decision decision) {
    return mapping(
        switch (decision) {
          case Decision.LargestValue(String name) -> Map.of("largest_value", ValuesTree.text(name));
          case Decision.MostSpikes(String name) -> Map.of("most_spikes", ValuesTree.text(name));
          case Decision.Votes votes -> Map.of("votes", votes(votes));
          case Decision.LargestGoodness(String labels, List<String> read) -> {
            Map<String, YamlNode> own = new LinkedHashMap<>();
            own.put("labels", ValuesTree.text(labels));
            own.put("populations", ValuesTree.texts(read));
            yield Map.of("largest_goodness", mapping(own));
          }
        });
  }

  private static Mapping votes(Decision.Votes votes) {
    Map<String, YamlNode> own = new LinkedHashMap<>();
    own.put("of", ValuesTree.text(votes.population()));
    own.put("classes", ValuesTree.whole(votes.classes()));
    own.put("window", ValuesTree.quantity(votes.window()));
    own.put("step", ValuesTree.quantity(votes.step()));
    if (!votes.labels().isEmpty()) {
      own.put(
          "labels", ValuesTree.sequence(votes.labels().stream().map(ValuesTree::whole).toList()));
    }
    return mapping(own);
  }
}
