package org.hillock.spiking.block;

import org.hillock.spiking.bytecode.EquationFloats;
import org.hillock.spiking.bytecode.FloatStep;
import org.hillock.spiking.bytecode.KernelCompiler;
import org.hillock.spiking.bytecode.Noise;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepProgram;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** Neurons of any equations, in single precision. */
final class EquationFloatsNeurons implements Neurons {

  /**
   * Fewer neurons than that are reckoned one at a time, to the same bits: vector code is slow until
   * the JVM has compiled it, and few neurons do not keep it busy for so long.
   */
  private static final int FEWEST = 128;

  private final LoweredEquations lowered;
  private final BlockLayout.Part part;
  private final double quantum;
  private float scale;
  private final EquationFloats n;
  private final Noise noise;

  /** While no intervention acts. */
  private final FloatStep free;

  /** While one does. */
  private final FloatStep acted;

  /**
   * Neurons at their start.
   *
   * @param vectors whether to reckon several at a time
   * @param quantum from cells to weights
   * @param place of the population in the network
   */
  EquationFloatsNeurons(
      boolean vectors,
      BlockLayout.Part part,
      LoweredEquations lowered,
      double quantum,
      int place,
      double stepMs) {
    this.lowered = lowered;
    this.part = part;
    this.quantum = quantum;
    StepProgram program = lowered.program();
    free = KernelCompiler.floats(program.unperturbed(), vectors && part.count() >= FEWEST);
    acted = KernelCompiler.floats(program, false);
    int temporaries =
        Math.max(
            KernelCompiler.temporaries(program), KernelCompiler.temporaries(program.unperturbed()));
    n = new EquationFloats(lowered, part.start(), part.count(), part.padded(), temporaries);
    noise = new Noise(program.draws(), place, part.start(), stepMs);
    restart(0);
  }

  @Override
  public void restart(long trialSeed) {
    for (int k = 0; k < n.state.length; k++) {
      for (int i = 0; i < part.count(); i++) {
        n.state[k][i] = (float) lowered.initial()[k][part.start() + i];
      }
    }
    java.util.Arrays.fill(n.freeAt, 0, part.count(), 0);
    noise.restart(trialSeed);
  }

  @Override
  public void heed(double gain, double[] globals) {
    scale = (float) (quantum * gain);
    for (int k = 0; k < globals.length; k++) {
      n.global[k] = (float) globals[k];
    }
  }

  @Override
  public void flow(int input, int i, double amount) {
    n.input[input][i] += (float) amount;
  }

  @Override
  public void step(Arrivals arrivals, Span span, FiredSpikes fired, @Nullable Acts acts) {
    int first = arrivals.cell(0);
    int toNext = arrivals.cell(1) - first;
    FloatStep step = acts == null ? free : acted;
    step.step(n, arrivals.ints, first, toNext, scale, span, noise, fired, acts);
    for (float[] input : n.input) {
      java.util.Arrays.fill(input, 0);
    }
  }

  @Override
  public void settle(int from, int to) {
    for (int k = 0; k < n.state.length; k++) {
      if (lowered.settles()[k]) {
        Settling.settle(n.state[k], from, to);
      }
    }
  }

  @Override
  public boolean rests(int from, int to, int nextStep) {
    boolean[] atZero = lowered.restsAtZero();
    boolean rest = atZero.length > 0;
    for (int i = from; i < Math.min(to, part.count()) && rest; i++) {
      rest = n.freeAt[i] <= nextStep && atZero[atZero.length == 1 ? 0 : part.start() + i];
      for (int k = 0; k < n.state.length && rest; k++) {
        rest = n.state[k][i] == 0;
      }
    }
    return rest;
  }

  @Override
  public double value(String variable, int i, int phase) {
    return lowered.hasState(variable)
        ? n.state[lowered.state(variable)][i]
        : lowered.defined(variable, part.start() + i, k -> n.state[k][i]);
  }

  @Override
  public void rebase(int steps) {
    for (int i = 0; i < part.count(); i++) {
      n.freeAt[i] = Math.max(0, n.freeAt[i] - steps);
    }
    noise.rebase(steps);
  }
}
