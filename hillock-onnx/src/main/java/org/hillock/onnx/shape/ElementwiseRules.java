package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;

/** Operators that work element by element, with or without broadcasting. */
final class ElementwiseRules {

  private static final String SAME_SHAPE =
      "Abs Acos Acosh Asin Asinh Atan Atanh Ceil Celu Clip Cos Cosh CumSum Elu Erf Exp Floor Gelu"
          + " HardSigmoid HardSwish Hardmax Identity LeakyRelu Log LogSoftmax LpNormalization"
          + " Mish Neg Not Reciprocal Relu Round ScatterElements Scatter ScatterND"
          + " Selu Shrink Sigmoid Sign Sin Sinh Softmax Softplus Softsign Sqrt Swish Tan Tanh"
          + " ThresholdedRelu Trilu LRN InstanceNormalization GroupNormalization"
          + " MeanVarianceNormalization BitwiseNot RMSNormalization Inverse CumProd RotaryEmbedding"
          + " TensorScatter";

  private static final String BROADCAST =
      "Add Sub Mul Div Pow Mod PRelu Max Min Mean Sum BitwiseAnd BitwiseOr BitwiseXor BitShift";

  private static final String COMPARISON =
      "Equal Greater GreaterOrEqual Less LessOrEqual And Or Xor";

  private ElementwiseRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    for (String name : SAME_SHAPE.split(" ")) {
      rules.put(name, n -> List.of(n.input(0).withoutConstant()));
    }
    for (String name : BROADCAST.split(" ")) {
      rules.put(name, n -> broadcast(n, n.inputs(), n.type(0)));
    }
    for (String name : COMPARISON.split(" ")) {
      rules.put(name, n -> broadcast(n, n.inputs(), ElementType.BOOL.number()));
    }
    rules.put("IsNaN", n -> withType(n, ElementType.BOOL.number()));
    rules.put("IsInf", n -> withType(n, ElementType.BOOL.number()));
    rules.put("Where", n -> broadcast(n, n.inputs(), n.type(1)));
    rules.put("Cast", n -> withType(n, (int) n.attributes().whole("to", 0)));
    rules.put("CastLike", n -> withType(n, n.type(1)));
    rules.put("Dropout", ElementwiseRules::dropout);
    rules.put("BatchNormalization", ElementwiseRules::batchNormalization);
    rules.put("LayerNormalization", ElementwiseRules::layerNormalization);
    rules.put("QuantizeLinear", ElementwiseRules::quantize);
    rules.put("DequantizeLinear", n -> withType(n, n.has(1) ? n.type(1) : 1));
    rules.put("DynamicQuantizeLinear", ElementwiseRules::dynamicQuantize);
    rules.put("RandomNormalLike", ElementwiseRules::randomLike);
    rules.put("RandomUniformLike", ElementwiseRules::randomLike);
    rules.put("Bernoulli", ElementwiseRules::randomLike);
  }

  static List<ValueShape> broadcast(NodeShapes node, List<ValueShape> inputs, int type) {
    // Before version 7 the second operand was laid against an axis of the first and never grew it.
    if (node.opset() < 7 && node.attributes().has("broadcast")) {
      return List.of(node.input(0).withoutConstant().withType(type));
    }
    Optional<List<Extent>> extents = Extents.broadcastAll(inputs);
    return List.of(
        extents.map(e -> ValueShape.of(type, e)).orElseGet(() -> ValueShape.ofType(type)));
  }

  static List<ValueShape> withType(NodeShapes node, int type) {
    return List.of(node.input(0).withoutConstant().withType(type));
  }

  private static List<ValueShape> dropout(NodeShapes node) {
    ValueShape same = node.input(0).withoutConstant();
    int mask = node.opset() >= 10 ? ElementType.BOOL.number() : node.type(0);
    return List.of(same, same.withType(mask));
  }

  private static List<ValueShape> batchNormalization(NodeShapes node) {
    List<ValueShape> all = new ArrayList<>();
    all.add(node.input(0).withoutConstant());
    Extent channels =
        node.extents(1).filter(l -> l.size() == 1).map(List::getFirst).orElse(Extent.UNKNOWN);
    for (int i = 1; i < node.node().getOutputCount(); i++) {
      all.add(ValueShape.of(node.type(1), List.of(channels)));
    }
    return all;
  }

  /** Mean and inverse deviation keep the axes before {@code axis}; the rest becomes one place. */
  static List<ValueShape> layerNormalization(NodeShapes node) {
    ValueShape same = node.input(0).withoutConstant();
    if (same.extents().isEmpty()) {
      return List.of(same);
    }
    List<Extent> extents = new ArrayList<>(same.extents().get());
    int axis = node.axis("axis", -1, extents.size());
    for (int i = axis; i < extents.size(); i++) {
      extents.set(i, Extent.of(1));
    }
    ValueShape statistics = ValueShape.of(ElementType.FLOAT.number(), extents);
    return List.of(same, statistics, statistics);
  }

  private static List<ValueShape> quantize(NodeShapes node) {
    int stated = (int) node.attributes().whole("output_dtype", 0);
    int type = stated != 0 ? stated : node.has(2) ? node.type(2) : ElementType.UINT8.number();
    return withType(node, type);
  }

  private static List<ValueShape> dynamicQuantize(NodeShapes node) {
    return List.of(
        node.input(0).withoutConstant().withType(ElementType.UINT8.number()),
        ValueShape.of(ElementType.FLOAT.number(), List.of()),
        ValueShape.of(ElementType.UINT8.number(), List.of()));
  }

  private static List<ValueShape> randomLike(NodeShapes node) {
    int stated = (int) node.attributes().whole("dtype", 0);
    return withType(node, stated != 0 ? stated : node.type(0));
  }
}
