package org.hillock.lab.comparison;

import java.util.List;
import org.hillock.core.network.Shape;
import org.hillock.core.training.TrainingOptions;

/**
 * How thoroughly a comparison is run.
 *
 * @param splits how many, where splits can be drawn
 * @param hidden sizes of the hidden layers of the built-in networks
 * @param backpropagationEpochs passes over the training images
 * @param forwardForwardEpochs the same for Forward-Forward
 * @param logisticEpochs the same for logistic regression, enough to converge
 * @param batch images in one step of learning
 * @param mostTestImages asked at most
 * @param brainLikeNeurons excitatory cells of the brain-like network; 0 where it takes no part: its
 *     rates, weights and thresholds were found for images of 8×8 pixels, and with others it may be
 *     silent or take hours
 * @param mostLearntByNearest images that the nearest neighbour is looked for among, at most
 */
record Plan(
    int splits,
    List<Integer> hidden,
    int backpropagationEpochs,
    int forwardForwardEpochs,
    int logisticEpochs,
    int batch,
    int mostTestImages,
    int brainLikeNeurons,
    int mostLearntByNearest) {

  /** Up to so many training images a set counts as small and is passed over more often. */
  private static final int SMALL = 10_000;

  /** What the brain-like network is made for. */
  private static final Shape DIGITS = Shape.of(8, 8, 1);

  static Plan of(int trainImages, Shape image, boolean quick) {
    if (trainImages <= SMALL) {
      return new Plan(
          quick ? 1 : 5,
          List.of(150, 150),
          quick ? 10 : 30,
          quick ? 20 : 40,
          60,
          32,
          SMALL,
          image.equals(DIGITS) ? BrainLikeNetwork.NEURONS : 0,
          SMALL);
    }
    return quick
        ? new Plan(1, List.of(300, 300), 2, 2, 3, 128, 2_000, 0, 10_000)
        : new Plan(1, List.of(300, 300), 10, 10, 10, 128, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
  }

  /** What a rule is told: the passes planned for it, everything else its standard. */
  TrainingOptions training(long seed, int epochs) {
    return TrainingOptions.seeded(seed).with("epochs", epochs).with("batch", batch);
  }
}
