package org.hillock.onnx.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.graph.Tensors;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.runtime.ValueRef;

/**
 * The nodes of a graph that draw at random. In copies of the graph, in memory, they are given
 * seeds, so that a trial can be repeated, or what they give on average.
 *
 * @param file whose graph it is
 */
record Chances(OnnxFile file) {

  /** What they make is drawn and nothing else: sources, not neurons. */
  static final Set<String> SOURCES =
      Set.of(
          "RandomNormal", "RandomUniform", "RandomNormalLike", "RandomUniformLike", "Multinomial");

  private static final String DROPOUT = "Dropout";
  private static final String BERNOULLI = "Bernoulli";

  /** Whole numbers up to here are exact in the attribute, which is a float. */
  private static final int SEEDS = 1 << 24;

  /** From which on extents can be filled with a number. */
  private static final long FILLS = 9;

  /** All of them, those within nodes too, in the order of the graph. */
  List<Dataflow.Source> sources() {
    List<Dataflow.Source> found = new ArrayList<>();
    collect(file.model().getGraph(), "", found);
    return found;
  }

  private void collect(GraphProto graph, String above, List<Dataflow.Source> into) {
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      String name = above + ValueRef.called(node, i);
      if (draws(node, graph)) {
        into.add(new Dataflow.Source(name, node.getOpType(), steady(node).isPresent()));
      }
      for (AttributeProto attribute : node.getAttributeList()) {
        if (attribute.hasG()) {
          collect(attribute.getG(), name + "/", into);
        }
      }
    }
  }

  /** Whether a node draws anew in each run. */
  static boolean draws(NodeProto node, GraphProto graph) {
    if (!node.getDomain().isEmpty() && !node.getDomain().equals("ai.onnx")) {
      return false;
    }
    if (SOURCES.contains(node.getOpType()) || node.getOpType().equals(BERNOULLI)) {
      return true;
    }
    return node.getOpType().equals(DROPOUT)
        && node.getInputCount() > 2
        && !node.getInput(2).isEmpty()
        && !isFalse(node.getInput(2), graph);
  }

  private static boolean isFalse(String name, GraphProto graph) {
    Optional<TensorProto> kept =
        graph.getInitializerList().stream().filter(t -> t.getName().equals(name)).findFirst();
    Optional<TensorProto> made =
        graph.getNodeList().stream()
            .filter(n -> n.getOpType().equals("Constant") && n.getOutputList().contains(name))
            .flatMap(n -> n.getAttributeList().stream())
            .filter(AttributeProto::hasT)
            .map(AttributeProto::getT)
            .findFirst();
    return kept.or(() -> made)
        .map(t -> Tensors.of(name, t))
        .filter(t -> t.size() == 1 && t.number(0) == 0)
        .isPresent();
  }

  /** A copy in which each draws from a seed of its own, made of this one. */
  OnnxFile seeded(long seed, long trial, long pass) {
    Draws draws = new Draws(seed, Purpose.NOISE, trial, pass);
    return rewritten(node -> List.of(withSeed(node, draws.below(SEEDS))));
  }

  private static NodeProto withSeed(NodeProto node, int seed) {
    NodeProto.Builder copy = node.toBuilder().clearAttribute();
    node.getAttributeList().stream()
        .filter(a -> !a.getName().equals("seed"))
        .forEach(copy::addAttribute);
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName("seed");
    if (node.getOpType().equals(DROPOUT)) {
      attribute.setType(AttributeProto.AttributeType.INT).setI(seed);
    } else {
      attribute.setType(AttributeProto.AttributeType.FLOAT).setF(seed);
    }
    return copy.addAttribute(attribute).build();
  }

  /** A copy in which those that can be are what they give on average. */
  OnnxFile steady() {
    return rewritten(node -> steady(node).orElse(List.of(node)));
  }

  /** What stands in a copy for a node. */
  private interface Rewrite {
    List<NodeProto> of(NodeProto node);
  }

  private OnnxFile rewritten(Rewrite rewrite) {
    ModelProto model = file.model();
    GraphProto graph = rewritten(model.getGraph(), rewrite);
    return file.with(model.toBuilder().setGraph(graph).build());
  }

  private static GraphProto rewritten(GraphProto graph, Rewrite rewrite) {
    GraphProto.Builder copy = graph.toBuilder().clearNode();
    for (NodeProto node : graph.getNodeList()) {
      NodeProto whole = within(node, rewrite);
      if (draws(node, graph)) {
        copy.addAllNode(rewrite.of(whole));
      } else {
        copy.addNode(whole);
      }
    }
    return copy.build();
  }

  private static NodeProto within(NodeProto node, Rewrite rewrite) {
    if (node.getAttributeList().stream().noneMatch(AttributeProto::hasG)) {
      return node;
    }
    NodeProto.Builder copy = node.toBuilder();
    for (int a = 0; a < node.getAttributeCount(); a++) {
      AttributeProto attribute = node.getAttribute(a);
      if (attribute.hasG()) {
        copy.setAttribute(
            a, attribute.toBuilder().setG(rewritten(attribute.getG(), rewrite)).build());
      }
    }
    return copy.build();
  }

  /** What stands for a node on average; empty where nothing does. */
  private Optional<List<NodeProto>> steady(NodeProto node) {
    Map<String, AttributeProto> of = new HashMap<>();
    node.getAttributeList().forEach(a -> of.put(a.getName(), a));
    AttributeProto type = of.get("dtype");
    boolean floats = type == null || type.getI() == ElementType.FLOAT.number();
    AttributeProto shape = of.get("shape");
    Function<Double, Optional<List<NodeProto>>> like =
        mean ->
            floats && file.operatorSet() >= FILLS
                ? Optional.of(like(node, mean))
                : Optional.empty();
    Function<Double, Optional<List<NodeProto>>> plain =
        mean ->
            floats && shape != null
                ? Optional.of(List.of(filled(node, shape, mean)))
                : Optional.empty();
    return switch (node.getOpType()) {
      case DROPOUT -> Optional.of(List.of(still(node)));
      case BERNOULLI ->
          type != null
              ? Optional.empty()
              : Optional.of(List.of(still(node).toBuilder().setOpType("Identity").build()));
      case "RandomNormal" -> plain.apply(number(of, "mean", 0));
      case "RandomNormalLike" -> like.apply(number(of, "mean", 0));
      case "RandomUniform" -> plain.apply((number(of, "low", 0) + number(of, "high", 1)) / 2);
      case "RandomUniformLike" -> like.apply((number(of, "low", 0) + number(of, "high", 1)) / 2);
      default -> Optional.empty();
    };
  }

  private static double number(Map<String, AttributeProto> of, String name, double otherwise) {
    AttributeProto given = of.get(name);
    return given == null ? otherwise : given.getF();
  }

  /** What goes in comes out: without its mode of training, and without a seed. */
  private static NodeProto still(NodeProto node) {
    return node.toBuilder()
        .clearAttribute()
        .clearInput()
        .addAllInput(node.getInputList().subList(0, Math.min(2, node.getInputCount())))
        .build();
  }

  private static List<NodeProto> like(NodeProto node, double mean) {
    String extents = node.getOutput(0) + "__extents";
    return List.of(
        NodeProto.newBuilder()
            .setOpType("Shape")
            .addInput(node.getInput(0))
            .addOutput(extents)
            .build(),
        NodeProto.newBuilder()
            .setOpType("ConstantOfShape")
            .setName(node.getName())
            .addInput(extents)
            .addOutput(node.getOutput(0))
            .addAttribute(tensor("value", List.of(1L), mean))
            .build());
  }

  private static NodeProto filled(NodeProto node, AttributeProto shape, double mean) {
    return NodeProto.newBuilder()
        .setOpType("Constant")
        .setName(node.getName())
        .addOutput(node.getOutput(0))
        .addAttribute(tensor("value", shape.getIntsList(), mean))
        .build();
  }

  private static AttributeProto tensor(String name, List<Long> dims, double mean) {
    float[] values = new float[Math.toIntExact(TensorData.elements(dims))];
    java.util.Arrays.fill(values, (float) mean);
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.TENSOR)
        .setT(Tensors.proto(name, TensorData.of(dims, values)))
        .build();
  }
}
