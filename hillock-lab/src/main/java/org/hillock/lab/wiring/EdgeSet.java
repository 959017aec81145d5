package org.hillock.lab.wiring;

import java.util.Arrays;

/**
 * How often each pair is joined, with open addressing: a set of boxed numbers would take most of
 * the time of a shuffle.
 */
final class EdgeSet {

  private static final long FREE = -1;
  private static final int LEAST_ROOM = 64;

  private long[] key;
  private int[] times;
  private int used;

  EdgeSet(int edges) {
    int room = Math.max(LEAST_ROOM, Integer.highestOneBit(Math.max(1, edges)) * 8);
    key = free(room);
    times = new int[room];
  }

  private static long[] free(int room) {
    long[] all = new long[room];
    Arrays.fill(all, FREE);
    return all;
  }

  private int place(long pair) {
    long mixed = pair * 0x9E3779B97F4A7C15L;
    int mask = key.length - 1;
    int at = (int) (mixed >>> 33) & mask;
    while (key[at] != FREE && key[at] != pair) {
      at = (at + 1) & mask;
    }
    return at;
  }

  boolean holds(long pair) {
    int at = place(pair);
    return key[at] == pair && times[at] > 0;
  }

  void add(long pair) {
    if (2 * used > key.length) {
      forgetThoseThatAreGone();
    }
    int at = place(pair);
    used += key[at] == FREE ? 1 : 0;
    key[at] = pair;
    times[at]++;
  }

  /** The pair stays as one that is joined no times. */
  void remove(long pair) {
    times[place(pair)]--;
  }

  private void forgetThoseThatAreGone() {
    long[] oldKey = key;
    int[] oldTimes = times;
    key = free(oldKey.length);
    times = new int[oldKey.length];
    used = 0;
    for (int k = 0; k < oldKey.length; k++) {
      if (oldKey[k] != FREE && oldTimes[k] > 0) {
        int at = place(oldKey[k]);
        key[at] = oldKey[k];
        times[at] = oldTimes[k];
        used++;
      }
    }
  }
}
