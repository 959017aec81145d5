package org.hillock.onnx.census;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts a node by its operator. */
final class Nodes {

  private static final Map<String, String> ACTIVATIONS =
      Map.ofEntries(
          Map.entry("Relu", "relu"),
          Map.entry("Sigmoid", "sigmoid"),
          Map.entry("Tanh", "tanh"),
          Map.entry("Gelu", "gelu"),
          Map.entry("FastGelu", "gelu"),
          Map.entry("QuickGelu", "gelu"),
          Map.entry("BiasGelu", "gelu"),
          Map.entry("Erf", "erf"),
          Map.entry("LeakyRelu", "leaky relu"),
          Map.entry("PRelu", "leaky relu"),
          Map.entry("ThresholdedRelu", "relu"),
          Map.entry("Elu", "elu"),
          Map.entry("Selu", "selu"),
          Map.entry("Celu", "celu"),
          Map.entry("Softplus", "softplus"),
          Map.entry("Softsign", "softsign"),
          Map.entry("HardSigmoid", "hard sigmoid"),
          Map.entry("HardSwish", "hard swish"),
          Map.entry("Swish", "swish"),
          Map.entry("Mish", "mish"),
          Map.entry("Softmax", "softmax"),
          Map.entry("LogSoftmax", "log softmax"),
          Map.entry("Hardmax", "hardmax"));

  /** Operators that move, choose, compare or change values without weights. */
  private static final Set<String> WEIGHTLESS =
      Set.of(
          """
          Abs And ArgMax ArgMin BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor
          Cast CastLike Ceil Clip Compress Concat ConstantOfShape Cos CumSum
          DepthToSpace DequantizeLinear Dropout DynamicQuantizeLinear Equal Exp Expand
          EyeLike Flatten Floor GatherElements GatherND Greater GreaterOrEqual Identity
          IsInf IsNaN LRN Less LessOrEqual Log LpNormalization Max Mean
          MeanVarianceNormalization Min Mod Neg NonMaxSuppression NonZero Not OneHot Or
          Pad Pow QuantizeLinear RandomNormal RandomNormalLike RandomUniform
          RandomUniformLike Range Reciprocal ReduceL1 ReduceL2 ReduceLogSum
          ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum
          ReduceSumSquare Reshape Resize ReverseSequence Round ScatterElements
          ScatterND Shape Sign Sin Size Slice SpaceToDepth Split Sqrt Squeeze Tile TopK
          Transpose Trilu Unique Unsqueeze Upsample Where Xor
          """
              .strip()
              .split("\\s+"));

  /** Their kept inputs are settings, not weights. */
  private static final Set<String> SETTINGS =
      Set.of(
          "Resize",
          "Upsample",
          "Clip",
          "Pad",
          "QuantizeLinear",
          "DequantizeLinear",
          "Dropout",
          "OneHot",
          "Pow",
          "NonMaxSuppression");

  private final Node node;
  private final GraphCount count;

  Nodes(Node node, GraphCount count) {
    this.node = node;
    this.count = count;
  }

  /** Makes layers of it. */
  void add() {
    String domain = node.proto().getDomain();
    if (!Set.of("", "ai.onnx", "com.microsoft").contains(domain)) {
      count.uncounted(node, "operators of '" + domain + "' are not known");
      return;
    }
    boolean graphs =
        node.proto().getAttributeList().stream().anyMatch(a -> a.hasG() || a.getGraphsCount() > 0);
    if (graphs) {
      count.uncounted(node, "how often the graph within it runs is not known before");
      return;
    }
    switch (node.operator()) {
      case "Gemm", "FusedGemm" -> MatrixNodes.gemm(node, count);
      case "MatMul", "MatMulInteger", "FusedMatMul" -> MatrixNodes.product(node, count, 1);
      case "QLinearMatMul" -> MatrixNodes.product(node, count, 3);
      case "Conv", "ConvInteger", "FusedConv" -> WindowNodes.convolution(node, count, 1, 2);
      case "QLinearConv" -> WindowNodes.convolution(node, count, 3, 8);
      case "MaxPool",
          "AveragePool",
          "LpPool",
          "GlobalMaxPool",
          "GlobalAveragePool",
          "GlobalLpPool" ->
          WindowNodes.pooling(node, count);
      case "BatchNormalization",
          "LayerNormalization",
          "RMSNormalization",
          "InstanceNormalization",
          "GroupNormalization",
          "SimplifiedLayerNormalization" ->
          PlainNodes.normalisation(node, count, 1);
      case "SkipLayerNormalization", "SkipSimplifiedLayerNormalization" ->
          PlainNodes.normalisation(node, count, 2);
      case "RNN", "GRU", "LSTM" -> SequenceNodes.recurrent(node, count);
      case "Gather" -> SequenceNodes.gather(node, count);
      case "Attention" -> SequenceNodes.attention(node, count);
      case "MultiHeadAttention" -> SequenceNodes.heads(node, count);
      case "Add", "Sub", "Sum", "Mul", "Div" -> PlainNodes.arithmetic(node, count);
      default -> others();
    }
  }

  private void others() {
    String function = ACTIVATIONS.get(node.operator());
    if (function != null) {
      numbers("slopes or biases");
      count.activation(node, function);
    } else if (WEIGHTLESS.contains(node.operator())) {
      if (!SETTINGS.contains(node.operator())) {
        numbers("numbers in " + node.operator());
      }
      count.weightless(node);
    } else {
      count.uncounted(node, "is not known to the census");
    }
  }

  /** What it keeps beside what it is fed. */
  private void numbers(String word) {
    for (int i = 0; i < node.proto().getInputCount(); i++) {
      boolean start =
          node.operator().equals("Expand") && node.kept(i) && count.kept().zeros(node.input(i));
      if (node.kept(i) && !start) {
        count.constants(node.name() + ".numbers", word, List.of(node.input(i)));
      }
    }
  }
}
