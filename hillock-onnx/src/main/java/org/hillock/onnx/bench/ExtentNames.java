package org.hillock.onnx.bench;

import java.util.List;
import java.util.stream.Stream;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/** The names that a file gives to the extents of a value. */
final class ExtentNames {

  private ExtentNames() {}

  /** By axis, empty where there is none; no entry where the file does not declare the value. */
  static List<String> of(GraphProto graph, String value) {
    return Stream.of(graph.getInputList(), graph.getOutputList(), graph.getValueInfoList())
        .flatMap(List::stream)
        .filter(info -> info.getName().equals(value))
        .findFirst()
        .map(ExtentNames::names)
        .orElse(List.of());
  }

  private static List<String> names(ValueInfoProto info) {
    return info.getType().getTensorType().getShape().getDimList().stream()
        .map(TensorShapeProto.Dimension::getDimParam)
        .toList();
  }
}
