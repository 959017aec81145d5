package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.ModalFloats;
import org.hillock.spiking.kernel.Modes;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** Leaky neurons of the fly model told by their two exponentials, in single precision. */
final class ModalFloatsNeurons implements Neurons {

  /** For what single precision rounds. */
  private static final double MARGIN = 1.001;

  private final FloatKernels kernels;
  private final BlockLayout.Part part;
  private final Lanes lanes;
  private final float scale;
  private final double[] init;
  private final ModalFloats n;

  /**
   * Neurons at their start.
   *
   * @param scale from cells to mV: quantum and gain
   */
  ModalFloatsNeurons(
      FloatKernels kernels, BlockLayout.Part part, Dynamics.Shiu neuron, float scale) {
    this.kernels = kernels;
    this.part = part;
    this.scale = scale;
    Dynamics.Membrane membrane = neuron.membrane();
    init = membrane.init();
    lanes = new Lanes(part, true);
    n =
        new ModalFloats(
            new float[part.padded()],
            new float[part.padded()],
            new long[(part.padded() + Long.SIZE - 1) / Long.SIZE],
            new int[part.padded()],
            lanes.thresholds(membrane.threshold())[0],
            membrane.refractorySteps()[0],
            peak(neuron),
            Modes.of(neuron.decay()[0], neuron.decayG()[0], neuron.fromG()[0], Settling.STEPS));
    restart(0);
  }

  /** Whether neurons are all alike, reset to where they settle, and well told like this. */
  static boolean fit(Dynamics.Shiu neuron) {
    Dynamics.Membrane membrane = neuron.membrane();
    return neuron.uniform()
        && membrane.reset()[0] == 0
        && membrane.threshold()[0] > 0
        && Modes.fit(neuron.decay()[0], neuron.decayG()[0], neuron.fromG()[0], Settling.STEPS);
  }

  /** The most that 1 mV of g ever adds to u. */
  private static float peak(Dynamics.Shiu neuron) {
    double u = 0;
    double g = 1;
    double most = -1;
    while (u > most) {
      most = u;
      u = neuron.decay()[0] * u + neuron.fromG()[0] * g;
      g *= neuron.decayG()[0];
    }
    return (float) (most * MARGIN);
  }

  @Override
  public void restart(long trialSeed) {
    lanes.start(n.h(), init);
    Arrays.fill(n.g(), 0);
    Arrays.fill(n.near(), -1L);
    lanes.free(n.freeAt());
  }

  @Override
  public void step(Arrivals arrivals, Span span, FiredSpikes fired, @Nullable Acts acts) {
    int direct = part.ports() > 1 ? arrivals.cell(1) : FloatKernels.NOWHERE;
    kernels.modal(
        n, arrivals.ints, arrivals.cell(0), direct, scale, arrivals.reached, span, fired, acts);
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
    return switch (variable) {
      case "v" -> n.u(i, phase);
      case "g" -> n.drive(i, phase);
      default -> throw new IllegalArgumentException("no variable '" + variable + "'");
    };
  }

  @Override
  public void rebase(int steps) {
    lanes.rebase(n.freeAt(), steps);
  }
}
