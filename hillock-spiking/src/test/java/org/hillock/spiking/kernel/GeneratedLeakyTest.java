package org.hillock.spiking.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.spiking.bytecode.DoubleStep;
import org.hillock.spiking.bytecode.EquationDoubles;
import org.hillock.spiking.bytecode.EquationFloats;
import org.hillock.spiking.bytecode.FloatStep;
import org.hillock.spiking.bytecode.KernelCompiler;
import org.hillock.spiking.bytecode.Noise;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.LoweredText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kernels generated from the texts lif-delta, lif-exp and lif-shiu do what those did that were
 * written by hand, whose coefficients are reckoned here from their closed forms.
 */
class GeneratedLeakyTest {

  private static final int NEURONS = LeakyJudge.NEURONS;
  private static final double STEP_MS = LeakyJudge.STEP_MS;

  /** Steps of a call, and calls: 80 ms. */
  private static final int WINDOW = 8;

  private static final int WINDOWS = 100;

  /**
   * Relative to numbers of at least 1: exponentials that differ by a unit in their last place,
   * 1.1e-16, differ after some hundred steps of a memory by 1e-14.
   */
  private static final double DOUBLES = 1e-12;

  /** The same of floats, whose last place is 6e-8 and whose coefficients are rounded to that. */
  private static final double FLOATS = 1e-4;

  /** What arrives: seldom anything, at the second port seldomer; there below 0 if it inhibits. */
  private static int[] arrivals(LeakyJudge.Model model, Draws draws) {
    int ports = model.ports.length;
    int[] cells = new int[WINDOW * ports * NEURONS];
    for (int k = 0; k < cells.length; k++) {
      int port = k / NEURONS % ports;
      if (draws.uniform() < (port == 0 ? 0.05 : 0.02)) {
        int size = 1 + draws.below(3);
        boolean negative = model == LeakyJudge.Model.LIF_EXP ? port == 1 : draws.below(4) == 0;
        cells[k] = negative ? -size : size;
      }
    }
    return cells;
  }

  private static Span span(LeakyJudge.Model model, int window) {
    return new Span(0, NEURONS, WINDOW * window, WINDOW, model.ports.length * NEURONS, 0);
  }

  private static List<String> sorted(FiredSpikes fired) {
    List<String> spikes = new ArrayList<>();
    for (int k = 0; k < fired.size(); k++) {
      spikes.add(fired.neuron(k) + "@" + fired.step(k));
    }
    spikes.sort(null);
    return spikes;
  }

  @ParameterizedTest
  @CsvSource({
    "LIF_DELTA, true",
    "LIF_DELTA, false",
    "LIF_EXP, true",
    "LIF_EXP, false",
    "LIF_SHIU, true",
    "LIF_SHIU, false"
  })
  void inDoublePrecisionTheSpikesAreTheSame(LeakyJudge.Model model, boolean alike) {
    Draws draws = new Draws(11, Purpose.EXPERIMENT, model.ordinal());
    LoweredText text = model.text(draws, alike);
    LoweredEquations lowered = text.lower(STEP_MS, model.ports);
    assertThat(lowered.width()).isEqualTo(alike ? 1 : NEURONS);
    LeakyJudge judge = new LeakyJudge(model, text);
    Noise none = new Noise(List.of(), 0, 0, STEP_MS);
    for (boolean vectors : new boolean[] {false, true}) {
      LeakyJudge again = vectors ? new LeakyJudge(model, text) : judge;
      DoubleStep kernel = KernelCompiler.doubles(lowered.program().unperturbed(), vectors);
      EquationDoubles n = new EquationDoubles(lowered, 0, NEURONS, NEURONS, 0);
      for (int k = 0; k < n.state.length; k++) {
        System.arraycopy(lowered.initial()[k], 0, n.state[k], 0, NEURONS);
      }
      int spikes = 0;
      for (int w = 0; w < WINDOWS; w++) {
        double[] cells = Arrays.stream(arrivals(model, draws)).asDoubleStream().toArray();
        double[] same = cells.clone();
        FiredSpikes expected = new FiredSpikes();
        FiredSpikes fired = new FiredSpikes();
        again.step(cells, span(model, w), expected);
        kernel.step(n, same, 0, NEURONS, model.weight(), span(model, w), none, fired, null);
        assertThat(sorted(fired)).as("spikes of window %s", w).isEqualTo(sorted(expected));
        assertThat(same).containsOnly(0);
        assertThat(n.freeAt).isEqualTo(again.firing.freeAt());
        for (int k = 0; k < n.state.length; k++) {
          requireClose(n.state[k], again.state(k), DOUBLES, model + " state " + k);
        }
        spikes += fired.size();
      }
      // with some draws of common parameters few neurons fire, but some always
      assertThat(spikes).isGreaterThan(NEURONS / 4);
    }
  }

  private static void requireClose(double[] found, double[] expected, double error, String what) {
    for (int i = 0; i < found.length; i++) {
      double allowed = error * Math.max(1, Math.abs(expected[i]));
      assertThat(found[i]).as("%s of %s", what, i).isCloseTo(expected[i], within(allowed));
    }
  }

  /** One step at a time from the same state, so that a spike rounded away sets nothing apart. */
  @ParameterizedTest
  @CsvSource({
    "LIF_DELTA, true",
    "LIF_DELTA, false",
    "LIF_EXP, true",
    "LIF_EXP, false",
    "LIF_SHIU, true",
    "LIF_SHIU, false"
  })
  void inSinglePrecisionAWindowIsTheSameButForRounding(LeakyJudge.Model model, boolean vectors) {
    Draws draws = new Draws(12, Purpose.EXPERIMENT, model.ordinal());
    LoweredText text = model.text(draws, false);
    LoweredEquations lowered = text.lower(STEP_MS, model.ports);
    LeakyJudge judge = new LeakyJudge(model, text);
    FloatStep kernel = KernelCompiler.floats(lowered.program().unperturbed(), vectors);
    EquationFloats n = new EquationFloats(lowered, 0, NEURONS, NEURONS, 0);
    Noise none = new Noise(List.of(), 0, 0, STEP_MS);
    int spikes = 0;
    int apart = 0;
    for (int w = 0; w < WINDOWS; w++) {
      for (int k = 0; k < n.state.length; k++) {
        for (int i = 0; i < NEURONS; i++) {
          n.state[k][i] = (float) judge.state(k)[i];
        }
      }
      System.arraycopy(judge.firing.freeAt(), 0, n.freeAt, 0, NEURONS);
      int[] cells = arrivals(model, draws);
      double[] doubles = Arrays.stream(cells).asDoubleStream().toArray();
      FiredSpikes expected = new FiredSpikes();
      FiredSpikes fired = new FiredSpikes();
      judge.step(doubles, span(model, w), expected);
      kernel.step(n, cells, 0, NEURONS, (float) model.weight(), span(model, w), none, fired, null);
      assertThat(cells).containsOnly(0);
      spikes += expected.size();
      for (int i = 0; i < NEURONS; i++) {
        if (n.freeAt[i] != judge.firing.freeAt()[i]) {
          apart++;
          continue;
        }
        for (int k = 0; k < n.state.length; k++) {
          double truth = judge.state(k)[i];
          assertThat((double) n.state[k][i])
              .as("%s state %s of %s", model, k, i)
              .isCloseTo(truth, within(FLOATS * Math.max(1, Math.abs(truth))));
        }
      }
    }
    assertThat(spikes).isGreaterThan(NEURONS);
    // a potential that rounding carries over the threshold: of a window's, 1 in some 100,000
    assertThat(apart).isLessThan(1 + spikes / 200);
  }
}
