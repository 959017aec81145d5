package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.data.Dataset;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Margins;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

class SumAxisTest {

  /** y - mean = (-1, 0, 1), residual 1 of 2. */
  @Test
  void determinationByHand() {
    assertThat(SumAxis.determination(new double[] {1, 2, 3}, new double[] {1, 2, 4}))
        .isCloseTo(0.5, within(1e-12));
    assertThat(SumAxis.determination(new double[] {1, 2, 3}, new double[] {1, 2, 3})).isEqualTo(1);
    assertThat(SumAxis.determination(new double[] {1, 2, 3}, new double[] {2, 2, 2})).isZero();
  }

  /** Products of deviations 3, spreads 2 and 42/9: 9/(2·42/9) = 27/28. */
  @Test
  void squaredCorrelationByHand() {
    assertThat(SumAxis.squaredCorrelation(new double[] {1, 2, 3}, new double[] {1, 2, 4}))
        .isCloseTo(27.0 / 28, within(1e-12));
    assertThat(SumAxis.squaredCorrelation(new double[] {1, 2, 3}, new double[] {-5, -7, -9}))
        .isCloseTo(1, within(1e-12));
    assertThat(SumAxis.squaredCorrelation(new double[] {1, 2, 3}, new double[] {4, 4, 4})).isZero();
  }

  /** Neuron 0 sends a(2·pixel - 1), neuron 1 is far below threshold. */
  private static Network two(String neuron) {
    return Network.builder("two")
        .population("image", 1, "input")
        .population("out", 2, neuron, p -> p.bias(Values.listed(-1, -9)))
        .projection("image", "out", Nets.dense(), Nets.weights(2, 2))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  private static final Dataset ON_AND_OFF = Images.unlabelled(2, new float[] {0}, new float[] {1});

  /**
   * Output (0, 1) of the sum (-1, 1): a half of it and a half, and as it is 1 - 1/0.5; exact in
   * single precision.
   */
  @Test
  void aRectifierOfTwoImagesIsItsSumButNotAsItIs() {
    Measurement.Measured sum = Measured.by(new SumAxis(), two("relu"), ON_AND_OFF);
    assertThat(sum.value()).isCloseTo(1, within(1e-12));
    assertThat(Measured.detail(sum, "median_nothing_refitted")).isCloseTo(-1, within(1e-12));
    assertThat(Measured.detail(sum, "median_through_nonlinearity")).isCloseTo(1, within(1e-12));
    assertThat(Measured.detail(sum, "neurons_measured")).isEqualTo(1);
    assertThat(Measured.detail(sum, "neurons_constant")).isEqualTo(1);
  }

  @Test
  void aLinearNeuronSendsAllOfIt() {
    Measurement.Measured sum = Measured.by(new SumAxis(), two("identity"), ON_AND_OFF);
    assertThat(sum.value()).isCloseTo(1, within(1e-12));
    assertThat(Measured.detail(sum, "neurons_measured")).isEqualTo(2);
  }

  /**
   * A perfect integrator: rate floor(31·a)/32 against the sum a, so at most 2/32 apart, while rates
   * spread over 0..1 with variance near 1/12: 1 - R² is at most (2/32)²·12 = 0.047.
   */
  @Test
  void theRateOfAnIntegratorIsItsSum() {
    Measurement.Measured sum =
        Measured.by(new SumAxis(), Nets.brightestInSpikes(3), Images.brightest(100, 3, 9));
    assertThat(sum.value()).isBetween(0.95, 1.0);
  }

  /** Behind a maximum there is no sum; before and after it there is. */
  @Test
  void populationsWithoutASumAreLeftOutAndCounted() {
    Network pooled =
        Network.builder("pooled")
            .population("image", 2, "input")
            .population("sums", Shape.of(1, 2, 1), "identity", p -> p)
            .population("largest", Shape.of(1, 1, 1), "identity", p -> p)
            .projection("image", "sums", Nets.dense(), Nets.weights(1, 2, 2, -1))
            .projection(
                "sums",
                "largest",
                new Pooling(Pooling.Kind.MAX, 1, 2, new Across(1, 2), Margins.all(0), false),
                p -> p)
            .decision(new Decision.LargestValue("sums"))
            .build();
    Dataset images =
        Images.unlabelled(2, new float[] {0, 1}, new float[] {1, 0}, new float[] {1, 1});
    Measurement.Measured sum = Measured.by(new SumAxis(), pooled, images);
    assertThat(sum.value()).isCloseTo(1, within(1e-12));
    assertThat(Measured.detail(sum, "neurons_measured")).isEqualTo(2);
    assertThat(Measured.detail(sum, "neurons_without_a_sum")).isEqualTo(1);
    assertThat(sum.method())
        .contains("largest, because projection 'sums_largest' takes the largest");
  }

  @Test
  void needsOutputsThatVary() {
    assertThat(
            new SumAxis()
                .measure(Measured.subject(two("relu"), Images.unlabelled(2, new float[] {1}))))
        .isEqualTo(
            new Measurement.NotDefined("because no neuron's output varied over the test images"));
  }
}
