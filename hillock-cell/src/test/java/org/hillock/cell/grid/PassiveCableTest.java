package org.hillock.cell.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Membrane;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.junit.jupiter.api.Test;

/**
 * A finite cable with sealed ends, in the steady state: closed forms of Rall 1959 (doi
 * 10.1016/0014-4886(59)90046-9) and Rall 1962 (doi 10.1111/j.1749-6632.1962.tb54120.x).
 */
class PassiveCableTest {

  private static final double LENGTH_UM = 1000;
  private static final double DIAMETER_UM = 2;
  private static final double AXIAL_OHM_CM = 100;

  /** 0.05 mS/cm², so 20 kohm·cm². */
  private static final double LEAK_NS_PER_UM2 = 0.0005;

  /** √(d/4 · R_m/R_i): 1000 um. */
  private static final double LAMBDA_UM = Math.sqrt(DIAMETER_UM * 1e-4 / 4 * 20_000 / 100) * 1e4;

  /** R_i λ over the cross-section. */
  private static final double ENDLESS_MOHM =
      AXIAL_OHM_CM * LAMBDA_UM * 1e-2 / (Math.PI * DIAMETER_UM * DIAMETER_UM / 4);

  private static Grid cable(int segments) {
    Morphology cable = new MorphologyBuilder("cable").root("dend", LENGTH_UM, DIAMETER_UM).build();
    return cut(cable, segments);
  }

  private static Grid cut(Morphology cell, int segments) {
    return GridBuilder.cut(
        cell,
        List.of(new Membrane("all", 1, AXIAL_OHM_CM)),
        new GridRule(0.1, 100, Map.of("all", segments)));
  }

  private static double inputError(int segments) {
    double exact = ENDLESS_MOHM / Math.tanh(LENGTH_UM / LAMBDA_UM);
    return SteadyTree.transferMohm(cable(segments), LEAK_NS_PER_UM2, 0)[0] / exact - 1;
  }

  @Test
  void inputResistanceAndAttenuationMeetTheClosedForms() {
    Grid grid = cable(101);
    double[] v = SteadyTree.transferMohm(grid, LEAK_NS_PER_UM2, 0);
    // second order in segments of 1/101 length constant: some (1/101)²/6 of the values
    assertThat(inputError(101)).isCloseTo(0, within(2e-5));
    for (int node = 0; node < grid.size(); node++) {
      double left = LENGTH_UM * (1 - grid.position(node)) / LAMBDA_UM;
      assertThat(v[node] / v[0])
          .as("node %d", node)
          .isCloseTo(Math.cosh(left) / Math.cosh(LENGTH_UM / LAMBDA_UM), withinPercentage(2e-3));
    }
  }

  @Test
  void errorsFallWithTheSquareOfTheNumberOfSegments() {
    double coarse = inputError(5);
    double fine = inputError(15);
    double finest = inputError(45);
    // three times as many segments, a ninth of the error
    assertThat(coarse / fine).isBetween(8.7, 9.3);
    assertThat(fine / finest).isBetween(8.9, 9.1);
  }

  /** Where d^(3/2) of the branches add up to that of the stem, a tree is one cable (Rall 1962). */
  @Test
  void aTreeThatObeysTheThreeHalvesPowerIsOneCable() {
    double branch = DIAMETER_UM * Math.pow(2, -2.0 / 3);
    double length = 500 * Math.sqrt(branch / DIAMETER_UM);
    Morphology tree =
        new MorphologyBuilder("tree")
            .root("dend[0]", 500, DIAMETER_UM)
            .section("dend[1]", "dend[0](1)", length, branch)
            .section("dend[2]", "dend[0](1)", length, branch)
            .build();
    Grid split = cut(tree, 51);
    Grid one = cable(102);
    double[] v = SteadyTree.transferMohm(split, LEAK_NS_PER_UM2, 0);
    double[] w = SteadyTree.transferMohm(one, LEAK_NS_PER_UM2, 0);
    int tip = split.node("", Place.parse("", "dend[2](1)"));
    // the same equations but for the node in the fork: 1e-10 is rounding
    assertThat(v[0]).isCloseTo(w[0], withinPercentage(1e-8));
    assertThat(v[tip]).isCloseTo(w[one.size() - 1], withinPercentage(1e-8));
  }
}
