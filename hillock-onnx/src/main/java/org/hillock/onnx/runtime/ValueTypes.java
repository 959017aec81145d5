package org.hillock.onnx.runtime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/**
 * The types of all values of a model, as the runtime infers them: the graph is opened with every
 * value as an output, and so is every graph within a node, with what it reads from outside as
 * inputs.
 */
final class ValueTypes {

  private final ModelProto model;
  private final Path folder;
  private final Map<ValueRef, TypeProto> types = new LinkedHashMap<>();

  private ValueTypes(OnnxFile file) {
    model = file.model();
    folder = file.folder();
  }

  /**
   * Finds the types.
   *
   * @return of all values that are tensors or sequences of tensors of a known type; others are left
   *     out
   * @throws RuntimeProblem where the runtime does not take the model
   */
  static Map<ValueRef, TypeProto> of(OnnxFile file) {
    ValueTypes found = new ValueTypes(file);
    Map<String, TypeProto> inputs = new HashMap<>();
    file.model().getGraph().getInputList().forEach(i -> inputs.put(i.getName(), i.getType()));
    found.find(file.model().getGraph(), List.of(), Map.of(), inputs);
    return found.types;
  }

  /** The element type of a tensor; empty for other values. */
  static Optional<ElementType> element(TypeProto type) {
    return type.hasTensorType()
        ? ElementType.numbered(type.getTensorType().getElemType())
        : Optional.empty();
  }

  private void find(
      GraphProto graph,
      List<ValueRef.Step> within,
      Map<String, TypeProto> outside,
      Map<String, TypeProto> inputs) {
    Map<String, TypeProto> here = new HashMap<>(outside);
    here.putAll(inputs);
    for (TensorProto tensor : graph.getInitializerList()) {
      ElementType.numbered(tensor.getDataType())
          .ifPresent(t -> here.put(tensor.getName(), Types.tensor(t)));
    }
    declared(graph, here);
    Map<String, TypeProto> inferred = inferred(graph, outside, inputs);
    for (NodeProto node : graph.getNodeList()) {
      for (String output : node.getOutputList()) {
        TypeProto type = inferred.get(output);
        if (type == null) {
          type = stated(node, here).orElse(null);
        }
        if (type == null) {
          type = here.get(output);
        }
        if (type != null) {
          here.put(output, type);
          types.put(new ValueRef(within, output), type);
        }
      }
    }
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      for (AttributeProto attribute : node.getAttributeList()) {
        if (attribute.hasG()) {
          List<ValueRef.Step> deeper = new ArrayList<>(within);
          deeper.add(new ValueRef.Step(i, attribute.getName(), ValueRef.called(node, i)));
          find(attribute.getG(), deeper, here, bodyInputs(node, attribute.getG(), here));
        }
      }
    }
  }

  private static void declared(GraphProto graph, Map<String, TypeProto> here) {
    for (ValueInfoProto info : graph.getValueInfoList()) {
      here.putIfAbsent(info.getName(), info.getType());
    }
    for (ValueInfoProto info : graph.getOutputList()) {
      if (info.hasType()) {
        here.putIfAbsent(info.getName(), info.getType());
      }
    }
  }

  /** What the operator itself says of types that the runtime's Java interface has no word for. */
  private static Optional<TypeProto> stated(NodeProto node, Map<String, TypeProto> here) {
    return switch (node.getOpType()) {
      case "Cast", "QuantizeLinear" ->
          Types.attribute(node, node.getOpType().equals("Cast") ? "to" : "output_dtype")
              .flatMap(a -> ElementType.numbered((int) a.getI()))
              .map(Types::tensor)
              .or(() ->
                  node.getInputCount() > 2
                      ? Optional.ofNullable(here.get(node.getInput(2)))
                      : Optional.empty());
      case "CastLike" -> Optional.ofNullable(here.get(node.getInput(1)));
      case "Constant" ->
          Types.attribute(node, "value")
              .flatMap(a -> ElementType.numbered(a.getT().getDataType()))
              .map(Types::tensor);
      default -> Optional.empty();
    };
  }

  /** The types of a body's inputs: as declared, or as the node is given them. */
  private static Map<String, TypeProto> bodyInputs(
      NodeProto node, GraphProto body, Map<String, TypeProto> here) {
    Map<String, TypeProto> inputs = new LinkedHashMap<>();
    boolean loop = node.getOpType().equals("Loop");
    for (int i = 0; i < body.getInputCount(); i++) {
      ValueInfoProto input = body.getInput(i);
      TypeProto type = input.getType();
      if (loop && i < 2) {
        type = Types.tensor(i == 0 ? ElementType.INT64 : ElementType.BOOL);
      } else if (!input.hasType() || type.getValueCase() == TypeProto.ValueCase.VALUE_NOT_SET) {
        TypeProto given = i < node.getInputCount() ? here.get(node.getInput(i)) : null;
        type = given == null ? type : given;
      }
      inputs.put(input.getName(), withoutShape(type));
    }
    return inputs;
  }

  private static TypeProto withoutShape(TypeProto type) {
    return type.hasTensorType()
        ? type.toBuilder().setTensorType(type.getTensorType().toBuilder().clearShape()).build()
        : type;
  }

  private Map<String, TypeProto> inferred(
      GraphProto graph, Map<String, TypeProto> outside, Map<String, TypeProto> inputs) {
    GraphProto.Builder all = graph.toBuilder().clearOutput().clearInput();
    if (outside.isEmpty()) {
      all.addAllInput(graph.getInputList());
    } else {
      // what stands outside may be read in here: the runtime drops the inputs that are not
      Map<String, TypeProto> known = new LinkedHashMap<>(inputs);
      Scope.readFromOutside(graph)
          .forEach(name -> {
            TypeProto type = outside.get(name);
            if (type != null) {
              known.put(name, withoutShape(type));
            }
          });
      known.forEach((name, type) -> all.addInput(Types.value(name, type)));
    }
    for (NodeProto node : graph.getNodeList()) {
      for (String output : node.getOutputList()) {
        if (!output.isEmpty()) {
          all.addOutput(Types.value(output));
        }
      }
    }
    if (all.getOutputCount() == 0) {
      return Map.of();
    }
    try (OrtSession session =
        OnnxRuntime.open(
            model.toBuilder().setGraph(all).build(), folder, 1, OnnxRuntime.Optimisation.NONE)) {
      return types(session);
    } catch (OrtException e) {
      throw RuntimeProblem.of(e);
    }
  }

  private static Map<String, TypeProto> types(OrtSession session) throws OrtException {
    Map<String, TypeProto> found = new HashMap<>();
    for (Map.Entry<String, NodeInfo> output : session.getOutputInfo().entrySet()) {
      switch (output.getValue().getInfo()) {
        case TensorInfo info ->
            OrtValues.type(info)
                .filter(t -> t != ElementType.STRING || info.onnxType.name().endsWith("STRING"))
                .ifPresent(t -> found.put(output.getKey(), Types.tensor(t)));
        case SequenceInfo info ->
            found.put(
                output.getKey(),
                TypeProto.newBuilder()
                    .setSequenceType(
                        TypeProto.Sequence.newBuilder()
                            .setElemType(Types.tensor(element(info).orElse(ElementType.FLOAT))))
                    .build());
        default -> {
          // maps and optional values have no tensors to look at
        }
      }
    }
    return found;
  }

  /** The element type of a sequence's tensors, where the runtime's Java interface names it. */
  static Optional<ElementType> element(SequenceInfo info) {
    return Arrays.stream(ElementType.values())
        .filter(t -> t.name().equals(info.sequenceType.name()))
        .findFirst();
  }
}
