package org.hillock.lab.readout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hillock.core.problem.FailureException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.Progress;

/**
 * Passes over what the images left, in another random order each time.
 *
 * @param epochs how many
 * @param together images after which changes are made
 * @param seed of the orders
 */
record Passes(int epochs, int together, long seed) {

  /**
   * Runs them, or as many as the user lets it.
   *
   * @return the mean loss of each
   * @throws FailureException where the loss is no longer a number
   */
  List<Double> run(
      Learner learner, int[] labels, Teacher teacher, Learner.SumWitness heard, Progress progress) {
    List<Double> losses = new ArrayList<>();
    for (int epoch = 0; epoch < epochs && !progress.stopped(); epoch++) {
      double share = 0.5 * (1 + StrictMath.cos(Math.PI * epoch / epochs));
      int[] order = order(labels.length, epoch);
      double loss = 0;
      for (int from = 0; from < order.length; from += together) {
        int to = Math.min(order.length, from + together);
        loss += learner.learn(labels, order, from, to, epoch, share, teacher, heard);
      }
      losses.add(checked(loss / order.length, epoch));
      progress.report(
          (epoch + 1.0) / epochs,
          String.format(
              Locale.ROOT, "epoch %d of %d, loss %.4f", epoch + 1, epochs, losses.getLast()));
    }
    return losses;
  }

  private int[] order(int images, int epoch) {
    int[] order = new int[images];
    Arrays.setAll(order, i -> i);
    new Draws(seed, Purpose.TRAINING, epoch).shuffle(order);
    return order;
  }

  private static double checked(double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new FailureException(
          "training ran away: in epoch "
              + (epoch + 1)
              + " the loss is "
              + loss
              + "; a smaller learning_rate helps");
    }
    return loss;
  }
}
