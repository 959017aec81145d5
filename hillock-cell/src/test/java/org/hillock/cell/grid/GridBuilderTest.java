package org.hillock.cell.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Membrane;
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

  private static final List<Membrane> MEMBRANES = List.of(new Membrane("all", 1, 100));

  private static Grid cut() {
    return GridBuilder.cut(CELL, MEMBRANES, GridRule.USUAL);
  }

  private static Grid cut(String region, int segments) {
    return GridBuilder.cut(CELL, MEMBRANES, new GridRule(0.1, 100, Map.of(region, segments)));
  }

  private static Grid cut(double share, double frequencyHz) {
    return GridBuilder.cut(CELL, MEMBRANES, new GridRule(share, frequencyHz, Map.of()));
  }

  private static Grid cut(Membrane... membranes) {
    return GridBuilder.cut(CELL, List.of(membranes), GridRule.USUAL);
  }

  private static int node(Grid grid, String place) {
    return grid.node("record", Place.parse("record", place));
  }

  @Test
  void parentsComeBeforeTheirChildren() {
    Grid grid = cut();
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
    Grid grid = cut("dend[0]", 15);
    assertThat(grid.parent(grid.firstNode(1))).isEqualTo(node(grid, "soma(1)"));
    assertThat(grid.parent(grid.firstNode(2))).isEqualTo(node(grid, "dend[0](0.5)"));
    assertThat(grid.parent(grid.firstNode(3))).isEqualTo(node(grid, "soma(1)"));
    assertThat(grid.parent(grid.firstNode(4))).isZero();
  }

  @Test
  void placesHaveTheNodeOfTheirSegment() {
    Grid grid = cut("dend[0]", 5);
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
    Grid grid = cut();
    double area = 0;
    for (double each : grid.areasUm2()) {
      area += each;
    }
    assertThat(area).isCloseTo(CELL.areaUm2(), within(1e-9 * area));
  }

  @Test
  void shorterLengthConstantsAskForMoreSegments() {
    // λ at 100 Hz of 2 um, 100 ohm cm, 1 uF/cm2: 1e5·√(2/(4π·100·100)) = 398.9 um
    assertThat(cut().lengthConstantUm(1)).isCloseTo(398.94, within(0.01));
    assertThat(cut().segments(1)).isEqualTo(13);
    assertThat(cut(0.05, 100).segments(1)).isEqualTo(25);
    assertThat(cut(0.1, 1000).segments(1)).isEqualTo(41);
    assertThat(cut(new Membrane("all", 1, 100), new Membrane("dend", 1, 400)).segments(1))
        .isEqualTo(25);
    assertThat(cut(new Membrane("dend", 4, 100)).segments(1)).isEqualTo(25);
    assertThat(cut().warnings()).isEmpty();
  }

  @Test
  void aGridThatIsTooCoarseIsToldWithItsLengthConstant() {
    assertThat(cut("dend[0]", 3).warnings())
        .containsExactly(
            "The grid is too coarse: dend[0] is cut into 3 segments of 166.7 um, 0.42 of its length"
                + " constant (398.9 um at 100 Hz); potentials will be off: take 13 segments or"
                + " more");
    assertThat(cut("all", 1).warnings())
        .containsExactly(
            "The grid is too coarse in 3 sections; most of all axon is cut into 1 segment of 1000"
                + " um, 3.5 of its length constant (282.1 um at 100 Hz); potentials will be off:"
                + " take 37 segments or more");
    assertThat(cut(1, 100).warnings()).hasSize(1);
    assertThat(cut("dend", 40).warnings()).isEmpty();
  }

  @Test
  void whatIsImpossibleIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> cut("dend", 0))
        .hasMessage("grid.segments.dend: 0 segments are not within 1 … 100000");
    assertThatThrownBy(() -> cut("dnd", 3))
        .hasMessageStartingWith("grid.segments.dnd: 'dnd' is neither a section nor a region");
    assertThatThrownBy(() -> cut(new Membrane("som", 1, 100)))
        .hasMessageStartingWith("membrane.som: 'som' is neither a section nor a region");
    Morphology nerve = new MorphologyBuilder("nerve").root("axon", 1e7, 0.1).build();
    assertThatThrownBy(() -> GridBuilder.cut(nerve, MEMBRANES, GridRule.USUAL))
        .hasMessageStartingWith("sections.axon: it would be cut into 1120999 segments");
    MorphologyBuilder many = new MorphologyBuilder("many").root("soma", 10, 10);
    for (int i = 0; i < 200; i++) {
      many.section("axon[" + i + "]", "soma(0)", 10, 1);
    }
    GridRule fine = new GridRule(0.1, 100, Map.of("all", 100_000));
    assertThatThrownBy(() -> GridBuilder.cut(many.build(), MEMBRANES, fine))
        .hasMessageContaining("at most 20000000 are possible");
  }
}
