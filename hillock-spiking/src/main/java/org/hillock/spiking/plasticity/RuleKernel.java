package org.hillock.spiking.plasticity;

import java.util.List;
import org.hillock.spiking.bytecode.EquationFloats;
import org.hillock.spiking.bytecode.FloatStep;
import org.hillock.spiking.bytecode.KernelCompiler;
import org.hillock.spiking.bytecode.Noise;
import org.hillock.spiking.equation.LoweredSynapse;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.Span;

/** A program of a rule, ready to run on numbers side by side. Not thread-safe. */
final class RuleKernel {

  private static final int[] NO_CELLS = new int[0];

  /** Spikes are what neurons make. */
  private static final FiredSpikes NONE = new FiredSpikes();

  private static final Noise SILENCE = new Noise(List.of(), 0, 0, 1);

  private final EquationFloats n;
  private final FloatStep many;
  private final FloatStep one;

  /**
   * A kernel.
   *
   * @param room for so many at once
   * @param vectors whether several are reckoned at a time
   */
  RuleKernel(LoweredSynapse.Rule rule, int room, boolean vectors) {
    n = new EquationFloats(rule.program(), rule.coefficients(), padded(room));
    one = KernelCompiler.floats(rule.program(), false);
    many = vectors ? KernelCompiler.floats(rule.program(), true) : one;
  }

  /** Rounded up to whole vectors. */
  static int padded(int count) {
    return (count + FloatKernels.LANES - 1) / FloatKernels.LANES * FloatKernels.LANES;
  }

  /** By state: the numbers that it works on. */
  float[][] state() {
    return n.state;
  }

  /** By input. */
  float[][] input() {
    return n.input;
  }

  float[] global() {
    return n.global;
  }

  /** Runs on the first {@code count} numbers; what is behind them up to a whole vector is lost. */
  void run(int count) {
    run(many, 0, padded(count));
  }

  /** Runs on one number alone. */
  void runAt(int place) {
    run(one, place, place + 1);
  }

  private void run(FloatStep step, int from, int to) {
    step.step(n, NO_CELLS, 0, 0, 1, new Span(from, to, 0, 1, 0, 0), SILENCE, NONE, null);
  }
}
