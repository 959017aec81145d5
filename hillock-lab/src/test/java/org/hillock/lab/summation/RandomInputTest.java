package org.hillock.lab.summation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomInputTest {

  private static final RandomInput VOLLEYS = new RandomInput("volleys", 150, 15, 0.5, 0.2);

  @Test
  void spikesComeInTheFirstPartOfAPeriodAndRise() {
    double[] times = VOLLEYS.arrivalsMs(1, 3, 2, 4, 0.5, 150_000);
    assertThat(times).isSorted();
    assertThat(Arrays.stream(times).map(t -> t % 150)).allMatch(t -> t >= 1 && t <= 15 + 1e-9);
    // 1000 periods of mean 0.5; an exponential mean makes a variance of 0.5 + 0.25 in each.
    assertThat(times.length).isCloseTo(500, within(110)); // four standard deviations
  }

  @Test
  void synapsesOfABranchAreBusyTogether() {
    double[] one = counts(VOLLEYS.arrivalsMs(1, 0, 2, 4, 2, 300_000));
    double[] same = counts(VOLLEYS.arrivalsMs(1, 0, 2, 5, 2, 300_000));
    double[] other = counts(VOLLEYS.arrivalsMs(1, 0, 3, 6, 2, 300_000));
    // Covariance over variance: 4/(2 + 4); 2000 periods leave 0.02 to 0.03.
    assertThat(correlation(one, same)).isCloseTo(4.0 / 6, within(0.12));
    assertThat(correlation(one, other)).isCloseTo(0, within(0.1));
  }

  @Test
  void steadyInputHasNoGapsAndTheSameAddressTheSameTimes() {
    RandomInput steady = new RandomInput("steady", 100, 100, 5, 1);
    double[] times = steady.arrivalsMs(7, 0, 0, 0, 5, 1000);
    assertThat(times).isEqualTo(steady.arrivalsMs(7, 0, 0, 0, 5, 1000));
    assertThat(times).isNotEqualTo(steady.arrivalsMs(8, 0, 0, 0, 5, 1000));
    assertThat(Arrays.stream(times)).allMatch(t -> t >= 1 && t < 1000);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new RandomInput("x", 100, 101, 1, 1)).hasMessageContaining("101");
    assertThatThrownBy(() -> new RandomInput("x", 100, 10, 0, 1)).hasMessageContaining("0.0");
  }

  private static double[] counts(double[] times) {
    double[] counts = new double[2000];
    for (double t : times) {
      counts[(int) (t / 150)]++;
    }
    return counts;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
