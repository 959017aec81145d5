package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

class CyclesTest {

  private static final int LONG = 100_000;

  @Test
  void agreesWithReachabilityOnRandomGraphs() {
    for (int graph = 0; graph < 200; graph++) {
      Draws draws = new Draws(5, Purpose.EXPERIMENT, graph);
      int neurons = 1 + draws.below(12);
      int count = draws.below(2 * neurons + 1);
      boolean[][] reaches = new boolean[neurons][neurons];
      Cycles.Edges edges = new Cycles.Edges(neurons);
      for (int k = 0; k < count; k++) {
        int from = draws.below(neurons);
        int to = draws.below(neurons);
        edges.add(from, to);
        reaches[from][to] = true;
      }
      assertThat(Cycles.neuronsOnCycles(edges)).as("graph %d", graph).isEqualTo(brute(reaches));
    }
  }

  /** Neurons that reach themselves, by Warshall's closure. */
  private static int brute(boolean[][] reaches) {
    int n = reaches.length;
    for (int via = 0; via < n; via++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          reaches[a][b] |= reaches[a][via] && reaches[via][b];
        }
      }
    }
    int onCycle = 0;
    for (int a = 0; a < n; a++) {
      onCycle += reaches[a][a] ? 1 : 0;
    }
    return onCycle;
  }

  @Test
  void aSynapseOntoItselfIsACycle() {
    Cycles.Edges edges = new Cycles.Edges(3);
    edges.add(0, 1);
    edges.add(1, 1);
    edges.add(1, 2);
    assertThat(Cycles.neuronsOnCycles(edges)).isEqualTo(1);
  }

  @Test
  void noSynapsesNoCycles() {
    assertThat(Cycles.neuronsOnCycles(new Cycles.Edges(4))).isZero();
  }

  /** Recursion would need a stack frame for each neuron of the chain. */
  @Test
  void longChainsNeedNoStack() {
    Cycles.Edges edges = new Cycles.Edges(LONG);
    for (int n = 0; n + 1 < LONG; n++) {
      edges.add(n, n + 1);
    }
    assertThat(Cycles.neuronsOnCycles(edges)).isZero();
    edges.add(LONG - 1, 0);
    assertThat(Cycles.neuronsOnCycles(edges)).isEqualTo(LONG);
  }
}
