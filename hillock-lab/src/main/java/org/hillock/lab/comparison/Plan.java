package org.hillock.lab.comparison;

import java.util.List;

/**
 * How thoroughly a comparison is run.
 *
 * @param splits how many, where splits can be drawn
 * @param hidden sizes of the hidden layers of the built-in networks
 * @param backpropagationEpochs passes over the training images
 * @param forwardForwardEpochs the same for Forward-Forward
 * @param mostTestImages asked at most
 * @param mostLearntByNearest images that the nearest neighbour is looked for among, at most
 */
record Plan(
    int splits,
    List<Integer> hidden,
    int backpropagationEpochs,
    int forwardForwardEpochs,
    int mostTestImages,
    int mostLearntByNearest) {

  /** Up to so many training images a set counts as small and is passed over more often. */
  private static final int SMALL = 10_000;

  static Plan of(int trainImages, boolean quick) {
    if (trainImages <= SMALL) {
      return quick
          ? new Plan(1, List.of(128, 128), 20, 20, SMALL, SMALL)
          : new Plan(5, List.of(128, 128), 40, 60, SMALL, SMALL);
    }
    return quick
        ? new Plan(1, List.of(256, 256), 1, 1, 2_000, 10_000)
        : new Plan(1, List.of(300, 300), 8, 10, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
