package org.hillock.spiking.kernel;

import org.hillock.core.random.Philox;
import org.jspecify.annotations.Nullable;

/**
 * Steps of neurons in double precision, one neuron at a time: the same operations in the same order
 * as {@link FloatKernels}, and as the plain engine, whose bits they give.
 */
public final class DoubleKernels {

  private DoubleKernels() {}

  /** As {@link FloatKernels#delta}. */
  public static void delta(
      DeltaDoubles n,
      double[] cells,
      int cell,
      double gain,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts) {
    for (int s = 0; s < span.steps(); s++) {
      int at = cell + s * span.stride();
      for (int i = span.from(); i < span.to(); i++) {
        double jump = take(cells, at + i, gain, i, acts);
        delta(n, i, jump, span.step() + s, fired, acts);
      }
    }
  }

  private static double take(double[] cells, int at, double gain, int i, @Nullable Acts acts) {
    double arrived = cells[at] * gain;
    cells[at] = 0;
    return acts != null && acts.silences(i) ? 0 : arrived;
  }

  private static void delta(
      DeltaDoubles n, int i, double jump, int step, FiredSpikes fired, @Nullable Acts acts) {
    int p = i & n.each();
    FiringDoubles firing = n.firing();
    double next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      next = (n.u()[i] + jump) * n.decay()[p];
      if (acts != null) {
        next += acts.pushed(i, p);
      }
    }
    n.u()[i] = decide(firing, i, p, next, step, fired, acts);
  }

  /** Threshold, reset and clamp; a clamped potential makes no spike. */
  private static double decide(
      FiringDoubles firing,
      int i,
      int p,
      double next,
      int step,
      FiredSpikes fired,
      @Nullable Acts acts) {
    if (acts != null && acts.holds(i)) {
      return acts.heldU(i, p);
    }
    if (next >= firing.threshold()[p]) {
      firing.freeAt()[i] = step + 1 + firing.refractory()[p];
      fired.add(i, step);
      return firing.reset()[p];
    }
    return next;
  }

  /** As {@link FloatKernels#exponential}. */
  public static void exponential(
      ExponentialDoubles n,
      double[] cells,
      int excCell,
      int inhCell,
      double gain,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts) {
    for (int s = 0; s < span.steps(); s++) {
      int row = s * span.stride();
      for (int i = span.from(); i < span.to(); i++) {
        double exc = take(cells, excCell + row + i, gain, i, acts);
        double inh = take(cells, inhCell + row + i, gain, i, acts);
        exponential(n, i, exc, inh, span.step() + s, fired, acts);
      }
    }
  }

  private static void exponential(
      ExponentialDoubles n,
      int i,
      double excArrived,
      double inhArrived,
      int step,
      FiredSpikes fired,
      @Nullable Acts acts) {
    int p = i & n.each();
    FiringDoubles firing = n.firing();
    double exc = n.exc()[i] + excArrived;
    double inh = n.inh()[i] + inhArrived;
    n.exc()[i] = exc * n.decayExc()[p];
    n.inh()[i] = inh * n.decayInh()[p];
    double next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      next = n.u()[i] * n.decay()[p] + exc * n.fromExc()[p] + inh * n.fromInh()[p];
      if (acts != null) {
        next += acts.pushed(i, p);
      }
    }
    n.u()[i] = decide(firing, i, p, next, step, fired, acts);
  }

  /** As {@link FloatKernels#shiu}. */
  public static void shiu(
      ShiuDoubles n,
      double[] cells,
      int cell,
      int directCell,
      double gain,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts) {
    for (int s = 0; s < span.steps(); s++) {
      int row = s * span.stride();
      for (int i = span.from(); i < span.to(); i++) {
        double arrived = take(cells, cell + row + i, gain, i, acts);
        double jump =
            directCell == FloatKernels.NOWHERE
                ? 0
                : take(cells, directCell + row + i, gain, i, acts);
        shiu(n, i, arrived, jump, span.step() + s, fired, acts);
      }
    }
  }

  private static void shiu(
      ShiuDoubles n,
      int i,
      double arrived,
      double jump,
      int step,
      FiredSpikes fired,
      @Nullable Acts acts) {
    int p = i & n.each();
    FiringDoubles firing = n.firing();
    double next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      double g = n.g()[i] + arrived;
      next = (n.u()[i] + jump) * n.decay()[p] + g * n.fromG()[p];
      n.g()[i] = g * n.decayG()[p];
      if (acts != null) {
        next += acts.pushed(i, p);
      }
    }
    int before = fired.size();
    n.u()[i] = decide(firing, i, p, next, step, fired, acts);
    if (fired.size() > before) {
      n.g()[i] = 0;
    }
  }

  /**
   * As {@link FloatKernels#drive}.
   *
   * @param weight that one spike of a source adds
   */
  public static long drive(
      PoissonSources sources,
      int from,
      int count,
      long step,
      double[] cells,
      int cell,
      double weight) {
    long spikes = 0;
    for (int i = 0; i < count; i++) {
      int word = Philox.sourceWord(sources.seed(), sources.place(), from + i, step);
      int events = sources.table().count(word);
      cells[cell + i] += events * weight;
      spikes += events;
    }
    return spikes;
  }
}
