package org.hillock.core.wiring;

import java.util.Arrays;

/** Growing arrays of synapse ends. */
final class SynapseEnds {
  private int[] pre;
  private int[] post;
  private int[] parameter = new int[0];
  private int parameters;
  private int count;

  SynapseEnds(int expected) {
    pre = new int[expected];
    post = new int[expected];
  }

  void share(int parameterCount) {
    parameters = parameterCount;
    parameter = new int[pre.length];
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

  void add(int source, int target, int cell) {
    parameter[count] = cell;
    add(source, target);
  }

  int count() {
    return count;
  }

  int[] pre() {
    return Arrays.copyOf(pre, count);
  }

  int[] post() {
    return Arrays.copyOf(post, count);
  }

  /** How many parameters are shared, where {@link #share} was called. */
  int parameters() {
    return parameters;
  }

  /** Which parameter synapse {@code k} uses, where they are shared. */
  int parameter(int k) {
    return parameter[k];
  }
}
