package org.hillock.spiking.kernel;

import org.hillock.core.random.Philox;

/** {@link FloatKernels} in double precision, as far as the engine needs it. */
public final class DoubleKernels {

  private DoubleKernels() {}

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
