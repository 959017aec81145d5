package org.hillock.lab.stdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.training.Checkpoint;
import org.hillock.core.training.Progress;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.training.Witness;

/** The passes over the images, in parts after each of which a checkpoint is left. */
final class Course {

  /** Of a part. */
  static final int IMAGES = 10_000;

  /** Shown before neurons are labelled anew, to tell how right the network is. */
  private static final int LEAST_INTERVAL = 200;

  private static final int INTERVALS = 10;

  private final Decision.Votes votes;
  private final Dataset data;
  private final Watching.Manner manner;
  private final TrainingOptions options;
  private final Optional<Witness> witness;

  /** Level of the modulator that learning follows, at the end; 1 at the start. */
  private final double atEnd;

  private final RunningAccuracy accuracy;
  private final List<Double> errors;
  private Network network;
  private long done;
  private double wrong;
  private long shown;
  private long presentations;

  /**
   * What came of it.
   *
   * @param errors of each whole pass the share of images on which the network was wrong
   */
  record End(Network network, List<Double> errors, boolean stopped) {}

  /**
   * Begins, or goes on from the last checkpoint.
   *
   * @throws UsageException where the checkpoint is of another training
   */
  Course(
      Network network,
      Decision.Votes votes,
      Dataset data,
      Watching.Manner manner,
      double atEnd,
      TrainingOptions options,
      Optional<Witness> witness) {
    this.atEnd = atEnd;
    this.witness = witness;
    this.votes = votes;
    this.data = data;
    this.manner = manner;
    this.options = options;
    int neurons = network.population(votes.population()).size();
    int interval = Math.clamp(data.size() / INTERVALS, LEAST_INTERVAL, IMAGES);
    accuracy = new RunningAccuracy(votes, neurons, interval);
    errors = new ArrayList<>();
    Network unlabelled = network.withDecision(votes.withLabels(List.of()));
    this.network = SlowStates.learning(unlabelled, true);
    options.checkpoints().last().ifPresent(this::goOn);
  }

  private void goOn(Checkpoint last) {
    int voters = network.population(votes.population()).size();
    boolean same =
        last.network().name().equals(network.name())
            && last.seed() == options.seed()
            && last.network().populations().containsKey(votes.population())
            && last.network().population(votes.population()).size() == voters;
    if (!same) {
      throw new UsageException(
          "the checkpoint is of another training: of network '"
              + last.network().name()
              + "' with seed "
              + last.seed()
              + ", not of '"
              + network.name()
              + "' with "
              + voters
              + " voters and seed "
              + options.seed());
    }
    network = last.network();
    done = last.done();
    errors.addAll(last.lossByEpoch());
    wrong = last.lossNow();
  }

  End run(int epochs, Progress progress) {
    long all = (long) epochs * data.size();
    while (done < all && !progress.stopped()) {
      long end = Math.min(all, (done / IMAGES + 1) * IMAGES);
      part(end, all, progress);
      options.checkpoints().save(new Checkpoint(network, options.seed(), done, errors, wrong));
    }
    return new End(network, errors, done < all);
  }

  private void part(long end, long all, Progress progress) {
    long trial = done;
    try (Watching watching =
        new Watching(network, votes.population(), manner, options.seed(), trial)) {
      witness.ifPresent(watching::tell);
      int[] order = {};
      while (done < end && !progress.stopped()) {
        int at = (int) (done % data.size());
        if (at == 0 || order.length == 0) {
          order = order(done / data.size());
        }
        learn(watching, order[at], all);
        if (done % data.size() == 0) {
          errors.add(wrong / data.size());
          wrong = 0;
        }
        progress.report((double) done / all, told(all, watching));
      }
      presentations += watching.presentations();
      Capability.Plastic plastic =
          watching.session().capability(Capability.Plastic.class).orElseThrow();
      network = SlowStates.kept(plastic.learnt(), watching.session());
    }
  }

  private void learn(Watching watching, int image, long all) {
    if (atEnd != 1) {
      watching.hold(Math.pow(atEnd, (double) done / all));
    }
    double[] counts = watching.look(data.images()[image]);
    boolean right = accuracy.add(data.labels()[image], counts);
    wrong += right ? 0 : 1;
    done++;
    shown++;
  }

  private int[] order(long epoch) {
    int[] order = IntStream.range(0, data.size()).toArray();
    new Draws(options.seed(), Purpose.TRAINING, epoch).shuffle(order);
    return order;
  }

  private String told(long all, Watching watching) {
    double share = accuracy.share();
    String right =
        Double.isNaN(share) ? "" : String.format(Locale.ROOT, ", %.1f %% right", 100 * share);
    return String.format(
        Locale.ROOT,
        "image %,d of %,d%s, %d shown again",
        done,
        all,
        right,
        presentations + watching.presentations() - shown);
  }
}
