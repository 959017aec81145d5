package org.hillock.lab.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.function.ToDoubleFunction;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

class ShapleyValuesTest {

  private static final ToDoubleFunction<BitSet> GLOVES =
      set -> Math.min(set.get(0) ? 1 : 0, set.get(1) || set.get(2) ? 1 : 0);

  private static Draws draws() {
    return new Draws(5, Purpose.EXPERIMENT, 0);
  }

  private static ShapleyValues of(int players, ToDoubleFunction<BitSet> play, int budget) {
    return ShapleyValues.of(players, play, budget, draws(), () -> false);
  }

  @Test
  void theOneLeftGloveIsWorthFourTimesEachRightOne() {
    // the textbook game: shares 2/3, 1/6, 1/6
    ShapleyValues values = of(3, GLOVES, 8);
    assertThat(values.exact()).isTrue();
    assertThat(values.shares())
        .containsExactly(new double[] {2 / 3.0, 1 / 6.0, 1 / 6.0}, within(1e-15));
    assertThat(values.errors()).containsOnly(0);
    assertThat(values.plays()).isEqualTo(8);
  }

  @Test
  void independentPlayersGetWhatTheyBringInEveryOrder() {
    double[] brings = {3, -1, 0.25, 7, 0, 2, 2};
    ToDoubleFunction<BitSet> sum = set -> 10 + set.stream().mapToDouble(i -> brings[i]).sum();
    for (int budget : new int[] {1000, 60, 2}) {
      ShapleyValues values = of(brings.length, sum, budget);
      assertThat(values.shares()).containsExactly(brings, within(1e-12));
      assertThat(values.nothing()).isEqualTo(10);
    }
  }

  @Test
  void drawnOrdersAlwaysAddUpAndComeNearTheExactShares() {
    int players = 9;
    ToDoubleFunction<BitSet> play =
        set -> {
          double sum = set.stream().mapToDouble(i -> i - 2.5).sum();
          return Math.tanh(0.3 * sum) + (set.get(0) && set.get(8) ? 1 : 0);
        };
    ShapleyValues exact = of(players, play, 512);
    ShapleyValues drawn = of(players, play, 500);
    assertThat(exact.exact()).isTrue();
    assertThat(drawn.exact()).isFalse();
    BitSet all = new BitSet();
    all.set(0, players);
    double whole = play.applyAsDouble(all) - play.applyAsDouble(new BitSet());
    for (ShapleyValues values : new ShapleyValues[] {exact, drawn}) {
      assertThat(java.util.Arrays.stream(values.shares()).sum()).isCloseTo(whole, within(1e-12));
    }
    for (int i = 0; i < players; i++) {
      // five standard errors, and the seed is fixed
      assertThat(drawn.shares()[i])
          .isCloseTo(exact.shares()[i], within(5 * drawn.errors()[i] + 1e-12));
    }
  }

  @Test
  void twoOppositeOrdersAreExactForAProductOfTwoAmongMany() {
    ToDoubleFunction<BitSet> play = set -> set.get(3) && set.get(20) ? 8 : 0;
    ShapleyValues values = of(30, play, 2);
    assertThat(values.orders()).isEqualTo(2);
    assertThat(values.shares()[3]).isEqualTo(4);
    assertThat(values.shares()[20]).isEqualTo(4);
    assertThat(values.errors()[3]).isNaN();
  }

  @Test
  void whoStopsKeepsWhatWasPlayed() {
    ShapleyValues values =
        ShapleyValues.of(30, set -> set.cardinality(), 1_000_000, draws(), () -> true);
    assertThat(values.orders()).isEqualTo(2);
    assertThat(values.shares()).containsOnly(1);
  }

  @Test
  void theSameSeedGivesTheSameShares() {
    ToDoubleFunction<BitSet> play = set -> Math.sin(set.hashCode());
    assertThat(of(12, play, 300).shares()).containsExactly(of(12, play, 300).shares());
  }
}
