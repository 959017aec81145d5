package org.hillock.core.wiring;

import java.util.Arrays;

/** Growing arrays of synapse ends. */
final class SynapseEnds implements SynapseVisitor {
  private int[] pre;
  private int[] post;
  private int count;

  SynapseEnds(int expected) {
    pre = new int[expected];
    post = new int[expected];
  }

  @Override
  public void synapse(long number, int source, int target) {
    if (count == pre.length) {
      int more = Math.max(16, count + (count >> 1));
      pre = Arrays.copyOf(pre, more);
      post = Arrays.copyOf(post, more);
    }
    pre[count] = source;
    post[count] = target;
    count++;
  }

  int count() {
    return count;
  }

  int[] pre() {
    return pre.length == count ? pre : Arrays.copyOf(pre, count);
  }

  int[] post() {
    return post.length == count ? post : Arrays.copyOf(post, count);
  }
}
