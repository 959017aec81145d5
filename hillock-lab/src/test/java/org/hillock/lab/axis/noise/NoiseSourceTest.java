package org.hillock.lab.axis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.cell.Release;
import org.hillock.core.cell.ReleaseProbability;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.lab.Nets;
import org.hillock.lab.decide.Classifier;
import org.junit.jupiter.api.Test;

class NoiseSourceTest {

  private static final String TREMBLING =
      """
      neuron trembling
      about Adds up, with noise (xi) on it.
      parameter tau = 10 ms > 0
      parameter sigma = 1 mV >= 0   # of xi, not of normal()
      bias in mV/ms
      state v = 0 mV
      dv/dt = -v/tau + bias + sigma*sqrt(2/tau)*xi
      on signed: v += w
      spike when v >= 2 mV + 0.1 mV*normal() - 0.1 mV*(uniform() - 0.5)
      reset: v = 0 mV
      """;

  /** Poisson onto integrators, release by chance, and trembling cells behind. */
  private static Network noisy() {
    return Network.builder("noisy")
        .population("image", 2, "input")
        .population("background", 2, "poisson", p -> p.param("rate", "500 Hz"))
        .population("middle", 2, "if", p -> p.param("v_th", "2 mV"))
        .population("out", 2, NeuronTexts.read("trembling", TREMBLING), p -> p)
        .projection("image", "middle", new Connectivity.OneToOne(), Nets.mV(1, 1))
        .projection(
            "background",
            "middle",
            new Connectivity.OneToOne(),
            p -> p.weight("0.5 mV").delay("1 ms"))
        .projection(
            "middle",
            "out",
            new Connectivity.OneToOne(),
            p ->
                p.weight("1 mV")
                    .delay("1 ms")
                    .release(new Release(new ReleaseProbability.Facilitation(0.5, 0), 4, 0, true)))
        .decision(new Decision.MostSpikes("out"))
        .build();
  }

  private static Repeats asked(Network network) {
    try (Classifier classifier = Classifier.open(network, 1)) {
      return Repeats.of(
          classifier,
          new float[][] {{0.5f, 0.5f}},
          List.of(network.population("middle"), network.population("out")),
          20);
    }
  }

  @Test
  void allSourcesAreFoundAndWithoutThemTrialsAreTheSame() {
    Network network = noisy();
    List<NoiseSource> sources = NoiseSource.of(network);
    assertThat(sources)
        .extracting(NoiseSource::name)
        .containsExactly("poisson_background", "equations_out", "release_middle_out");
    assertThat(asked(network).activityDiffers()).containsOnly(true);
    for (NoiseSource kept : sources) {
      List<NoiseSource> others = sources.stream().filter(s -> !s.equals(kept)).toList();
      Network one = NoiseSource.without(network, others);
      assertThat(NoiseSource.of(one)).containsExactly(kept);
      assertThat(asked(one).activityDiffers()).as("only %s", kept).containsOnly(true);
    }
    Network quiet = NoiseSource.without(network, sources);
    assertThat(NoiseSource.of(quiet)).isEmpty();
    Repeats steady = asked(quiet);
    assertThat(steady.activityDiffers()).containsOnly(false);
    assertThat(steady.entropies(2)).containsOnly(0);
    assertThat(Arrays.stream(steady.fano()).allMatch(f -> f == 0)).isTrue();
  }

  /**
   * A source of 500 Hz brings 0.5 · 0.5 mV a ms: with the image 0.75 mV a ms over 31 ms, 23.25 mV
   * and so 11 spikes of 2 mV, with the source silent 7.
   */
  @Test
  void aPoissonSourceBecomesItsMean() {
    Network network = noisy();
    Network steady =
        NoiseSource.without(
            network, List.of(new NoiseSource(NoiseSource.Kind.POISSON, "background")));
    try (Classifier classifier = Classifier.open(steady, 1)) {
      double[] rates =
          classifier
              .witnessed(new float[][] {{0.5f, 0.5f}}, List.of("middle"), 0)
              .activities()
              .of("middle")[0];
      assertThat(rates[0] * 32).isCloseTo(11, within(1.0));
    }
  }

