package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.ParameterSpec.Range;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.training.Messages;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.TrainingOptions;

/**
 * Learning by the gradient of one loss at the output, carried back through all layers (Rumelhart,
 * Hinton, Williams 1986, doi 10.1038/323533a0).
 *
 * <p>Trained are the weights of dense projections and convolutions, those of one-to-one projections
 * that state {@code learning}, and the biases of the populations that state one, on the way from
 * the image to the population that decides; mean and variance of batches are followed; all else
 * stays as described. Where a picture is shown frame by frame, the error goes back through all
 * passes (Werbos 1990, doi 10.1109/5.58337). The loss is the cross-entropy (in nats, from the sums,
 * so that it cannot overflow) where that population is softmax or log-softmax, otherwise the mean
 * squared difference from one 1 among zeros. Trainings in one process wait for each other.
 */
public final class Backpropagation implements Trainer {

  /** Service constructor. */
  public Backpropagation() {}

  @Override
  public String name() {
    return "backpropagation";
  }

  @Override
  public String meaning() {
    return "Follows the gradient of the error at the output back through all layers (Rumelhart,"
        + " Hinton, Williams 1986, doi 10.1038/323533a0)";
  }

  @Override
  public List<ParameterSpec> settings() {
    return List.of(
        Settings.spec("epochs", 30, Range.POSITIVE, "passes over the images"),
        Settings.spec("batch", 32, Range.POSITIVE, "images in one step"),
        Settings.spec(
            "learning_rate",
            0.003,
            Range.POSITIVE,
            "step size at the start; falls along half a cosine to 0"),
        Settings.spec("weight_decay", 1e-4, Range.NOT_NEGATIVE, "pull of weights towards 0"),
        Settings.spec("adam", 1, Range.NOT_NEGATIVE, "1: Adam; 0: gradient descent"),
        Settings.spec(
            "momentum", 0.9, Range.NOT_NEGATIVE, "of gradient descent, below 1; Adam has its own"),
        Settings.spec(
            "noise", 0, Range.NOT_NEGATIVE, "standard deviation of noise added to pixels"));
  }

  @Override
  public Optional<String> refuses(Network network) {
    Optional<String> unfit = Trainable.refusal(network);
    if (unfit.isPresent()) {
      return unfit;
    }
    if (!(network.decision().orElse(null) instanceof Decision.LargestValue(String name))) {
      return Optional.of("it does not decide by the largest value of a population");
    }
    List<FeedForward.Layer> path = FeedForward.of(network).upTo(name);
    for (FeedForward.Layer layer : path) {
      if (layer.function() == RateFunction.STEP) {
        return Optional.of(
            "population '" + layer.name() + "' is 'step', whose slope is 0: no gradient passes it");
      }
    }
    return Trainable.of(path).refusal();
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
    Torch.lockGradients();
    try (TensorNetwork tensors = new TensorNetwork(FeedForward.of(network))) {
      Descent descent = new Descent(tensors, ports, optimiser);
      EpochLoop.Course course =
          EpochLoop.run(batches, epochs, (batch, _) -> descent.learn(batch), progress);
      return course.trained(this, descent.learnt(), settings.seed(), data);
    } finally {
      Torch.unlockGradients();
    }
  }

  /** Plain gradient descent by a step so large that hardly a digit of the gradient is lost. */
  @Override
  public TrainingOptions oneUpdate(long seed, int images) {
    return Trainer.super
        .oneUpdate(seed, images)
        .with("learning_rate", Optimisers.LEGIBLE)
        .with("adam", 0)
        .with("momentum", 0)
        .with("weight_decay", 0)
        .with("noise", 0);
  }

  @Override
  public Optional<Messages> messages(Network network) {
    requireAccepts(network);
    return network.decision().map(d -> TravellingBits.backward(network, d));
  }

