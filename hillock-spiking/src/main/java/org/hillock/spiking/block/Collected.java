package org.hillock.spiking.block;

import java.util.Arrays;
import org.hillock.core.wiring.SynapseVisitor;

/** The ends and numbers of synapses that were drawn, until their place is known. */
final class Collected implements SynapseVisitor {

  private int[] number;
  private int[] pre;
  private int[] post;
  private int size;

  /** Room for about so many. */
  Collected(long expected) {
    int room = Math.clamp(expected + expected / 16, 64, Integer.MAX_VALUE - 8);
    number = new int[room];
    pre = new int[room];
    post = new int[room];
  }

  @Override
  public void synapse(long synapse, int from, int to) {
    if (size == pre.length) {
      int room = size + (size >> 2);
      number = Arrays.copyOf(number, room);
      pre = Arrays.copyOf(pre, room);
      post = Arrays.copyOf(post, room);
    }
    number[size] = Math.toIntExact(synapse);
    pre[size] = from;
    post[size] = to;
    size++;
  }

  int size() {
    return size;
  }

  int number(int k) {
    return number[k];
  }

  int pre(int k) {
    return pre[k];
  }

  int post(int k) {
    return post[k];
  }
}
