package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NetworkBuilder.ProjectionParts;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.formats.safetensors.Tensor;
import org.hillock.formats.yaml.YamlNode.Mapping;

/** Reads one projection. */
final class ProjectionReader {

  private final TensorFolder tensors;
  private final ValuesReader values;
  private final Map<String, Population> populations;
  private final SynapseFolder synapses;

  ProjectionReader(
      TensorFolder tensors, Map<String, Population> populations, SynapseFolder synapses) {
    this.synapses = synapses;
    this.tensors = tensors;
    this.values = new ValuesReader(tensors);
    this.populations = populations;
  }

  void read(String name, Fields fields, NetworkBuilder builder) {
    String rule = fields.word("connect", Vocabulary.CONNECT.keySet());
    List<String> known = new ArrayList<>(Vocabulary.PROJECTION);
    known.addAll(Objects.requireNonNull(Vocabulary.CONNECT.get(rule)));
    known.addAll(Vocabulary.CONNECT_OPTIONAL.getOrDefault(rule, List.of()));
    fields.allowing(known);
    String from = fields.text("from");
    String to = fields.text("to");
    Connectivity connectivity = Place.within(fields.path(), () -> connectivity(rule, fields));
    List<Long> shape =
        TensorShapes.weights(connectivity, populations.get(from), populations.get(to));
    Place.within(
        fields.path(),
        () ->
            builder.projection(name, from, to, connectivity, parts -> parts(fields, shape, parts)));
  }

  private ProjectionParts parts(Fields fields, List<Long> shape, ProjectionParts parts) {
    fields
        .optional("weight")
        .ifPresent(node -> parts.weight(values.values(fields.at("weight"), node, shape)));
    fields
        .optional("delay")
        .ifPresent(node -> parts.delay(values.values(fields.at("delay"), node, shape)));
    if (fields.has("weights")) {
      weights(fields.mapping("weights"), shape, parts);
    }
    fields.optionalText("receptor").ifPresent(parts::receptor);
    fields.optionalText("transmitter").ifPresent(parts::transmitter);
    if (fields.has("normalise")) {
      Population from = populations.get(fields.text("from"));
      parts.normalise(NormalisationFields.read(fields, values, from));
    }
    if (fields.has("release")) {
      parts.release(ReleaseFields.read(fields.mapping("release")));
    }
    if (fields.has("plasticity")) {
      parts.plasticity(PlasticityFields.read(fields.mapping("plasticity"), synapses));
    }
    if (fields.has("learning")) {
      parts.learning(learning(fields.mapping("learning")));
    }
    return parts;
  }

  /** Weights receptor by receptor, of the same synapses. */
  private void weights(Fields section, List<Long> shape, ProjectionParts parts) {
    if (section.keys().isEmpty()) {
      throw new UsageException(section.path(), "names no receptor");
    }
    for (String receptor : section.keys()) {
      String at = section.at(receptor);
      parts.weightAt(receptor, values.values(at, section.node(receptor), shape));
    }
  }

  private static LearningRule learning(Fields fields) {
    String rule = fields.text("rule");
    Map<String, Quantity> params = new LinkedHashMap<>();
    for (String key : fields.keys()) {
      if (!key.equals("rule")) {
        params.put(key, fields.quantity(key));
      }
    }
    return new LearningRule(rule, params);
  }

  private Connectivity connectivity(String rule, Fields f) {
    return switch (rule) {
      case "dense" -> new Connectivity.Dense();
      case SheetFields.CONVOLUTION -> SheetFields.convolution(f);
      case SheetFields.MAX -> SheetFields.pooling(Pooling.Kind.MAX, f);
      case SheetFields.MEAN -> SheetFields.pooling(Pooling.Kind.MEAN, f);
      case "edges" -> edges(f.at("edges"), f.node("edges"));
      case "one-to-one" -> new Connectivity.OneToOne();
      case "all-but-own" -> new Connectivity.AllButOwn();
      case "all-to-all" -> new Connectivity.AllToAll(f.flag("autapses"));
      case "fixed-in-degree" ->
          new Connectivity.FixedInDegree(
              f.count("in_degree"), f.flag("autapses"), f.flag("multapses"));
      case "fixed-total-number" ->
          new Connectivity.FixedTotalNumber(
              f.whole("total"), f.flag("autapses"), f.flag("multapses"));
      case "pairwise-probability" ->
          new Connectivity.PairwiseProbability(f.number("probability"), f.flag("autapses"));
      case "degree-distribution" ->
          new Connectivity.DegreeDistribution(
              f.whole("total"),
              ValuesReader.distribution(f.mapping("out_degree")),
              ValuesReader.distribution(f.mapping("in_degree")),
              f.flag("autapses"));
      default -> throw new IllegalStateException("connect word without a reader: " + rule);
    };
  }

  private Connectivity edges(String path, YamlNode node) {
    if (node instanceof Mapping) {
      Tensor tensor = tensors.tensor(Fields.of(path, node).allowing(List.of("file", "tensor")));
      if (tensor.shape().size() != 2 || tensor.shape().get(1) != 2) {
        throw new UsageException(
            path, "the tensor has shape " + tensor.shape() + " where [synapses, 2] is needed");
      }
      int[] ends = Place.within(path, tensor::wholeNumbers);
      return edges(path, ends);
    }
    List<YamlNode> items = Fields.list(path, node);
    int[] ends = new int[2 * items.size()];
    for (int k = 0; k < items.size(); k++) {
      String at = path + "[" + k + "]";
      List<YamlNode> pair = Fields.list(at, items.get(k));
      if (pair.size() != 2) {
        throw new UsageException(
            at, "has " + pair.size() + " numbers; an edge is [source, target]");
      }
      ends[2 * k] = Fields.count(at, pair.get(0));
      ends[2 * k + 1] = Fields.count(at, pair.get(1));
    }
    return edges(path, ends);
  }

  private static Connectivity edges(String path, int[] ends) {
    int[] pre = new int[ends.length / 2];
    int[] post = new int[ends.length / 2];
    for (int k = 0; k < pre.length; k++) {
      pre[k] = ends[2 * k];
      post[k] = ends[2 * k + 1];
    }
    return Place.within(path, () -> Connectivity.EdgeList.of(pre, post));
  }
}
