package org.hillock.deep;

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
      case LEAKY_RELU -> sums.maximum(0f).add(sums.minimum(0f).mul(parameters.get(0)));
      // exp of what is below 0 alone: beyond it might overflow, and 0 · ∞ is no gradient
      case ELU -> sums.maximum(0f).add(sums.minimum(0f).exp().sub(1f).mul(parameters.get(0)));
      case GELU -> ai.djl.nn.Activation.gelu(sums);
      case GELU_TANH ->
          sums.mul(sums)
              .mul(sums)
              .mul((float) RateFunction.TANH_CUBE)
              .add(sums)
              .mul((float) RateFunction.TANH_SLOPE)
              .tanh()
              .add(1f)
              .mul(sums)
              .mul(0.5f);
      case SILU -> ai.djl.nn.Activation.sigmoid(sums).mul(sums);
      case SOFTPLUS -> ai.djl.nn.Activation.softPlus(sums);
      case HARD_SIGMOID -> sums.mul(parameters.get(0)).add(parameters.get(1)).clip(0f, 1f);
      case SOFTMAX -> sums.softmax(-1);
      case LOG_SOFTMAX -> sums.logSoftmax(-1);
      case STEP -> sums.gt(0).toType(DataType.FLOAT32, false);
      case PRODUCT -> throw new IllegalStateException("a product is made of two sums");
    };
  }
}
