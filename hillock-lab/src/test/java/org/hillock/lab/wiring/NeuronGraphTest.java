package org.hillock.lab.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

class NeuronGraphTest {

  private static NeuronGraph graph(int neurons, int[][] edges) {
    double[] weight = new double[edges.length];
    Arrays.fill(weight, 1);
    return new NeuronGraph(
        neurons,
        Arrays.stream(edges).mapToInt(e -> e[0]).toArray(),
        Arrays.stream(edges).mapToInt(e -> e[1]).toArray(),
        weight,
        new int[edges.length]);
  }

  /** A ring of five with a short cut, a synapse onto itself, and a neuron that nothing reaches. */
  @Test
  void shortestCyclesAreThoseOfTheRing() {
    NeuronGraph ring =
        graph(8, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}, {2, 0}, {5, 5}, {6, 0}});
    int[] all = IntStream.range(0, 8).toArray();
    int[] lengths = ShortestCycles.through(ring, all, 1000);
    assertThat(lengths).containsExactly(3, 3, 3, 5, 5, 1, 0, 0);
    assertThat(ShortestCycles.median(lengths)).isEqualTo(3);
    assertThat(ShortestCycles.share(lengths)).isEqualTo(0.75);
    assertThat(ShortestCycles.through(ring, all, 0)).hasSize(1);
  }

  /**
   * Two triangles joined by one edge: Q = 2·(6/14 − (7/14)²) = 5/14, as in Newman's papers such
   * pairs are worked out.
   */
  @Test
  void modularityOfTwoTrianglesIsFiveFourteenths() {
    NeuronGraph pair =
        graph(6, new int[][] {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}, {2, 3}});
    Modularity.Grouping found = Modularity.of(pair);
    assertThat(found.q()).isCloseTo(5.0 / 14, within(1e-12));
    assertThat(found.group()).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(Modularity.of(pair, new int[6])).isCloseTo(0, within(1e-12));
  }

  @Test
  void shufflesKeepDegreesAndLoseGroups() {
    int[][] edges = new int[8 * 10 * 5][];
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 0);
    for (int k = 0; k < edges.length; k++) {
      int group = k % 8;
      edges[k] = new int[] {10 * group + draws.below(10), 10 * group + draws.below(10)};
    }
    NeuronGraph grouped = graph(80, edges);
    NeuronGraph shuffled = grouped.shuffled(new Draws(2, Purpose.EXPERIMENT, 0));
    assertThat(shuffled.from()).isEqualTo(grouped.from());
    int[] before = grouped.to().clone();
    int[] after = shuffled.to().clone();
    Arrays.sort(before);
    Arrays.sort(after);
    assertThat(after).isEqualTo(before);
    assertThat(Modularity.of(grouped).q()).isGreaterThan(0.8);
    // a random graph of 400 edges on 80 neurons has about 0.27 of its own
    assertThat(Modularity.of(shuffled).q()).isLessThan(0.4);
    assertThat(shuffled.to()).isEqualTo(grouped.shuffled(new Draws(2, Purpose.EXPERIMENT, 0)).to());
  }
}
