package org.hillock.onnx.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Shape;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;

/**
 * A graph as the bench sees it: each value that holds numbers is a population, its elements without
 * those of the batch axis are the neurons. What the nodes do between them stays in the file.
 */
final class GraphNetwork {

  /** What can be recorded of an element. */
  static final NeuronModel.Variable NUMBER =
      new NeuronModel.Variable("value", "", "the number that the graph's node made");

  /** What an element of a value is. */
  static final NeuronModel ELEMENT =
      new NeuronModel(
          "graph-value",
          NeuronModel.Family.VALUE,
          "An element of a value of an ONNX graph",
          "",
          List.of(),
          List.of(),
          List.of(NUMBER),
          Optional.empty());

  private static final int MOST_EXTENTS = 4;

  private GraphNetwork() {}

  /**
   * The network of a graph.
   *
   * @param dims of each value that has elements, by name
   */
  static Network of(OnnxFile file, Map<String, List<Long>> dims) {
    Map<String, Population> populations = new LinkedHashMap<>();
    dims.forEach((name, extents) -> {
      if (holdable(extents)) {
        populations.put(name, population(name, extents));
      }
    });
    String graph = file.model().getGraph().getName();
    return new Network(
        graph.isBlank() ? String.valueOf(file.path().getFileName()) : graph,
        0,
        populations,
        Map.of(),
        Map.of(),
        Optional.empty(),
        new Provenance("ONNX file " + file.path().getFileName(), "", List.of()));
  }

  private static boolean holdable(List<Long> dims) {
    long size = TensorData.elements(ofRow(dims));
    return size >= 1 && size <= Integer.MAX_VALUE;
  }

  /** The axes of one row: all but the first where there are two or more. */
  static List<Long> ofRow(List<Long> dims) {
    return dims.size() < 2 ? dims : dims.subList(1, dims.size());
  }

  /** A value as a population; a fifth and further axes are run together with the fourth. */
  static Population population(String name, List<Long> dims) {
    List<Integer> extents = new ArrayList<>();
    for (long extent : ofRow(dims)) {
      if (extents.size() == MOST_EXTENTS) {
        extents.set(MOST_EXTENTS - 1, Math.multiplyExact(extents.getLast(), (int) extent));
      } else {
        extents.add((int) extent);
      }
    }
    if (extents.isEmpty()) {
      extents.add(1);
    }
    return new Population(
        name,
        new Shape(extents),
        ELEMENT,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
