package org.hillock.onnx.census;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.shape.GraphShapes;

/** The values of a graph that are kept in its file, or made of nothing else. */
final class KeptValues {

  private final GraphShapes shapes;

  /** Of each kept value, the tensors of the file that it is made of. */
  private final Map<String, Set<String>> roots = new HashMap<>();

  private final Map<String, TensorProto> tensors = new HashMap<>();

  KeptValues(GraphProto graph, GraphShapes shapes) {
    this.shapes = shapes;
    for (TensorProto tensor : graph.getInitializerList()) {
      tensors.put(tensor.getName(), tensor);
      roots.put(tensor.getName(), Set.of(tensor.getName()));
    }
  }

  /** A tensor of the file; absent where the value is no tensor. */
  Optional<TensorProto> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /** What needs no input is kept as well as what it is made of. */
  boolean fold(NodeProto node) {
    Set<String> of = new LinkedHashSet<>();
    if (node.getOpType().equals("Constant")) {
      node.getAttributeList().stream()
          .filter(a -> a.hasT())
          .forEach(a -> tensors.put(node.getOutput(0), a.getT()));
      of.add(node.getOutput(0));
    } else {
      boolean any = false;
      for (String input : node.getInputList()) {
        if (!input.isEmpty()) {
          any = true;
          if (!has(input)) {
            return false;
          }
          of.addAll(rootsOf(input));
        }
      }
      boolean graphs = node.getAttributeList().stream().anyMatch(a -> a.hasG());
      if (!any || graphs) {
        return false;
      }
    }
    node.getOutputList().forEach(output -> roots.put(output, Set.copyOf(of)));
    return true;
  }

  /** Whether a value is kept in the file, or made of what is. */
  boolean has(String value) {
    return roots.containsKey(value);
  }

  /** The tensors that a value is made of. */
  Set<String> rootsOf(String value) {
    return roots.getOrDefault(value, Set.of());
  }

  /** Single and whole numbers are settings, and a square behind two axes of one is a mask. */
  boolean learnt(String root, long size) {
    boolean floating = shapes.of(root).type().map(ElementType::isFloating).orElse(false);
    boolean mask =
        shapes
            .of(root)
            .dims()
            .filter(d -> d.length == 4 && d[0] == 1 && d[1] == 1 && d[2] == d[3])
            .isPresent();
    return floating && size > 1 && !mask;
  }

  /** Whether a kept value is all zeros, such as a state that a sequence begins with. */
  boolean zeros(String value) {
    return rootsOf(value).stream()
        .allMatch(root -> {
          TensorProto tensor = tensors.get(root);
          return tensor != null
              && tensor.getExternalDataCount() == 0
              && tensor.getFloatDataList().stream().allMatch(f -> f == 0)
              && zeros(tensor.getRawData());
        });
  }

  private static boolean zeros(ByteString bytes) {
    for (int i = 0; i < bytes.size(); i++) {
      if (bytes.byteAt(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a kept value holds numbers that may be learnt. */
  boolean learnt(String value) {
    return rootsOf(value).stream()
        .anyMatch(root -> learnt(root, shapes.of(root).count().orElse(0)));
  }
}
