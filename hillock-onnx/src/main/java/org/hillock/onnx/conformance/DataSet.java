package org.hillock.onnx.conformance;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.OptionalProto;
import org.hillock.onnx.proto.SequenceProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.runtime.GraphValue;

/**
 * Inputs of a model and the outputs that belong to them.
 *
 * @param inputs by name
 * @param outputs by name
 */
record DataSet(Map<String, GraphValue> inputs, Map<String, GraphValue> outputs) {

  private static final int TENSOR = 1;
  private static final int SEQUENCE = 3;

  /**
   * Reads the files {@code input_0.pb}, {@code output_0.pb} and so on of a folder.
   *
   * @throws UsageException where one of them is damaged, or too many
   */
  static DataSet read(Path folder, GraphProto graph) {
    List<ValueInfoProto> inputs = new ArrayList<>(graph.getInputList());
    List<String> constants = graph.getInitializerList().stream().map(TensorProto::getName).toList();
    if (inputs.size() > count(folder, "input")) {
      inputs.removeIf(i -> constants.contains(i.getName()));
    }
    return new DataSet(
        values(folder, "input", inputs), values(folder, "output", graph.getOutputList()));
  }

  private static Path file(Path folder, String side, int i) {
    return folder.resolve(side + "_" + i + ".pb");
  }

  private static int count(Path folder, String side) {
    int count = 0;
    while (Files.exists(file(folder, side, count))) {
      count++;
    }
    return count;
  }

  private static Map<String, GraphValue> values(
      Path folder, String side, List<ValueInfoProto> infos) {
    int count = count(folder, side);
    if (count > infos.size()) {
      throw new UsageException(
          folder + ": has " + count + " " + side + "s, but the model has " + infos.size());
    }
    Map<String, GraphValue> values = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Path file = file(folder, side, i);
      values.put(infos.get(i).getName(), value(file, infos.get(i).getType()));
    }
    return values;
  }

  private static GraphValue value(Path file, TypeProto type) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String place = file.toString();
      if (type.hasSequenceType()) {
        return sequence(place, SequenceProto.parseFrom(bytes), type);
      }
      if (type.hasOptionalType()) {
        return optional(place, OptionalProto.parseFrom(bytes), type.getOptionalType());
      }
      return GraphValue.of(Tensors.of(place, TensorProto.parseFrom(bytes)));
    } catch (InvalidProtocolBufferException e) {
      throw new UsageException(file + ": is damaged: " + e.getMessage());
    } catch (IOException e) {
      throw new FailureException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static GraphValue optional(String place, OptionalProto proto, TypeProto.Optional type) {
    return switch (proto.getElemType()) {
      case TENSOR -> GraphValue.of(Tensors.of(place, proto.getTensorValue()));
      case SEQUENCE -> sequence(place, proto.getSequenceValue(), type.getElemType());
      default -> new GraphValue.Absent();
    };
  }

  private static GraphValue sequence(String place, SequenceProto proto, TypeProto type) {
    List<TensorData> items = new ArrayList<>();
    for (TensorProto item : proto.getTensorValuesList()) {
      items.add(Tensors.of(place, item));
    }
    int element = type.getSequenceType().getElemType().getTensorType().getElemType();
    return new GraphValue.Sequence(ElementType.numbered(element).orElse(ElementType.FLOAT), items);
  }
}
