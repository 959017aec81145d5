package org.hillock.spiking.bytecode;

import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.Span;
import org.jspecify.annotations.Nullable;

/** Steps of neurons; what a step is comes from generated code. */
public abstract class DoubleStep {

  private final boolean staged;

  /**
   * For generated classes.
   *
   * @param staged whether {@link #run} takes one tile and one step at a time
   */
  protected DoubleStep(boolean staged) {
    this.staged = staged;
  }

  /**
   * Goes through the steps of a span.
   *
   * @param cell of the first port's arrivals of neuron 0 in the first step
   * @param toNextPort cells from one port to the next
   * @param quantum that arrivals are multiplied with
   * @param noise where random numbers come from
   * @param acts what interventions do; null where nothing, and for kernels made without them
   */
  public final void step(
      EquationDoubles n,
      double[] cells,
      int cell,
      int toNextPort,
      double quantum,
      Span span,
      Noise noise,
      FiredSpikes fired,
      @Nullable Acts acts) {
    int stride = span.stride();
    if (!staged) {
      run(
          n,
          cells,
          cell,
          toNextPort,
          quantum,
          span.from(),
          span.to(),
          span.step(),
          span.steps(),
          stride,
          fired,
          acts);
      return;
    }
    for (int from = span.from(); from < span.to(); from += EquationDoubles.TILE) {
      int to = Math.min(span.to(), from + EquationDoubles.TILE);
      for (int s = 0; s < span.steps(); s++) {
        int step = span.step() + s;
        n.time = noise.timeMs(step);
        for (int k = 0; k < n.draw.length; k++) {
          noise.draw(k, from, to - from, step, n.draw[k]);
        }
        run(
            n,
            cells,
            cell + s * stride,
            toNextPort,
            quantum,
            from,
            to,
            step,
            1,
            stride,
            fired,
            acts);
      }
    }
  }

  /** Some neurons, some steps. */
  protected abstract void run(
      EquationDoubles n,
      double[] cells,
      int cell,
      int toNextPort,
      double quantum,
      int from,
      int to,
      int step,
      int steps,
      int stride,
      FiredSpikes fired,
      @Nullable Acts acts);
}
