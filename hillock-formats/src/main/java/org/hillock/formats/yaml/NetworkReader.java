package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Provenance;
import org.hillock.core.problem.UsageException;

/** Makes a network of a file's tree. */
final class NetworkReader {

  private final TensorFolder tensors;
  private final NeuronFolder neurons;
  private final SynapseFolder synapses;

  NetworkReader(TensorFolder tensors, NeuronFolder neurons, SynapseFolder synapses) {
    this.synapses = synapses;
    this.tensors = tensors;
    this.neurons = neurons;
  }

  Network read(YamlNode root) {
    Fields fields = Fields.of("", root).allowing(Vocabulary.NETWORK);
    NetworkBuilder builder = Network.builder(fields.text("name"));
    if (fields.has("seed")) {
      builder.seed(fields.whole("seed"));
    }
    builder.provenance(provenance(fields));
    Map<String, NeuronModel> own =
        fields.has("neurons") ? neurons.read(fields.mapping("neurons")) : Map.of();
    if (fields.has("synapses")) {
      synapses.read(fields.mapping("synapses"));
    }
    if (fields.has("dale")) {
      fields.word("dale", List.of(Vocabulary.DALE_REQUIRED));
      builder.daleRequired();
    }
    Map<String, Population> populations = new LinkedHashMap<>();
    Fields section = fields.mapping("populations");
    PopulationReader reader = new PopulationReader(tensors, own, neurons);
    for (String name : section.keys()) {
      Fields its = section.mapping(name);
      Population population = reader.read(name, its);
      populations.put(name, population);
      builder.population(population);
      its.optional("releases")
          .ifPresent(node -> builder.releases(name, releases(its.at("releases"), node)));
    }
    if (fields.has("projections")) {
      projections(fields.mapping("projections"), populations, builder);
    }
    if (fields.has("modulators")) {
      modulators(fields.mapping("modulators"), builder);
    }
    if (fields.has("decision")) {
      builder.decision(decision(fields.mapping("decision")));
    }
    if (fields.has("presentation")) {
      builder.presentation(PresentationFields.read(fields.mapping("presentation")));
    }
    return builder.build();
  }

  /** One transmitter, or a list of them. */
  private static List<String> releases(String path, YamlNode node) {
    return node instanceof YamlNode.Sequence
        ? Fields.texts(path, node)
        : List.of(Fields.text(path, node));
  }

  private static Provenance provenance(Fields fields) {
    return new Provenance(
        fields.optionalText("description").orElse(""),
        fields.optionalText("doi").orElse(""),
        fields.optional("history").map(node -> Fields.texts("history", node)).orElse(List.of()));
  }

  private void projections(
      Fields section, Map<String, Population> populations, NetworkBuilder builder) {
    ProjectionReader reader = new ProjectionReader(tensors, populations, synapses);
    for (String name : section.keys()) {
      reader.read(name, section.mapping(name), builder);
    }
  }

  private static void modulators(Fields section, NetworkBuilder builder) {
    for (String name : section.keys()) {
      builder.modulator(ModulatorReader.read(name, section.mapping(name)));
    }
  }

  private static Decision decision(Fields fields) {
    fields.allowing(Vocabulary.DECISIONS);
    if (fields.keys().size() != 1) {
      throw new UsageException(
          fields.path(), "needs exactly one of " + String.join(", ", Vocabulary.DECISIONS));
    }
    String word = fields.keys().iterator().next();
    return switch (word) {
      case "largest_value" -> new Decision.LargestValue(fields.text(word));
      case "most_spikes" -> new Decision.MostSpikes(fields.text(word));
      case "votes" -> votes(fields.mapping(word).allowing(Vocabulary.VOTES));
      default -> {
        Fields own = fields.mapping(word).allowing(Vocabulary.LARGEST_GOODNESS);
        yield new Decision.LargestGoodness(
            own.text("labels"), Fields.texts(own.at("populations"), own.node("populations")));
      }
    };
  }

  private static Decision votes(Fields own) {
    List<Integer> labels = new ArrayList<>();
    if (own.has("labels")) {
      String path = own.at("labels");
      List<YamlNode> items = Fields.list(path, own.node("labels"));
      for (int i = 0; i < items.size(); i++) {
        labels.add(Fields.count(path + "[" + i + "]", items.get(i)));
      }
    }
    return new Decision.Votes(
        own.text("of"), own.count("classes"), own.quantity("window"), own.quantity("step"), labels);
  }
}
