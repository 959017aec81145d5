package org.hillock.onnx.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.NodeProto;

/**
 * Functions that exporters write out as several nodes: x/2·(1 + erf(x/√2)) is GELU, x·sigmoid(x) is
 * SiLU. Each becomes one node again.
 */
final class WrittenOut {

  private static final double NEAR = 1e-3;
  private static final double TANH_SLOPE = Math.sqrt(2 / Math.PI);
  private static final double TANH_CUBE = 0.044715;

  private final List<NodeProto> nodes;
  private final Function<String, OptionalDouble> scalars;
  private final Map<String, NodeProto> makers = new HashMap<>();
  private final Map<String, List<NodeProto>> readers = new HashMap<>();
  private final Set<NodeProto> gone = new HashSet<>();
  private final Map<NodeProto, NodeProto> replaced = new HashMap<>();

  private WrittenOut(List<NodeProto> nodes, Function<String, OptionalDouble> scalars) {
    this.nodes = nodes;
    this.scalars = scalars;
    for (NodeProto node : nodes) {
      node.getOutputList().forEach(o -> makers.put(o, node));
      node.getInputList()
          .forEach(i -> readers.computeIfAbsent(i, k -> new ArrayList<>()).add(node));
    }
  }

  /**
   * The nodes with what is written out in one.
   *
   * @param scalars the number that a value is, where it is a known one
   */
  static List<NodeProto> shortened(
      List<NodeProto> nodes, Function<String, OptionalDouble> scalars) {
    WrittenOut written = new WrittenOut(nodes, scalars);
    nodes.forEach(written::look);
    if (written.replaced.isEmpty()) {
      return nodes;
    }
    List<NodeProto> all = new ArrayList<>();
    for (NodeProto node : nodes) {
      if (written.replaced.containsKey(node)) {
        all.add(written.replaced.get(node));
      } else if (!written.gone.contains(node)) {
        all.add(node);
      }
    }
    return all;
  }

  private void look(NodeProto node) {
    switch (node.getOpType()) {
      case "Erf" -> scaledInput(node.getInput(0), Math.sqrt(0.5)).ifPresent(x -> gate(node, x, ""));
      case "Tanh" -> cubedInput(node.getInput(0)).ifPresent(x -> gate(node, x, "tanh"));
      case "Sigmoid" -> silu(node);
      default -> {}
    }
  }

  /** The x of factor·x, written as a product or a quotient. */
  private Optional<String> scaledInput(String value, double factor) {
    NodeProto maker = makers.get(value);
    if (maker == null) {
      return Optional.empty();
    }
    if (maker.getOpType().equals("Mul")) {
      return other(maker, factor);
    }
    boolean divides = maker.getOpType().equals("Div") && isNear(maker.getInput(1), 1 / factor);
    return divides ? Optional.of(maker.getInput(0)) : Optional.empty();
  }

  /** The operand beside a known one. */
  private Optional<String> other(NodeProto node, double known) {
    if (isNear(node.getInput(1), known)) {
      return Optional.of(node.getInput(0));
    }
    return isNear(node.getInput(0), known) ? Optional.of(node.getInput(1)) : Optional.empty();
  }

  private boolean isNear(String value, double number) {
    OptionalDouble known = scalars.apply(value);
    return known.isPresent() && Math.abs(known.getAsDouble() - number) < NEAR * number;
  }

  /** The x of √(2/π)·(x + 0.044715·x³). */
  private Optional<String> cubedInput(String value) {
    NodeProto sum = makers.get(scaledInput(value, TANH_SLOPE).orElse(""));
    if (sum == null || !sum.getOpType().equals("Add")) {
      return Optional.empty();
    }
    for (int side = 0; side < 2; side++) {
      String x = sum.getInput(side);
      Optional<String> cube = scaledInput(sum.getInput(1 - side), TANH_CUBE);
      if (cube.isPresent() && isCube(cube.get(), x)) {
        return Optional.of(x);
      }
    }
    return Optional.empty();
  }

