package org.hillock.spiking.kernel;

/**
 * {@link HandWrittenKernels} in double precision, one neuron at a time: the same operations in the
 * same order.
 */
final class HandWrittenDoubles {

  private HandWrittenDoubles() {}

  /** As {@link HandWrittenKernels#delta}. */
  static void delta(
      DeltaDoubles n, double[] cells, int cell, double gain, Span span, FiredSpikes fired) {
    for (int s = 0; s < span.steps(); s++) {
      int at = cell + s * span.stride();
      for (int i = span.from(); i < span.to(); i++) {
        double jump = take(cells, at + i, gain);
        delta(n, i, jump, span.step() + s, fired);
      }
    }
  }

  private static void delta(DeltaDoubles n, int i, double jump, int step, FiredSpikes fired) {
    int p = i & n.each();
    FiringDoubles firing = n.firing();
    double next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      next = (n.u()[i] + jump) * n.decay()[p];
    }
    n.u()[i] = decide(firing, i, p, next, step, fired);
  }

  /** Threshold and reset. */
  private static double decide(
      FiringDoubles firing, int i, int p, double next, int step, FiredSpikes fired) {
    if (next >= firing.threshold()[p]) {
      firing.freeAt()[i] = step + 1 + firing.refractory()[p];
      fired.add(i, step);
      return firing.reset()[p];
    }
    return next;
  }

  /** As {@link HandWrittenKernels#exponential}. */
  static void exponential(
      ExponentialDoubles n,
      double[] cells,
      int excCell,
      int inhCell,
      double gain,
      Span span,
      FiredSpikes fired) {
    for (int s = 0; s < span.steps(); s++) {
      int row = s * span.stride();
      for (int i = span.from(); i < span.to(); i++) {
        double exc = take(cells, excCell + row + i, gain);
        double inh = take(cells, inhCell + row + i, gain);
        exponential(n, i, exc, inh, span.step() + s, fired);
      }
    }
  }

  private static void exponential(
      ExponentialDoubles n,
      int i,
      double excArrived,
      double inhArrived,
      int step,
      FiredSpikes fired) {
    int p = i & n.each();
    FiringDoubles firing = n.firing();
    double exc = n.exc()[i] + excArrived;
    double inh = n.inh()[i] + inhArrived;
    n.exc()[i] = exc * n.decayExc()[p];
    n.inh()[i] = inh * n.decayInh()[p];
    double next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      next = n.u()[i] * n.decay()[p] + exc * n.fromExc()[p] + inh * n.fromInh()[p];
    }
    n.u()[i] = decide(firing, i, p, next, step, fired);
  }

  /**
   * As {@link HandWrittenKernels#shiu}.
   *
   * @param directCell of the arrivals at u itself; {@link FloatKernels#NOWHERE} where none can come
   */
  static void shiu(
      ShiuDoubles n,
      double[] cells,
      int cell,
      int directCell,
      double gain,
      Span span,
      FiredSpikes fired) {
    for (int s = 0; s < span.steps(); s++) {
      int row = s * span.stride();
      for (int i = span.from(); i < span.to(); i++) {
        double arrived = take(cells, cell + row + i, gain);
        double jump =
            directCell == FloatKernels.NOWHERE ? 0 : take(cells, directCell + row + i, gain);
        shiu(n, i, arrived, jump, span.step() + s, fired);
      }
    }
  }

  private static void shiu(
      ShiuDoubles n, int i, double arrived, double jump, int step, FiredSpikes fired) {
    int p = i & n.each();
    FiringDoubles firing = n.firing();
    double next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      double g = n.g()[i] + arrived;
      next = (n.u()[i] + jump) * n.decay()[p] + g * n.fromG()[p];
      n.g()[i] = g * n.decayG()[p];
    }
    int before = fired.size();
    n.u()[i] = decide(firing, i, p, next, step, fired);
    if (fired.size() > before) {
      n.g()[i] = 0;
    }
  }

  private static double take(double[] cells, int at, double gain) {
    double arrived = cells[at] * gain;
    cells[at] = 0;
    return arrived;
  }
}