  /** As the image: intensity 0.5 of 400 Hz is 0.2 a ms, through 1 mV onto a threshold of 1 mV. */
  @Test
  void aPoissonImageBecomesAnInputOfTheSameMean() {
    Network network =
        Network.builder("seen")
            .population("image", 2, "poisson", p -> p.param("rate", "400 Hz"))
            .population("out", 2, "if")
            .projection(
                "image", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .decision(new Decision.MostSpikes("out"))
            .build();
    Network steady = NoiseSource.without(network, NoiseSource.of(network));
    try (Classifier classifier = Classifier.open(steady, 1)) {
      double[] spikes = classifier.scores(new float[][] {{0.5f, 1}}, 0)[0];
      assertThat(spikes[0]).isCloseTo(0.2 * 31, within(1.0));
      assertThat(spikes[1]).isCloseTo(0.4 * 31, within(1.0));
    }
    Network uneven =
        Network.builder("uneven")
            .population(
                "image",
                2,
                "poisson",
                p ->
                    p.param("rate", Values.listed(org.hillock.core.network.Numbers.of(1, 2), "Hz")))
            .population("out", 2, "if")
            .projection("image", "out", Nets.dense(), Nets.mV(1, 0, 0, 1))
            .decision(new Decision.MostSpikes("out"))
            .build();
    assertThatThrownBy(() -> NoiseSource.without(uneven, NoiseSource.of(uneven)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("populations.image.params.rate")
        .hasMessageContaining("same rate");
  }

  /** A drawn bit at probability above one half becomes 1. */
  @Test
  void aDrawnUnitBecomesTheLikelierOutcome() {
    Network network =
        Network.builder("units")
            .population("image", 2, "input")
            .population("out", 2, "binary-stochastic")
            .projection("image", "out", Nets.dense(), Nets.weights(2, 0, 0, -2))
            .decision(new Decision.LargestValue("out"))
            .build();
    assertThat(NoiseSource.of(network)).hasSize(1);
    Network steady = NoiseSource.without(network, NoiseSource.of(network));
    try (Classifier classifier = Classifier.open(steady, 1)) {
      assertThat(classifier.scores(new float[][] {{1, 1}}, 0)[0]).containsExactly(1, 0);
    }
  }

  /**
   * Half and half of 100 is 1 bit plus Miller's 1/(200 ln 2), but no more than 1; 9 of 12 is 0.8113
   * bit by hand and 1/(24 ln 2) = 0.0601 more.
   */
  @Test
  void entropyIsThatOfCoins() {
    int[] coin = new int[100];
    Arrays.setAll(coin, k -> k % 2);
    assertThat(Repeats.entropy(coin, 2)).isEqualTo(1);
    int[] biased = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1};
    assertThat(Repeats.entropy(biased, 2)).isCloseTo(0.8113 + 0.0601, within(1e-4));
    assertThat(Repeats.entropy(new int[] {3, 3, 3}, 10)).isZero();
  }

  /** Counts 0, 2, 4: mean 2, variance 4. */
  @Test
  void fanoFactorIsVarianceOverMean() {
    assertThat(Repeats.fano(new double[] {0, 2, 4})).isEqualTo(2);
    assertThat(Repeats.fano(new double[] {0, 0})).isNaN();
  }

  /**
   * Counts of a Poisson source have a Fano factor of 1: 2000 factors of 20 trials, ± 0.33/√2000.
   */
  @Test
  void fanoFactorOfPoissonIsOne() {
    Network network =
        Network.builder("rain")
            .population("image", 1, "input")
            .population("rain", 1000, "poisson", p -> p.param("rate", "400 Hz"))
            .population("out", 1000, "if")
            .projection(
                "rain", "out", new Connectivity.OneToOne(), p -> p.weight("1 mV").delay("1 ms"))
            .projection("image", "out", Nets.dense(), p -> p.weight("0 mV").delay("1 ms"))
            .decision(new Decision.MostSpikes("out"))
            .build();
    try (Classifier classifier =
        Classifier.open(network, new org.hillock.lab.decide.DecisionTiming(0.1, 32), 1)) {
      double[] fano =
          Repeats.of(classifier, new float[][] {{0}, {0}}, List.of(network.population("out")), 20)
              .fano();
      assertThat(Arrays.stream(fano).average().orElseThrow()).isCloseTo(1, within(0.04));
    }
  }
}
