package org.hillock.cell.cable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.junit.jupiter.api.Test;

class SquidAxonTest {

  static Cell axon() {
    return new CellBuilder("squid", new MorphologyBuilder("squid").root("axon", 20000, 500).build())
        .celsius(6.3)
        .initialMv(-65)
        .membrane("all", 1, 35.4)
        .ion(Ion.SODIUM, 50, 440, 50)
        .ion(Ion.POTASSIUM, 400, 20, -77)
        .insert("all", "na-hh", Map.of())
        .insert("all", "k-hh", Map.of())
        .insert("all", "leak", Map.of("g", "0.3 mS/cm^2", "e", "-54.3 mV"))
        .spikes("axon(0.9)", 0)
        .grid(new GridRule(0.1, 100, Map.of("axon", 101)))
        .build();
  }

  @Test
  void aSpikeRunsDownTheAxon() {
    for (double dt : new double[] {0.1, 0.05, 0.025, 0.0125, 0.001}) {
      CellPlan plan = CellPlan.of(axon(), dt);
      CableState state = new CableState(plan, 1);
      double[] push = new double[plan.grid().size()];
      int[] nodes = new int[3];
      double[] before = new double[3];
      for (int k = 0; k < 3; k++) {
        nodes[k] = plan.membraneNode("", new Place("axon", 0.1 + 0.4 * k));
      }
      StringBuilder text = new StringBuilder("dt " + dt + ": ");
      long began = System.nanoTime();
      for (int n = 0; n < Math.round(12 / dt); n++) {
        double t = n * dt;
        push[plan.membraneNode("", new Place("axon", 0))] =
            t > 1 - 1e-9 && t < 2 - 1e-9 ? 8_000_000 : 0;
        for (int k = 0; k < 3; k++) {
          before[k] = state.potentialMv(nodes[k], 0);
        }
        state.step(push, null);
        for (int k = 0; k < 3; k++) {
          double now = state.potentialMv(nodes[k], 0);
          if (before[k] < 0 && now >= 0) {
            text.append(" ").append(t + dt * -before[k] / (now - before[k]));
          }
        }
        if (Math.abs(t + dt - 5) < dt / 2 || Math.abs(t + dt - 9) < dt / 2) {
          text.append(" [").append(state.potentialMv(nodes[0], 0)).append("]");
        }
      }
      System.err.println(text + " " + (System.nanoTime() - began) / 1e6 + " ms");
    }
    assertThat(true).isTrue();
  }
}
