package org.hillock.spiking.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Philox;
import org.hillock.core.random.PoissonTable;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The vector kernels leave the bits that their scalar twins leave: states, refractoriness, cells,
 * and spikes in their order.
 */
class KernelTwinTest {

  private static final FloatKernels TWIN = new ScalarFloatKernels();
  private static final FloatKernels VECTORS = new VectorFloatKernels();
  private static final HandWrittenKernels SCALAR_STEPS = new HandWrittenScalars();
  private static final HandWrittenKernels VECTOR_STEPS = new HandWrittenVectors();

  /** Neurons that a vector of this machine holds. */
  private static final int WIDTH = VECTORS.vectorBits() / Float.SIZE;

  /** A step, short windows, and more steps than a window of the engine has. */
  private static final int[] STEPS = {1, 2, 3, 7, 16, 37};

  private static final int DRAWN = 25;

  /** The kernels that step neurons. */
  enum Model {
    DELTA(1),
    EXPONENTIAL(2),
    SHIU(1);

    final int ports;

    Model(int ports) {
      this.ports = ports;
    }

    void step(HandWrittenKernels kernels, DrawnNeurons n, Span span, FiredSpikes fired) {
      int[] cells = n.cells;
      float q = n.quantum;
      float[] decay = n.between(0.95, 0.999);
      switch (this) {
        case DELTA ->
            kernels.delta(
                new DeltaFloats(n.u, n.each, decay, n.firing), cells, n.cell(0), q, span, fired);
        case EXPONENTIAL -> {
          ExponentialFloats neurons =
              new ExponentialFloats(
                  n.u,
                  n.exc,
                  n.inh,
                  n.each,
                  decay,
                  n.between(0.8, 0.99),
                  n.between(0.8, 0.99),
                  n.between(0.003, 0.02),
                  n.between(0.003, 0.02),
                  n.firing);
          kernels.exponential(neurons, cells, n.cell(0), n.cell(1), q, span, fired);
        }
        case SHIU -> {
          ShiuFloats neurons =
              new ShiuFloats(
                  n.u,
                  n.exc,
                  n.each,
                  decay,
                  n.between(0.9, 0.99),
                  n.between(0.003, 0.02),
                  n.firing);
          kernels.shiu(neurons, cells, n.cell(0), q, span, fired);
        }
      }
    }
  }

  /** A spike: who, and in which step. */
  private record Spike(int neuron, int step) {}

  /** What a call left behind, to the bit. */
  private record Left(
      int[] u, int[] exc, int[] inh, int[] freeAt, int[] cells, List<Spike> spikes) {

    static Left by(HandWrittenKernels kernels, Model model, DrawnNeurons n) {
      FiredSpikes fired = new FiredSpikes();
      model.step(kernels, n, n.span, fired);
      List<Spike> spikes = new ArrayList<>();
      for (int k = 0; k < fired.size(); k++) {
        spikes.add(new Spike(fired.neuron(k), fired.step(k)));
      }
      int[] freeAt = n.firing.freeAt();
      return new Left(bits(n.u), bits(n.exc), bits(n.inh), freeAt, n.cells, spikes);
    }

    private static int[] bits(float[] values) {
      int[] bits = new int[values.length];
      Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
      return bits;
    }

    /** Spikes of vectors of so many neurons come vector by vector, then by steps. */
    private static List<Spike> inOrder(List<Spike> spikes, int lanes) {
      List<Spike> sorted = new ArrayList<>(spikes);
      sorted.sort(
          Comparator.comparingInt((Spike s) -> s.neuron() / lanes)
              .thenComparingInt(Spike::step)
              .thenComparingInt(Spike::neuron));
      return sorted;
    }

    void requireSame(Left twin, int lanes, String what) {
      assertThat(spikes).as("spikes of %s", what).isEqualTo(inOrder(twin.spikes, lanes));
      assertThat(u).as("u of %s", what).isEqualTo(twin.u);
      assertThat(exc).as("exc or g of %s", what).isEqualTo(twin.exc);
      assertThat(inh).as("inh of %s", what).isEqualTo(twin.inh);
      assertThat(freeAt).as("freeAt of %s", what).isEqualTo(twin.freeAt);
      assertThat(cells).as("cells of %s", what).isEqualTo(twin.cells);
    }
  }

  /** Drawn neurons; where they have thresholds of their own, some meet them exactly. */
  private static DrawnNeurons drawn(Model model, long number, boolean own, int steps) {
    DrawnNeurons free = new DrawnNeurons(number, own, model.ports, steps);
    Arrays.fill(free.firing.threshold(), Float.MAX_VALUE);
    Span s = free.span;
    Span first = new Span(s.from(), s.to(), s.step(), 1, s.stride(), s.phase());
    model.step(SCALAR_STEPS, free, first, new FiredSpikes());
    DrawnNeurons drawn = new DrawnNeurons(number, own, model.ports, steps);
    drawn.meet(free.u);
    return drawn;
  }

