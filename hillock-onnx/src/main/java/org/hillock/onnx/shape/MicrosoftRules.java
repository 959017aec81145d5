package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;

/** Operators of the domain {@code com.microsoft}, which ONNX Runtime's optimiser writes. */
final class MicrosoftRules {

  private static final String SAME_SHAPE =
      "Gelu FastGelu BiasGelu QuickGelu BiasSoftmax BiasDropout DropoutGrad RotaryEmbedding"
          + " SimplifiedLayerNormalization Inverse";

  private MicrosoftRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    for (String name : SAME_SHAPE.split(" ")) {
      rules.put(name, n -> List.of(n.input(0).withoutConstant()));
    }
    rules.put("SkipLayerNormalization", MicrosoftRules::skipped);
    rules.put("SkipSimplifiedLayerNormalization", MicrosoftRules::skipped);
    rules.put("EmbedLayerNormalization", MicrosoftRules::embedded);
    rules.put("Attention", MicrosoftRules::attention);
    rules.put("QAttention", MicrosoftRules::attention);
    rules.put("MultiHeadAttention", MicrosoftRules::manyHeads);
    rules.put("GroupQueryAttention", n -> List.of(n.input(0).withoutConstant()));
    rules.put("FusedMatMul", MicrosoftRules::fusedProduct);
    rules.put("MatMulNBits", MicrosoftRules::packedProduct);
    rules.put("FusedGemm", ProductRules::gemm);
    rules.put("QLinearAdd", n -> quantised(n));
    rules.put("QLinearMul", n -> quantised(n));
    rules.put("QLinearSigmoid", n -> List.of(n.input(0).withoutConstant()));
    rules.put("QLinearLeakyRelu", n -> List.of(n.input(0).withoutConstant()));
    rules.put(
        "DynamicQuantizeMatMul",
        n -> ProductRules.matrixProduct(n.extents(0), n.extents(1), ElementType.FLOAT.number()));
    rules.put(
        "MatMulIntegerToFloat",
        n -> ProductRules.matrixProduct(n.extents(0), n.extents(1), ElementType.FLOAT.number()));
  }

  private static List<ValueShape> skipped(NodeShapes node) {
    ValueShape same = node.input(0).withoutConstant();
    return List.of(same, ValueShape.UNKNOWN, ValueShape.UNKNOWN, same);
  }

  private static List<ValueShape> embedded(NodeShapes node) {
    if (node.extents(0).isEmpty() || node.extents(2).isEmpty()) {
      return List.of(ValueShape.ofType(node.type(2)));
    }
    List<Extent> all = new ArrayList<>(node.extents(0).get());
    Extent batch = all.getFirst();
    all.add(node.extents(2).get().getLast());
    return List.of(
        ValueShape.of(node.type(2), all),
        ValueShape.of(ElementType.INT32.number(), List.of(batch)),
        ValueShape.of(node.type(2), all));
  }

  /** Q, K and V stand side by side in the weights' last axis: a third each, unless stated. */
  private static List<ValueShape> attention(NodeShapes node) {
    if (node.extents(0).isEmpty() || node.extents(0).get().size() != 3) {
      return node.typeOnly();
    }
    Optional<List<Long>> stated = node.attributes().wholes("qkv_hidden_sizes");
    Extent width =
        stated.isPresent() && stated.get().size() == 3
            ? Extent.of(stated.get().get(2))
            : node.extents(1).map(e -> Extents.map(e.getLast(), n -> n / 3)).orElse(Extent.UNKNOWN);
    return node.like(Extents.with(node.extents(0).get(), 2, width));
  }

  private static List<ValueShape> manyHeads(NodeShapes node) {
    Optional<List<Extent>> values = node.extents(2).filter(e -> e.size() == 3);
    Optional<List<Extent>> queries = node.extents(0).filter(e -> e.size() == 3);
    if (values.isEmpty() || queries.isEmpty()) {
      return node.typeOnly();
    }
    return node.like(Extents.with(queries.get(), 2, values.get().get(2)));
  }

  private static List<ValueShape> fusedProduct(NodeShapes node) {
    boolean batches =
        node.attributes().whole("transBatchA", 0) != 0
            || node.attributes().whole("transBatchB", 0) != 0;
    if (batches) {
      return node.typeOnly();
    }
    return ProductRules.matrixProduct(
        turned(node.extents(0), node.attributes().whole("transA", 0) != 0),
        turned(node.extents(1), node.attributes().whole("transB", 0) != 0),
        node.type(0));
  }

  private static Optional<List<Extent>> turned(Optional<List<Extent>> extents, boolean turned) {
    if (!turned || extents.isEmpty() || extents.get().size() < 2) {
      return extents;
    }
    List<Extent> all = new ArrayList<>(extents.get());
    Extent last = all.removeLast();
    all.add(all.size() - 1, last);
    return Optional.of(all);
  }

  private static List<ValueShape> packedProduct(NodeShapes node) {
    return node.extents(0)
        .filter(e -> !e.isEmpty() && node.attributes().has("N"))
        .map(e ->
            node.like(Extents.with(e, e.size() - 1, Extent.of(node.attributes().whole("N", 0)))))
        .orElseGet(node::typeOnly);
  }

  private static List<ValueShape> quantised(NodeShapes node) {
    return ElementwiseRules.broadcast(node, List.of(node.input(0), node.input(3)), node.type(0));
  }
}
