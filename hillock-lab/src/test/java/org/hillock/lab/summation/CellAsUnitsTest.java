package org.hillock.lab.summation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.lab.summation.CellAsUnits.Condition;
import org.hillock.lab.summation.CellAsUnits.Studied;
import org.junit.jupiter.api.Test;

class CellAsUnitsTest {

  private static final RandomInput INPUT = new RandomInput("volleys of 15 ms", 100, 15, 0.22, 0.12);
  private static final Condition SMALL = new Condition("small", INPUT, 100, 1, 24, 2000, 2);

  private static CellAsUnits ball(List<String> progress) {
    return CellAsUnits.measure(List.of(AddingCell.ball()), List.of(SMALL), 1, progress::add);
  }

  @Test
  void aBallIsOneUnitAndTheSameSeedGivesTheSameBits() {
    List<String> progress = new ArrayList<>();
    CellAsUnits measured = ball(progress);
    assertThat(progress)
        .containsExactly(
            "a ball, AMPA: volleys of 15 ms, 1 window of 100 ms, 24 cells for 2 s each");
    Studied studied = measured.of("small", "ball");
    assertThat(studied.rows()).isEqualTo(24 * 20);
    assertThat(studied.spikesPerSecond()).isBetween(1.0, 10.0);
    assertThat(studied.spikes().smallest().units()).isLessThanOrEqualTo(1);
    assertThat(studied.spikes().smallest().quality().auc()).isGreaterThan(0.97);
    assertThat(studied.potential().smallest().quality().explained()).isGreaterThan(0.85);
    assertThat(ball(progress)).isEqualTo(measured);
  }

  @Test
  void branchesWithNmdaReceptorsCanBeStudied() {
    Condition tiny = new Condition("tiny", INPUT, 20, 3, 6, 600, 1);
    Studied studied =
        CellAsUnits.measure(List.of(AddingCell.active()), List.of(tiny), 2, _ -> {})
            .of("tiny", "active");
    assertThat(studied.rows()).isEqualTo(6 * 28);
    assertThat(studied.potential().candidates().getFirst().parameters())
        .isEqualTo(3 * AddingCell.SYNAPSES + 1);
  }

  @Test
  void aCellThatIsASumByConstructionIsOneSumThoughItsRowsBelongTogether() {
    Observations seen = Cells.spiking(1200, 4, row -> row[0] + row[1] - row[2] - row[3], 1);
    List<HiddenLayer.Effort> efforts =
        Stream.of(1e-3, 1e-2).map(ridge -> new HiddenLayer.Effort(ridge, 1, 200, 1)).toList();
    UnitsNeeded needed = UnitsNeeded.ofGroups(seen, 20, 4, 3, efforts);
    assertThat(needed.oneSumIsEnough()).isTrue();
    assertThat(needed).isEqualTo(UnitsNeeded.ofGroups(seen, 20, 4, 3, efforts));
  }
}
