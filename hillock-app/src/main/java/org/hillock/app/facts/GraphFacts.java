package org.hillock.app.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hillock.core.problem.FailureException;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.onnx.graph.DeclaredShape;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/** What an ONNX file holds, read off its messages; nothing is run. */
public final class GraphFacts {

  private final OnnxFile file;
  private final Map<String, Integer> operators = new TreeMap<>();
  private long nodes;
  private long values;
  private long constants;
  private long bytes;
  private final Set<String> outside = new HashSet<>();

  private GraphFacts(OnnxFile file) {
    this.file = file;
  }

  /** As a tree. */
  public static Map<String, Object> of(OnnxFile file) {
    return new GraphFacts(file).facts();
  }

  private Map<String, Object> facts() {
    ModelProto model = file.model();
    GraphProto graph = model.getGraph();
    count(graph);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("onnx", String.valueOf(file.path().getFileName()));
    facts.put("graph", graph.getName());
    facts.put("producer", (model.getProducerName() + " " + model.getProducerVersion()).strip());
    facts.put("description", model.getDocString().strip());
    facts.put("format version", model.getIrVersion());
    List<String> sets = new ArrayList<>();
    file.operatorSets().forEach((domain, version) -> sets.add(domain + " " + version));
    facts.put("operator sets", sets);
    facts.put("nodes", nodes);
    facts.put("values", values);
    facts.put("constants", constants);
    facts.put("size of the constants", MemoryEstimate.human(bytes));
    facts.put("size of the file", MemoryEstimate.human(size()));
    facts.put("files beside it", outside.stream().sorted().toList());
    Set<String> fixed = new HashSet<>();
    graph.getInitializerList().forEach(t -> fixed.add(t.getName()));
    facts.put(
        "inputs",
        graph.getInputList().stream()
            .filter(i -> !fixed.contains(i.getName()))
            .map(GraphFacts::of)
            .toList());
    facts.put("outputs", graph.getOutputList().stream().map(GraphFacts::of).toList());
    List<Map<String, Object>> rows = new ArrayList<>();
    operators.forEach((operator, count) -> {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("operator", operator);
      row.put("nodes", count);
      rows.add(row);
    });
    facts.put("operators", rows);
    return facts;
  }

  private long size() {
    try {
      return Files.size(file.path());
    } catch (IOException e) {
      throw new FailureException(file.path() + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private void count(GraphProto graph) {
    graph.getInitializerList().forEach(this::count);
    for (NodeProto node : graph.getNodeList()) {
      nodes++;
      values += node.getOutputList().stream().filter(o -> !o.isEmpty()).count();
      String domain = node.getDomain();
      boolean standard = domain.isEmpty() || domain.equals("ai.onnx");
      operators.merge((standard ? "" : domain + ".") + node.getOpType(), 1, Integer::sum);
      for (AttributeProto attribute : node.getAttributeList()) {
        if (attribute.hasG()) {
          count(attribute.getG());
        }
        attribute.getGraphsList().forEach(this::count);
      }
    }
  }

  private void count(TensorProto tensor) {
    long elements = TensorData.elements(tensor.getDimsList());
    constants += elements;
    bytes += ElementType.numbered(tensor.getDataType()).map(t -> t.fileBytes(elements)).orElse(0L);
    tensor.getExternalDataList().stream()
        .filter(e -> e.getKey().equals("location"))
        .forEach(e -> outside.add(e.getValue()));
  }

  private static Map<String, Object> of(ValueInfoProto info) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", info.getName());
    facts.put("type", type(info.getType()));
    facts.put("shape", shape(info.getType()));
    return facts;
  }

  private static String type(TypeProto type) {
    return switch (type.getValueCase()) {
      case TENSOR_TYPE -> element(type.getTensorType().getElemType());
      case SPARSE_TENSOR_TYPE -> "sparse " + element(type.getSparseTensorType().getElemType());
      case SEQUENCE_TYPE -> "sequence of " + type(type.getSequenceType().getElemType());
      case OPTIONAL_TYPE -> "optional " + type(type.getOptionalType().getElemType());
      case MAP_TYPE ->
          "map of "
              + element(type.getMapType().getKeyType())
              + " to "
              + type(type.getMapType().getValueType());
      case VALUE_NOT_SET -> "";
    };
  }

  private static String element(int number) {
    return ElementType.numbered(number).map(ElementType::toString).orElse("unknown");
  }

  private static String shape(TypeProto type) {
    if (!type.hasTensorType() || !type.getTensorType().hasShape()) {
      return "";
    }
    return DeclaredShape.text(type.getTensorType().getShape().getDimList());
  }
}