  private static Optimizer optimiser(Settings settings, int steps) {
    double rate = settings.real("learning_rate");
    double decay = settings.real("weight_decay");
    double momentum = settings.share("momentum");
    return settings.flag("adam")
        ? Optimisers.adam(rate, decay, steps)
        : Optimisers.descent(rate, momentum, decay, steps);
  }

  /** Steps down the gradient of the loss, one for each group of images. */
  private static final class Descent {
    private final TensorNetwork tensors;
    private final Ports ports;
    private final Optimizer optimiser;
    private final List<FeedForward.Layer> path;
    private final FeedForward.Layer output;
    private final Trainable trainable;
    private final Frames frames;

    Descent(TensorNetwork tensors, Ports ports, Optimizer optimiser) {
      this.tensors = tensors;
      this.ports = ports;
      this.optimiser = optimiser;
      if (!(ports.decision() instanceof Decision.LargestValue(String name))) {
        throw new IllegalStateException("refused before");
      }
      path = tensors.plan().upTo(name);
      output = path.stream().filter(layer -> layer.name().equals(name)).findFirst().orElseThrow();
      frames = Frames.of(tensors.plan().network());
      trainable = Trainable.of(path);
      for (Projection projection : trainable.projections()) {
        tensors.weights(projection).setRequiresGradient(true);
      }
      for (FeedForward.Layer layer : trainable.layers()) {
        tensors.bias(layer).setRequiresGradient(true);
      }
    }

    double learn(Minibatches.Batch batch) {
      try (NDManager pass = tensors.manager().newSubManager()) {
        double loss;
        try (GradientCollector collector = Torch.newCollector()) {
          NDArray mean = loss(batch, pass);
          collector.backward(mean);
          loss = mean.getFloat();
        }
        for (Projection projection : trainable.projections()) {
          move("weights of " + projection.name(), tensors.weights(projection));
        }
        for (FeedForward.Layer layer : trainable.layers()) {
          move("bias of " + layer.name(), tensors.bias(layer));
        }
        return loss;
      }
    }

    /** Through all frames, one pass after another; what is answered after the last one counts. */
    private NDArray loss(Minibatches.Batch batch, NDManager pass) {
      SentBefore before = new SentBefore(tensors.plan().network());
      NDArray sum = pass.zeros(new Shape(1));
      Map<String, NDArray> values = new HashMap<>();
      for (float[] frame : frames.of(batch)) {
        values = new HashMap<>();
        for (var input : tensors.plan().inputs()) {
          values.put(input.name(), pass.zeros(new Shape(1, input.size())));
        }
        Shape shape = new Shape(batch.rows(), ports.image().size());
        values.put(ports.image().name(), Torch.create(pass, frame, shape));
        sum = pass(values, before, pass);
        before.remember(values, pass, false);
      }
      NDArray wanted = OneHot.rows(batch.labels(), output.population().size(), pass);
      return output.function() == RateFunction.SOFTMAX
              || output.function() == RateFunction.LOG_SOFTMAX
          ? sum.logSoftmax(-1).mul(wanted).sum().div(Torch.number(sum, -batch.rows()))
          : Objects.requireNonNull(values.get(output.name())).sub(wanted).square().mean();
    }

    /** One pass; the sums of the layer that decides. */
    private NDArray pass(Map<String, NDArray> values, SentBefore before, NDManager pass) {
      TensorNetwork.Mode learning = TensorNetwork.Mode.LEARNING;
      TensorNetwork.Carried carried = p -> before.carried(p, values, pass);
      NDArray last = pass.zeros(new Shape(1));
      for (FeedForward.Layer layer : path) {
        NDArray sum = tensors.sum(layer, carried, learning, pass);
        values.put(layer.name(), tensors.value(layer, sum, carried, learning, pass));
        last = layer.name().equals(output.name()) ? sum : last;
      }
      return last;
    }

    private void move(String name, NDArray parameter) {
      try (NDArray gradient = parameter.getGradient()) {
        optimiser.update(name, parameter, gradient);
      }
    }

    Network learnt() {
      return tensors.listed(trainable.projections(), trainable.layers());
    }
  }
}
