package org.hillock.spiking.kernel;

import org.hillock.core.random.Philox;
import org.jspecify.annotations.Nullable;

/**
 * One neuron at a time: the plain twin that judges the vectors, and what runs where interventions
 * act.
 */
final class ScalarFloatKernels implements FloatKernels {

  @Override
  public int vectorBits() {
    return 0;
  }

  @Override
  public void delta(
      DeltaFloats n,
      int[] cells,
      int cell,
      float quantum,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts) {
    for (int lane = span.from(); lane < span.to(); lane += LANES) {
      for (int s = 0; s < span.steps(); s++) {
        int at = cell + s * span.stride();
        for (int i = lane; i < lane + LANES; i++) {
          float jump = take(cells, at + i, quantum, i, acts);
          delta(n, i, jump, span.step() + s, fired, acts);
        }
      }
    }
  }

  static float take(int[] cells, int at, float quantum, int i, @Nullable Acts acts) {
    float arrived = cells[at] * quantum;
    cells[at] = 0;
    return acts != null && acts.silences(i) ? 0 : arrived;
  }

  private static void delta(
      DeltaFloats n, int i, float jump, int step, FiredSpikes fired, @Nullable Acts acts) {
    int p = i & n.each();
    FiringFloats firing = n.firing();
    float next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      next = (n.u()[i] + jump) * n.decay()[p];
      if (acts != null) {
        next = (float) (next + acts.pushed(i, p));
      }
    }
    n.u()[i] = decide(firing, i, p, next, step, fired, acts);
  }

  /** Threshold, reset and clamp; a clamped potential makes no spike. */
  private static float decide(
      FiringFloats firing,
      int i,
      int p,
      float next,
      int step,
      FiredSpikes fired,
      @Nullable Acts acts) {
    if (acts != null && acts.holds(i)) {
      return (float) acts.heldU(i, p);
    }
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
      FiredSpikes fired,
      @Nullable Acts acts) {
    for (int lane = span.from(); lane < span.to(); lane += LANES) {
      for (int s = 0; s < span.steps(); s++) {
        int row = s * span.stride();
        for (int i = lane; i < lane + LANES; i++) {
          float exc = take(cells, excCell + row + i, quantum, i, acts);
          float inh = take(cells, inhCell + row + i, quantum, i, acts);
          exponential(n, i, exc, inh, span.step() + s, fired, acts);
        }
      }
    }
  }

  private static void exponential(
      ExponentialFloats n,
      int i,
      float excArrived,
      float inhArrived,
      int step,
      FiredSpikes fired,
      @Nullable Acts acts) {
    int p = i & n.each();
    FiringFloats firing = n.firing();
    float exc = n.exc()[i] + excArrived;
    float inh = n.inh()[i] + inhArrived;
    n.exc()[i] = exc * n.decayExc()[p];
    n.inh()[i] = inh * n.decayInh()[p];
    float next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      next = n.u()[i] * n.decay()[p] + exc * n.fromExc()[p] + inh * n.fromInh()[p];
      if (acts != null) {
        next = (float) (next + acts.pushed(i, p));
      }
    }
    n.u()[i] = decide(firing, i, p, next, step, fired, acts);
  }

  @Override
  public void shiu(
      ShiuFloats n,
      int[] cells,
      int cell,
      int directCell,
      float quantum,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts) {
    for (int lane = span.from(); lane < span.to(); lane += LANES) {
      for (int s = 0; s < span.steps(); s++) {
        int row = s * span.stride();
        for (int i = lane; i < lane + LANES; i++) {
          float arrived = take(cells, cell + row + i, quantum, i, acts);
          float jump =
              directCell == NOWHERE ? 0 : take(cells, directCell + row + i, quantum, i, acts);
          shiu(n, i, arrived, jump, span.step() + s, fired, acts);
        }
      }
    }
  }

  private static void shiu(
      ShiuFloats n,
      int i,
      float arrived,
      float jump,
      int step,
      FiredSpikes fired,
      @Nullable Acts acts) {
    int p = i & n.each();
    FiringFloats firing = n.firing();
    float next = firing.reset()[p];
    if (firing.freeAt()[i] <= step) {
      float g = n.g()[i] + arrived;
      next = (n.u()[i] + jump) * n.decay()[p] + g * n.fromG()[p];
      n.g()[i] = g * n.decayG()[p];
      if (acts != null) {
        next = (float) (next + acts.pushed(i, p));
      }
    }
    int before = fired.size();
    n.u()[i] = decide(firing, i, p, next, step, fired, acts);
    if (fired.size() > before) {
      n.g()[i] = 0;
    }
  }

  @Override
  public void modal(
      ModalFloats n,
      int[] cells,
      int cell,
      int directCell,
      float quantum,
      @Nullable Reached reached,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts) {
    ScalarModal.step(n, cells, cell, directCell, quantum, span, fired, acts);
  }

  @Override
  public long drive(
      PoissonSources sources, int from, int count, long step, int[] cells, int cell, int quanta) {
    long spikes = 0;
    for (int i = 0; i < count; i++) {
      int word = Philox.sourceWord(sources.seed(), sources.place(), from + i, step);
      int events = sources.table().count(word);
      cells[cell + i] += events * quanta;
      spikes += events;
    }
    return spikes;
  }
}
