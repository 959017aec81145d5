package org.hillock.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTableTest {

  private static final int N = 200_000;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.7, 3, 9.9, 10, 35, 2000, 100_000})
  void countsHaveTheirMoments(double mean) {
    PoissonTable table = PoissonTable.of(mean);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < N; i++) {
      double x = table.count(Philox.sourceWord(42, 3, i % 1000, i / 1000)) - mean;
      sum += x;
      squares += x * x;
    }
    double offset = sum / N;
    // five standard errors; the fourth central moment of a Poisson count is mean + 3 mean²
    double spread = Math.sqrt((mean + 3 * mean * mean - mean * mean) / N);
    assertThat(offset).isCloseTo(0, within(5 * Math.sqrt(mean / N) + 1e-12));
    assertThat(squares / N - offset * offset).isCloseTo(mean, within(5 * spread + 1e-12));
  }

  @Test
  void everyCountHasItsShareOfTheWords() {
    PoissonTable table = PoissonTable.of(2);
    int[] from = table.thresholds();
    double mass = StrictMath.exp(-2);
    double below = 0;
    for (int k = 0; k < from.length; k++) {
      below += mass;
      mass *= 2.0 / (k + 1);
      // rounded to the nearest word
      assertThat((double) Integer.toUnsignedLong(from[k])).isCloseTo(below * 0x1p32, within(0.51));
      assertThat(table.count(from[k])).isEqualTo(k + 1);
      assertThat(table.count(from[k] - 1)).isEqualTo(k);
    }
    assertThat(table.least()).isZero();
    assertThat(table.most()).isEqualTo(from.length).isBetween(15, 20);
  }

  @Test
  void neuronsAndStepsHaveWordsOfTheirOwn() {
    Set<Integer> words = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      for (int step = 0; step < 10; step++) {
        words.add(Philox.sourceWord(1, 0, i, step));
      }
    }
    words.add(Philox.sourceWord(1, 1, 0, 0));
    words.add(Philox.sourceWord(2, 0, 0, 0));
    words.add(Philox.sourceWord(1, 0, 0, 1L << 32));
    // 1003 of 2^32: a collision by chance has probability 1e-4
    assertThat(words).hasSize(1003);
  }

  @Test
  void refusesWhatIsNoMean() {
    assertThatThrownBy(() -> PoissonTable.of(-1)).hasMessage("mean -1.0 is not in 0..1e6");
    assertThatThrownBy(() -> PoissonTable.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
