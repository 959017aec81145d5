package org.hillock.core.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;

/** What a rate neuron without a time of its own makes of its sum, in plain arithmetic. */
public enum RateFunction {
  IDENTITY,
  SIGMOID,
  TANH,
  RELU,
  LEAKY_RELU,
  ELU,
  GELU,
  GELU_TANH,
  SILU,
  SOFTPLUS,
  HARD_SIGMOID,
  STEP,
  SOFTMAX,
  LOG_SOFTMAX,
  PRODUCT;

  /** Name of the second factor's receptor of {@link #PRODUCT}, and of its sum as a variable. */
  public static final String RIGHT = "right";

  /** √(2/π), see {@link #GELU_TANH}. */
  public static final double TANH_SLOPE = 0.7978845608028654;

  /** Share of the cube, see {@link #GELU_TANH}. */
  public static final double TANH_CUBE = 0.044715;

  /** The function of a neuron model's name; empty where the model is no such function. */
  public static Optional<RateFunction> of(String model) {
    return Arrays.stream(values()).filter(f -> f.model().equals(model)).findFirst();
  }

  /** Its name as a neuron model. */
  public String model() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The parameters of a population's model in their order, one number for each neuron. */
  public static List<double[]> parameters(Network network, Population population) {
    return population.model().parameters().stream()
        .map(spec -> Parameters.of(network, population, spec.name(), Unit.NONE))
        .toList();
  }

  /**
   * The values of a whole population.
   *
   * @param sums of its neurons
   * @param parameters as {@link #parameters} gives them
   * @throws IllegalStateException for {@link #PRODUCT}, which makes them of two sums
   */
  public double[] of(double[] sums, List<double[]> parameters) {
    return switch (this) {
      case IDENTITY -> sums.clone();
      case SIGMOID -> each(sums, RateFunction::sigmoid);
      case TANH -> each(sums, StrictMath::tanh);
      case RELU -> each(sums, z -> Math.max(0, z));
      case LEAKY_RELU -> {
        double[] alpha = parameters.get(0);
        yield numbered(sums, (i, z) -> z < 0 ? alpha[i] * z : z);
      }
      case ELU -> {
        double[] alpha = parameters.get(0);
        yield numbered(sums, (i, z) -> z < 0 ? alpha[i] * StrictMath.expm1(z) : z);
      }
      case GELU -> each(sums, z -> z * NormalCurve.share(Double.NEGATIVE_INFINITY, z));
      case GELU_TANH ->
          each(sums, z -> z / 2 * (1 + StrictMath.tanh(TANH_SLOPE * (z + TANH_CUBE * z * z * z))));
      case SILU -> each(sums, z -> z * sigmoid(z));
      case SOFTPLUS ->
          each(sums, z -> Math.max(0, z) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))));
      case HARD_SIGMOID -> {
        double[] alpha = parameters.get(0);
        double[] beta = parameters.get(1);
        yield numbered(sums, (i, z) -> Math.clamp(alpha[i] * z + beta[i], 0, 1));
      }
      case STEP -> each(sums, z -> z > 0 ? 1 : 0);
      case SOFTMAX -> softmax(sums);
      case LOG_SOFTMAX -> logSoftmax(sums);
      case PRODUCT -> throw new IllegalStateException("a product is made of two sums");
    };
  }

  /** A value of a neuron by its number and its sum. */
  private interface Numbered {
    double of(int neuron, double sum);
  }

  private static double[] numbered(double[] sums, Numbered function) {
    double[] values = new double[sums.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.of(i, sums[i]);
    }
    return values;
  }

  private static double[] each(double[] sums, DoubleUnaryOperator function) {
    return Arrays.stream(sums).map(function).toArray();
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  /** Less the largest sum first, so that exp cannot overflow. */
  private static double[] softmax(double[] sums) {
    double largest = Arrays.stream(sums).max().orElseThrow();
    double[] values = each(sums, z -> StrictMath.exp(z - largest));
    double total = Arrays.stream(values).sum();
    return each(values, v -> v / total);
  }

  private static double[] logSoftmax(double[] sums) {
    double largest = Arrays.stream(sums).max().orElseThrow();
    double total = Arrays.stream(sums).map(z -> StrictMath.exp(z - largest)).sum();
    double log = StrictMath.log(total);
    return each(sums, z -> z - largest - log);
  }
}
