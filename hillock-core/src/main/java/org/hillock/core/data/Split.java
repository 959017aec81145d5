package org.hillock.core.data;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * What is learnt from and what is asked; no image is in both.
 *
 * @param train to learn from
 * @param test to ask
 * @param method how they were parted, in a few words
 */
public record Split(Dataset train, Dataset test, String method) {

  /**
   * Parts a data set at random, label by label, so that each label has the same share in both.
   *
   * @param testShare 0..1, of each label, rounded to whole images
   * @param seed a different one gives a different split
   */
  public static Split stratified(Dataset data, double testShare, long seed) {
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int label = 0; label < data.classes(); label++) {
      int wanted = label;
      int[] own =
          java.util.stream.IntStream.range(0, data.size())
              .filter(i -> data.labels()[i] == wanted)
              .toArray();
      new Draws(seed, Purpose.SPLIT, label).shuffle(own);
      int cut = (int) Math.round(own.length * testShare);
      for (int k = 0; k < own.length; k++) {
        (k < cut ? test : train).add(own[k]);
      }
    }
    return new Split(
        data.subset(shuffled(train, seed, data.classes())),
        data.subset(shuffled(test, seed, data.classes() + 1L)),
        String.format(
            java.util.Locale.ROOT,
            "stratified %.0f/%.0f split, seed %d",
            100 * (1 - testShare),
            100 * testShare,
            seed));
  }

  private static int[] shuffled(List<Integer> indices, long seed, long index) {
    int[] all = indices.stream().mapToInt(Integer::intValue).toArray();
    new Draws(seed, Purpose.SPLIT, index).shuffle(all);
    return all;
  }
}
