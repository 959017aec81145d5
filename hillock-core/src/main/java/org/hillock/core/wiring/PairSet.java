package org.hillock.core.wiring;

import java.util.Arrays;

/** A growing set of pairs (source, target): open addressing with linear probing. */
final class PairSet {

  private static final long FREE = -1;

  private long[] slots;
  private int size;

  /** Room for so many pairs without growing. */
  PairSet(long expected) {
    slots = emptied(Long.highestOneBit(Math.max(8, expected)) * 4);
  }

  private static long[] emptied(long wanted) {
    long[] fresh = new long[(int) Math.min(wanted, 1 << 30)];
    Arrays.fill(fresh, FREE);
    return fresh;
  }

  /** Whether the pair was not in it before. */
  boolean add(int pre, int post) {
    if (2L * size >= slots.length) {
      grow();
    }
    boolean added = put(((long) pre << 32) | post);
    size += added ? 1 : 0;
    return added;
  }

  private boolean put(long pair) {
    int mask = slots.length - 1;
    long mixed = pair * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & mask;
    while (slots[at] != FREE) {
      if (slots[at] == pair) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = pair;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = emptied(2L * old.length);
    for (long pair : old) {
      if (pair != FREE) {
        put(pair);
      }
    }
  }
}
