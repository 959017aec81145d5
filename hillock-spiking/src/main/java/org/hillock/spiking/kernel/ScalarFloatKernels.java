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

  static float take(int[] cells, int at, float quantum, int i, @Nullable Acts acts) {
    float arrived = cells[at] * quantum;
    cells[at] = 0;
    return acts != null && acts.silences(i) ? 0 : arrived;
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

  @Override
  public void fire(PoissonPart sources, long n, int step, FiredSpikes fired) {
    for (int i = 0; i < sources.count; i++) {
      int at = sources.lead + i;
      int word = Philox.sourceWord(sources.seed, sources.place, sources.first + at, n);
      if (Integer.compareUnsigned(word, sources.quiet[at]) >= 0) {
        sources.note(at, word, step, fired);
      }
    }
  }

  @Override
  public int firstBad(float[] numbers, int count) {
    return firstBad(numbers, 0, count);
  }

  static int firstBad(float[] numbers, int from, int count) {
    for (int i = from; i < count; i++) {
      if (!Float.isFinite(numbers[i])) {
        return i;
      }
    }
    return -1;
  }
}
