package org.hillock.spiking.block;

import java.util.Arrays;
import java.util.List;

/**
 * Sorts the synapses of a bucket by row and delay, keeping their order otherwise, digit by digit in
 * the cache. Not thread-safe: make one for each worker.
 */
final class RowSorter {

  private static final int DIGIT_BITS = 11;
  private static final int DIGIT = 1 << DIGIT_BITS;

  private final boolean wide;
  private long[] words = new long[0];
  private long[] weights = new long[0];
  private long[] otherWords = new long[0];
  private long[] otherWeights = new long[0];
  private final int[] next = new int[DIGIT];
  private int count;

  /**
   * A sorter.
   *
   * @param wide whether there are weights beside the words
   */
  RowSorter(boolean wide) {
    this.wide = wide;
  }

  /** How many synapses it has. */
  int count() {
    return count;
  }

  /** The synapses. */
  long[] words() {
    return words;
  }

  /** Their weights, where these are kept beside the words. */
  long[] weights() {
    return weights;
  }

  /** Takes a bucket of all slices, one after another. */
  void read(List<Buckets> slices, int bucket) {
    count = 0;
    for (Buckets slice : slices) {
      count = Math.addExact(count, slice.count(bucket));
    }
    if (words.length < count) {
      int room = count + (count >> 3);
      words = new long[room];
      otherWords = new long[room];
      weights = new long[wide ? room : 0];
      otherWeights = new long[wide ? room : 0];
    }
    int at = 0;
    for (Buckets slice : slices) {
      slice.read(bucket, words, weights, at);
      at += slice.count(bucket);
    }
  }

  /** Puts a bucket back from where it was taken. */
  void write(List<Buckets> slices, int bucket) {
    int at = 0;
    for (Buckets slice : slices) {
      slice.write(bucket, words, weights, at);
      at += slice.count(bucket);
    }
  }

  /** Sorts. */
  void sort() {
    long union = 0;
    long common = -1;
    for (int k = 0; k < count; k++) {
      union |= words[k];
      common &= words[k];
    }
    long differing = union & ~common;
    int delays = (int) (differing >>> SynapseWord.DELAY_SHIFT) & SynapseWord.DELAY_MASK;
    if ((delays & DIGIT - 1) != 0) {
      sortBy(SynapseWord.DELAY_SHIFT, DIGIT - 1);
    }
    if (delays >>> DIGIT_BITS != 0) {
      sortBy(SynapseWord.DELAY_SHIFT + DIGIT_BITS, SynapseWord.DELAY_MASK >>> DIGIT_BITS);
    }
    if (differing >>> SynapseWord.ROW_SHIFT != 0) {
      sortBy(SynapseWord.ROW_SHIFT, DIGIT - 1);
    }
  }

  private void sortBy(int shift, int mask) {
    Arrays.fill(next, 0);
    for (int k = 0; k < count; k++) {
      next[(int) (words[k] >>> shift) & mask]++;
    }
    int from = 0;
    for (int digit = 0; digit < DIGIT; digit++) {
      int those = next[digit];
      next[digit] = from;
      from += those;
    }
    for (int k = 0; k < count; k++) {
      int at = next[(int) (words[k] >>> shift) & mask]++;
      otherWords[at] = words[k];
      if (wide) {
        otherWeights[at] = weights[k];
      }
    }
    long[] sorted = otherWords;
    otherWords = words;
    words = sorted;
    sorted = otherWeights;
    otherWeights = weights;
    weights = sorted;
  }
}
