package org.hillock.deep;

import static org.hillock.deep.Torch.number;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.hillock.core.network.RateFunction;

/** What rate neurons make of their sums, as tensor operations along the last axis. */
final class Activation {

  private Activation() {}

  /**
   * As {@link RateFunction#of(double[], List)}.
   *
   * @param parameters of the model in its order, one number for each neuron
   */
  static NDArray of(RateFunction function, NDArray sums, List<NDArray> parameters) {
    return switch (function) {
      case IDENTITY -> sums;
      case SIGMOID -> ai.djl.nn.Activation.sigmoid(sums);
      case TANH -> sums.tanh();
      case RELU -> ai.djl.nn.Activation.relu(sums);
      case LEAKY_RELU -> above(sums).add(below(sums).mul(parameters.get(0)));
      // exp of what is below 0 alone: beyond it might overflow, and 0 · ∞ is no gradient
      case ELU -> above(sums).add(below(sums).exp().sub(number(sums, 1)).mul(parameters.get(0)));
      case GELU -> ai.djl.nn.Activation.gelu(sums);
      case GELU_TANH ->
          sums.mul(sums)
              .mul(sums)
              .mul(number(sums, RateFunction.TANH_CUBE))
              .add(sums)
              .mul(number(sums, RateFunction.TANH_SLOPE))
              .tanh()
              .add(number(sums, 1))
              .mul(sums)
              .mul(number(sums, 0.5));
      case SILU -> ai.djl.nn.Activation.sigmoid(sums).mul(sums);
      case SOFTPLUS -> ai.djl.nn.Activation.softPlus(sums);
      case HARD_SIGMOID -> sums.mul(parameters.get(0)).add(parameters.get(1)).clip(0f, 1f);
      case SOFTMAX -> sums.softmax(-1);
      case LOG_SOFTMAX -> sums.logSoftmax(-1);
      case STEP -> sums.gt(number(sums, 0)).toType(DataType.FLOAT32, false);
      case PRODUCT -> throw new IllegalStateException("a product is made of two sums");
    };
  }

  private static NDArray above(NDArray sums) {
    return sums.maximum(number(sums, 0));
  }

  private static NDArray below(NDArray sums) {
    return sums.minimum(number(sums, 0));
  }
}
