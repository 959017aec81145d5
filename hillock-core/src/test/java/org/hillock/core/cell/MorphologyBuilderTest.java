package org.hillock.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MorphologyBuilderTest {

  private static MorphologyBuilder soma() {
    return new MorphologyBuilder("cell").root("soma", 20, 20);
  }

  private static double endY(Morphology cell, String section) {
    return cell.section(section).points().getLast().y();
  }

  @Test
  void lengthsAndDiametersAreAsStated() {
    Morphology cell =
        soma()
            .section("dend[0]", "soma(1)", 333.3, 2, 1, 0.5)
            .section("axon", "soma(0)", 7, 1)
            .build();
    // one rounding of each coordinate
    assertThat(cell.section("dend[0]").lengthUm()).isCloseTo(333.3, within(1e-12 * 333.3));
    assertThat(cell.section("dend[0]").points())
        .extracting(MorphologyPoint::diameter)
        .containsExactly(2.0, 1.0, 0.5);
    assertThat(cell.section("axon").points())
        .extracting(MorphologyPoint::diameter)
        .containsExactly(1.0, 1.0);
  }

  @Test
  void dendritesGoUpAndAxonsDown() {
    Morphology cell =
        soma()
            .section("dend[0]", "soma(1)", 100, 2)
            .section("dend[1]", "soma(1)", 100, 2)
            .section("dend[2]", "dend[0](1)", 50, 1)
            .section("dend[3]", "dend[0](1)", 50, 1)
            .section("hillock", "soma(0)", 10, 4, 1)
            .section("axon", "hillock(1)", 100, 1)
            .build();
    assertThat(endY(cell, "dend[0]")).isGreaterThan(10);
    assertThat(endY(cell, "dend[1]")).isGreaterThan(10);
    assertThat(endY(cell, "dend[3]")).isGreaterThan(endY(cell, "dend[0]"));
    assertThat(endY(cell, "axon")).isLessThan(-50);
    MorphologyPoint a = cell.section("dend[2]").points().getLast();
    assertThat(a.distanceUm(cell.section("dend[3]").points().getLast())).isGreaterThan(10);
  }

  @Test
  void theApicalTreeGoesUpAndOtherDendritesToTheSides() {
    Morphology cell =
        soma()
            .section("apic[0]", "soma(1)", 200, 3)
            .section("dend[0]", "soma(0)", 100, 2)
            .section("dend[1]", "soma(0)", 100, 2)
            .build();
    assertThat(endY(cell, "apic[0]")).isCloseTo(210, within(1e-9));
    assertThat(cell.section("dend[0]").points().getLast().x()).isGreaterThan(50);
    assertThat(cell.section("dend[1]").points().getLast().x()).isLessThan(-50);
  }

  @Test
  void aCableAloneIsAStraightLine() {
    Morphology axon =
        new MorphologyBuilder("axon")
            .root("axon[0]", 100, 1)
            .section("axon[1]", "axon[0](1)", 50, 1)
            .build();
    assertThat(axon.section("axon[1]").points().getLast().y()).isCloseTo(-100, within(1e-9));
  }

  @Test
  void whatIsImpossibleIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> soma().root("dend", 1, 1)).hasMessageContaining("is the root already");
    assertThatThrownBy(() -> soma().section("dend", "some(1)", 1, 1))
        .hasMessage(
            "sections.dend.from: there is no section 'some' before it; did you mean 'soma'?");
    assertThatThrownBy(() -> soma().section("dend", "soma(2)", 1, 1))
        .hasMessageStartingWith("sections.dend.from: position 2.0");
    assertThatThrownBy(() -> soma().section("dend", "soma(1)", -1, 1))
        .hasMessageStartingWith("sections.dend.length: -1.0 um is not > 0 um");
    assertThatThrownBy(() -> soma().section("dend", "soma(1)", 1, 1, 0))
        .hasMessageStartingWith("sections.dend.diameter: 0.0 um is not > 0 um");
    assertThatThrownBy(() -> soma().section("dend", "soma(1)", 1))
        .hasMessageContaining("at least one diameter");
    assertThatThrownBy(() -> soma().section("soma", "soma(1)", 1, 1))
        .hasMessageContaining("already");
    assertThatThrownBy(() -> new MorphologyBuilder("none").build())
        .hasMessageContaining("at least one section");
  }
}
