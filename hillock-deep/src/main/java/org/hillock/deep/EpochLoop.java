package org.hillock.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.problem.FailureException;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;

/** Passes over the training images, told of as they go. */
final class EpochLoop {

  private EpochLoop() {}

  /** Learns from one group of images and gives its mean loss. */
  interface Step {
    double learn(Minibatches.Batch batch, int epoch);
  }

  /**
   * How a training went.
   *
   * @param losses mean loss of each whole pass
   * @param stoppedEarly whether the user stopped it
   */
  record Course(List<Double> losses, boolean stoppedEarly) {
    /** What came of it, with a line in the network's history. */
    Trained trained(Trainer rule, Network learnt, long seed, Dataset data) {
      String event =
          "trained by %s, seed %d, %d %s on %s"
              .formatted(
                  rule.name(),
                  seed,
                  losses.size(),
                  losses.size() == 1 ? "epoch" : "epochs",
                  data.name());
      return new Trained(
          learnt.withProvenance(learnt.provenance().then(event)), losses, stoppedEarly);
    }
  }

  /**
   * Runs all passes, or until the user stops it.
   *
   * @throws FailureException where the loss is no longer a number
   */
  static Course run(Minibatches data, int epochs, Step step, Progress progress) {
    List<Double> losses = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      long start = System.nanoTime();
      int[] order = data.order(epoch);
      double total = 0;
      for (int k = 0; k < data.perEpoch(); k++) {
        if (progress.stopped()) {
          return new Course(losses, true);
        }
        Minibatches.Batch batch = data.batch(order, epoch, k);
        total += step.learn(batch, epoch) * batch.rows();
      }
      double loss = total / order.length;
      if (!Double.isFinite(loss)) {
        throw new FailureException(
            "training ran away: in epoch "
                + (epoch + 1)
                + " the loss is "
                + loss
                + "; a smaller learning_rate helps");
      }
      losses.add(loss);
      progress.report((epoch + 1.0) / epochs, told(epoch, epochs, loss, order.length, start));
    }
    return new Course(losses, false);
  }

  private static String told(int epoch, int epochs, double loss, int images, long start) {
    double seconds = (System.nanoTime() - start) * 1e-9;
    return String.format(
        Locale.ROOT,
        "epoch %d of %d, loss %.4f, %,.0f images/s",
        epoch + 1,
        epochs,
        loss,
        images / seconds);
  }
}
