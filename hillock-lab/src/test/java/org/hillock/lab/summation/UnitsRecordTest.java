package org.hillock.lab.summation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.lab.summation.UnitsRecord.Predicted;
import org.hillock.lab.summation.UnitsRecord.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnitsRecordTest {

  private static final UnitsRecord SHIPPED = UnitsRecord.shipped();

  @Test
  void aBallIsOneUnitAndBranchesAreSeveral() {
    Predicted ball = SHIPPED.of("volleys", "ball").potential();
    assertThat(ball.smallest()).isLessThanOrEqualTo(1);
    assertThat(SHIPPED.of("volleys", "ball").spikes().smallest()).isLessThanOrEqualTo(1);
    for (String cell : new String[] {"passive", "active"}) {
      Predicted branches = SHIPPED.of("volleys", cell).potential();
      assertThat(branches.smallest()).as(cell).isGreaterThanOrEqualTo(2);
      assertThat(SHIPPED.of("volleys", cell).spikes().smallest()).isGreaterThanOrEqualTo(2);
      assertThat(branches.sum().behind()).isGreaterThan(10 * branches.sum().behindError());
      assertThat(branches.enough().explained()).isGreaterThan(branches.sum().explained());
    }
  }

  @Test
  void linesReadBackToTheSameBits() throws IOException {
    String name = "/org/hillock/lab/summation/cell-as-units.properties";
    try (var in = UnitsRecord.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(text.lines().filter(line -> !line.startsWith("#")))
          .containsExactlyElementsOf(SHIPPED.lines());
    }
  }

  @Test
  void whatWasNotStudiedIsNotThere() {
    assertThatThrownBy(() -> SHIPPED.of("volleys", "bell")).hasMessageContaining("bell");
  }

  /** Writes what it measured, so that the record can be made anew where a cell has changed. */
  @Tag("slow")
  @Test
  void measuredAnewItIsTheSameToTheBit() throws IOException {
    UnitsRecord measured = UnitsRecord.of(CellAsUnits.measureAll(_ -> {}));
    Files.write(Path.of("target", "cell-as-units.properties"), measured.lines());
    assertThat(measured.lines()).isEqualTo(SHIPPED.lines());
    assertThat(measured.of("volleys", "active").of(Target.SPIKES))
        .isEqualTo(SHIPPED.of("volleys", "active").of(Target.SPIKES));
  }
}
