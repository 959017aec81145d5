package org.hillock.core.wiring;

import java.util.Arrays;
import java.util.function.Consumer;

/** The ends of synapses that could only be drawn one after another, kept. */
final class DrawnPairs implements Edges {

  private int[] pre;
  private int[] post;
  private int count;

  DrawnPairs(int expected) {
    pre = new int[expected];
    post = new int[expected];
  }

  /** Those that are given, of which the first {@code count} count. */
  DrawnPairs(int[] pre, int[] post, int count) {
    this.pre = pre;
    this.post = post;
    this.count = count;
  }

  void add(int source, int target) {
    if (count == pre.length) {
      int more = Math.max(16, count + (count >> 1));
      pre = Arrays.copyOf(pre, more);
      post = Arrays.copyOf(post, more);
    }
    pre[count] = source;
    post[count] = target;
    count++;
  }

  /** Adds all of a batch. */
  void add(EdgeBatch batch) {
    for (int i = 0; i < batch.count(); i++) {
      add(batch.pre()[i], batch.post()[i]);
    }
  }

  int count() {
    return count;
  }

  /** Sources, without room for more. */
  int[] pre() {
    return pre.length == count ? pre : Arrays.copyOf(pre, count);
  }

  /** Targets, without room for more. */
  int[] post() {
    return post.length == count ? post : Arrays.copyOf(post, count);
  }

  @Override
  public long units() {
    return count;
  }

  @Override
  public void draw(long from, long to, Consumer<EdgeBatch> taker) {
    EdgeBatch batch = new EdgeBatch(taker);
    for (int k = (int) from; k < to; k++) {
      batch.add(k, pre[k], post[k]);
    }
    batch.flush();
  }
}
