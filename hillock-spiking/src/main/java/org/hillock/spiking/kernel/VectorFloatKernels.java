package org.hillock.spiking.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.hillock.core.random.Purpose;
import org.jspecify.annotations.Nullable;

/** As many neurons at a time as the processor's vectors hold; the state stays in registers. */
final class VectorFloatKernels implements FloatKernels {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());
  private static final VectorSpecies<Long> LONGS =
      VectorSpecies.of(long.class, FLOATS.vectorShape());

  private static final long WORD = 0xFFFFFFFFL;

  /** For the few neurons that interventions act on, or that take jumps as well. */
  private static final FloatKernels TWIN = new ScalarFloatKernels();

  @Override
  public int vectorBits() {
    return FLOATS.vectorBitSize();
  }

  /** Arrivals as numbers of the quantum. */
  static FloatVector take(int[] cells, int at) {
    IntVector arrived = IntVector.fromArray(INTS, cells, at);
    IntVector.zero(INTS).intoArray(cells, at);
    return (FloatVector) arrived.convertShape(VectorOperators.I2F, FLOATS, 0);
  }

  static void note(long lanes, int i, int step, FiredSpikes fired) {
    long left = lanes;
    while (left != 0) {
      fired.add(i + Long.numberOfTrailingZeros(left), step);
      left &= left - 1;
    }
  }

  @Override
  public void modal(
      ModalFloats n,
      int[] cells,
      int cell,
      int directCell,
      float quantum,
      @Nullable Reached reached,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts) {
    if (acts != null || directCell != NOWHERE) {
      TWIN.modal(n, cells, cell, directCell, quantum, reached, span, fired, acts);
    } else if (reached == null) {
      VectorModal.step(n, cells, cell, quantum, span, fired);
    } else {
      SparseModal.step(n, cells, cell, quantum, reached, span, fired);
    }
  }

  @Override
  public long drive(
      PoissonSources sources, int from, int count, long step, int[] cells, int cell, int quanta) {
    int lanes = INTS.length();
    long spikes = 0;
    int whole = count / SOURCES * SOURCES;
    int[] thresholds = sources.thresholds();
    int[] words = new int[SOURCES];
    for (int i = 0; i < whole; i += SOURCES) {
      for (int part = 0; part < SOURCES / 2; part += lanes) {
        int block = (from + i) / 4 + part / 2;
        words(sources.seed(), sources.place(), block, step, words, part);
      }
      for (int k = 0; k < SOURCES; k += lanes) {
        IntVector drawn = IntVector.fromArray(INTS, words, k);
        spikes += addCounts(drawn, thresholds, sources.least(), cells, cell + i + k, quanta);
      }
    }
    if (whole < count) {
      // the last few share a block of bits with none: one at a time
      spikes += TWIN.drive(sources, from + whole, count - whole, step, cells, cell + whole, quanta);
    }
    return spikes;
  }

  @Override
  public void fire(PoissonPart sources, long n, int step, FiredSpikes fired) {
    int lanes = INTS.length();
    int[] words = sources.words;
    for (int group = 0; group < sources.still.length; group++) {
      if (sources.still[group]) {
        continue;
      }
      int from = group * SOURCES;
      for (int part = 0; part < SOURCES / 2; part += lanes) {
        int block = (sources.first + from) / 4 + part / 2;
        words(sources.seed, sources.place, block, n, words, part);
      }
      for (int i = 0; i < SOURCES; i += lanes) {
        long firing =
            IntVector.fromArray(INTS, words, i)
                .compare(VectorOperators.UGE, IntVector.fromArray(INTS, sources.quiet, from + i))
                .toLong();
        while (firing != 0) {
          int at = i + Long.numberOfTrailingZeros(firing);
          sources.note(from + at, words[at], step, fired);
          firing &= firing - 1;
        }
      }
    }
  }

  /**
   * Philox4x32-10 on one block in each lane; see {@link org.hillock.core.random.Philox}. Puts words
   * 0 and 1 of each side by side, and words 2 and 3 half a group later.
   */
  private static void words(long seed, int place, int block, long step, int[] into, int at) {
    LongVector x0 = LongVector.broadcast(LONGS, block).addIndex(1);
    LongVector x1 = LongVector.broadcast(LONGS, step & WORD);
    LongVector x2 = LongVector.broadcast(LONGS, (place | ((int) (step >>> 32) << 16)) & WORD);
    LongVector x3 = LongVector.broadcast(LONGS, (long) Purpose.SPIKE_SOURCE.code() << 24);
    int key0 = (int) seed;
    int key1 = (int) (seed >>> 32);
    for (int round = 0; round < 10; round++) {
      LongVector p0 = x0.and(WORD).mul(0xD2511F53L);
      LongVector p1 = x2.and(WORD).mul(0xCD9E8D57L);
      x0 = mixed(p1, x1, key0);
      x2 = mixed(p0, x3, key1);
      x1 = p1.and(WORD);
      x3 = p0.and(WORD);
      key0 += 0x9E3779B9;
      key1 += 0xBB67AE85;
    }
    packed(x0, x1).intoArray(into, at);
    packed(x2, x3).intoArray(into, at + SOURCES / 2);
  }

  private static LongVector mixed(LongVector product, LongVector word, int key) {
    return product
        .lanewise(VectorOperators.LSHR, 32)
        .lanewise(VectorOperators.XOR, word)
        .lanewise(VectorOperators.XOR, key & WORD);
  }

  private static IntVector packed(LongVector low, LongVector high) {
    return low.or(high.lanewise(VectorOperators.LSHL, 32)).reinterpretAsInts();
  }

  private static long addCounts(
      IntVector words, int[] thresholds, int least, int[] cells, int cell, int quanta) {
    IntVector counts = IntVector.broadcast(INTS, least);
    for (int threshold : thresholds) {
      counts = counts.add(1, words.compare(VectorOperators.UGE, threshold));
    }
    IntVector.fromArray(INTS, cells, cell).add(counts.mul(quanta)).intoArray(cells, cell);
    return counts.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public int firstBad(float[] numbers, int count) {
    int i = 0;
    for (; i + FLOATS.length() <= count; i += FLOATS.length()) {
      if (!FloatVector.fromArray(FLOATS, numbers, i).test(VectorOperators.IS_FINITE).allTrue()) {
        break;
      }
    }
    return ScalarFloatKernels.firstBad(numbers, i, count);
  }
}
