package org.hillock.spiking.equation;

import java.util.Arrays;
import java.util.List;
import org.hillock.spiking.bytecode.DoubleStep;
import org.hillock.spiking.bytecode.EquationDoubles;
import org.hillock.spiking.bytecode.KernelCompiler;
import org.hillock.spiking.bytecode.Noise;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.Span;

/** Neurons of a text, gone through by their generated kernel in double precision. */
final class Stepping {

  private final LoweredEquations lowered;
  private final EquationDoubles n;

  private Stepping(LoweredEquations lowered) {
    this.lowered = lowered;
    n =
        new EquationDoubles(
            lowered,
            0,
            lowered.size(),
            lowered.size(),
            KernelCompiler.temporaries(lowered.program().unperturbed()));
    for (int k = 0; k < n.state.length; k++) {
      System.arraycopy(lowered.initial()[k], 0, n.state[k], 0, lowered.size());
    }
  }

  /** Goes so many steps, in which nothing arrives, from the start. */
  static Stepping of(LoweredEquations lowered, double stepMs, int steps) {
    Stepping stepping = new Stepping(lowered);
    StepProgram program = lowered.program().unperturbed();
    DoubleStep kernel = KernelCompiler.doubles(program, false);
    Noise noise = new Noise(program.draws(), 0, 0, stepMs);
    noise.restart(7);
    int size = lowered.size();
    int ports = Math.max(1, program.ports());
    for (int s = 0; s < steps; s++) {
      FiredSpikes fired = new FiredSpikes();
      Span span = new Span(0, size, s, 1, 0, 0);
      double[] cells = new double[ports * size];
      kernel.step(stepping.n, cells, 0, size, 1, span, noise, fired, null);
      if (fired.size() > 0) {
        throw new IllegalStateException("a spike in step " + s);
      }
    }
    return stepping;
  }

  /** The value of a state of a neuron. */
  double value(String state, int neuron) {
    int k = lowered.state(state);
    return n.state[k][neuron] + lowered.shift(k, neuron);
  }

  /** The values of a state. */
  double[] values(String state) {
    double[] all = new double[lowered.size()];
    Arrays.setAll(all, i -> value(state, i));
    return all;
  }

  /** How states are integrated, in words. */
  List<String> methods() {
    return lowered.integration().stream().map(Integration::method).distinct().toList();
  }
}
