package org.hillock.onnx.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;

/** A Scan walked step by step: states go from each step to the next, slices come and go. */
final class ScanWalk {

  private final NodeProto node;
  private final GraphProto body;

  ScanWalk(NodeProto node, GraphProto body) {
    this.node = node;
    this.body = body;
  }

  /**
   * Walks all steps.
   *
   * @param values of the graph around
   * @param step runs the body with the values of its inputs and gives its outputs
   */
  List<GraphValue> walk(
      Function<String, GraphValue> values,
      BiFunction<GraphProto, Map<String, GraphValue>, List<GraphValue>> step) {
    int scanned =
        (int)
            Types.attribute(node, "num_scan_inputs")
                .map(AttributeProto::getI)
                .orElse(0L)
                .longValue();
    int states = node.getInputCount() - scanned;
    List<GraphValue> carried = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      carried.add(values.apply(node.getInput(i)));
    }
    List<TensorData> sources = new ArrayList<>();
    for (int i = 0; i < scanned; i++) {
      sources.add(NodeByNode.tensor(values.apply(node.getInput(states + i))));
    }
    long length =
        scanned == 0
            ? 0
            : sources
                .getFirst()
                .dims()
                .get(axis("scan_input_axes", 0, sources.getFirst().dims().size()));
    int outs = body.getOutputCount() - states;
    List<List<TensorData>> collected = new ArrayList<>();
    for (int i = 0; i < outs; i++) {
      collected.add(new ArrayList<>());
    }
    for (int t = 0; t < length; t++) {
      Map<String, GraphValue> inside = new LinkedHashMap<>();
      for (int i = 0; i < states; i++) {
        inside.put(body.getInput(i).getName(), carried.get(i));
      }
      for (int i = 0; i < scanned; i++) {
        int at = backward("scan_input_directions", i) ? (int) length - 1 - t : t;
        TensorData source = sources.get(i);
        int axis = axis("scan_input_axes", i, source.dims().size());
        inside.put(
            body.getInput(states + i).getName(), GraphValue.of(Stacks.slice(source, axis, at)));
      }
      List<GraphValue> given = step.apply(body, inside);
      for (int i = 0; i < states; i++) {
        carried.set(i, given.get(i));
      }
      for (int i = 0; i < outs; i++) {
        TensorData made = NodeByNode.tensor(given.get(states + i));
        if (backward("scan_output_directions", i)) {
          collected.get(i).addFirst(made);
        } else {
          collected.get(i).add(made);
        }
      }
    }
    List<GraphValue> made = new ArrayList<>(carried);
    for (int i = 0; i < outs; i++) {
      int rank = collected.get(i).isEmpty() ? 1 : collected.get(i).getFirst().dims().size() + 1;
      int axis = axis("scan_output_axes", i, rank);
      made.add(GraphValue.of(Stacks.stacked(collected.get(i), axis, body.getOutput(states + i))));
    }
    return made;
  }

  private int axis(String attribute, int i, int rank) {
    long axis = listed(attribute, i);
    return (int) (axis < 0 ? axis + rank : axis);
  }

  private boolean backward(String attribute, int i) {
    return listed(attribute, i) == 1;
  }

  private long listed(String attribute, int i) {
    return Types.attribute(node, attribute)
        .filter(a -> i < a.getIntsCount())
        .map(a -> a.getInts(i))
        .orElse(0L);
  }
}
