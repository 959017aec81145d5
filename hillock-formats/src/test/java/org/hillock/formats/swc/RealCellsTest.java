package org.hillock.formats.swc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.SectionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells that people reconstructed; they are not shipped, so this runs where they are. */
class RealCellsTest {

  private static Path folder() {
    Path folder = Path.of("../../shared/data/swc").toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(folder), "The SWC files are not there: " + folder);
    return folder;
  }

  @Test
  void allAreRead() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.filter(file -> file.toString().endsWith(".swc")))
          .isNotEmpty()
          .allSatisfy(file -> {
            Morphology cell = SwcReader.read(file).morphology();
            assertThat(cell.section(0).kind()).isEqualTo(SectionKind.SOMA);
            assertThat(cell.lengthUm()).isBetween(5.0, 20_000.0);
            assertThat(cell.areaUm2()).isBetween(100.0, 50_000.0);
          });
    }
  }

  /**
   * Lengths but for the soma, added up from the lines of the files by themselves: each sample's
   * distance to its parent, from the soma's surface where that is the parent.
   */
  @ParameterizedTest
  @CsvSource({
    "720575940661205633, 232, 563.9836986432197",
    "Nr5a1_471087815_m, 38, 1890.428438313157",
    "Pvalb_469628681_m, 42, 1504.973513603091",
    "Scnn1a_473845048_m, 123, 4725.102213335362",
    "ball_and_stick, 2, 200",
    "pyramidal, 220, 9994.939777927195",
    "single_cell_detailed, 7, 646.8116344632592",
  })
  void noLengthIsLost(String name, int sections, double lengthUm) {
    Morphology cell = SwcReader.read(folder().resolve(name + ".swc")).morphology();
    assertThat(cell.size()).isEqualTo(sections);
    assertThat(cell.lengthUm() - cell.lengthUm(0))
        // thousands of additions
        .isCloseTo(lengthUm, withinPercentage(1e-9));
  }

  @Test
  void theFliesNeuronIsInNanometres() {
    Path file = folder().resolve("720575940661205633.swc");
    assertThat(SwcReader.read(file).notes())
        .anyMatch(note -> note.contains("multiplied by 0.001"))
        .anyMatch(note -> note.startsWith("31 samples have a radius of 0"))
        .anyMatch(note -> note.startsWith("231 samples of types 5 and 6"))
        .anyMatch(note -> note.startsWith("2545 samples are of type 0"));
  }
}
