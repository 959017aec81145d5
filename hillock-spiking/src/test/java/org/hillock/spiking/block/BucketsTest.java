package org.hillock.spiking.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

/** Buckets keep what was put into them, and sorters sort it, like lists. */
class BucketsTest {

  private static final int BUCKETS = 7;

  /** More than a slab of the store. */
  private static final int SYNAPSES = 300_000;

  private final Draws draws = new Draws(9, Purpose.TRIAL, 0);

  private static List<List<Long>> lists() {
    return IntStream.range(0, BUCKETS).<List<Long>>mapToObj(_ -> new ArrayList<>()).toList();
  }

  private long word() {
    return SynapseWord.of(draws.below(64), 1 + draws.below(5000), draws.below(1000), 77);
  }

  @Test
  void synapsesComeBackInTheOrderInWhichTheyCame() {
    Buckets buckets = new Buckets();
    for (int round = 0; round < 2; round++) {
      buckets.reset(BUCKETS, false);
      List<List<Long>> plain = lists();
      int[] bucket = new int[1000];
      long[] word = new long[1000];
      for (int done = 0; done < SYNAPSES; done += bucket.length) {
        for (int i = 0; i < bucket.length; i++) {
          // the last one stays empty
          bucket[i] = draws.below(BUCKETS - 1);
          word[i] = word();
          plain.get(bucket[i]).add(word[i]);
        }
        buckets.add(bucket, word, bucket.length);
      }
      for (int b = 0; b < BUCKETS; b++) {
        assertThat(read(buckets, b)).isEqualTo(plain.get(b));
      }
    }
  }

  private static List<Long> read(Buckets buckets, int bucket) {
    RowSorter reader = new RowSorter(false);
    reader.read(List.of(buckets), bucket);
    return IntStream.range(0, reader.count()).mapToObj(k -> reader.words()[k]).toList();
  }

  @Test
  void sortingByRowAndDelayKeepsTheOrderOtherwiseAndWeightsGoAlong() {
    List<Buckets> slices = List.of(new Buckets(), new Buckets());
    List<Long> words = new ArrayList<>();
    for (Buckets slice : slices) {
      slice.reset(1, true);
      for (int k = 0; k < 3000; k++) {
        long word = word();
        words.add(word);
        slice.add(0, word, ~word);
      }
    }
    RowSorter sorter = new RowSorter(true);
    sorter.read(slices, 0);
    sorter.sort();
    sorter.write(slices, 0);
    sorter.read(slices, 0);
    words.sort(Comparator.comparingInt(SynapseWord::row).thenComparingInt(SynapseWord::delay));
    assertThat(sorter.count()).isEqualTo(words.size());
    for (int k = 0; k < words.size(); k++) {
      assertThat(sorter.words()[k]).isEqualTo(words.get(k));
      assertThat(sorter.weights()[k]).isEqualTo(~words.get(k));
    }
  }

  @Test
  void aWordKeepsItsParts() {
    long word = SynapseWord.of(2047, (1 << 21) - 1, -32767, 3 << 16 | 65_000);
    assertThat(SynapseWord.row(word)).isEqualTo(2047);
    assertThat(SynapseWord.delay(word)).isEqualTo((1 << 21) - 1);
    assertThat(SynapseWord.weight(word)).isEqualTo((short) -32767);
    assertThat(SynapseWord.cell(word)).isEqualTo((char) 65_000);
  }
}