  private boolean isCube(String value, String x) {
    NodeProto maker = makers.get(value);
    if (maker == null) {
      return false;
    }
    if (maker.getOpType().equals("Pow")) {
      return maker.getInput(0).equals(x) && isNear(maker.getInput(1), 3);
    }
    return maker.getOpType().equals("Mul")
        && (maker.getInput(0).equals(x) && isSquare(maker.getInput(1), x)
            || maker.getInput(1).equals(x) && isSquare(maker.getInput(0), x));
  }

  private boolean isSquare(String value, String x) {
    NodeProto maker = makers.get(value);
    if (maker == null) {
      return false;
    }
    boolean power = maker.getOpType().equals("Pow") && isNear(maker.getInput(1), 2);
    boolean product = maker.getOpType().equals("Mul") && maker.getInput(1).equals(x);
    return (power || product) && maker.getInput(0).equals(x);
  }

  /** From erf or tanh on: plus 1, then times x and times a half, in whatever order. */
  private void gate(NodeProto bend, String x, String approximate) {
    Optional<NodeProto> plus = onlyReader(bend.getOutput(0), "Add");
    if (plus.isEmpty() || other(plus.get(), 1).isEmpty()) {
      return;
    }
    Set<NodeProto> parts = new HashSet<>(List.of(bend, plus.get()));
    String at = plus.get().getOutput(0);
    boolean half = false;
    boolean whole = false;
    NodeProto last = plus.get();
    while (!(half && whole)) {
      Optional<NodeProto> next = onlyReader(at, "Mul");
      if (next.isEmpty()) {
        return;
      }
      last = next.get();
      String beside = last.getInput(0).equals(at) ? last.getInput(1) : last.getInput(0);
      NodeProto maker = makers.get(beside);
      if (!half && isNear(beside, 0.5)) {
        half = true;
      } else if (!whole && beside.equals(x)) {
        whole = true;
      } else if (!half && !whole && maker != null && halves(maker, x)) {
        half = true;
        whole = true;
      } else {
        return;
      }
      parts.add(last);
      at = last.getOutput(0);
    }
    NodeProto.Builder gelu =
        NodeProto.newBuilder().setOpType("Gelu").setName(last.getName()).addInput(x).addOutput(at);
    if (!approximate.isEmpty()) {
      gelu.addAttribute(
          AttributeProto.newBuilder()
              .setName("approximate")
              .setS(com.google.protobuf.ByteString.copyFromUtf8(approximate)));
    }
    replace(parts, last, gelu.build());
  }

  private boolean halves(NodeProto maker, String x) {
    boolean product =
        maker.getOpType().equals("Mul") && other(maker, 0.5).filter(x::equals).isPresent();
    boolean quotient =
        maker.getOpType().equals("Div")
            && maker.getInput(0).equals(x)
            && isNear(maker.getInput(1), 2);
    return product || quotient;
  }

  private void silu(NodeProto sigmoid) {
    String x = sigmoid.getInput(0);
    Optional<NodeProto> product = onlyReader(sigmoid.getOutput(0), "Mul");
    if (product.isEmpty() || !product.get().getInputList().contains(x)) {
      return;
    }
    replace(
        Set.of(sigmoid, product.get()),
        product.get(),
        NodeProto.newBuilder()
            .setOpType("Silu")
            .setName(product.get().getName())
            .addInput(x)
            .addOutput(product.get().getOutput(0))
            .build());
  }

  /** Puts one node in place of several, and takes away what only these read. */
  private void replace(Set<NodeProto> parts, NodeProto last, NodeProto one) {
    gone.addAll(parts);
    for (boolean more = true; more; ) {
      more = false;
      for (NodeProto node : nodes) {
        boolean unread =
            !gone.contains(node)
                && node.getOutputList().stream().anyMatch(readers::containsKey)
                && node.getOutputList().stream()
                    .flatMap(o -> readers.getOrDefault(o, List.of()).stream())
                    .allMatch(gone::contains)
                && !node.getOutputList().contains(one.getInput(0));
        if (unread) {
          gone.add(node);
          more = true;
        }
      }
    }
    replaced.put(last, one);
  }

  private Optional<NodeProto> onlyReader(String value, String operator) {
    List<NodeProto> all = readers.getOrDefault(value, List.of());
    return all.size() == 1 && all.getFirst().getOpType().equals(operator)
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }
}
