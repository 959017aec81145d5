package org.hillock.spiking.kernel;

/**
 * {@link ModalFloats} by neuron, and only where something arrives or might fire: where few are
 * reached most lanes of a vector would be idle.
 */
final class SparseModal {

  private SparseModal() {}

  static void step(
      ModalFloats n,
      int[] cells,
      int cell,
      float quantum,
      Reached reached,
      Span span,
      FiredSpikes fired) {
    long[] near = n.near();
    for (int from = span.from(); from < span.to(); from += Long.SIZE) {
      int word = (from - span.from()) / Long.SIZE;
      long left = reached.any[word] | near[from / Long.SIZE];
      long stay = 0;
      while (left != 0) {
        int bit = Long.numberOfTrailingZeros(left);
        left &= left - 1;
        int i = from + bit;
        int steps = reached.steps[word * Long.SIZE + bit];
        boolean was = (near[from / Long.SIZE] >>> bit & 1) != 0;
        stay |= step(n, i, cells, cell + i, quantum, steps, was, span, fired) ? 1L << bit : 0;
      }
      near[from / Long.SIZE] = stay;
    }
  }

  /**
   * Goes from arrival to arrival, or from step to step while the neuron is near its threshold.
   *
   * @param arrivals bit s for something that arrives in the s-th step
   * @return whether it still is near
   */
  private static boolean step(
      ModalFloats n,
      int i,
      int[] cells,
      int cell,
      float quantum,
      int arrivals,
      boolean wasNear,
      Span span,
      FiredSpikes fired) {
    Modes modes = n.modes();
    float h = n.h()[i];
    float g = n.g()[i];
    boolean near = wasNear;
    int left = arrivals;
    int s = near ? 0 : Integer.numberOfTrailingZeros(left);
    while (s < span.steps()) {
      int k = span.phase() + s;
      int step = span.step() + s;
      if ((left >>> s & 1) != 0) {
        left &= left - 1;
        int at = cell + s * span.stride();
        float arrived = cells[at] * quantum;
        cells[at] = 0;
        if (n.freeAt()[i] <= step) {
          g += arrived * modes.backG()[k];
          h += arrived * modes.toH()[k];
          // what inhibits brings no neuron nearer
          near = arrived > 0 ? near(n, h, g, k) : near;
        }
      }
      s++;
      if (!near) {
        s = Integer.numberOfTrailingZeros(left);
      } else if (h * modes.decay()[k + 1] + g * modes.ofG()[k + 1] >= n.threshold()) {
        h = 0;
        g = 0;
        near = false;
        n.freeAt()[i] = step + 1 + n.refractory();
        fired.add(i, step);
      }
    }
    n.h()[i] = h;
    n.g()[i] = g;
    return near && near(n, h, g, span.phase() + span.steps());
  }

  /** Whether the neuron could reach the threshold if nothing arrived any more. */
  private static boolean near(ModalFloats n, float h, float g, int k) {
    float drive = g * n.modes().decayG()[k];
    float u = h * n.modes().decay()[k] + g * n.modes().ofG()[k];
    float most = Math.max(u, 0) + Math.max(drive * n.peakOfG(), -drive * ModalFloats.ROUNDING);
    return most >= n.threshold() * ModalFloats.CLEAR;
  }
}
