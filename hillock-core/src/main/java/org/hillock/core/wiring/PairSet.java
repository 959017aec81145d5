package org.hillock.core.wiring;

import java.util.Arrays;

/**
 * A set of pairs (source, target): a bit for each possible pair where these take no more memory
 * than the pairs themselves, else open addressing with linear probing.
 */
final class PairSet {

  private static final long FREE = -1;

  /** Bytes of a slot, four of which there are at first for each pair expected. */
  private static final int BYTES_OF_PAIR = 4 * Long.BYTES;

  private final int targets;

  /** Bits, or slots. */
  private long[] slots;

  private final boolean bits;
  private int size;

  /** Room for {@code expected} pairs of so many sources and targets without growing. */
  PairSet(int sources, int targets, long expected) {
    this.targets = targets;
    long possible = (long) sources * targets;
    bits = isDense(possible, expected) && possible >>> 6 < Integer.MAX_VALUE - 8;
    slots =
        bits
            ? new long[(int) (possible >>> 6) + 1]
            : emptied(Long.highestOneBit(Math.max(8, expected)) * 4);
  }

  /** Whether so many of the possible pairs are expected that bits take less memory. */
  static boolean isDense(long possible, long expected) {
    return possible / Byte.SIZE <= expected * BYTES_OF_PAIR;
  }

  private static long[] emptied(long wanted) {
    long[] fresh = new long[(int) Math.min(wanted, 1 << 30)];
    Arrays.fill(fresh, FREE);
    return fresh;
  }

  /** Whether the pair was not in it before. */
  boolean add(int pre, int post) {
    if (bits) {
      long place = (long) pre * targets + post;
      int word = (int) (place >>> 6);
      boolean added = (slots[word] >>> place & 1) == 0;
      slots[word] |= 1L << place;
      return added;
    }
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
