package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against values that follow from the definitions, or from tables of the normal distribution. */
class RateFunctionTest {

  /** A few roundings of double precision. */
  private static final double EXACT = 1e-14;

  private static double[] of(RateFunction function, double... sums) {
    Network network = Network.builder("n").population("p", sums.length, function.model()).build();
    return function.of(sums, RateFunction.parameters(network, network.population("p")));
  }

  @Test
  void eachIsTheFunctionOfItsName() {
    double ln2 = StrictMath.log(2);
    assertThat(of(RateFunction.LEAKY_RELU, -2, 3)).containsExactly(-0.02, 3);
    assertThat(of(RateFunction.ELU, -ln2, 3))
        .containsExactly(new double[] {-0.5, 3}, within(EXACT));
    assertThat(of(RateFunction.SILU, ln2))
        .containsExactly(new double[] {ln2 * 2 / 3}, within(EXACT));
    assertThat(of(RateFunction.SOFTPLUS, 0, 800, -800))
        .containsExactly(new double[] {ln2, 800, 0}, within(EXACT));
    assertThat(of(RateFunction.HARD_SIGMOID, -9, 0, 1, 9))
        .containsExactly(new double[] {0, 0.5, 0.7, 1}, within(EXACT));
    // Φ(1) = 0.8413447460685429, Φ(-3) = 0.0013498980316300933
    assertThat(of(RateFunction.GELU, 0, 1, -3))
        .containsExactly(
            new double[] {0, 0.8413447460685429, -3 * 0.0013498980316300933}, within(EXACT));
    // torch.nn.functional.gelu(…, approximate='tanh') in double precision, torch 1.13
    assertThat(of(RateFunction.GELU_TANH, 1, -2))
        .containsExactly(new double[] {0.8411919906082768, -0.04540230591222494}, within(EXACT));
  }

  @Test
  void softmaxesShareOutOneAndDoNotOverflow() {
    assertThat(of(RateFunction.SOFTMAX, 800, 800)).containsExactly(0.5, 0.5);
    assertThat(of(RateFunction.LOG_SOFTMAX, 800, 800 + StrictMath.log(3)))
        .containsExactly(new double[] {-StrictMath.log(4), StrictMath.log(0.75)}, within(1e-12));
  }

  @Test
  void everyFunctionIsAModelAndKnownByIt() {
    for (RateFunction function : RateFunction.values()) {
      assertThat(NeuronModels.named("", function.model()).family())
          .isEqualTo(NeuronModel.Family.RATE);
      assertThat(RateFunction.of(function.model())).contains(function);
    }
    assertThat(RateFunction.of("input")).isEmpty();
  }

  @Test
  void aProductTakesTwoSums() {
    assertThat(NeuronModels.named("", "product").receptors())
        .extracting(NeuronModel.Receptor::name)
        .containsExactly("left", "right");
    assertThatThrownBy(() -> RateFunction.PRODUCT.of(new double[1], List.of()))
        .isInstanceOf(IllegalStateException.class);
  }
}
