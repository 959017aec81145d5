package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.TwoModes;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.ModalFloats;
import org.hillock.spiking.kernel.Modes;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** Leaky neurons of the fly model told by their two exponentials, in single precision. */
final class ModalFloatsNeurons implements Neurons {

  /** For what single precision rounds. */
  private static final double MARGIN = 1.001;

  private final FloatKernels kernels;
  private final BlockLayout.Part part;
  private final Lanes lanes;
  private final double quantum;
  private float scale;
  private final LoweredEquations lowered;
  private final TwoModes neuron;
  private final ModalFloats n;

  /**
   * Neurons at their start.
   *
   * @param quantum from cells to mV
   */
  ModalFloatsNeurons(
      FloatKernels kernels, BlockLayout.Part part, LoweredEquations lowered, double quantum) {
    this.kernels = kernels;
    this.part = part;
    this.quantum = quantum;
    this.lowered = lowered;
    neuron = lowered.twoModes().orElseThrow();
    lanes = new Lanes(part, true);
    n =
        new ModalFloats(
            new float[part.padded()],
            new float[part.padded()],
            new long[(part.padded() + Long.SIZE - 1) / Long.SIZE],
            new int[part.padded()],
            least(neuron.threshold()),
            neuron.refractorySteps(),
            peak(neuron),
            Modes.of(neuron.decay(), neuron.decayG(), neuron.fromG(), Settling.STEPS));
    restart(0);
  }

  /** Whether neurons are well told like this. */
  static boolean fit(TwoModes neuron) {
    return neuron.threshold() > 0
        && Modes.fit(neuron.decay(), neuron.decayG(), neuron.fromG(), Settling.STEPS);
  }

  /** The least number of single precision that is not below a threshold. */
  private static float least(double threshold) {
    float nearest = (float) threshold;
    return nearest < threshold ? Math.nextUp(nearest) : nearest;
  }

  /** The most that 1 mV of g ever adds to u. */
  private static float peak(TwoModes neuron) {
    double u = 0;
    double g = 1;
    double most = -1;
    while (u > most) {
      most = u;
      u = neuron.decay() * u + neuron.fromG() * g;
      g *= neuron.decayG();
    }
    return (float) (most * MARGIN);
  }

  @Override
  public void restart(long trialSeed) {
    lanes.start(n.h(), lowered.initial()[0]);
    lanes.start(n.g(), lowered.initial()[1]);
    Arrays.fill(n.near(), -1L);
    lanes.free(n.freeAt());
  }

  @Override
  public void heed(double gain, double[] globals) {
    scale = (float) (quantum * gain);
  }

  @Override
  public void flow(int input, int i, double amount) {
    throw new IllegalStateException("neurons of two modes have no electrical synapses");
  }

  @Override
  public void step(Arrivals arrivals, Span span, FiredSpikes fired, @Nullable Acts acts) {
    int potential = neuron.portOfPotential();
    int direct = potential >= 0 ? arrivals.cell(potential) : FloatKernels.NOWHERE;
    int drive = arrivals.cell(neuron.portOfDrive());
    kernels.modal(n, arrivals.ints, drive, direct, scale, arrivals.reached, span, fired, acts);
  }

  @Override
  public void settle(int from, int to) {
    n.settle(from, to, Settling.STEPS, Settling.SINGLE);
  }

  @Override
  public boolean rests(int from, int to, int nextStep) {
    boolean rest = true;
    for (int i = from; i < Math.min(to, part.count()) && rest; i++) {
      rest = n.h()[i] == 0 && n.g()[i] == 0 && n.freeAt()[i] <= nextStep;
    }
    return rest;
  }

  @Override
  public double value(String variable, int i, int phase) {
    return lowered.hasState(variable)
        ? kept(lowered.state(variable), i, phase)
        : lowered.defined(variable, part.start() + i, k -> kept(k, i, phase));
  }

  private double kept(int state, int i, int phase) {
    return state == 0 ? n.u(i, phase) : n.drive(i, phase);
  }

  @Override
  public void rebase(int steps) {
    lanes.rebase(n.freeAt(), steps);
  }
}
