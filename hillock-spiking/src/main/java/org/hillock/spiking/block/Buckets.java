package org.hillock.spiking.block;

import java.util.Arrays;

/**
 * Synapses thrown into buckets, each of which holds those of some neighbouring sources into one
 * block, in the order in which they came. A bucket is a chain of small chunks of a common store, so
 * that nothing needs to be counted before. Not thread-safe: make one for each worker.
 */
final class Buckets {

  private static final int CHUNK_BITS = 7;

  /** Synapses of a chunk. */
  static final int CHUNK = 1 << CHUNK_BITS;

  private static final int SLAB_BITS = 17;
  private static final int SLAB = 1 << SLAB_BITS;
  private static final int NONE = -1;

  /** The store: a {@link SynapseWord} each, and its weight where that needs more bits. */
  private long[][] words = new long[0][];

  private long[][] weights = new long[0][];

  /** The next chunk of the bucket that a chunk belongs to. */
  private int[] following = new int[0];

  private int chunks;

  /** By bucket: its first chunk, and where its next synapse goes. */
  private int[] first = new int[0];

  private int[] end = new int[0];
  private int[] chunksOf = new int[0];
  private boolean wide;

  /**
   * Empties it.
   *
   * @param buckets that there will be
   * @param wide whether weights come beside the words
   */
  void reset(int buckets, boolean wide) {
    this.wide = wide;
    chunks = 0;
    first = new int[buckets];
    end = new int[buckets];
    chunksOf = new int[buckets];
  }

  /** Adds synapses, each to its bucket. */
  void add(int[] bucket, long[] word, int count) {
    int[] ends = end;
    for (int i = 0; i < count; i++) {
      int at = ends[bucket[i]];
      if ((at & CHUNK - 1) == 0) {
        at = open(bucket[i]);
      }
      ends[bucket[i]] = at + 1;
      words[at >>> SLAB_BITS][at & SLAB - 1] = word[i];
    }
  }

  /** Adds a synapse with its weight. */
  void add(int bucket, long word, long weight) {
    int at = place(bucket);
    words[at >>> SLAB_BITS][at & SLAB - 1] = word;
    weights[at >>> SLAB_BITS][at & SLAB - 1] = weight;
  }

  private int place(int bucket) {
    int at = end[bucket];
    if ((at & CHUNK - 1) == 0) {
      at = open(bucket);
    }
    end[bucket] = at + 1;
    return at;
  }

  /** Chains a new chunk. */
  private int open(int bucket) {
    int chunk = chunks++;
    if (chunk == following.length) {
      following = Arrays.copyOf(following, following.length + SLAB / CHUNK);
      words = Arrays.copyOf(words, words.length + 1);
      words[words.length - 1] = new long[SLAB];
    }
    int slab = chunk >>> SLAB_BITS - CHUNK_BITS;
    if (wide && slab >= weights.length) {
      weights = Arrays.copyOf(weights, slab + 1);
      weights[slab] = new long[SLAB];
    }
    following[chunk] = NONE;
    if (chunksOf[bucket]++ == 0) {
      first[bucket] = chunk;
    } else {
      following[(end[bucket] - 1) >>> CHUNK_BITS] = chunk;
    }
    return Math.multiplyExact(chunk, CHUNK);
  }

  /** How many synapses a bucket holds. */
  int count(int bucket) {
    int opened = chunksOf[bucket] * CHUNK;
    return opened - (-end[bucket] & CHUNK - 1);
  }

  /** Copies a bucket to {@code at} on; with the weights where it is wide. */
  void read(int bucket, long[] intoWords, long[] intoWeights, int at) {
    int chunk = first[bucket];
    int count = count(bucket);
    for (int done = 0; done < count; done += CHUNK) {
      int size = Math.min(CHUNK, count - done);
      int slab = chunk >>> SLAB_BITS - CHUNK_BITS;
      int from = chunk * CHUNK & SLAB - 1;
      System.arraycopy(words[slab], from, intoWords, at + done, size);
      if (wide) {
        System.arraycopy(weights[slab], from, intoWeights, at + done, size);
      }
      chunk = following[chunk];
    }
  }

  /** Overwrites a bucket with as many synapses from {@code at} on. */
  void write(int bucket, long[] fromWords, long[] fromWeights, int at) {
    int chunk = first[bucket];
    int count = count(bucket);
    for (int done = 0; done < count; done += CHUNK) {
      int size = Math.min(CHUNK, count - done);
      int slab = chunk >>> SLAB_BITS - CHUNK_BITS;
      int to = chunk * CHUNK & SLAB - 1;
      System.arraycopy(fromWords, at + done, words[slab], to, size);
      if (wide) {
        System.arraycopy(fromWeights, at + done, weights[slab], to, size);
      }
      chunk = following[chunk];
    }
  }
}
