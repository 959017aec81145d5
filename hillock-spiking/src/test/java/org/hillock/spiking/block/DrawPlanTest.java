package org.hillock.spiking.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.hillock.core.wiring.EdgeBatch;
import org.hillock.core.wiring.Edges;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawPlanTest {

  private record Counted(long units) implements Edges {
    @Override
    public void draw(long from, long to, Consumer<EdgeBatch> taker) {
      // not drawn here
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 64})
  void slicesInTurnCoverEveryUnitOnceAndAreAboutAsLarge(int slices) {
    List<Edges> edges =
        List.of(new Counted(10_000), new Counted(0), new Counted(50), new Counted(7));
    long[] synapses = {10_000, 0, 100_000, 3};
    DrawPlan plan = DrawPlan.of(edges, synapses, slices);
    long[] next = new long[synapses.length];
    int projection = 0;
    assertThat(plan.shares()).hasSize(slices);
    for (List<DrawPlan.Share> slice : plan.shares()) {
      double size = 0;
      for (DrawPlan.Share share : slice) {
        int p = share.projection();
        assertThat(p).isGreaterThanOrEqualTo(projection);
        projection = p;
        assertThat(share.from()).isEqualTo(next[p]);
        next[p] = share.to();
        size += (double) (share.to() - share.from()) * synapses[p] / edges.get(p).units();
      }
      assertThat(size).isLessThan(110_003.0 / slices + 2 * 2000);
    }
    for (int p = 0; p < synapses.length; p++) {
      assertThat(next[p]).isEqualTo(edges.get(p).units());
    }
  }
}
