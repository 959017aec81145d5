package org.hillock.onnx.terms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nodes that make each element of one element of each input, whatever function that is. */
final class PointNodes {

  private static final Set<String> FUNCTIONS =
      Set.of(
          ("Abs Acos Acosh Add And Asin Asinh Atan Atanh BitShift BitwiseAnd BitwiseNot BitwiseOr"
                  + " BitwiseXor Cast Ceil Celu Cos Cosh Div Elu Equal Erf Exp Floor Gelu Greater"
                  + " GreaterOrEqual HardSigmoid HardSwish IsInf IsNaN LeakyRelu Less LessOrEqual"
                  + " Log Mish Mod Mul Not Or PRelu Pow Reciprocal Relu Round Selu Shrink Sigmoid"
                  + " Sign Sin Sinh Softplus Softsign Sqrt Sub Swish Tan Tanh ThresholdedRelu Where"
                  + " Xor com.microsoft.Gelu com.microsoft.QuickGelu")
              .split(" "));

  /** Of the first input alone; what else they read is one number for all. */
  private static final Set<String> SETTINGS =
      Set.of("Clip", "QuantizeLinear", "DequantizeLinear", "CastLike");

  private PointNodes() {}

  static Optional<Reached> of(Question q) {
    boolean numbers = q.inputs().stream().allMatch(i -> q.tensor(i).type().isReal());
    if (q.stretchedInTheOldWay() || !numbers) {
      return Optional.empty();
    }
    Map<Integer, Integer> elements = new LinkedHashMap<>();
    int[] place = q.place();
    if (FUNCTIONS.contains(q.operator())) {
      q.inputs().forEach(i -> elements.put(i, q.places(i).stretched(place)));
      return Optional.of(Replay.single(q, elements));
    }
    boolean others =
        q.inputs().stream()
            .allMatch(i -> i == 0 || q.operator().equals("CastLike") || q.tensor(i).size() == 1);
    if (SETTINGS.contains(q.operator()) && others) {
      elements.put(0, q.element().flat());
      return Optional.of(Replay.single(q, elements));
    }
    return Optional.empty();
  }
}
