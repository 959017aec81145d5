package org.hillock.lab.chain;

import java.util.Arrays;

/** Synapses sorted by the neuron that they end at. */
final class Incoming {

  private final int[] rows;
  private int[] pre = new int[1024];
  private int[] post = new int[1024];
  private double[] delay = new double[1024];
  private int count;

  Incoming(int neurons) {
    rows = new int[neurons + 1];
  }

  void add(int from, int to, double after) {
    if (count == pre.length) {
      int more = Math.multiplyExact(count, 2);
      pre = Arrays.copyOf(pre, more);
      post = Arrays.copyOf(post, more);
      delay = Arrays.copyOf(delay, more);
    }
    pre[count] = from;
    post[count] = to;
    delay[count] = after;
    count++;
  }

  /** Sorts them, in the order in which they came at each neuron. */
  void close() {
    for (int s = 0; s < count; s++) {
      rows[post[s] + 1]++;
    }
    for (int n = 0; n + 1 < rows.length; n++) {
      rows[n + 1] += rows[n];
    }
    int[] next = rows.clone();
    int[] from = new int[count];
    int[] to = new int[count];
    double[] after = new double[count];
    for (int s = 0; s < count; s++) {
      int place = next[post[s]]++;
      from[place] = pre[s];
      to[place] = post[s];
      after[place] = delay[s];
    }
    pre = from;
    post = to;
    delay = after;
  }

  int count() {
    return count;
  }

  /** The first synapse at a neuron; that of the next neuron is one behind the last. */
  int begin(int neuron) {
    return rows[neuron];
  }

  int pre(int synapse) {
    return pre[synapse];
  }

  int post(int synapse) {
    return post[synapse];
  }

  double delay(int synapse) {
    return delay[synapse];
  }
}
