package org.hillock.onnx.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;

/** Whether what a node makes in one round goes into the next, within it. */
final class Rounds {

  private static final Set<String> RECURRENT = Set.of("RNN", "GRU", "LSTM");

  /** Inputs of a loop's body before those that it carries: the round and whether it goes on. */
  private static final int BEFORE_CARRIED = 2;

  private Rounds() {}

  static boolean of(NodeProto node) {
    if (RECURRENT.contains(node.getOpType())) {
      return true;
    }
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        GraphProto body = attribute.getG();
        if (carries(node, body) || body.getNodeList().stream().anyMatch(Rounds::of)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a carried value comes, in one round or in several, back to itself. */
  private static boolean carries(NodeProto node, GraphProto body) {
    int skippedInputs;
    int skippedOutputs;
    int carried;
    switch (node.getOpType()) {
      case "Loop" -> {
        skippedInputs = BEFORE_CARRIED;
        skippedOutputs = 1;
        carried = body.getInputCount() - BEFORE_CARRIED;
      }
      case "Scan" -> {
        skippedInputs = 0;
        skippedOutputs = 0;
        int scanned =
            node.getAttributeList().stream()
                .filter(a -> a.getName().equals("num_scan_inputs"))
                .mapToInt(a -> (int) a.getI())
                .findFirst()
                .orElse(0);
        carried = body.getInputCount() - scanned;
      }
      default -> {
        return false;
      }
    }
    Map<String, Set<String>> madeOf = madeOf(body);
    boolean[][] reaches = new boolean[carried][carried];
    for (int to = 0; to < carried; to++) {
      Set<String> of = madeOf.getOrDefault(body.getOutput(skippedOutputs + to).getName(), Set.of());
      for (int from = 0; from < carried; from++) {
        reaches[from][to] = of.contains(body.getInput(skippedInputs + from).getName());
      }
    }
    for (int via = 0; via < carried; via++) {
      for (int from = 0; from < carried; from++) {
        for (int to = 0; to < carried; to++) {
          reaches[from][to] |= reaches[from][via] && reaches[via][to];
        }
      }
    }
    for (int k = 0; k < carried; k++) {
      if (reaches[k][k]) {
        return true;
      }
    }
    return false;
  }

  /** Everything that each value of a body is made of, itself among it. */
  private static Map<String, Set<String>> madeOf(GraphProto body) {
    Map<String, Set<String>> madeOf = new HashMap<>();
    body.getInputList().forEach(i -> madeOf.put(i.getName(), Set.of(i.getName())));
    for (NodeProto node : body.getNodeList()) {
      Set<String> all = new HashSet<>();
      for (String read : reads(node)) {
        all.addAll(madeOf.getOrDefault(read, Set.of()));
      }
      node.getOutputList().forEach(o -> madeOf.put(o, all));
    }
    return madeOf;
  }

  /** What a node reads, and what the graphs within it read from outside. */
  static Set<String> reads(NodeProto node) {
    Set<String> all = new java.util.LinkedHashSet<>(node.getInputList());
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        all.addAll(fromOutside(attribute.getG()));
      }
    }
    all.remove("");
    return all;
  }

  private static Set<String> fromOutside(GraphProto graph) {
    Set<String> own = new HashSet<>();
    graph.getInputList().forEach(i -> own.add(i.getName()));
    graph.getInitializerList().forEach(i -> own.add(i.getName()));
    Set<String> outside = new java.util.LinkedHashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      outside.addAll(reads(node));
      own.addAll(node.getOutputList());
    }
    graph.getOutputList().forEach(o -> outside.add(o.getName()));
    outside.removeAll(List.copyOf(own));
    return outside;
  }
}
