package org.hillock.onnx.census;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.OperatorSetIdProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.TypeProto;

/** Small graphs, drawn node by node; every weight is 0.5. */
final class Drawn {

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("drawn");
  private final boolean microsoft;

  Drawn() {
    this(false);
  }

  Drawn(boolean microsoft) {
    this.microsoft = microsoft;
  }

  /** An extent of -1 is open. */
  Drawn input(String name, int type, long... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long dim : dims) {
      if (dim < 0) {
        shape.addDimBuilder().setDimParam("open");
      } else {
        shape.addDimBuilder().setDimValue(dim);
      }
    }
    TypeProto.Builder of = graph.addInputBuilder().setName(name).getTypeBuilder();
    of.getTensorTypeBuilder().setElemType(type).setShape(shape);
    return this;
  }

  Drawn floats(String name, long... dims) {
    return input(name, 1, dims);
  }

  Drawn weights(String name, long... dims) {
    TensorProto.Builder tensor = graph.addInitializerBuilder().setName(name).setDataType(1);
    long count = 1;
    for (long dim : dims) {
      tensor.addDims(dim);
      count *= dim;
    }
    byte[] raw = new byte[(int) (4 * count)];
    for (int i = 3; i < raw.length; i += 4) {
      raw[i] = 0x3f;
    }
    tensor.setRawData(ByteString.copyFrom(raw));
    return this;
  }

  Drawn node(String operator, String output, String inputs, AttributeProto... attributes) {
    NodeProto.Builder node =
        graph.addNodeBuilder().setOpType(operator).setName(output).addOutput(output);
    if (microsoft) {
      node.setDomain("com.microsoft");
    }
    for (String input : inputs.split(" ")) {
      node.addInput(input.equals("_") ? "" : input);
    }
    node.addAllAttribute(List.of(attributes));
    return this;
  }

  static AttributeProto whole(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto wholes(String name, Long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(List.of(values))
        .build();
  }

  byte[] bytes(String output) {
    graph.addOutputBuilder().setName(output).getTypeBuilder().getTensorTypeBuilder().setElemType(1);
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setGraph(graph)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1))
        .build()
        .toByteArray();
  }
}
