package org.hillock.cell.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.cell.grid.NeuronGrids.Row;
import org.hillock.core.cell.GridRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every segment has the area, the axial resistance and the diameter that NEURON gives it. */
class GridAgainstNeuronTest {

  /** Both add up the same frusta in double precision: 1e-9, in percent. */
  private static final double PERCENT = 1e-7;

  /** NEURON's impedance takes a membrane's conductance from a difference quotient: 1e-6. */
  private static final double IMPEDANCE_PERCENT = 1e-4;

  static Stream<String> cells() {
    return NeuronGrids.read().keySet().stream();
  }

  private static List<Row> rows(String cell) {
    return NeuronGrids.read().getOrDefault(cell, List.of());
  }

  private static Grid stated(String cell) {
    Map<String, Integer> segments = new HashMap<>();
    rows(cell).forEach(row -> segments.put(row.section().name(), row.segments()));
    return NeuronGrids.cut(rows(cell), new GridRule(0.1, 100, segments));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void segmentsAreCutAlike(String cell) {
    Grid grid = stated(cell);
    int node = 1;
    for (Row row : rows(cell)) {
      for (int i = 0; i <= row.segments(); i++, node++) {
        String at = row.section().name() + "(" + grid.position(node) + ")";
        assertThat(1000 / grid.axialNs(node))
            .as(at)
            .isCloseTo(row.resistanceMohm()[i], withinPercentage(PERCENT));
        if (i < row.segments()) {
          assertThat(grid.areaUm2(node))
              .as(at)
              .isCloseTo(row.areaUm2()[i], withinPercentage(PERCENT));
          assertThat(grid.diameterUm(node))
              .as(at)
              .isCloseTo(row.diameterUm()[i], withinPercentage(PERCENT));
        }
      }
    }
    assertThat(node).isEqualTo(grid.size());
  }

  /** A wrong parent of a node would show in how potentials spread. */
  @ParameterizedTest
  @MethodSource("cells")
  void nodesHangTogetherAlike(String cell) {
    Grid grid = stated(cell);
    double[] transfer = SteadyTree.transferMohm(grid, 0.0005, grid.node(0, 0.5));
    int node = 1;
    for (Row row : rows(cell)) {
      for (int i = 0; i <= row.segments(); i++, node++) {
        assertThat(transfer[node])
            .as(row.section().name() + " " + i)
            .isCloseTo(row.transferMohm()[i], withinPercentage(IMPEDANCE_PERCENT));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cells")
  void theRuleGivesTheSameLengthConstantsAndSegments(String cell) {
    Grid grid = NeuronGrids.cut(rows(cell), GridRule.USUAL);
    for (int i = 0; i < grid.morphology().size(); i++) {
      Row row = rows(cell).get(i);
      assertThat(grid.lengthConstantUm(i))
          .as(row.section().name())
          .isCloseTo(row.lambdaUm(), withinPercentage(PERCENT));
      assertThat(grid.segments(i)).as(row.section().name()).isEqualTo(row.segmentsByRule());
    }
    assertThat(grid.warnings()).isEmpty();
  }
}
