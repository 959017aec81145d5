package org.hillock.onnx.bench;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/** Small ONNX models for tests. */
public final class Models {

  private Models() {}

  public static NodeProto node(String operator, List<String> inputs, String... outputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(inputs)
        .addAllOutput(List.of(outputs))
        .build();
  }

  public static AttributeProto graph(String name, GraphProto graph) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.GRAPH)
        .setG(graph)
        .build();
  }

  public static AttributeProto whole(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  public static AttributeProto wholes(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  public static AttributeProto real(String name, double value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF((float) value)
        .build();
  }

  public static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  /** A value; an extent below 0 is open. */
  public static ValueInfoProto value(String name, ElementType type, long... dims) {
    TypeProto.Builder full = TypeProto.newBuilder();
    full.getTensorTypeBuilder().setElemType(type.number()).getShapeBuilder();
    for (long dim : dims) {
      var extent = full.getTensorTypeBuilder().getShapeBuilder().addDimBuilder();
      if (dim < 0) {
        extent.setDimParam("open" + -dim);
      } else {
        extent.setDimValue(dim);
      }
    }
    return ValueInfoProto.newBuilder().setName(name).setType(full).build();
  }

  public static TensorData floats(List<Long> dims, float... values) {
    return TensorData.of(dims, values);
  }

  public static TensorData longs(List<Long> dims, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      bytes.putLong(value);
    }
    return TensorData.of(ElementType.INT64, dims, bytes.flip());
  }

  public static TensorData truth(boolean value) {
    return TensorData.of(
        ElementType.BOOL, List.of(), ByteBuffer.allocate(1).put(0, (byte) (value ? 1 : 0)));
  }

  public static ModelProto model(long operators, GraphProto.Builder graph) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(operators))
        .setGraph(graph.setName("small"))
        .build();
  }

  public static OnnxFile written(Path file, ModelProto model) {
    try {
      Files.write(file, model.toByteArray());
      return OnnxFile.read(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * h = W x + b, with W = [[1, 2], [3, 4], [-5, 6]] and b = [0.5, 0, -1]; {@code act/1:0} =
   * ReLU(h); y = Σ.
   */
  public static ModelProto layer(long operators) {
    return model(
        operators,
        GraphProto.newBuilder()
            .addInput(value("x", ElementType.FLOAT, -1, 2))
            .addInitializer(Tensors.proto("w", floats(List.of(2L, 3L), 1, 3, -5, 2, 4, 6)))
            .addInitializer(Tensors.proto("b", floats(List.of(3L), 0.5f, 0, -1)))
            .addInitializer(Tensors.proto("ones", floats(List.of(3L, 1L), 1, 1, 1)))
            .addNode(node("MatMul", List.of("x", "w"), "m"))
            .addNode(node("Add", List.of("m", "b"), "h"))
            .addNode(node("Relu", List.of("h"), "act/1:0"))
            .addNode(node("MatMul", List.of("act/1:0", "ones"), "y"))
            .addOutput(value("y", ElementType.FLOAT, -1, 1)));
  }

  /** Five rounds of s ← 2 s + step, where step = k + 1; r = ReLU(s) if s > 10, else −s. */
  public static ModelProto loop(long operators) {
    GraphProto body =
        GraphProto.newBuilder()
            .setName("body")
            .addInput(value("k", ElementType.INT64))
            .addInput(value("on", ElementType.BOOL))
            .addInput(value("s", ElementType.FLOAT, 1))
            .addNode(
                node("Cast", List.of("k"), "kf").toBuilder().addAttribute(whole("to", 1)).build())
            .addNode(node("Add", List.of("kf", "one"), "step"))
            .addNode(node("Add", List.of("s", "s"), "twice"))
            .addNode(node("Add", List.of("twice", "step"), "next"))
            .addNode(node("Identity", List.of("on"), "on_out"))
            .addOutput(value("on_out", ElementType.BOOL))
            .addOutput(value("next", ElementType.FLOAT, 1))
            .build();
    GraphProto then =
        GraphProto.newBuilder()
            .setName("then")
            .addNode(node("Relu", List.of("last"), "kept"))
            .addOutput(value("kept", ElementType.FLOAT, 1))
            .build();
    GraphProto otherwise =
        GraphProto.newBuilder()
            .setName("else")
            .addNode(node("Neg", List.of("last"), "turned"))
            .addOutput(value("turned", ElementType.FLOAT, 1))
            .build();
    return model(
        operators,
        GraphProto.newBuilder()
            .addInput(value("start", ElementType.FLOAT, 1))
            .addInitializer(Tensors.proto("five", longs(List.of(), 5)))
            .addInitializer(Tensors.proto("true", truth(true)))
            .addInitializer(Tensors.proto("one", floats(List.of(), 1)))
            .addInitializer(Tensors.proto("ten", floats(List.of(), 10)))
            .addNode(
                node("Loop", List.of("five", "true", "start"), "last").toBuilder()
                    .addAttribute(graph("body", body))
                    .build())
            .addNode(node("Greater", List.of("last", "ten"), "large"))
            .addNode(node("Squeeze", List.of("large"), "choice"))
            .addNode(
                node("If", List.of("choice"), "r").toBuilder()
                    .addAttribute(graph("then_branch", then))
                    .addAttribute(graph("else_branch", otherwise))
                    .build())
            .addOutput(value("r", ElementType.FLOAT, 1)));
  }
}
