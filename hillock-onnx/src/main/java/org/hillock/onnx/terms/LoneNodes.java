package org.hillock.onnx.terms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.runtime.Executable;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.SingleNode;

/** Nodes of a graph that are run alone, on other inputs than they had. */
final class LoneNodes implements AutoCloseable {

  private final OnnxFile file;
  private final Map<String, Executable> ready = new HashMap<>();

  LoneNodes(OnnxFile file) {
    this.file = file;
  }

  /**
   * Runs a node.
   *
   * @param index of the node
   * @param inputs by name
   * @param output that is wanted
   * @throws org.hillock.onnx.runtime.RuntimeProblem where the runtime does not run it on these
   */
  TensorData run(int index, Map<String, TensorData> inputs, String output) {
    NodeProto node = file.model().getGraph().getNode(index);
    Map<String, GraphValue> given = new LinkedHashMap<>();
    StringJoiner key = new StringJoiner(";", index + ":", "");
    inputs.forEach((name, data) -> {
      given.put(name, GraphValue.of(data));
      key.add(name + " " + data.type() + " " + data.dims().size());
    });
    Executable executable =
        ready.computeIfAbsent(
            key.toString(), _ -> SingleNode.of(file.model(), file.folder(), node, given));
    GraphValue made = executable.run(given, List.of(output)).get(output);
    if (Objects.requireNonNull(made) instanceof GraphValue.Tensor(TensorData data)) {
      return data;
    }
    throw new UsageException("value '" + output + "' is no tensor but " + made);
  }

  @Override
  public void close() {
    ready.values().forEach(Executable::close);
    ready.clear();
  }
}
