package org.hillock.cell.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.junit.jupiter.api.Test;

class GridBuilderTest {

  private static final Morphology CELL =
      new MorphologyBuilder("cell")
          .root("soma", 20, 20)
          .section("dend[0]", "soma(1)", 500, 2)
          .section("dend[1]", "dend[0](0.5)", 300, 1)
          .section("dend[2]", "dend[0](0)", 5, 1)
          .section("axon", "soma(0)", 1000, 1)
          .build();

  private static GridBuilder cut() {
    return new GridBuilder(CELL, 100, 1);
  }

  private static int node(Grid grid, String place) {
    return grid.node("record", Place.parse("record", place));
  }

  @Test
  void parentsComeBeforeTheirChildren() {
    Grid grid = cut().build();
    assertThat(grid.parents()).hasSize(grid.size());
    for (int node = 0; node < grid.size(); node++) {
      assertThat(grid.parent(node)).isLessThan(node);
    }
    assertThat(grid.parent(0)).isEqualTo(-1);
    assertThat(grid.axialNs(0)).isZero();
    assertThat(grid.areaUm2(0)).isZero();
  }

  @Test
  void childrenHangWhereTheyAreSaidToHang() {
    Grid grid = cut().segments("", "dend[0]", 15).build();
    assertThat(grid.parent(grid.firstNode(1))).isEqualTo(node(grid, "soma(1)"));
    assertThat(grid.parent(grid.firstNode(2))).isEqualTo(node(grid, "dend[0](0.5)"));
    assertThat(grid.parent(grid.firstNode(3))).isEqualTo(node(grid, "soma(1)"));
    assertThat(grid.parent(grid.firstNode(4))).isZero();
  }

  @Test
  void placesHaveTheNodeOfTheirSegment() {
    Grid grid = cut().segments("", "dend[0]", 5).build();
    int first = grid.firstNode(1);
    assertThat(node(grid, "dend[0](0)")).isEqualTo(node(grid, "soma(1)"));
    assertThat(node(grid, "dend[0](0.19)")).isEqualTo(first);
    assertThat(node(grid, "dend[0]")).isEqualTo(first + 2);
    assertThat(grid.position(first + 2)).isEqualTo(0.5);
    assertThat(grid.section(first + 2)).isEqualTo(1);
    assertThat(grid.distanceUm(first + 2)).isCloseTo(260, within(1e-9));
    assertThat(node(grid, "dend[0](1)")).isEqualTo(first + 5);
    assertThat(grid.areaUm2(first + 5)).isZero();
    assertThatThrownBy(() -> node(grid, "dent[0]"))
        .hasMessage("record: there is no section 'dent[0]'; did you mean 'dend[0]'?");
  }

  @Test
  void segmentsAreTheWholeCell() {
    Grid grid = cut().build();
    double area = 0;
    for (double each : grid.areasUm2()) {
      area += each;
    }
    assertThat(area).isCloseTo(CELL.areaUm2(), within(1e-9 * area));
  }

  @Test
  void shorterLengthConstantsAskForMoreSegments() {
    // λ at 100 Hz of 2 um, 100 ohm cm, 1 uF/cm2: 1e5·√(2/(4π·100·100)) = 398.9 um
    assertThat(cut().build().lengthConstantUm(1)).isCloseTo(398.94, within(0.01));
    assertThat(cut().build().segments(1)).isEqualTo(13);
    assertThat(cut().rule("", 0.05, 100).build().segments(1)).isEqualTo(25);
    assertThat(cut().rule("", 0.1, 1000).build().segments(1)).isEqualTo(41);
    assertThat(cut().axial("", "dend", 400).build().segments(1)).isEqualTo(25);
    assertThat(cut().capacitance("", "dend", 4).build().segments(1)).isEqualTo(25);
    assertThat(cut().build().warnings()).isEmpty();
  }

  @Test
  void aGridThatIsTooCoarseIsToldWithItsLengthConstant() {
    assertThat(cut().segments("", "dend[0]", 3).build().warnings())
        .containsExactly(
            "The grid is too coarse: dend[0] is cut into 3 segments of 166.7 um, 0.42 of its length"
                + " constant (398.9 um at 100 Hz); potentials will be off: take 13 segments or"
                + " more");
    assertThat(cut().segments("", "all", 1).build().warnings())
        .containsExactly(
            "The grid is too coarse in 3 sections; most of all axon is cut into 1 segment of 1000"
                + " um, 3.5 of its length constant (282.1 um at 100 Hz); potentials will be off:"
                + " take 35 segments or more");
    assertThat(cut().rule("", 1, 100).build().warnings()).hasSize(1);
    assertThat(cut().segments("", "dend", 40).build().warnings()).isEmpty();
  }

  @Test
  void whatIsImpossibleIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> new GridBuilder(CELL, 0, 1))
        .hasMessage("axial resistivity 0.0 ohm*cm is not > 0 and <= 1000000 ohm*cm");
    assertThatThrownBy(() -> new GridBuilder(CELL, 100, Double.NaN))
        .hasMessageStartingWith("membrane capacitance NaN uF/cm2 is not > 0");
    assertThatThrownBy(() -> cut().axial("passive.dend", "dend", -1))
        .hasMessageStartingWith("passive.dend: axial resistivity -1.0 ohm*cm");
    assertThatThrownBy(() -> cut().capacitance("passive", "dnd", 1))
        .hasMessageStartingWith("passive: 'dnd' is neither a section nor a region");
    assertThatThrownBy(() -> cut().segments("grid.dend", "dend", 0))
        .hasMessage("grid.dend: 0 segments are not within 1 … 100000");
    assertThatThrownBy(() -> cut().rule("grid", 0, 100)).hasMessageStartingWith("grid: d_lambda 0");
    assertThatThrownBy(() -> cut().rule("grid", 0.1, -1)).hasMessageStartingWith("grid: frequency");
    Morphology nerve = new MorphologyBuilder("nerve").root("axon", 1e7, 0.1).build();
    assertThatThrownBy(() -> new GridBuilder(nerve, 100, 1).build())
        .hasMessageStartingWith("sections.axon: it would be cut into 1120999 segments");
    MorphologyBuilder many = new MorphologyBuilder("many").root("soma", 10, 10);
    for (int i = 0; i < 200; i++) {
      many.section("axon[" + i + "]", "soma(0)", 10, 1);
    }
    GridBuilder cut = new GridBuilder(many.build(), 100, 1).segments("", "all", 100_000);
    assertThatThrownBy(cut::build).hasMessageContaining("at most 20000000 are possible");
  }
}
