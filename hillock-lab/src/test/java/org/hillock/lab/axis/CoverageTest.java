package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

/**
 * Each interval, on data made up with a known truth: how often does it hold it? 4000 times leave an
 * uncertainty of 0.35 points of percent (one standard deviation) around 95.
 */
class CoverageTest {

  private static final int TIMES = 4000;

  private static double coverage(
      int times, double truth, Function<Draws, Measurement.Interval> measured) {
    int held = 0;
    for (int t = 0; t < times; t++) {
      Measurement.Interval interval = measured.apply(new Draws(17, Purpose.EXPERIMENT, t));
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    return (double) held / times;
  }

  private static double[] values(int count, java.util.function.DoubleSupplier each) {
    double[] values = new double[count];
    Arrays.setAll(values, _ -> each.getAsDouble());
    return values;
  }

  @Test
  void theMeanOfNormalNumbers() {
    assertThat(coverage(TIMES, 0, d -> Confidence.ofMean(values(8, d::normal), "8 numbers")))
        .isCloseTo(0.95, within(0.0105));
  }

  @Test
  void aShare() {
    // 60 throws of chance 0.1: the exact coverage of Wilson's interval, summed over the binomial
    // distribution, is 0.9574
    assertThat(
            coverage(
                TIMES,
                0.1,
                d ->
                    Confidence.ofShare(
                        Arrays.stream(values(60, d::uniform)).filter(u -> u < 0.1).count(),
                        60,
                        "60 throws")))
        .isCloseTo(exact(60, 0.1), within(0.0105));
  }

  private static double exact(int n, double p) {
    double held = 0;
    double term = Math.pow(1 - p, n);
    for (int k = 0; k <= n; k++) {
      Measurement.Interval interval = Confidence.ofShare(k, n, "");
      held += interval.low() <= p && p <= interval.high() ? term : 0;
      term *= (double) (n - k) / (k + 1) * p / (1 - p);
    }
    return held;
  }

  @Test
  void theMedianWhateverTheDistribution() {
    // 20 numbers: from the 6th to the 15th, which hold it with 1 - 2 * 21700 / 2^20 = 0.9586
    double truth = Math.log(2);
    assertThat(
            coverage(
                TIMES, truth, d -> Confidence.ofMedian(values(20, d::exponential), "20 numbers")))
        .isCloseTo(0.9586, within(0.0105));
  }

  @Test
  void theMedianOfPairsThatAreAlike() {
    double truth = Math.log(2);
    double held =
        coverage(
            TIMES,
            truth,
            d -> {
              double[] once = values(20, d::exponential);
              double[] twice = new double[40];
              Arrays.setAll(twice, i -> once[i / 2]);
              return Confidence.ofMedian(twice, 20, "40 trials of 20 stimuli");
            });
    assertThat(held).isBetween(0.95, 0.98);
  }

  @Test
  void fewNumbersSayHowSureTheyAre() {
    double[] five = {5, 1, 4, 2, 3};
    assertThat(Confidence.ofMedian(five, "5 trials"))
        .isEqualTo(new Measurement.Interval(1, 5, "only 93 % over 5 trials"));
    assertThat(Confidence.ofMedian(new double[] {3, 1, 2, 6, 4, 5}, "6 trials"))
        .isEqualTo(new Measurement.Interval(1, 6, "95 % over 6 trials"));
    assertThat(Confidence.ofMedian(new double[] {7}, "1 trial"))
        .isEqualTo(new Measurement.Interval(7, 7, "only 0 % over 1 trial"));
    // so many that the binomial distribution is added up no more: half of 1.96 √n to each side
    double[] many = new double[10_000];
    Arrays.setAll(many, i -> i);
    Measurement.Interval interval = Confidence.ofMedian(many, "numbers");
    assertThat(interval.low()).isCloseTo(4902, within(2.0));
    assertThat(interval.high()).isCloseTo(5098, within(2.0));
  }

  @Test
  void aNumberLeftOutInGroups() {
    // the share of a variance that a guess explains, as on the axis of the sum: 1 - 1/5
    double held =
        coverage(
            1000,
            0.8,
            d -> {
              double[] guess = values(300, () -> 2 * d.normal());
              double[] output = new double[300];
              Arrays.setAll(output, i -> guess[i] + d.normal());
              double[] without = new double[10];
              Arrays.setAll(without, g -> explained(output, guess, g));
              return Confidence.ofJackknife(explained(output, guess, -1), without, "300 images");
            });
    assertThat(held).isBetween(0.93, 0.97);
  }

  private static double explained(double[] output, double[] guess, int without) {
    int[] kept =
        java.util.stream.IntStream.range(0, output.length).filter(i -> i % 10 != without).toArray();
    return SumAxis.determination(
        Arrays.stream(kept).mapToDouble(i -> output[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> guess[i]).toArray());
  }

  @Test
  void aShareCountedInClusters() {
    // 12 drawn neurons, each of which changes a share of 60 others that is its own: 0.3 ± 0.17.
    // Wilson's over 720 pairs, as if they were independent, would hold the truth far less often.
    Function<Draws, List<DrawnShares.Drawn>> drawn =
        d -> {
          List<DrawnShares.Drawn> all = new ArrayList<>();
          for (int k = 0; k < 12; k++) {
            double own = 0.6 * d.uniform();
            long changed = Arrays.stream(values(60, d::uniform)).filter(u -> u < own).count();
            all.add(new DrawnShares.Drawn("hidden", changed, 60));
          }
          return all;
        };
    double held = coverage(TIMES, 0.3, d -> new DrawnShares(drawn.apply(d)).interval("12 neurons"));
    double naive =
        coverage(
            TIMES,
            0.3,
            d -> {
              DrawnShares shares = new DrawnShares(drawn.apply(d));
              return Confidence.ofShare(Math.round(shares.share() * 720), 720, "720 pairs");
            });
    assertThat(held).isBetween(0.94, 0.97);
    assertThat(naive).isLessThan(0.6);
  }

  @Test
  void whereNoDrawDiffersTheIntervalIsAsWideAsSoFewLeaveIt() {
    List<DrawnShares.Drawn> none = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      none.add(new DrawnShares.Drawn("hidden", 0, 60));
    }
    Measurement.Interval interval = new DrawnShares(none).interval("12 neurons");
    assertThat(interval.low()).isZero();
    // z²/(n + z²)
    assertThat(interval.high()).isCloseTo(3.8415 / 15.8415, within(1e-4));
  }

  /** A curve that falls from 1 to chance, 0.1; images and draws move it at each level. */
  private static boolean[][][] silenced(Draws d, int images, int draws) {
    double[] ease = values(images, () -> d.uniform() - 0.5);
    boolean[][][] right = new boolean[10][][];
    for (int level = 0; level < 10; level++) {
      int count = level == 0 ? 1 : draws;
      right[level] = new boolean[count][images];
      for (int r = 0; r < count; r++) {
        double luck = level == 0 ? 0 : 0.1 * (d.uniform() - 0.5);
        for (int i = 0; i < images; i++) {
          double p = expected(level) + 0.4 * ease[i] * level / 9 + luck;
          right[level][r][i] = d.uniform() < p;
        }
      }
    }
    return right;
  }

  private static double expected(int level) {
    return level == 0 ? 1 : 0.95 - 0.08 * level;
  }

  private static double halfway(double[] curve) {
    double[] share = new double[curve.length];
    Arrays.setAll(share, i -> i / 10.0);
    return DamageAxis.halfway(share, curve, 0.1);
  }

  @Test
  void damageOverImagesAndDraws() {
    double[] expected = new double[10];
    Arrays.setAll(expected, CoverageTest::expected);
    double truth = halfway(expected);
    assertThat(truth).isCloseTo(0.5, within(1e-9));
    double held =
        coverage(
            300,
            truth,
            d ->
                new SilencedAnswers(silenced(d, 60, 3))
                    .interval(CoverageTest::halfway, 0, 0.9, new Draws(5, Purpose.EXPERIMENT, 1)));
    // 300 times leave 1.3 points; three draws know their own variance badly
    assertThat(held).isBetween(0.9, 0.985);
  }

  @Test
  void theBandAroundACurveOfDamage() {
    for (int level : new int[] {0, 3, 8}) {
      double held =
          coverage(
              1000,
              expected(level),
              d -> new SilencedAnswers(silenced(d, 60, 3)).band().get(level));
      assertThat(held).as("level " + level).isGreaterThan(0.93);
    }
  }

  @Test
  void oneDrawSaysThatItIsOne() {
    boolean[][][] right = silenced(new Draws(1, Purpose.EXPERIMENT, 1), 60, 1);
    assertThat(
            new SilencedAnswers(right)
                .interval(CoverageTest::halfway, 0, 0.9, new Draws(5, Purpose.EXPERIMENT, 1))
                .meaning())
        .isEqualTo("95 % over 60 images, one draw of neurons");
  }

  @Test
  void whatCannotBeNegativeIsNotHeldPossible() {
    Measurement.Interval wide = Confidence.ofMean(new double[] {0, 0, 3}, "3 lengths");
    assertThat(wide.low()).isNegative();
    assertThat(wide.notBelow(0))
        .isEqualTo(new Measurement.Interval(0, wide.high(), wide.meaning()));
  }
}
