package org.hillock.deep;

import ai.djl.training.optimizer.Optimizer;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.ParameterSpec.Range;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.network.Values;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.training.Messages;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.TrainingOptions;

/**
 * Forward-Forward (Hinton 2022, arXiv:2212.13345): two forward passes and no backward one.
 *
 * <p>An image is shown once with its right label (positive) and once with a wrong one (negative).
 * Every layer for itself makes its goodness, the mean square of its values, large for the first and
 * small for the second: it follows the gradient of ln(1 + exp(∓(goodness - threshold))) in its own
 * weights and biases. No gradient passes from one layer to another; what a layer reads of the one
 * below is divided by its root mean square, so that the goodness below cannot simply be copied.
 *
 * <p>A wrong label is drawn with probability proportional to exp(hardness · goodness of the whole
 * network under it). Through that choice alone, later layers have a say in what earlier ones learn
 * from; with {@code hardness} 0 all wrong labels are equally likely.
 */
public final class ForwardForward implements Trainer {

  /** Service constructor. */
  public ForwardForward() {}

  @Override
  public String name() {
    return "forward-forward";
  }

  @Override
  public String meaning() {
    return "Each layer for itself answers strongly to images with their right label and weakly to"
        + " ones with a wrong label; no backward pass (Hinton 2022, arXiv:2212.13345)";
  }

  @Override
  public List<ParameterSpec> settings() {
    return List.of(
        Settings.spec("epochs", 40, Range.POSITIVE, "passes over the images"),
        Settings.spec("batch", 32, Range.POSITIVE, "images in one step"),
        Settings.spec(
            "learning_rate",
            0.01,
            Range.POSITIVE,
            "step size at the start; falls along half a cosine to 0"),
        Settings.spec("weight_decay", 0, Range.NOT_NEGATIVE, "pull of weights towards 0"),
        Settings.spec("adam", 1, Range.NOT_NEGATIVE, "1: Adam; 0: gradient descent"),
        Settings.spec("threshold", 5, Range.POSITIVE, "goodness that parts right from wrong"),
        Settings.spec(
            "hardness",
            3,
            Range.NOT_NEGATIVE,
            "how much wrong labels of high goodness are preferred; 0: not at all"),
        Settings.spec(
            "noise", 0, Range.NOT_NEGATIVE, "standard deviation of noise added to pixels"));
  }

  @Override
  public Optional<String> refuses(Network network) {
    Optional<String> unfit = Trainable.refusal(network);
    if (unfit.isPresent()) {
      return unfit;
    }
    if (!(network.decision().orElse(null) instanceof Decision.LargestGoodness decision)) {
      return Optional.of("it does not decide by the largest goodness");
    }
    List<FeedForward.Layer> layers = FeedForward.of(network).layers();
    for (FeedForward.Layer layer : layers) {
      Optional<String> reason = refuses(network, layer);
      if (reason.isPresent()) {
        return reason;
      }
    }
    for (String read : decision.populations()) {
      if (network.population(read).neuron().equals(FeedForward.INPUT)) {
        return Optional.of("goodness of '" + read + "' is no answer: it is an input");
      }
    }
    return Trainable.of(layers).refusal();
  }

  private static Optional<String> refuses(Network network, FeedForward.Layer layer) {
    if (layer.function() != RateFunction.RELU) {
      return Optional.of(
          "population '"
              + layer.name()
              + "' is '"
              + layer.function().model()
              + "'; Forward-Forward trains 'relu'");
    }
    if (layer.population().bias().orElse(null) instanceof Values.PerChannel) {
      return Optional.of(
          "population '"
              + layer.name()
              + "' shares its biases by channel; Forward-Forward trains one for each neuron");
    }
    for (Projection projection : layer.incoming()) {
      if (!(projection.connectivity() instanceof Dense)) {
        return Optional.of(
            "projection '"
                + projection.name()
                + "' is '"
                + projection.connectivity().rule()
                + "'; Forward-Forward trains 'dense'");
      }
      boolean fromInput = network.population(projection.from()).neuron().equals(FeedForward.INPUT);
      boolean rms = projection.normalisation() instanceof Normalisation.RootMeanSquare;
      boolean plain = projection.normalisation() instanceof Normalisation.None;
      if (projection.passes() > 0) {
        return Optional.of(
            "projection '"
                + projection.name()
                + "' counts its delay in passes; Forward-Forward trains in one");
      }
      if (fromInput && !rms && !plain) {
        return Optional.of(
            "projection '"
                + projection.name()
                + "' normalises by '"
                + projection.normalisation().word()
                + "'; Forward-Forward knows 'rms'");
      }
      if (!fromInput && !rms) {
        return Optional.of(
            "projection '"
                + projection.name()
                + "' carries the goodness of '"
                + projection.from()
                + "' on; say 'normalise: rms'");
      }
    }
    return Optional.empty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.hillock.core.problem.FailureException where the loss grows without bound, or memory
   *     does not suffice
   */
  @Override
  public Trained train(Network network, Dataset data, TrainingOptions options, Progress progress) {
    requireAccepts(network);
    Settings settings = new Settings(this, options);
    Ports ports = Ports.of(network);
    Trainable.requireFits(network, ports, data);
    Trainable.requireMemory(network, SessionOptions.seeded(settings.seed()));
    Minibatches batches =
        new Minibatches(data, settings.whole("batch"), settings.real("noise"), settings.seed());
    int epochs = settings.whole("epochs");
    Optimizer optimiser = optimiser(settings, Math.multiplyExact(epochs, batches.perEpoch()));
    try (TensorNetwork tensors = new TensorNetwork(FeedForward.of(network))) {
      LocalLearning learning =
          new LocalLearning(
              tensors,
              ports,
              optimiser,
              settings.real("threshold"),
              new WrongLabels(settings.real("hardness"), settings.seed()));
      EpochLoop.Course course = EpochLoop.run(batches, epochs, learning::learn, progress);
      return course.trained(this, learning.learnt(), settings.seed(), data);
    }
  }

  private static Optimizer optimiser(Settings settings, int steps) {
    double rate = settings.real("learning_rate");
    double decay = settings.real("weight_decay");
    return settings.flag("adam")
        ? Optimisers.adam(rate, decay, steps)
        : Optimisers.descent(rate, 0, decay, steps);
  }

  /**
   * Plain gradient descent by a step so large that hardly a digit of the gradient is lost, and
   * wrong labels that are all equally likely: with {@code hardness} the goodness of the whole
   * network has a say in what is shown.
   */
  @Override
  public TrainingOptions oneUpdate(long seed, int images) {
    return Trainer.super
        .oneUpdate(seed, images)
        .with("learning_rate", Optimisers.LEGIBLE)
        .with("adam", 0)
        .with("hardness", 0)
        .with("weight_decay", 0)
        .with("noise", 0);
  }

  @Override
  public Optional<Messages> messages(Network network) {
    requireAccepts(network);
    return Optional.of(TravellingBits.goodness(network));
  }
}
