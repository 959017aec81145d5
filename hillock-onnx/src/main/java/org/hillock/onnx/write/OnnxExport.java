package org.hillock.onnx.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.core.files.WholeFile;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.RateFunction;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.StringStringEntryProto;
import org.hillock.onnx.proto.TypeProto;

/**
 * Writes a network of rate neurons as an ONNX graph: inputs are its {@code input} populations,
 * outputs what it decides by, or else what nothing reads; the batch is an open axis.
 */
public final class OnnxExport {

  /** The version of the standard operators that is written. */
  public static final long OPERATORS = 17;

  private static final long FORM = 8;
  private static final String BATCH = "batch";

  /** Protocol buffers hold no more. */
  private static final long MOST_WEIGHTS = Integer.MAX_VALUE / Float.BYTES - (1 << 20);

  private final Network network;
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Nodes nodes = new Nodes(graph);
  private final Map<String, String> values = new HashMap<>();

  private OnnxExport(Network network) {
    this.network = network;
  }

  /**
   * Writes a network to a file, as a whole or not at all.
   *
   * @throws UsageException where a part has no counterpart in ONNX, named with its place
   */
  public static void write(Network network, Path file) {
    WholeFile.write(file, model(network).toByteArray());
  }

  /**
   * The messages of such a file.
   *
   * @throws UsageException where a part has no counterpart in ONNX, named with its place
   */
  public static ModelProto model(Network network) {
    return new OnnxExport(network).model();
  }

  private ModelProto model() {
    check();
    List<Population> ordered = ordered();
    Provenance from = network.provenance();
    graph.setName(network.name());
    for (Population population : ordered) {
      values.put(population.name(), nodes.free(population.name()));
    }
    for (Population population : ordered) {
      if (population.neuron().equals("input")) {
        describe(graph.addInputBuilder().setName(value(population)).getTypeBuilder(), population);
      } else {
        new PopulationNodes(network, nodes, values).write(population);
      }
    }
    for (Population output : outputs()) {
      describe(graph.addOutputBuilder().setName(value(output)).getTypeBuilder(), output);
    }
    return ModelProto.newBuilder()
        .setIrVersion(FORM)
        .setProducerName("hillock")
        .setDocString(told(from))
        .setGraph(graph)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
        .addMetadataProps(
            StringStringEntryProto.newBuilder()
                .setKey("Image.NominalPixelRange")
                .setValue("Normalized_0_1"))
        .build();
  }

  private String value(Population population) {
    return values.getOrDefault(population.name(), population.name());
  }

  private static String told(Provenance from) {
    List<String> lines = new ArrayList<>();
    lines.add(from.description());
    if (!from.doi().isEmpty()) {
      lines.add("doi " + from.doi());
    }
    lines.addAll(from.history());
    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  private static void describe(TypeProto.Builder type, Population population) {
    var tensor = type.getTensorTypeBuilder().setElemType(ElementType.FLOAT.number());
    tensor.getShapeBuilder().addDimBuilder().setDimParam(BATCH);
    for (long dim : new Layout(population.shape()).dims()) {
      tensor.getShapeBuilder().addDimBuilder().setDimValue(dim);
    }
  }

  private void check() {
    for (Population population : network.populations().values()) {
      String path = "populations." + population.name() + ".neuron";
      if (population.model().family() != NeuronModel.Family.RATE) {
        throw new UsageException(
            path,
            "'" + population.neuron() + "' speaks in spikes, for which ONNX has no operators");
      }
      if (!population.neuron().equals("input") && RateFunction.of(population.neuron()).isEmpty()) {
        throw new UsageException(
            path, "'" + population.neuron() + "' has equations in time, which ONNX has not");
      }
    }
    long weights = 0;
    for (Projection projection : network.projections().values()) {
      if (projection.passes() > 0) {
        throw new UsageException(
            "projections." + projection.name() + ".delay",
            "is heard "
                + projection.passes()
                + " passes later, but a graph that is written is one pass and keeps nothing");
      }
      weights += PopulationNodes.cells(network, projection);
    }
    if (weights > MOST_WEIGHTS) {
      throw new UsageException(
          "network '"
              + network.name()
              + "' has "
              + weights
              + " weights; an ONNX file holds at most 2 GiB");
    }
    for (Modulator modulator : network.modulators().values()) {
      if (modulator.changes()) {
        throw new UsageException(
            "modulators." + modulator.name(),
            "changes from pass to pass, but a graph that is written keeps nothing");
      }
    }
  }

  /** Every population after those that it reads. */
  private List<Population> ordered() {
    Set<String> done = new LinkedHashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Population population : network.populations().values()) {
        boolean ready =
            !done.contains(population.name())
                && network.into(population.name()).stream().allMatch(p -> done.contains(p.from()));
        if (ready) {
          done.add(population.name());
          more = true;
        }
      }
    }
    if (done.size() < network.populations().size()) {
      List<String> left = new ArrayList<>(network.populations().keySet());
      left.removeAll(done);
      throw new UsageException(
          "projections",
          "populations " + left + " form a cycle or hear of one, and a graph has none");
    }
    return done.stream().map(network::population).toList();
  }

  private List<Population> outputs() {
    if (network.decision().orElse(null) instanceof Decision.LargestValue(String name)) {
      return List.of(network.population(name));
    }
    return network.populations().values().stream()
        .filter(p -> !p.neuron().equals("input") && network.outOf(p.name()).isEmpty())
        .toList();
  }
}
