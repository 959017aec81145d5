package org.hillock.lab.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hillock.core.data.Split;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.decide.Classifier;

/**
 * Trains the brain-like network of every split while the others learn: it goes step by step on one
 * thread, and would keep everybody waiting.
 */
final class BrainLikeAhead implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("hillock-brain-like").factory());
  private final List<CompletableFuture<Ready>> bySplit = new ArrayList<>();
  private volatile boolean closed;

  /**
   * What is ready of a split.
   *
   * @param network trained
   * @param untrained share of right answers, 0..1, of the same network before it learnt
   */
  record Ready(Network network, double untrained) {}

  /** Begins with these splits, in order; the seed of each is {@code seed} and its number. */
  BrainLikeAhead(List<Split> splits, Plan plan, long seed, Progress progress) {
    Progress quiet =
        new Progress() {
          @Override
          public void report(double fraction, String what) {
            // the others are heard
          }

          @Override
          public boolean stopped() {
            return closed || progress.stopped();
          }
        };
    for (int s = 0; s < splits.size(); s++) {
      Split split = splits.get(s);
      long own = seed + s;
      bySplit.add(CompletableFuture.supplyAsync(() -> ready(split, plan, own, quiet), thread));
    }
  }

  private static Ready ready(Split split, Plan plan, long seed, Progress progress) {
    Network untrained = Contestants.untrainedBrainLike(split, plan, seed, progress);
    double control;
    try (Classifier classifier = Classifier.open(untrained, seed)) {
      control = classifier.accuracy(split.test(), progress);
    }
    Network trained =
        Contestants.lesson(
                Contestants.brainLike(split, plan, seed),
                BrainLikeNetwork.RULE,
                split,
                new TrainingOptions(seed, BrainLikeNetwork.training()))
            .learnt(progress);
    return new Ready(trained, control);
  }

  /** Waits for a split. */
  Ready of(int split) {
    try {
      return bySplit.get(split).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
  }
}
