package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.network.Normalisation.Batch;
import org.hillock.core.network.Normalisation.Layer;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

class NormalisationTest {

  /** Roundings, and the floors that keep divisions from 0. */
  private static final double CLOSE = 1e-6;

  private static final Shape SHEET = Shape.of(1, 2, 2);

  @Test
  void rmsLeavesThePattern() {
    assertThat(Normalisation.rms().of(new double[] {3, 4, 0, 0}, Shape.of(4)))
        .containsExactly(new double[] {1.2, 1.6, 0, 0}, within(CLOSE));
    assertThat(Normalisation.rms().of(new double[2], Shape.of(2))).containsExactly(0, 0);
  }

  @Test
  void layersLieAroundZero() {
    double[] sent = {1, 3, 10, 20};
    assertThat(new Layer(1e-12, Layer.Over.CHANNELS).of(sent, SHEET))
        .containsExactly(new double[] {-1, 1, -1, 1}, within(CLOSE));
    double[] whole = new Layer(1e-12, Layer.Over.NEURONS).of(sent, SHEET);
    // mean 8.5, variance (56.25 + 30.25 + 2.25 + 132.25)/4 = 55.25
    assertThat(whole[3]).isCloseTo(11.5 / Math.sqrt(55.25), within(CLOSE));
  }

  @Test
  void batchesGoByWhatIsStoredOfTheirChannel() {
    Batch batch = new Batch(Numbers.of(1, 2), Numbers.of(4, 0.25), 1e-12, 0.1);
    assertThat(batch.of(new double[] {1, 2, 5, 3}, SHEET))
        .containsExactly(new double[] {0, 0, 2, 2}, within(CLOSE));
    assertThat(Batch.fresh(2).scale(1)).isCloseTo(1, within(1e-5));
  }

  private static void refused(String message, Runnable made) {
    assertThatThrownBy(made::run).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void theySayWhatDoesNotFit() {
    refused("epsilon: 0.0 is not > 0", () -> new Layer(0, Layer.Over.NEURONS));
    refused("momentum: 2.0 is not in 0..1", () -> new Batch(Numbers.of(1), Numbers.of(1), 1, 2));
    refused("variance[0]: -1.0 is not >= 0", () -> new Batch(Numbers.of(1), Numbers.of(-1), 1, 0));
    refused(
        "variance: lists 1 numbers beside 2 means",
        () -> new Batch(Numbers.of(1, 2), Numbers.of(1), 1, 0));
    refused(
        "projections.a_b.normalise.mean: lists 3 numbers, but 'a' (2) has 2 channels",
        () ->
            Network.builder("n")
                .population("a", 2, "relu")
                .population("b", 2, "relu")
                .projection("a", "b", new Connectivity.OneToOne(), p -> p.normalise(Batch.fresh(3)))
                .build());
  }
}
