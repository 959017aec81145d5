package org.hillock.formats.swc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.Section;
import org.hillock.core.cell.SectionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwcReaderTest {

  /** A soma of radius 5, a dendrite that forks, and an axon. */
  private static final String CELL =
      """
      # a cell
      1 1 0 0 0 5 -1
      2 3 0 5 0 1 1
      3 3 0 25 0 1 2
      4 3 10 25 0 0.5 3
      5 4 0 45 0 0.5 3
      6 2 0 -5 0 1 1
      7 2 0 -30 0 0.5 6
      """;

  private static Reconstruction read(String text) {
    return SwcReader.parse("folder/cell.swc", text);
  }

  private static List<String> names(Reconstruction cell) {
    return cell.morphology().sections().stream().map(Section::name).toList();
  }

  private static List<Double> xs(Reconstruction cell, String section) {
    return cell.morphology().section(section).points().stream().map(MorphologyPoint::x).toList();
  }

  @Test
  void sectionsEndAtForksAndWhereTheKindChanges() {
    Reconstruction cell = read(CELL);
    assertThat(cell.morphology().name()).isEqualTo("cell");
    assertThat(names(cell)).containsExactly("soma", "dend[0]", "dend[1]", "apic[0]", "axon[0]");
    Morphology m = cell.morphology();
    assertThat(m.section("dend[0]").lengthUm()).isEqualTo(20);
    assertThat(m.section("apic[0]").lengthUm()).isEqualTo(20);
    assertThat(m.section("apic[0]").parent()).isEqualTo(1);
    assertThat(m.section("apic[0]").parentPosition()).isEqualTo(1);
    // it begins as thick as the sample that it hangs on
    assertThat(m.section("apic[0]").points().getFirst())
        .isEqualTo(new MorphologyPoint(0, 25, 0, 2));
    assertThat(m.section("axon[0]").parentPosition()).isEqualTo(0.5);
  }

  @Test
  void aSomaOfOneSampleHasTheAreaOfASphere() {
    Reconstruction cell = read(CELL);
    Section soma = cell.morphology().section("soma");
    assertThat(soma.areaUm2()).isCloseTo(4 * Math.PI * 25, within(1e-9));
    assertThat(soma.lengthUm()).isEqualTo(10);
    assertThat(cell.notes()).hasSize(1).first().asString().contains("a sphere");
    assertThat(names(read("1 1 0 0 0 5 -1"))).containsExactly("soma");
  }

  @Test
  void aSomaOfThreeSamplesIsOneCylinder() {
    Reconstruction cell =
        read(
            """
            1 1 0 0 0 5 -1
            2 1 0 -5 0 5 1
            3 1 0 5 0 5 1
            4 3 0 5 0 1 3
            5 3 0 9 0 1 4
            6 3 5 0 0 1 1
            7 3 9 0 0 1 6
            """);
    Section soma = cell.morphology().section("soma");
    assertThat(soma.areaUm2()).isCloseTo(4 * Math.PI * 25, within(1e-9));
    assertThat(cell.morphology().section("dend[0]").parentPosition()).isEqualTo(0.5);
    assertThat(cell.morphology().section("dend[1]").parentPosition()).isEqualTo(1);
    assertThat(cell.notes()).first().asString().contains("three samples");
  }

  @Test
  void dendritesHangAtTheirPlaceOnALongSoma() {
    Reconstruction cell =
        read(
            """
            1 1 0 0 0 4 -1
            2 1 10 0 0 5 1
            3 1 30 0 0 3 2
            4 3 10 5 0 1 2
            5 3 10 25 0 1 4
            6 2 -24 0 0 1 1
            """);
    Morphology m = cell.morphology();
    assertThat(m.section("soma").points()).hasSize(3);
    assertThat(m.section("dend[0]").parentPosition()).isCloseTo(1.0 / 3, within(1e-12));
    // from the surface, 4 um from the soma's first sample, to the only sample of the axon
    assertThat(m.section("axon[0]").lengthUm()).isEqualTo(20);
    assertThat(m.section("axon[0]").parentPosition()).isZero();
    assertThat(m.section("axon[0]").points().getFirst().diameter()).isEqualTo(2);
    assertThat(cell.notes())
        .containsExactly(
            "1 branch begins at the surface of the soma, as thick as the first sample: 20.00 um more.");
  }

  @Test
  void anOutlineIsASphere() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 24; i++) {
      double angle = Math.toRadians(15 * i);
      text.append(i + 1).append(" 1 ").append(8 * Math.cos(angle)).append(' ');
      text.append(8 * Math.sin(angle)).append(" 3 0.1 ").append(i == 0 ? -1 : i).append('\n');
    }
    text.append("40 3 0 8 3 1 7\n41 3 0 28 3 1 40\n");
    Reconstruction cell = read(text.toString());
    assertThat(cell.morphology().section("soma").areaUm2())
        .isCloseTo(4 * Math.PI * 64, within(1e-9));
    assertThat(cell.morphology().section("dend[0]").parentPosition()).isEqualTo(0.5);
    assertThat(cell.notes())
        .containsExactly(
            "The soma's 24 samples are an outline: kept as a sphere around their middle, 16.0 um wide.");
  }

  @Test
  void aSomaThatBranchesIsSeveralSections() {
    Reconstruction cell =
        read(
            """
            1 1 0 0 0 4 -1
            2 1 10 0 0 3 1
            3 1 -10 0 0 3 1
            4 1 0 10 0 3 1
            5 3 0 40 0 1 4
            6 3 0 0 9 1 1
            7 3 0 0 29 1 6
            """);
    assertThat(names(cell)).containsExactly("soma[0]", "soma[1]", "soma[2]", "dend[0]", "dend[1]");
    Morphology m = cell.morphology();
    assertThat(m.section("soma[2]").parent()).isZero();
    assertThat(m.section("soma[2]").parentPosition()).isZero();
    assertThat(m.section("dend[0]").lengthUm()).isEqualTo(27);
    assertThat(m.section("dend[1]").parent()).isZero();
    assertThat(m.section("dend[1]").points().getFirst()).isEqualTo(new MorphologyPoint(0, 0, 4, 2));
  }

  @Test
  void theTreeIsTurnedToHangOnTheSoma() {
    Reconstruction cell =
        read(
            """
            1 3 100 0 0 1 -1
            2 3 50 0 0 1 1
            3 1 0 0 0 10 2
            4 2 -30 0 0 1 3
            """);
    assertThat(names(cell)).containsExactly("soma", "dend[0]", "axon[0]");
    assertThat(xs(cell, "dend[0]")).containsExactly(10.0, 50.0, 100.0);
    assertThat(cell.notes()).first().asString().contains("turned to hang on the soma");
  }

  @Test
  void aTreeWithoutASomaHangsOnItsFirstSection() {
    Reconstruction cell = read("1 0 0 0 0 1 -1\n2 2 10 0 0 1 1\n3 2 20 0 0 1 2\n4 3 -10 0 0 1 1\n");
    assertThat(names(cell)).containsExactly("axon[0]", "dend[0]");
    assertThat(cell.morphology().section("dend[0]").parentPosition()).isZero();
    assertThat(cell.notes()).last().asString().contains("No sample is of the soma");
  }

  @Test
  void samplesMayStandInAnyOrderWithGapsInTheirNumbers() {
    Reconstruction cell =
        read("70 3 25 0 0 1 30\n30 3 5 0 0 1 -0\n0 1 0 0 0 5 -1\n500 3 45 0 0 1 70\n");
    assertThat(xs(cell, "dend[0]")).containsExactly(5.0, 25.0, 45.0);
  }

  @Test
  void whatProgramsWriteIsRead() {
    String windows = "\uFEFF" + CELL.replace("\n", "\r\n");
    assertThat(read(windows).morphology()).isEqualTo(read(CELL).morphology());
    assertThat(read(CELL.replace(" ", "\t")).morphology()).isEqualTo(read(CELL).morphology());
    assertThat(read(CELL.replace("\n", " # a note\n\n  ")).morphology())
        .isEqualTo(read(CELL).morphology());
    assertThat(read(CELL.replace(" ", ", ")).morphology()).isEqualTo(read(CELL).morphology());
    assertThat(read("1.0 1.0 0 0 0 5e0 -1.0\n2 3 +5.0E+00 0. .0 1 1.0\n3 3 1.5e1 0 0 1 2\n"))
        .extracting(cell -> xs(cell, "dend[0]"))
        .isEqualTo(List.of(5.0, 15.0));
    assertThat(read("1 1 0 0 0 5 -1 8 9\n").notes())
        .contains("What stands beyond the seventh value of 1 line is not read.");
  }

  @Test
  void unknownTypesAreKeptAsOtherAndTold() {
    Reconstruction cell =
        read(
            "1 1 0 0 0 5 -1\n2 0 5 0 0 1 1\n3 0 25 0 0 1 2\n4 7 0 5 0 1 1\n5 6 0 25 0 1 4\n6 6 0 45 0 1 5\n");
    assertThat(names(cell)).containsExactly("soma", "other[0]", "other[1]");
    assertThat(cell.morphology().section("other[1]").kind()).isEqualTo(SectionKind.OTHER);
    assertThat(cell.notes())
        .anyMatch(note -> note.startsWith("2 samples are of type 0,"))
        .anyMatch(note -> note.startsWith("2 samples are of type 6,"))
        .anyMatch(note -> note.startsWith("1 sample is of type 7,"));
  }

  @Test
  void forksAndEndsThatAreMarkedBelongToWhatTheyHangOn() {
    Reconstruction cell =
        read(CELL.replace("3 3 0 25", "3 5 0 25").replace("7 2 0 -30", "7 6 0 -30"));
    assertThat(cell.morphology()).isEqualTo(read(CELL).morphology());
    assertThat(cell.notes())
        .contains(
            "2 samples of types 5 and 6 mark forks and ends: taken to be of the kind they hang on.");
  }

  @Test
  void aRadiusThatWasNotMeasuredIsThatOfTheSampleBefore() {
    Reconstruction cell = read(CELL.replace("4 3 10 25 0 0.5", "4 3 10 25 0 0"));
    assertThat(cell.morphology().section("dend[1]").points())
        .extracting(MorphologyPoint::diameter)
        .containsExactly(2.0, 2.0);
    assertThat(cell.notes())
        .contains(
            "1 sample has a radius of 0 (line 5): taken to be as thick as what they hang on.");
  }

  @Test
  void samplesThatRepeatAreLeftOutAndStepsOfTheRadiusStay() {
    Reconstruction cell =
        read(
            """
            1 1 0 0 0 5 -1
            2 3 5 0 0 1 1
            3 3 15 0 0 1 2
            4 3 15 0 0 1 3
            5 3 15 0 0 2 4
            6 3 25 0 0 2 5
            7 3 25 0 0 2 6
            8 3 25 0 0 2 6
            9 3 2 0 0 1 1
            """);
    assertThat(xs(cell, "dend[0]")).containsExactly(5.0, 15.0, 15.0, 25.0);
    assertThat(cell.notes())
        .contains("1 sample repeats the one before: left out.")
        .contains(
            "3 branches have no length (one sample inside the soma, or several at one place): left out.");
  }

  @Test
  void nanometresAreReadWhereTheHeaderSaysSo() {
    String header = "# Meta: {\"id\": \"1\", \"units\": \"8 nanometer\"}\n";
    Reconstruction cell = read(header + "1 2 0 0 0 10 -1\n2 2 1000 0 0 10 1\n");
    assertThat(xs(cell, "axon[0]")).containsExactly(0.0, 8.0);
    assertThat(cell.notes()).first().asString().contains("multiplied by 0.008");
    assertThat(read("1 2 0 0 0 10 -1\n2 2 100000 0 0 10 1\n").notes())
        .contains("The cell is 100 mm wide if its numbers are um: are they nm?");
  }

  @Test
  void longRunsAreRead(@TempDir Path folder) throws Exception {
    StringBuilder text = new StringBuilder("1 1 0 0 0 5 -1\n");
    for (int i = 2; i <= 200_000; i++) {
      text.append(i).append(" 3 ").append(i * 0.1 + 5).append(" 0 0 1 ").append(i - 1).append('\n');
    }
    Path file = Files.writeString(folder.resolve("long.SWC"), text);
    Reconstruction cell = SwcReader.read(file);
    assertThat(cell.morphology().name()).isEqualTo("long");
    assertThat(cell.morphology().section("dend[0]").points()).hasSize(200_000);
  }
}
