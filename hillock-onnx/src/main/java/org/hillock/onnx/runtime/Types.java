package org.hillock.onnx.runtime;

import java.util.List;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/** Short words for the messages that a rewritten graph is made of. */
final class Types {

  private Types() {}

  /** The type of tensors of any shape. */
  static TypeProto tensor(ElementType element) {
    return TypeProto.newBuilder()
        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(element.number()))
        .build();
  }

  static ValueInfoProto value(String name, TypeProto type) {
    return ValueInfoProto.newBuilder().setName(name).setType(type).build();
  }

  /** A value whose type the runtime finds for itself. */
  static ValueInfoProto value(String name) {
    return ValueInfoProto.newBuilder().setName(name).build();
  }

  static NodeProto node(String operator, List<String> inputs, String output) {
    return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output).build();
  }

  /** A cast that leaves infinities what they are. */
  static NodeProto cast(String input, ElementType to, String output) {
    NodeProto.Builder cast =
        node("Cast", List.of(input), output).toBuilder().addAttribute(whole("to", to.number()));
    if (to.name().startsWith("FLOAT8")) {
      cast.addAttribute(whole("saturate", 0));
    }
    return cast.build();
  }

  static AttributeProto whole(String name, long number) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(number)
        .build();
  }

  static Optional<AttributeProto> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
  }
}
