package org.hillock.spiking.kernel;

/** One neuron at a time: the plain twin that judges the vectors. */
final class HandWrittenScalars implements HandWrittenKernels {

  private static final int LANES = FloatKernels.LANES;

  @Override
  public void delta(
      DeltaFloats n, int[] cells, int cell, float quantum, Span span, FiredSpikes fired) {
    for (int lane = span.from(); lane < span.to(); lane += LANES) {
      for (int s = 0; s < span.steps(); s++) {
        int at = cell + s * span.stride();
        for (int i = lane; i < lane + LANES; i++) {
          float jump = ScalarFloatKernels.take(cells, at + i, quantum, i, null);
          delta(n, i, jump, span.step() + s, fired);
        }
      }
    }
  }

  private static void delta(DeltaFloats n, int i, float jump, int step, FiredSpikes fired) {
    int p = i & n.each();
    FiringFloats firing = n.firing();
    float next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      next = (n.u()[i] + jump) * n.decay()[p];
    }
    n.u()[i] = decide(firing, i, p, next, step, fired);
  }

  /** Threshold and reset. */
  private static float decide(
      FiringFloats firing, int i, int p, float next, int step, FiredSpikes fired) {
    if (next >= firing.threshold()[p]) {
      firing.freeAt()[i] = step + 1 + firing.refractory()[p];
      fired.add(i, step);
      return firing.reset()[p];
    }
    return next;
  }

  @Override
  public void exponential(
      ExponentialFloats n,
      int[] cells,
      int excCell,
      int inhCell,
      float quantum,
      Span span,
      FiredSpikes fired) {
    for (int lane = span.from(); lane < span.to(); lane += LANES) {
      for (int s = 0; s < span.steps(); s++) {
        int row = s * span.stride();
        for (int i = lane; i < lane + LANES; i++) {
          float exc = ScalarFloatKernels.take(cells, excCell + row + i, quantum, i, null);
          float inh = ScalarFloatKernels.take(cells, inhCell + row + i, quantum, i, null);
          exponential(n, i, exc, inh, span.step() + s, fired);
        }
      }
    }
  }

  private static void exponential(
      ExponentialFloats n, int i, float excArrived, float inhArrived, int step, FiredSpikes fired) {
    int p = i & n.each();
    FiringFloats firing = n.firing();
    float exc = n.exc()[i] + excArrived;
    float inh = n.inh()[i] + inhArrived;
    n.exc()[i] = exc * n.decayExc()[p];
    n.inh()[i] = inh * n.decayInh()[p];
    float next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      next = n.u()[i] * n.decay()[p] + exc * n.fromExc()[p] + inh * n.fromInh()[p];
    }
    n.u()[i] = decide(firing, i, p, next, step, fired);
  }

  @Override
  public void shiu(
      ShiuFloats n, int[] cells, int cell, float quantum, Span span, FiredSpikes fired) {
    for (int lane = span.from(); lane < span.to(); lane += LANES) {
      for (int s = 0; s < span.steps(); s++) {
        int row = s * span.stride();
        for (int i = lane; i < lane + LANES; i++) {
          float arrived = ScalarFloatKernels.take(cells, cell + row + i, quantum, i, null);
          shiu(n, i, arrived, span.step() + s, fired);
        }
      }
    }
  }

  private static void shiu(ShiuFloats n, int i, float arrived, int step, FiredSpikes fired) {
    int p = i & n.each();
    FiringFloats firing = n.firing();
    float next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      float g = n.g()[i] + arrived;
      next = n.u()[i] * n.decay()[p] + g * n.fromG()[p];
      n.g()[i] = g * n.decayG()[p];
    }
    int before = fired.size();
    n.u()[i] = decide(firing, i, p, next, step, fired);
    if (fired.size() > before) {
      n.g()[i] = 0;
    }
  }
}
