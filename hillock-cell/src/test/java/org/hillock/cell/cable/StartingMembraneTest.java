package org.hillock.cell.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.MorphologyBuilder;
import org.junit.jupiter.api.Test;

/** Small currents into a membrane that only leaks, against cable theory. */
class StartingMembraneTest {

  private static CellBuilder cylinder(double lengthUm, String g) {
    return new CellBuilder("c", new MorphologyBuilder("c").root("dend", lengthUm, 2).build())
        .membrane("all", 1, 150)
        .insert("all", "leak", Map.of("g", g))
        .grid(new GridRule(0.1, 100, Map.of("dend", 201)));
  }

  private static CellPlan plan(CellBuilder cell) {
    return CellPlan.of(cell.build(), 0.025);
  }

  @Test
  void aSealedCylinderResistsAsTheoryHasIt() {
    CellPlan plan = plan(cylinder(400, "0.1 mS/cm^2"));
    StartingMembrane membrane = StartingMembrane.of(plan);
    // λ = √(d/(4 R_i g)) = √(2e-4 cm / (4 · 150 ohm·cm · 1e-4 S/cm²)) = 577.35 um
    double lambda = 577.350;
    assertThat(membrane.lengthConstantUm(0, 150).getAsDouble())
        .isCloseTo(lambda, withinPercentage(1e-3));
    // from the end: R∞·coth(L/λ), R∞ = R_i λ/(π d²/4)
    double endless = 150 * lambda * 1e-4 / (Math.PI * 1e-8) / 1e6;
    double expected = endless / Math.tanh(400 / lambda);
    assertThat(membrane.inputResistanceMOhm(plan.grid().node(0, 1)).getAsDouble())
        // 201 compartments, second order
        .isCloseTo(expected, withinPercentage(0.01));
    // in the middle there are two halves side by side
    double half = endless / Math.tanh(200 / lambda) / 2;
    assertThat(membrane.inputResistanceMOhm(plan.bodyNode()).getAsDouble())
        .isCloseTo(half, withinPercentage(0.1));
  }

  @Test
  void whereNothingLeaksThereIsNoSteadyState() {
    CellPlan plan = plan(cylinder(400, "0 mS/cm^2"));
    StartingMembrane membrane = StartingMembrane.of(plan);
    assertThat(membrane.inputResistanceMOhm(plan.bodyNode())).isEmpty();
    assertThat(membrane.lengthConstantUm(0, 150)).isEmpty();
  }
}
