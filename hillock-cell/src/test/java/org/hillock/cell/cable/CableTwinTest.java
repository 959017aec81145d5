package org.hillock.cell.cable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hillock.cell.TestCells;
import org.hillock.cell.membrane.CellPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells side by side do what each does alone, plainly, to the bit. */
class CableTwinTest {

  private static final int STEPS = 800;

  private final CellPlan plan = CellPlan.of(TestCells.richCell(), 0.025);

  /** What happens to a cell: a current, arrivals, and for some time a held potential. */
  private void drive(Cable cable, int firstCell, int step) {
    int size = plan.grid().size();
    int cells = cable.cells();
    double[] push = new double[size * cells];
    double[] held = new double[size * cells];
    Arrays.fill(held, Double.NaN);
    for (int c = 0; c < cells; c++) {
      int who = firstCell + c;
      push[plan.bodyNode() * cells + c] = step > 100 ? 600 + 60 * who : 0;
      if (step % (90 + who) == 10) {
        cable.arrive(0, 0, c, 2 + who);
        cable.arrive(0, 1, c, 1);
        cable.arrive(1, 0, c, 3);
      }
      if (step % 200 == 150) {
        cable.arrive(2, 0, c, 10);
      }
      if (step > 600 && step < 700 && who % 2 == 1) {
        held[3 * cells + c] = -40;
      }
    }
    cable.step(push, step > 600 && step < 700 ? held : null);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20})
  void eachCellDoesWhatItDoesAlone(int cells) {
    // one at a time for a while, then with vectors
    Cable fast = new CableState(plan, cells, 200_000);
    Cable[] alone = new Cable[Math.min(cells, 4)];
    int[] spikes = new int[alone.length];
    for (int c = 0; c < alone.length; c++) {
      alone[c] = new PlainCables(plan, 1);
    }
    for (int step = 0; step < STEPS; step++) {
      drive(fast, 0, step);
      for (int c = 0; c < alone.length; c++) {
        drive(alone[c], c, step);
        assertThat(fast.fired(c)).isEqualTo(alone[c].fired(0));
        spikes[c] += alone[c].fired(0) ? 1 : 0;
        assertThat(potentials(fast, c))
            .as("cell %s of %s, step %s", c, cells, step)
            .isEqualTo(potentials(alone[c], 0));
      }
    }
    for (int c = 0; c < alone.length; c++) {
      assertThat(spikes[c]).as("spikes of cell %s", c).isPositive();
      for (int n = 0; n < plan.grid().size(); n++) {
        assertThat(fast.insideMm(0, n, c)).isEqualTo(alone[c].insideMm(0, n, 0));
      }
    }
  }

  private double[] potentials(Cable cable, int cell) {
    double[] all = new double[plan.grid().size()];
    for (int n = 0; n < all.length; n++) {
      all[n] = cable.potentialMv(n, cell);
    }
    return all;
  }

  @Test
  void aRestartForgets() {
    Cable cable = new CableState(plan, 2);
    double[] first = run(cable);
    cable.restart();
    assertThat(run(cable)).isEqualTo(first);
  }

  private double[] run(Cable cable) {
    double[] v = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      drive(cable, 0, step);
      v[step] = cable.potentialMv(plan.outputNode(), 1);
    }
    return v;
  }
}
