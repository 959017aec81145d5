package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.cell.grid.Grid;
import org.hillock.cell.grid.GridBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyPoint;
import org.hillock.core.cell.Section;
import org.hillock.formats.swc.SwcReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Reconstructed cells, read and cut here, against the same sections cut by NEURON 8.2: {@code
 * src/test/python/cell/real_grid_references.py} wrote the table from the sections that this test
 * leaves in {@code target/real-cells}. The files are not shipped, so this runs where they are.
 */
class RealCellGridTest {

  /** Sums of the same frusta in double precision, some thousands: 1e-9, in percent. */
  private static final double PERCENT = 1e-7;

  /**
   * One cell by NEURON.
   *
   * @param weighted each value times the number of its segment, from 1: a misplaced one shows
   */
  @ParameterizedTest
  @CsvFileSource(resources = "cell/real-grids.csv", numLinesToSkip = 1)
  void isCutAsByNeuron(
      String name,
      int segments,
      double areaUm2,
      double weightedAreaUm2,
      double resistanceMohm,
      double weightedResistanceMohm,
      double ownRuleSegments)
      throws IOException {
    Path folder = Path.of("../../shared/data/swc").toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(folder), "The SWC files are not there: " + folder);
    Morphology cell = exact(SwcReader.read(folder.resolve(name + ".swc")).morphology());
    Grid grid = GridBuilder.cut(cell, List.of(), GridRule.USUAL);
    leave(name, grid);
    double[] sums = new double[4];
    int number = 0;
    for (int node = 1; node < grid.size(); node++) {
      number += grid.position(node) < 1 ? 1 : 0;
      sums[0] += grid.areaUm2(node);
      sums[1] += grid.areaUm2(node) * node;
      sums[2] += 1000 / grid.axialNs(node);
      sums[3] += 1000 / grid.axialNs(node) * node;
    }
    assertThat(number).isEqualTo(segments).isEqualTo((int) ownRuleSegments);
    assertThat(sums[0]).isCloseTo(areaUm2, withinPercentage(PERCENT));
    assertThat(sums[1]).isCloseTo(weightedAreaUm2, withinPercentage(PERCENT));
    assertThat(sums[2]).isCloseTo(resistanceMohm, withinPercentage(PERCENT));
    assertThat(sums[3]).isCloseTo(weightedResistanceMohm, withinPercentage(PERCENT));
  }

  /**
   * NEURON has points in single precision and subtracts in it: multiples of 1/1024 um have exact
   * differences.
   */
  private static Morphology exact(Morphology cell) {
    List<Section> sections = new ArrayList<>();
    for (Section s : cell.sections()) {
      List<MorphologyPoint> points =
          s.points().stream()
              .map(p ->
                  new MorphologyPoint(
                      grain(p.x()), grain(p.y()), grain(p.z()), (float) p.diameter()))
              .toList();
      sections.add(new Section(s.name(), s.kind(), s.parent(), s.parentPosition(), points));
    }
    return new Morphology(cell.name(), sections);
  }

  private static double grain(double x) {
    return Math.rint(x * 1024) / 1024;
  }

  /** Sections with their points, and areas and resistances of their nodes. */
  private static void leave(String name, Grid grid) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < grid.morphology().size(); i++) {
      Section s = grid.morphology().section(i);
      text.append(s.name()).append(',').append(s.parent()).append(',');
      text.append(s.parentPosition()).append(',').append(grid.segments(i)).append(',');
      for (MorphologyPoint p : s.points()) {
        text.append(p.x()).append(' ').append(p.y()).append(' ').append(p.z()).append(' ');
        text.append(p.diameter()).append(';');
      }
      text.append(',');
      for (int k = 0; k <= grid.segments(i); k++) {
        int node = grid.firstNode(i) + k;
        text.append(grid.areaUm2(node)).append(' ').append(1000 / grid.axialNs(node)).append(';');
      }
      text.append('\n');
    }
    Path folder = Files.createDirectories(Path.of("target/real-cells"));
    Files.writeString(folder.resolve(name + ".csv"), text);
  }
}
