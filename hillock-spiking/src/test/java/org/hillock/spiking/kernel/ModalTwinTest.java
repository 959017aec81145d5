package org.hillock.spiking.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neurons told by their exponentials: whichever way they are gone through leaves the same bits, and
 * they follow those that go step by step in double precision.
 */
class ModalTwinTest {

  private static final int NEURONS = 2048;
  private static final int PERIOD = 256;
  private static final int PERIODS = 6;
  private static final double DECAY = Math.exp(-0.1 / 20);
  private static final double DECAY_G = Math.exp(-0.1 / 5);
  private static final double FROM_G = (DECAY - DECAY_G) / 3;
  private static final float THRESHOLD = 7;
  private static final int REFRACTORY = 22;
  private static final float QUANTUM = 0.275f;

  /** The most that 1 mV of g adds to u, 4^(-4/3), and a little more. */
  private static final float PEAK = 0.158f;

  private final ModalFloats neurons =
      new ModalFloats(
          new float[NEURONS],
          new float[NEURONS],
          new long[NEURONS / Long.SIZE],
          new int[NEURONS],
          THRESHOLD,
          REFRACTORY,
          PEAK,
          Modes.of(DECAY, DECAY_G, FROM_G, PERIOD));

  /** Arrivals of every step, drawn anew in the same order whoever asks. */
  private final Draws draws = new Draws(3, Purpose.EXPERIMENT, 8);

  private final List<Long> spikes = new ArrayList<>();

  /** How the neurons are gone through. */
  private enum Way {
    ONE_BY_ONE,
    VECTORS,
    SPARSE
  }

  private static int[] arrivals(Draws draws, int steps, double perStep, @Nullable Reached reached) {
    int[] cells = new int[steps * NEURONS];
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < NEURONS; i++) {
        if (draws.uniform() < perStep) {
          cells[s * NEURONS + i] = draws.below(100) - 30;
          if (reached != null) {
            reached.add(i, s);
          }
        }
      }
    }
    return cells;
  }

  private ModalTwinTest run(Way way, int window, double perStep) {
    FloatKernels kernels =
        way == Way.ONE_BY_ONE ? new ScalarFloatKernels() : new VectorFloatKernels();
    Reached reached = way == Way.SPARSE ? new Reached(NEURONS) : null;
    FiredSpikes fired = new FiredSpikes();
    Arrays.fill(neurons.near(), -1L);
    for (int step = 0; step < PERIOD * PERIODS; step += window) {
      int[] cells = arrivals(draws, window, perStep, reached);
      Span span = new Span(0, NEURONS, step, window, NEURONS, step % PERIOD);
      fired.clear();
      kernels.modal(neurons, cells, 0, FloatKernels.NOWHERE, QUANTUM, reached, span, fired, null);
      assertThat(cells).containsOnly(0);
      for (int k = 0; k < fired.size(); k++) {
        spikes.add((long) fired.step(k) << 32 | fired.neuron(k));
      }
      if (reached != null) {
        reached.clear();
      }
      if ((step + window) % PERIOD == 0) {
        neurons.settle(0, NEURONS, PERIOD, 0x1p-24f);
      }
    }
    spikes.sort(null);
    return this;
  }

  private void requireSame(ModalTwinTest twin) {
    assertThat(spikes).isEqualTo(twin.spikes);
    assertThat(neurons.h()).isEqualTo(twin.neurons.h());
    assertThat(neurons.g()).isEqualTo(twin.neurons.g());
    assertThat(neurons.freeAt()).isEqualTo(twin.neurons.freeAt());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 32})
  void everyWayLeavesTheSameBits(int window) {
    for (double perStep : new double[] {0.0003, 0.02, 0.3}) {
      ModalTwinTest twin = new ModalTwinTest().run(Way.ONE_BY_ONE, window, perStep);
      new ModalTwinTest().run(Way.VECTORS, window, perStep).requireSame(twin);
      new ModalTwinTest().run(Way.SPARSE, window, perStep).requireSame(twin);
      // the rarest arrivals do not reach the threshold, the others do often
      assertThat(twin.spikes.size()).isGreaterThanOrEqualTo(perStep < 0.001 ? 0 : 2_000);
    }
  }

  /** How a period is cut into windows changes no bit: arrivals are drawn step by step. */
  @Test
  void windowsChangeNoBit() {
    ModalTwinTest longest = new ModalTwinTest().run(Way.SPARSE, 32, 0.01);
    for (int window : new int[] {1, 4, 16}) {
      new ModalTwinTest().run(Way.SPARSE, window, 0.01).requireSame(longest);
    }
  }

  /** The threshold is out of reach, so that a spike rounded away cannot set them apart. */
  @Test
  void followsTheStepsOfDoublePrecision() {
    ShiuDoubles exact =
        new ShiuDoubles(
            new double[NEURONS],
            new double[NEURONS],
            -1,
            all(DECAY),
            all(DECAY_G),
            all(FROM_G),
            new FiringDoubles(new int[NEURONS], all(1e9), all(0), new int[NEURONS]));
    ModalFloats modal =
        new ModalFloats(
            neurons.h(),
            neurons.g(),
            neurons.near(),
            neurons.freeAt(),
            1e9f,
            0,
            PEAK,
            neurons.modes());
    FiredSpikes none = new FiredSpikes();
    for (int step = 0; step < PERIOD * PERIODS; step++) {
      int[] cells = arrivals(draws, 1, 0.02, null);
      double[] doubles = Arrays.stream(cells).mapToDouble(c -> c).toArray();
      Span span = new Span(0, NEURONS, step, 1, NEURONS, step % PERIOD);
      HandWrittenDoubles.shiu(exact, doubles, 0, FloatKernels.NOWHERE, QUANTUM, span, none);
      new VectorFloatKernels()
          .modal(modal, cells, 0, FloatKernels.NOWHERE, QUANTUM, null, span, none, null);
      int k = step % PERIOD + 1;
      for (int i = 0; i < NEURONS; i++) {
        // some 30 arrivals of up to 19 mV, each rounded to 6e-8 of it in h, g and both of u
        assertThat((double) modal.u(i, k)).isBetween(exact.u()[i] - 1e-4, exact.u()[i] + 1e-4);
        assertThat((double) modal.drive(i, k)).isBetween(exact.g()[i] - 1e-4, exact.g()[i] + 1e-4);
      }
      if (k == PERIOD) {
        modal.settle(0, NEURONS, PERIOD, 0x1p-24f);
      }
    }
    assertThat(none.size()).isZero();
  }

  private static double[] all(double value) {
    double[] values = new double[NEURONS];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void equalOrVeryUnequalTimeConstantsDoNotFit() {
    assertThat(Modes.fit(DECAY, DECAY_G, FROM_G, PERIOD)).isTrue();
    assertThat(Modes.fit(DECAY, DECAY, FROM_G, PERIOD)).isFalse();
    assertThat(Modes.fit(DECAY, 0.5, FROM_G, PERIOD)).isFalse();
  }
}
