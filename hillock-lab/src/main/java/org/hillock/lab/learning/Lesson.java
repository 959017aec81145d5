package org.hillock.lab.learning;

import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.TrainingOptions;

/**
 * What a network is taught, and how.
 *
 * @param untaught the network before
 * @param trainer the rule
 * @param options of the rule, as it was really taught
 * @param data that it learns from
 */
public record Lesson(Network untaught, Trainer trainer, TrainingOptions options, Dataset data) {

  /** Images in a step of learning where a lesson is given in small parts. */
  private static final int SMALL_BATCH = 20;

  /** Images by which neurons are labelled there, at most. */
  private static final int LABELLED_BY = 150;

  /** The network after the whole lesson. */
  public Network learnt(Progress progress) {
    return trainer.train(untaught, data, options, progress).network();
  }

  /**
   * A network after some images of a set, each seen once, in the order in which they stand from
   * number {@code from} on, the first following the last. Where neurons are labelled afterwards,
   * that is still to be done: see {@link #labelled}.
   */
  Network seen(Network network, Dataset images, int from, int to) {
    int[] which = IntStream.range(from, to).map(i -> i % images.size()).toArray();
    TrainingOptions once = options;
    for (var setting : trainer.settings()) {
      once =
          switch (setting.name()) {
            case "epochs" -> once.with("epochs", 1);
            case "batch" -> once.with("batch", SMALL_BATCH);
            case "label_images" -> once.with("label_images", 1);
            default -> once;
          };
    }
    return trainer.train(network, images.subset(which), once, Progress.NONE).network();
  }

  /** A network that learnt, its neurons labelled by some images where that is done afterwards. */
  Network labelled(Network learnt, Dataset images) {
    return trainer.labelled(learnt, images.first(LABELLED_BY), options);
  }

  /** Whether the network speaks in spikes anywhere, so that learning takes it longer. */
  boolean spikes() {
    return untaught.populations().values().stream()
        .anyMatch(p -> p.model().family() != NeuronModel.Family.RATE);
  }
}
