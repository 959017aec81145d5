package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hillock.core.network.Decision.LargestGoodness;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Projection;

/**
 * The steps of Forward-Forward. Each layer's gradient is written out from what the layer itself
 * reads and answers, and from nothing else: no automatic differentiation runs here, so none can
 * pass a gradient on.
 *
 * <p>Tensors have the axes [label shown, image, neuron]; what does not depend on the label has 1
 * label, and is computed once for all.
 */
final class LocalLearning {

  private final TensorNetwork tensors;
  private final Population image;
  private final Population labels;
  private final LargestGoodness decision;
  private final Optimizer optimiser;
  private final double threshold;
  private final WrongLabels wrongLabels;
  private final Trainable trainable;

  LocalLearning(
      TensorNetwork tensors,
      Ports ports,
      Optimizer optimiser,
      double threshold,
      WrongLabels wrongLabels) {
    this.tensors = tensors;
    this.image = ports.image();
    this.labels = ports.labels().orElseThrow();
    this.optimiser = optimiser;
    this.threshold = threshold;
    this.wrongLabels = wrongLabels;
    if (!(ports.decision() instanceof LargestGoodness goodness)) {
      throw new IllegalStateException("refused before");
    }
    decision = goodness;
    trainable = Trainable.of(tensors.plan().layers());
  }

  /** One step on a group of images; the mean loss over layers, images and both kinds. */
  double learn(Minibatches.Batch batch, int epoch) {
    try (NDManager pass = tensors.manager().newSubManager()) {
      int rows = batch.rows();
      NDArray pixels = Torch.create(pass, batch.pixels(), new Shape(1, rows, image.size()));
      int[] wrong =
          wrongLabels.draw(batch, epoch, labels.size(), goodnessOfEveryLabel(pixels, pass));
      int[] shown = IntStream.concat(IntStream.of(batch.labels()), IntStream.of(wrong)).toArray();
      NDArray both = OneHot.rows(shown, labels.size(), pass).reshape(2, rows, labels.size());
      Map<String, NDArray> values = forward(pixels, both, pass);
      // +1 for the right label, -1 for the wrong one
      NDArray kind = Torch.create(pass, new float[] {1, -1}, new Shape(2, 1, 1));
      double loss = 0;
      List<FeedForward.Layer> layers = tensors.plan().layers();
      for (FeedForward.Layer layer : layers) {
        loss += learn(layer, values, kind, rows);
      }
      return loss / layers.size();
    }
  }

  private float[] goodnessOfEveryLabel(NDArray pixels, NDManager pass) {
    int[] every = IntStream.range(0, labels.size()).toArray();
    NDArray shown =
        OneHot.rows(every, labels.size(), pass).reshape(labels.size(), 1, labels.size());
    Map<String, NDArray> values = forward(pixels, shown, pass);
    NDArray total = pass.zeros(new Shape(labels.size(), pixels.getShape().get(1), 1));
    for (String read : decision.populations()) {
      total = total.add(goodness(known(values, read)));
    }
    return total.toFloatArray();
  }

  private Map<String, NDArray> forward(NDArray pixels, NDArray shown, NDManager pass) {
    Map<String, NDArray> values = new HashMap<>();
    for (Population input : tensors.plan().inputs()) {
      values.put(input.name(), pass.zeros(new Shape(1, 1, input.size()), DataType.FLOAT32));
    }
    values.put(image.name(), pixels);
    values.put(labels.name(), shown);
    for (FeedForward.Layer layer : tensors.plan().layers()) {
      NDArray sum =
          tensors.sum(layer, p -> known(values, p.from()), TensorNetwork.Mode.RUNNING, pass);
      values.put(layer.name(), tensors.activated(layer, sum));
    }
    return values;
  }

  /** Mean square over the neurons, [label, image, 1]. */
  private static NDArray goodness(NDArray values) {
    return values.square().mean(new int[] {-1}, true);
  }

  /**
   * One layer's own step.
   *
   * <p>With goodness g = mean h² and loss ln(1 + exp(-k (g - θ))), k = ±1, the derivative by the
   * sum at the hillock is -k σ(-k (g - θ)) 2 h / n: where relu is flat, h is 0 already.
   */
  private double learn(
      FeedForward.Layer layer, Map<String, NDArray> values, NDArray kind, int rows) {
    NDArray h = known(values, layer.name());
    NDArray margin = goodness(h).sub(Torch.number(h, threshold)).mul(kind);
    NDArray slope = ai.djl.nn.Activation.sigmoid(margin.neg()).mul(kind);
    float scale = -1f / (layer.population().size() * rows);
    NDArray bySum = h.mul(slope.mul(Torch.number(slope, scale)));
    for (Projection projection : layer.incoming()) {
      NDArray sent = known(values, projection.from());
      NDArray source = tensors.normalised(projection, sent, TensorNetwork.Mode.RUNNING);
      NDArray gradient = outer(source, bySum).mul(Torch.number(bySum, layer.gain()));
      optimiser.update("weights of " + projection.name(), tensors.weights(projection), gradient);
    }
    if (layer.population().bias().isPresent()) {
      NDArray gradient = bySum.sum(new int[] {0, 1}).reshape(1, layer.population().size());
      optimiser.update("bias of " + layer.name(), tensors.bias(layer), gradient);
    }
    return ai.djl.nn.Activation.softPlus(margin.neg()).mean().getFloat();
  }

  /** Σ over labels and images of source · derivative, [source, target]. */
  private static NDArray outer(NDArray source, NDArray bySum) {
    long targets = bySum.getShape().get(2);
    long sources = source.getShape().get(2);
    boolean sameForEveryLabel = source.getShape().get(0) == 1;
    NDArray summed = sameForEveryLabel ? bySum.sum(new int[] {0}) : bySum.reshape(-1, targets);
    return source.reshape(-1, sources).transpose().matMul(summed);
  }

  private static NDArray known(Map<String, NDArray> values, String name) {
    return Objects.requireNonNull(values.get(name));
  }

  Network learnt() {
    return tensors.listed(trainable.projections(), trainable.layers());
  }
}
