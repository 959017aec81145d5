package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

class CyclesTest {

  /**
   * A neuron lies on a cycle if it reaches itself: Warshall's closure says so without cleverness.
   */
  @Test
  void agreesWithPlainReachability() {
    for (int graph = 0; graph < 300; graph++) {
      Draws draws = new Draws(7, Purpose.EXPERIMENT, graph);
      int neurons = 1 + draws.below(12);
      int count = draws.below(2 * neurons);
      boolean[][] reaches = new boolean[neurons][neurons];
      Cycles.Edges edges = new Cycles.Edges(neurons);
      for (int k = 0; k < count; k++) {
        int from = draws.below(neurons);
        int to = draws.below(neurons);
        reaches[from][to] = true;
        edges.add(from, to);
      }
      for (int m = 0; m < neurons; m++) {
        for (int i = 0; i < neurons; i++) {
          for (int j = 0; j < neurons; j++) {
            reaches[i][j] |= reaches[i][m] && reaches[m][j];
          }
        }
      }
      int onCycle = 0;
      for (int i = 0; i < neurons; i++) {
        onCycle += reaches[i][i] ? 1 : 0;
      }
      assertThat(Cycles.neuronsOnCycles(edges)).as("graph " + graph).isEqualTo(onCycle);
    }
  }

  @Test
  void longChainsDoNotOverflow() {
    int neurons = 200_000;
    Cycles.Edges chain = new Cycles.Edges(neurons);
    for (int i = 0; i + 1 < neurons; i++) {
      chain.add(i, i + 1);
    }
    assertThat(Cycles.neuronsOnCycles(chain)).isZero();
    chain.add(neurons - 1, 0);
    assertThat(Cycles.neuronsOnCycles(chain)).isEqualTo(neurons);
  }

  /** Type 7 of Hyndman and Fan, by hand. */
  @Test
  void quantilesLieBetweenOrderStatistics() {
    Quantiles q = new Quantiles(new double[] {4, 1, 3, 2});
    assertThat(q.median()).isEqualTo(2.5);
    assertThat(q.at(0)).isEqualTo(1);
    assertThat(q.at(1)).isEqualTo(4);
    assertThat(q.at(0.05)).isCloseTo(1.15, within(1e-12));
    assertThatThrownBy(() -> new Quantiles(new double[0]))
        .hasMessage("an empty sample has no quantiles");
  }
}
