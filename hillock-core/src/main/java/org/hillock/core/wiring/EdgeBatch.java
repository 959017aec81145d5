package org.hillock.core.wiring;

import java.util.function.Consumer;
import org.hillock.core.random.DrawBatch;

/**
 * Some synapses of a projection on their way from the rule that draws them to who takes them, so
 * many at a time that they stay in the cache. The arrays are overwritten with the next ones.
 */
public final class EdgeBatch {

  /** Synapses at a time. */
  public static final int MOST = DrawBatch.MOST;

  private final Consumer<EdgeBatch> taker;
  private final long[] number = new long[MOST];
  private final int[] pre = new int[MOST];
  private final int[] post = new int[MOST];
  private int count;

  EdgeBatch(Consumer<EdgeBatch> taker) {
    this.taker = taker;
  }

  /** How many synapses. */
  public int count() {
    return count;
  }

  /**
   * Their numbers, in the order in which the projection draws its synapses: what the weight and the
   * delay of each are drawn at.
   */
  public long[] number() {
    return number;
  }

  /** Source neuron of each. */
  public int[] pre() {
    return pre;
  }

  /** Target neuron of each. */
  public int[] post() {
    return post;
  }

  /** Adds a synapse; hands over those that there are where there is no room for more. */
  void add(long synapse, int from, int to) {
    number[count] = synapse;
    pre[count] = from;
    post[count] = to;
    if (++count == MOST) {
      flush();
    }
  }

  /** Hands over those that there are. */
  void flush() {
    if (count > 0) {
      taker.accept(this);
      count = 0;
    }
  }
}
