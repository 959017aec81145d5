package org.hillock.spiking.kernel;

import java.util.Arrays;

/**
 * Calls a kernel again and again, going round the rows of cells as the engine does.
 *
 * <p>A kernel empties the cells it reads, and a neuron at which nothing arrives decays: after some
 * 4,000 steps to numbers so small that the processor is slow with them. So once in {@link
 * #REFILLED} steps 1 arrives at every cell of a row. That costs a hundredth of the updates.
 */
final class UpdateLoop {

  private static final int ROWS = 16;
  private static final int REFILLED = 256;

  private final int steps;
  private final int[] cells;
  private final int width;
  private final Reached reached;
  private final Call call;
  private final Span span;
  private final FiredSpikes fired = new FiredSpikes();
  private int done;

  /** One call of a kernel. */
  interface Call {
    /**
     * Steps all neurons.
     *
     * @param cell first of the first step
     */
    void run(int[] cells, int cell, Reached reached, Span span, FiredSpikes fired);
  }

  /**
   * Ready to call.
   *
   * @param ports receptor ports of a neuron
   * @param steps of a call
   */
  UpdateLoop(Call call, int ports, int neurons, int steps) {
    this.call = call;
    this.steps = steps;
    width = neurons * ports;
    cells = new int[ROWS * width];
    reached = new Reached((neurons + Long.SIZE - 1) / Long.SIZE * Long.SIZE);
    span = new Span(0, neurons, 0, steps, width, 0);
  }

  /**
   * One call of the kernel.
   *
   * @return how many spikes there were ever: none
   */
  int call() {
    int row = done % ROWS;
    if (done == 0) {
      Arrays.fill(cells, 0, width, 1);
      for (int i = 0; i < span.to(); i++) {
        reached.add(i, 0);
      }
    }
    call.run(cells, row * width, reached, span, fired);
    reached.clear();
    done = (done + steps) % REFILLED;
    return fired.size();
  }
}
