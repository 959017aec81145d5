package org.hillock.core.training;

import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.problem.UsageException;

/** A learning rule as a service; found with {@link java.util.ServiceLoader}. */
public interface Trainer {

  /** As in a network file and on the command line, such as {@code backpropagation}. */
  String name();

  /** In a sentence, with its paper. */
  String meaning();

  /** What can be set, with its standard value. */
  List<ParameterSpec> settings();

  /** Why it cannot train a network, in a sentence; empty where it can. */
  Optional<String> refuses(Network network);

  /**
   * Trains a copy of a network, from the weights that it has.
   *
   * @param network describes shape and initial weights
   * @param data images and labels to learn from
   * @return the network with listed weights and biases, and how the loss went
   * @throws UsageException where it refuses the network, or data and network do not fit
   */
  Trained train(Network network, Dataset data, TrainingOptions options, Progress progress);

  /** Whether it leaves checkpoints and goes on from them. */
  default boolean resumes() {
    return false;
  }

  /**
   * The settings under which {@link #train} makes a single update, on so many images together or
   * one after the other, that shows the rule alone: no momentum and no pull of weights, no noise,
   * no scaling by what a synapse went through before, nothing chosen by what the network answers.
   */
  default TrainingOptions oneUpdate(long seed, int images) {
    TrainingOptions options = TrainingOptions.seeded(seed);
    for (ParameterSpec setting : settings()) {
      options =
          switch (setting.name()) {
            case "epochs" -> options.with("epochs", 1);
            case "batch" -> options.with("batch", images);
            default -> options;
          };
    }
    return options;
  }

  /**
   * A network that this rule taught, with its answers fitted to data and nothing else learnt: where
   * neurons are labelled afterwards, they are labelled anew. Others come back as they are.
   */
  default Network labelled(Network learnt, Dataset data, TrainingOptions options) {
    return learnt;
  }

  /**
   * What must travel to the synapses of a network that it accepts; empty where the rule does not
   * say.
   */
  default Optional<Messages> messages(Network network) {
    return Optional.empty();
  }

  /**
   * Checks that it can train a network.
   *
   * @throws UsageException with the reason where it refuses
   */
  default void requireAccepts(Network network) {
    refuses(network)
        .ifPresent(reason -> {
          throw new UsageException(
              name() + " cannot train network '" + network.name() + "': " + reason);
        });
  }
}
