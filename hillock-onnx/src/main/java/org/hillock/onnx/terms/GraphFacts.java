package org.hillock.onnx.terms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.runtime.ValueRef;

/** Which node makes which value, what is a weight, and what values held in the last pass. */
final class GraphFacts {

  /** What draws numbers is no constant though it reads nothing. */
  private static final String RANDOM = "Random";

  private final OnnxFile file;
  private final Function<String, Optional<TensorData>> pass;
  private final LoneNodes nodes;
  private final Map<String, Integer> makers = new HashMap<>();
  private final Set<String> constants = new HashSet<>();
  private final Map<String, TensorProto> stored = new HashMap<>();
  private final Map<String, TensorData> read = new HashMap<>();

  /**
   * Looks at a graph.
   *
   * @param pass what a value held in the last pass; empty where it is no tensor
   */
  GraphFacts(OnnxFile file, Function<String, Optional<TensorData>> pass) {
    this.file = file;
    this.pass = pass;
    nodes = new LoneNodes(file);
    GraphProto graph = file.model().getGraph();
    for (TensorProto tensor : graph.getInitializerList()) {
      stored.put(tensor.getName(), tensor);
      constants.add(tensor.getName());
    }
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      boolean constant =
          !node.getOpType().startsWith(RANDOM)
              && node.getAttributeList().stream().noneMatch(a -> a.hasG())
              && node.getInputList().stream().allMatch(n -> n.isEmpty() || constants.contains(n));
      for (String output : node.getOutputList()) {
        if (!output.isEmpty()) {
          makers.put(output, i);
          if (constant) {
            constants.add(output);
          }
        }
      }
    }
  }

  /** Nodes of the graph, run alone. */
  LoneNodes nodes() {
    return nodes;
  }

  NodeProto node(int index) {
    return file.model().getGraph().getNode(index);
  }

  String called(int index) {
    return ValueRef.called(node(index), index);
  }

  long operators() {
    return file.operatorSet();
  }

  /** The node that makes a value; empty for inputs and what is stored. */
  Optional<Integer> maker(String value) {
    return Optional.ofNullable(makers.get(value));
  }

  boolean constant(String value) {
    return constants.contains(value);
  }

  /**
   * What a value held in the last pass.
   *
   * @throws UsageException where it is no tensor
   */
  TensorData tensor(String value) {
    return find(value)
        .orElseThrow(() ->
            new UsageException(
                "value '" + value + "' is no tensor, and what it brings cannot be told apart"));
  }

  /** The same; empty where it is no tensor. */
  Optional<TensorData> find(String value) {
    if (stored.containsKey(value)) {
      return Optional.of(
          read.computeIfAbsent(value, v -> file.tensor(Objects.requireNonNull(stored.get(v)))));
    }
    return pass.apply(value);
  }
}
