package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

/** On networks of which it is known what they look at. */
class SharesAxisTest {

  private static final Dataset NINE = Images.columns(60, 1);

  private static Network looking(int... at) {
    double[] rows = new double[18];
    for (int pixel : at) {
      rows[9 + pixel] = 1;
    }
    return Network.builder("looking")
        .population("image", org.hillock.core.network.Shape.of(3, 3, 1), "input", p -> p)
        .population(
            "out", 2, "identity", p -> p.bias(org.hillock.core.network.Values.listed(0.5, 0)))
        .projection("image", "out", Nets.dense(), Nets.weights(rows))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  /** One pixel of nine carries all: half of it is half of a ninth. */
  @Test
  void oneInputThatCountsIsFound() {
    Measurement.Measured shares = Measured.by(new SharesAxis(), looking(0), NINE);
    assertThat(shares.value()).isCloseTo(0.5 / 9, within(1e-9));
    assertThat(Measured.detail(shares, "largest_share")).isCloseTo(1, within(1e-6));
    assertThat(Measured.detail(shares, "readout_weights_correlation")).isGreaterThan(0.95);
    assertThat(Measured.detail(shares, "readout_predicts_share")).isGreaterThan(0.9);
    assertThat(Measured.detail(shares, "correlation_measured_again")).isCloseTo(1, within(1e-6));
  }

  /** Three pixels of nine: at most half of three ninths. */
  @Test
  void moreInputsCarryLess() {
    Measurement.Measured shares = Measured.by(new SharesAxis(), looking(0, 4, 8), NINE);
    assertThat(shares.value()).isBetween(0.5 / 9, 1.5 / 9);
    assertThat(shares.interval().orElseThrow().low()).isLessThan(shares.value());
  }

  /** The middle stays below 0.5, and so the answer is always the same: it tells no weights. */
  @Test
  void answersThatNeverChangeTellNoWeights() {
    Measurement.Measured shares = Measured.by(new SharesAxis(), looking(4), NINE);
    assertThat(shares.details()).doesNotContainKey("readout_weights_correlation");
    assertThat(Measured.detail(shares, "most_frequent_answer_share")).isEqualTo(1);
    assertThat(Measured.detail(shares, "readout_predicts_share")).isEqualTo(1);
  }

  @Test
  void spikesAreAskedTheSame() {
    Measurement.Measured shares =
        Measured.by(new SharesAxis(), Nets.brightestInSpikes(2), Images.brightest(20, 2, 1));
    assertThat(shares.value()).isBetween(0.25, 0.5);
    assertThat(Measured.detail(shares, "correlation_measured_again")).isCloseTo(1, within(1e-12));
  }

  @Test
  void whatLooksAtNothingHasNoShares() {
    assertThat(new SharesAxis().measure(new Subject(looking(), NINE, 1, true)))
        .isInstanceOf(Measurement.NotDefined.class);
  }
}
