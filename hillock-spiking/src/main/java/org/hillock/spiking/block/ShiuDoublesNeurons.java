package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.DoubleKernels;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FiringDoubles;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.ShiuDoubles;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** Leaky neurons of the fly model, in double precision. */
final class ShiuDoublesNeurons implements Neurons {

  private final BlockLayout.Part part;
  private final Lanes lanes;
  private final double scale;
  private final double[] init;
  private final ShiuDoubles n;

  /**
   * Neurons at their start.
   *
   * @param scale from cells to mV: quantum and gain
   */
  ShiuDoublesNeurons(BlockLayout.Part part, Dynamics.Shiu neuron, double scale) {
    this.part = part;
    this.scale = scale;
    Dynamics.Membrane membrane = neuron.membrane();
    init = membrane.init();
    lanes = new Lanes(part, neuron.uniform());
    n =
        new ShiuDoubles(
            new double[part.padded()],
            new double[part.padded()],
            lanes.each(),
            lanes.doubles(neuron.decay()),
            lanes.doubles(neuron.decayG()),
            lanes.doubles(neuron.fromG()),
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
    Arrays.fill(n.g(), 0);
    lanes.free(n.firing().freeAt());
  }

  @Override
  public void step(Arrivals arrivals, Span span, FiredSpikes fired, @Nullable Acts acts) {
    int direct = part.ports() > 1 ? arrivals.cell(1) : FloatKernels.NOWHERE;
    DoubleKernels.shiu(n, arrivals.doubles, arrivals.cell(0), direct, scale, span, fired, acts);
  }

  @Override
  public void settle(int from, int to) {
    Settling.settle(n.u(), from, to);
    Settling.settle(n.g(), from, to);
  }

  @Override
  public boolean rests(int from, int to, int nextStep) {
    boolean rest = true;
    for (int i = from; i < Math.min(to, part.count()) && rest; i++) {
      rest = n.u()[i] == 0 && n.g()[i] == 0;
      rest &= n.firing().freeAt()[i] <= nextStep && n.firing().threshold()[i & n.each()] > 0;
    }
    return rest;
  }

  @Override
  public double value(String variable, int i, int phase) {
    return switch (variable) {
      case "v" -> n.u()[i];
      case "g" -> n.g()[i];
      default -> throw new IllegalArgumentException("no variable '" + variable + "'");
    };
  }

  @Override
  public void rebase(int steps) {
    lanes.rebase(n.firing().freeAt(), steps);
  }
}
