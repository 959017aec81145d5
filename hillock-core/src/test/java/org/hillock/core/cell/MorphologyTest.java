package org.hillock.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

class MorphologyTest {

  private static final Morphology CELL =
      new MorphologyBuilder("cell")
          .root("soma", 20, 20)
          .section("dend[0]", "soma(1)", 100, 2)
          .section("dend[1]", "dend[0](1)", 50, 2, 1)
          .section("dend[2]", "dend[0](0.5)", 60, 1)
          .section("hillock", "soma(0)", 10, 4, 1)
          .section("axon[0]", "hillock", 200, 1)
          .section("spine", "dend[1](0)", 1, 0.2)
          .build();

  private static List<MorphologyPoint> line(double... xAndDiameter) {
    List<MorphologyPoint> points = new ArrayList<>();
    for (int i = 0; i < xAndDiameter.length; i += 2) {
      points.add(new MorphologyPoint(xAndDiameter[i], 0, 0, xAndDiameter[i + 1]));
    }
    return points;
  }

  private static Section section(String name, int parent) {
    SectionKind kind = SectionKind.of(Section.stem(name)).orElse(SectionKind.OTHER);
    return new Section(name, kind, parent, 1, line(0, 1, 10, 1));
  }

  @Test
  void distancesRunAlongTheTreeFromTheMiddleOfTheRoot() {
    // tolerances here and below: a few roundings of numbers of this size
    assertThat(CELL.distanceUm(Place.parse("", "soma"))).isZero();
    assertThat(CELL.distanceUm(Place.parse("", "soma(0)"))).isEqualTo(10);
    assertThat(CELL.distanceUm(Place.parse("", "dend[1](1)"))).isCloseTo(160, within(1e-9));
    assertThat(CELL.distanceUm(Place.parse("", "dend[2](0.25)"))).isCloseTo(75, within(1e-9));
    assertThat(CELL.distanceUm(Place.parse("", "axon[0](1)"))).isCloseTo(215, within(1e-9));
    assertThat(CELL.distanceUm(Place.parse("", "spine(0)"))).isCloseTo(110, within(1e-9));
  }

  @Test
  void regionsAreWords() {
    assertThat(CELL.region("", "all")).hasSize(7);
    assertThat(CELL.region("", "dend")).containsExactly(1, 2, 3);
    assertThat(CELL.region("", "dend[1]")).containsExactly(2);
    assertThat(CELL.region("", "axon")).containsExactly(5);
    assertThat(CELL.region("", "other")).containsExactly(6);
    assertThat(CELL.children(0)).containsExactly(1, 4);
    assertThatThrownBy(() -> CELL.region("channels.na.where", "dnd"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "channels.na.where: 'dnd' is neither a section nor a region of this cell; did you mean"
                + " 'dend'?");
    assertThatThrownBy(() -> CELL.number("record", "dend[3]"))
        .hasMessageContaining("record: there is no section 'dend[3]'; did you mean 'dend[0]'?");
  }

  @Test
  void lengthAndAreaAreThoseOfFrusta() {
    assertThat(CELL.lengthUm()).isCloseTo(441, within(1e-9));
    Section cone = new Section("cone", SectionKind.OTHER, -1, 0, line(0, 6, 4, 0.001));
    // side of a cone of radius 3 and height 4; the tip has 1/6000 of its diameter
    assertThat(cone.areaUm2()).isCloseTo(Math.PI * 3 * 5, within(47.0 / 6000));
    assertThat(CELL.section("dend[0]").areaUm2()).isCloseTo(Math.PI * 2 * 100, within(1e-9));
  }

  @Test
  void aPositionLiesBetweenPointsInProportionToTheLength() {
    Section bent = new Section("bent", SectionKind.OTHER, -1, 0, line(0, 1, 10, 1, 10, 2, 40, 8));
    assertThat(bent.at(0)).isEqualTo(new MorphologyPoint(0, 0, 0, 1));
    assertThat(bent.at(0.5)).isEqualTo(new MorphologyPoint(20, 0, 0, 4));
    assertThat(bent.at(1)).isEqualTo(new MorphologyPoint(40, 0, 0, 8));
  }

  @Test
  void whatIsImpossibleIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> new Morphology("none", List.of()))
        .hasMessageContaining("at least one section");
    assertThatThrownBy(() -> new Morphology("late", List.of(section("soma", 0))))
        .hasMessageContaining("sections.soma: the first section is the root");
    assertThatThrownBy(
            () -> new Morphology("two", List.of(section("soma", -1), section("dend[0]", -1))))
        .hasMessageContaining("sections.dend[0]: it hangs on nothing, but 'soma' is the root");
    assertThatThrownBy(
            () -> new Morphology("loop", List.of(section("soma", -1), section("dend[0]", 1))))
        .hasMessageContaining("does not stand before it");
    assertThatThrownBy(
            () -> new Morphology("twins", List.of(section("soma", -1), section("soma", 0))))
        .hasMessageContaining("sections 0 and 1 have the same name");
    assertThatThrownBy(() -> new Section("d", SectionKind.OTHER, 0, 1.5, line(0, 1, 1, 1)))
        .hasMessageContaining("sections.d: position 1.5");
    assertThatThrownBy(() -> new Section("d", SectionKind.OTHER, 0, 1, line(0, 1)))
        .hasMessageContaining("1 points make no section");
    assertThatThrownBy(() -> new Section("d", SectionKind.OTHER, 0, 1, line(0, 1, 0, 2)))
        .hasMessageContaining("length of 0.0 um");
    assertThatThrownBy(() -> new Section("axon", SectionKind.SOMA, 0, 1, line(0, 1, 1, 1)))
        .hasMessageContaining("'axon' stands for another kind than 'soma'");
    assertThatThrownBy(() -> section("all[0]", 0)).hasMessageContaining("every section");
    assertThatThrownBy(() -> section("dend.3", 0)).hasMessageContaining("is not a name");
    assertThatThrownBy(() -> new MorphologyPoint(0, 0, 0, 0)).hasMessageContaining("0.0 um is not");
    assertThatThrownBy(() -> new MorphologyPoint(0, Double.NaN, 0, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new MorphologyPoint(0, 0, 1e8, 1)).hasMessageContaining("z: 1.0E8");
  }

  @Test
  void placesAreReadAndWritten() {
    assertThat(Place.parse("", "dend[2](0.25)")).isEqualTo(new Place("dend[2]", 0.25));
    assertThat(Place.parse("", " soma ")).hasToString("soma(0.5)");
    assertThat(new Place("soma", 1)).hasToString("soma(1)");
    for (String wrong : List.of("dend[2](", "dend(x)", "", "(0.5)", "dend[2](1.5)", "a b(1)")) {
      assertThatThrownBy(() -> Place.parse("record", wrong))
          .as(wrong)
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("record: ");
    }
  }
}
