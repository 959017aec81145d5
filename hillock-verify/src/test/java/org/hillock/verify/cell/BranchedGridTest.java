package org.hillock.verify.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.cell.grid.Grid;
import org.hillock.cell.grid.GridBuilder;
import org.hillock.core.cell.Cell;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The branched cell is cut as NEURON cuts it, before anything runs. */
class BranchedGridTest {

  /** NEURON keeps points in single precision. */
  private static final double SINGLE = 1e-6;

  private static final double MOHM_NS = 1000;

  private final JsonNode file = BranchedCases.file();
  private final Cell cell = DescribedCell.of(file.get("cell"));
  private final Grid grid = GridBuilder.cut(cell);

  @Test
  void segmentsHaveTheAreasAndResistancesOfNeurons() {
    for (int s = 0; s < cell.morphology().size(); s++) {
      String name = cell.morphology().section(s).name();
      JsonNode theirs = file.get("neuron_grid").get(name);
      double[] areas = Tables.numbers(theirs.get("area_um2"));
      double[] mohm = Tables.numbers(theirs.get("to_parent_mohm"));
      assertThat(grid.segments(s)).isEqualTo(areas.length);
      for (int k = 0; k <= areas.length; k++) {
        int node = grid.firstNode(s) + k;
        double area = k < areas.length ? areas[k] : 0;
        assertThat(grid.areaUm2(node)).as(name).isCloseTo(area, within(SINGLE * area));
        assertThat(MOHM_NS / grid.axialNs(node))
            .as(name)
            .isCloseTo(mohm[k], within(SINGLE * mohm[k]));
      }
    }
  }

  @Test
  void segmentsAreAsFarFromTheSomaAsDensitiesTakeThemToBe() {
    for (JsonNode section : file.get("cell").get("sections")) {
      int s = cell.morphology().number("", section.get("name").asString());
      double[] distances = Tables.numbers(section.get("distance_um"));
      for (int k = 0; k < distances.length; k++) {
        assertThat(grid.distanceUm(grid.firstNode(s) + k))
            // the file has nine digits, and its points six behind the point
            .isCloseTo(distances[k], within(1e-5));
      }
    }
  }
}
