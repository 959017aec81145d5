package org.hillock.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

class AxisTest {

  /** 5 cells, window of 3, one zero on both sides: 5 places, of which the outer two miss one. */
  @Test
  void pairsInsideAreCountedByHand() {
    Axis axis = Axis.sliding(5, 3, 1, 1);
    assertThat(axis.places()).isEqualTo(5);
    assertThat(axis.all()).isEqualTo(15);
    assertThat(axis.inside()).isEqualTo(13);
    // stride 2: places at -1, 1, 3; the first misses one in front, the last one behind
    Axis wide = Axis.sliding(5, 3, 2, 1);
    assertThat(wide.places()).isEqualTo(3);
    assertThat(wide.inside()).isEqualTo(7);
    // dilation 2 spans 5 cells: one place
    assertThat(Axis.sliding(5, 3, 1, 2, 0, 0).places()).isEqualTo(1);
    assertThat(Axis.sliding(2, 3, 1, 0).places()).isZero();
  }

  @Test
  void theFormulaIsWhatCountingOneByOneGives() {
    for (int i = 0; i < 2_000; i++) {
      Draws draws = new Draws(5, Purpose.EXPERIMENT, i);
      Axis axis =
          Axis.sliding(
              draws.below(12),
              1 + draws.below(6),
              1 + draws.below(4),
              1 + draws.below(3),
              draws.below(8) - 2,
              draws.below(8) - 2);
      long inside = 0;
      for (long place = 0; place < axis.places(); place++) {
        for (long k = 0; k < axis.kernel(); k++) {
          long at = place * axis.stride() - axis.before() + k * axis.dilation();
          inside += at >= 0 && at < axis.size() ? 1 : 0;
        }
      }
      assertThat(axis.inside()).as(axis.toString()).isEqualTo(inside);
    }
  }

  @Test
  void whatCannotSlideIsRefused() {
    assertThatThrownBy(() -> Axis.sliding(5, 0, 1, 0)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> Axis.sliding(5, 3, 0, 0)).hasMessage("stride 0 is not >= 1");
    assertThatThrownBy(() -> Axis.sliding(5, 2_000_000, 1, 0)).hasMessageContaining("1..1000000");
    assertThatThrownBy(() -> Axis.sliding(-1, 1, 1, 1)).isInstanceOf(UsageException.class);
    // of endless sources nothing is walked through
    assertThat(Axis.sliding(Long.MAX_VALUE / 8, 3, 1, 1).inside())
        .isEqualTo(3 * (Long.MAX_VALUE / 8) - 2);
  }
}