  @ParameterizedTest
  @CsvSource({
    "DELTA, false",
    "DELTA, true",
    "EXPONENTIAL, false",
    "EXPONENTIAL, true",
    "SHIU, false",
    "SHIU, true"
  })
  void vectorsLeaveTheBitsOfTheirTwin(Model model, boolean own) {
    int spikes = 0;
    for (int steps : STEPS) {
      for (int k = 0; k < DRAWN; k++) {
        long number = 1_000L * steps + k;
        Left twin = Left.by(SCALAR_STEPS, model, drawn(model, number, own, steps));
        Left left = Left.by(VECTOR_STEPS, model, drawn(model, number, own, steps));
        left.requireSame(twin, WIDTH, model + " " + number);
        spikes += twin.spikes.size();
      }
    }
    // of some 90,000 steps of neurons: spikes are neither rare nor the rule
    assertThat(spikes).isBetween(1_000, 60_000);
  }

  /** Cells that are read are emptied, and no others. */
  @ParameterizedTest
  @EnumSource(Model.class)
  void onlyTheCellsOfTheSpanAreEmptied(Model model) {
    for (int steps : STEPS) {
      DrawnNeurons n = drawn(model, steps, true, steps);
      int[] before = n.cells.clone();
      Left.by(VECTOR_STEPS, model, n);
      for (int at = 0; at < before.length; at++) {
        int expected = n.isRead(at, model.ports) ? 0 : before[at];
        assertThat(n.cells[at]).as("cell %s", at).isEqualTo(expected);
      }
    }
  }

  /** Before and after the compiler has turned the vectors into instructions. */
  @ParameterizedTest
  @EnumSource(Model.class)
  void oftenCalledTheyGiveTheSameBits(Model model) {
    Left first = Left.by(SCALAR_STEPS, model, drawn(model, 5, true, 37));
    for (int k = 0; k < 300; k++) {
      DrawnNeurons n = drawn(model, 5, true, 37);
      Left.by(VECTOR_STEPS, model, n).requireSame(first, WIDTH, model + ", call " + k);
    }
  }

  /** Means of which no count, some counts, and no small count is likely. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-4, 0.3, 2, 2.32, 40, 3_000})
  void poissonCountsAreThoseOfTheTwin(double mean) {
    PoissonTable table = PoissonTable.of(mean);
    Draws draws = new Draws(17, Purpose.EXPERIMENT, Math.round(1_000 * mean));
    for (int k = 0; k < 60; k++) {
      PoissonSources sources = PoissonSources.of(draws.bits(), draws.below(1 << 16), table);
      int from = FloatKernels.SOURCES * draws.below(1_000);
      int count = k < 40 ? k : draws.below(400);
      // steps on both sides of 2^32
      long step = k % 2 == 0 ? draws.below(1 << 30) : (1L << 32) - 20 + draws.below(40);
      int quanta = draws.below(2_000) - 1_000;
      int cell = draws.below(50);
      int[] twin = new int[cell + count + 40];
      Arrays.setAll(twin, i -> 7 * i);
      int[] cells = twin.clone();
      long spikes = TWIN.drive(sources, from, count, step, twin, cell, quanta);
      assertThat(VECTORS.drive(sources, from, count, step, cells, cell, quanta)).isEqualTo(spikes);
      assertThat(cells).as("mean %s, %s sources", mean, count).isEqualTo(twin);
    }
  }

  /** Means whose first threshold is a word that is drawn. */
  @Test
  void aWordOnAThresholdCountsOneMoreForBoth() {
    int sources = FloatKernels.SOURCES;
    for (int i = 0; i < sources; i++) {
      int word = Philox.sourceWord(9, 4, i, 77);
      PoissonTable table = PoissonTable.of(-Math.log(Integer.toUnsignedLong(word) * 0x1p-32));
      assertThat(table.thresholds()[0]).isEqualTo(word);
      int[] twin = new int[sources];
      int[] cells = new int[sources];
      TWIN.drive(PoissonSources.of(9, 4, table), 0, sources, 77, twin, 0, 1);
      VECTORS.drive(PoissonSources.of(9, 4, table), 0, sources, 77, cells, 0, 1);
      assertThat(twin[i]).isEqualTo(1);
      assertThat(cells).isEqualTo(twin);
    }
  }

  @Test
  void aVectorHoldsAtMostTheLanesOfThePadding() {
    assertThat(VECTORS.vectorBits()).isBetween(64, FloatKernels.LANES * Float.SIZE);
    assertThat(TWIN.vectorBits()).isZero();
  }
}
