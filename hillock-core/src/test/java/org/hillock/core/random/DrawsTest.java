package org.hillock.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Moments of 200,000 draws; bounds are five standard errors, so a right generator fails never. */
class DrawsTest {

  private static final int N = 200_000;

  private static double[] sample(ToDoubleFunction<Draws> draw) {
    Draws draws = new Draws(42, Purpose.EXPERIMENT, 7);
    return IntStream.range(0, N).mapToDouble(_ -> draw.applyAsDouble(draws)).toArray();
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  private static double variance(double[] x) {
    double mean = mean(x);
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
  }

  @Test
  void uniformHasItsMoments() {
    double[] x = sample(Draws::uniform);
    assertThat(mean(x)).isCloseTo(0.5, within(5 * Math.sqrt(1 / 12.0 / N)));
    assertThat(variance(x)).isCloseTo(1 / 12.0, within(5 * Math.sqrt(1 / 180.0 / N)));
    assertThat(Arrays.stream(x).allMatch(v -> v >= 0 && v < 1)).isTrue();
  }

  @Test
  void normalHasItsMoments() {
    double[] x = sample(Draws::normal);
    assertThat(mean(x)).isCloseTo(0, within(5 / Math.sqrt(N)));
    assertThat(variance(x)).isCloseTo(1, within(5 * Math.sqrt(2.0 / N)));
  }

  @Test
  void exponentialHasItsMoments() {
    double[] x = sample(Draws::exponential);
    assertThat(mean(x)).isCloseTo(1, within(5 / Math.sqrt(N)));
    assertThat(variance(x)).isCloseTo(1, within(5 * Math.sqrt(8.0 / N)));
  }

  @Test
  void belowReachesAllAndNoMore() {
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 0);
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[draws.below(6)]++;
    }
    double spread = 5 * Math.sqrt(10_000 * 5 / 6.0);
    assertThat(Arrays.stream(counts).allMatch(c -> Math.abs(c - 10_000) < spread)).isTrue();
    assertThatThrownBy(() -> draws.below(0)).hasMessage("bound 0 is not >= 1");
  }

  @Test
  void anAddressHasOnlySoManyDraws() {
    assertThatThrownBy(() -> Philox.bits(1, Purpose.EXPERIMENT, 0, 0, Philox.MOST_DRAWS))
        .hasMessage("draw 16777216 is not in 0..16777215");
  }

  @Test
  void shuffleKeepsEveryValueAndDependsOnTheSeedAlone() {
    int[] one = IntStream.range(0, 100).toArray();
    int[] two = one.clone();
    int[] other = one.clone();
    new Draws(5, Purpose.SPLIT, 0).shuffle(one);
    new Draws(5, Purpose.SPLIT, 0).shuffle(two);
    new Draws(6, Purpose.SPLIT, 0).shuffle(other);
    assertThat(one).isEqualTo(two).isNotEqualTo(other);
    assertThat(one).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
  }
}
