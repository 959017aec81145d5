package org.hillock.deep;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * Draws wrong labels for Forward-Forward, those that the network finds good more often.
 *
 * @param hardness the probability of a wrong label is proportional to exp(hardness · goodness)
 * @param seed of the draws
 */
record WrongLabels(double hardness, long seed) {

  /** Set apart from the orders of images, which are drawn at step 0. */
  private static final long FIRST_STEP = 1;

  /**
   * One wrong label for each image.
   *
   * @param goodness of every label and image, [classes, rows], label by label
   */
  int[] draw(Minibatches.Batch batch, int epoch, int classes, float[] goodness) {
    int[] wrong = new int[batch.rows()];
    double[] chance = new double[classes];
    for (int i = 0; i < wrong.length; i++) {
      int right = batch.labels()[i];
      double largest = Double.NEGATIVE_INFINITY;
      for (int label = 0; label < classes; label++) {
        chance[label] = hardness * goodness[label * wrong.length + i];
        largest = label == right ? largest : Math.max(largest, chance[label]);
      }
      for (int label = 0; label < classes; label++) {
        chance[label] = label == right ? 0 : StrictMath.exp(chance[label] - largest);
      }
      Draws draws = new Draws(seed, Purpose.TRAINING, batch.images()[i], epoch + FIRST_STEP);
      wrong[i] = pick(chance, right, draws.uniform());
    }
    return wrong;
  }

  private static int pick(double[] chance, int right, double uniform) {
    double total = 0;
    for (double one : chance) {
      total += one;
    }
    double left = uniform * total;
    int last = -1;
    for (int label = 0; label < chance.length; label++) {
      if (label == right) {
        continue;
      }
      last = label;
      left -= chance[label];
      if (left < 0) {
        break;
      }
    }
    return last;
  }
}
