package org.hillock.spiking.block;

import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.DeltaDoubles;
import org.hillock.spiking.kernel.DoubleKernels;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FiringDoubles;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** Leaky neurons whose potential jumps by what arrives, in double precision. */
final class DeltaDoublesNeurons implements Neurons {

  private final BlockLayout.Part part;
  private final Lanes lanes;
  private final double scale;
  private final double[] init;
  private final DeltaDoubles n;

  /**
   * Neurons at their start.
   *
   * @param scale from cells to mV: quantum and gain
   */
  DeltaDoublesNeurons(BlockLayout.Part part, Dynamics.LeakyDelta neuron, double scale) {
    this.part = part;
    this.scale = scale;
    Dynamics.Membrane membrane = neuron.membrane();
    init = membrane.init();
    lanes = new Lanes(part, neuron.uniform());
    n =
        new DeltaDoubles(
            new double[part.padded()],
            lanes.each(),
            lanes.doubles(neuron.decay()),
            new FiringDoubles(
                new int[part.padded()],
                lanes.doubles(membrane.threshold()),
                lanes.doubles(membrane.reset()),
                lanes.ints(membrane.refractorySteps())));
    restart(0);
  }

  @Override
  public void restart(long trialSeed) {
    lanes.start(n.u(), init);
    lanes.free(n.firing().freeAt());
  }

  @Override
  public void step(Arrivals arrivals, Span span, FiredSpikes fired, @Nullable Acts acts) {
    DoubleKernels.delta(n, arrivals.doubles, arrivals.cell(0), scale, span, fired, acts);
  }

  @Override
  public void settle(int from, int to) {
    Settling.settle(n.u(), from, to);
  }

  @Override
  public boolean rests(int from, int to, int nextStep) {
    boolean rest = true;
    for (int i = from; i < Math.min(to, part.count()) && rest; i++) {
      rest = n.u()[i] == 0;
      rest &= n.firing().freeAt()[i] <= nextStep && n.firing().threshold()[i & n.each()] > 0;
    }
    return rest;
  }

  @Override
  public double value(String variable, int i, int phase) {
    return switch (variable) {
      case "v" -> n.u()[i];
      default -> throw new IllegalArgumentException("no variable '" + variable + "'");
    };
  }

  @Override
  public void rebase(int steps) {
    lanes.rebase(n.firing().freeAt(), steps);
  }
}
