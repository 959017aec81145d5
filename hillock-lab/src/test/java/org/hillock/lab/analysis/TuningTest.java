package org.hillock.lab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.training.Progress;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.junit.jupiter.api.Test;

class TuningTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void theStoredNeuronIsTunedAsItsPapersSay() {
    double[][] responses = {{4}, {4}, {5}, {1}, {0}, {1}, {2}, {2}, {3}, {0}, {0}, {0}};
    int[] labels = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
    ClassTuning tuning = ClassTuning.of(responses, labels, 5).getFirst();
    assertThat(tuning.preferred()).isZero();
    assertThat(tuning.means()[4]).as("a class that never came").isNaN();
    for (int c = 0; c < 4; c++) {
      assertThat(tuning.means()[c])
          .isCloseTo(ReferenceTrains.measure("tuning", "means")[c], within(ROUNDING));
    }
    assertThat(tuning.sparseness())
        .isCloseTo(ReferenceTrains.measure("tuning", "sparseness")[0], within(ROUNDING));
    assertThat(tuning.selectivity())
        .isCloseTo(ReferenceTrains.measure("tuning", "selectivity")[0], within(ROUNDING));
    assertThat(tuning.discriminability())
        .isCloseTo(ReferenceTrains.measure("tuning", "discriminability")[0], within(ROUNDING));
  }

  @Test
  void oneAloneIsSparseAndAllAlikeAreNot() {
    assertThat(ClassTuning.sparseness(new double[] {0, 3, 0, 0})).isEqualTo(1);
    assertThat(ClassTuning.sparseness(new double[] {2, 2, 2, 2})).isZero();
    assertThat(ClassTuning.sparseness(new double[] {-1, 2})).isNaN();
    assertThat(ClassTuning.selectivity(new double[] {0, 3, 0})).isEqualTo(1);
    assertThat(ClassTuning.selectivity(new double[] {3, 3, 3})).isZero();
    assertThat(ClassTuning.selectivity(new double[] {0, 0})).isNaN();
  }

  private static Experiment run(Network network, double length) {
    return new Experiment(
        Openable.of(network), List.of(), length, List.of(), SessionOptions.seeded(1), 0);
  }

  /** An output that integrates its own pixel, which is bright in one class alone. */
  @Test
  void aSpikingNeuronPrefersTheClassThatLightsItsPixel() {
    Dataset data = Images.columns(20, 3);
    Responses responses =
        Responses.of(
            run(Nets.brightestInSpikes(9), 50),
            "image",
            data.images(),
            Set.of("out"),
            Progress.NONE);
    assertThat(responses.populations()).containsExactly("out");
    assertThat(responses.unit("out")).isEqualTo("Hz");
    List<ClassTuning> tuning = ClassTuning.of(responses.of("out"), data.labels(), 2);
    for (int n = 0; n < 9; n++) {
      if (n % 3 != 1) {
        assertThat(tuning.get(n).preferred()).as("neuron " + n).isEqualTo(n % 3 == 0 ? 0 : 1);
        assertThat(tuning.get(n).discriminability()).isGreaterThan(2);
      }
    }
  }

  /** Of a weighted sum the field is the weights. */
  @Test
  void theFieldOfASpikingSumIsItsWeights() {
    double[] weights = {0.5, 0, 0.1, 0.3, 0.2, 0, 0, 0.4, 0.1};
    Network network =
        Network.builder("sum")
            .population("image", 9, "input")
            .population("out", 1, "if")
            .projection("image", "out", Nets.dense(), Nets.mV(weights))
            .build();
    float[][] noise = ReceptiveField.noise(800, 9, 4);
    Responses responses = Responses.of(run(network, 40), "image", noise, Set.of(), Progress.NONE);
    double[] own = responses.of("out", 0);
    double[] direct = ReceptiveField.weights(network, "image", "out").orElseThrow()[0];
    ReceptiveField field = ReceptiveField.of(0, own, noise, java.util.Optional.of(direct));
    assertThat(direct).containsExactly(weights, within(1e-6));
    // an estimate from 800 images errs by about a seventh of the spread of these weights
    assertThat(field.agreement()).isGreaterThan(0.97);
    // a pixel of 1 with a weight of 1 mV makes a spike per ms
    assertThat(field.field()[0]).isCloseTo(1000 * 0.5, within(60.0));
    double[] average = ReceptiveField.triggeredAverage(own, noise);
    assertThat(average[0]).as("bright where it excites").isGreaterThan(average[1] + 0.05);
  }
}
