package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.wiring.Parameters;

/**
 * A network's weights and biases as tensors in single precision, and the sum at the hillock that
 * they make.
 *
 * <p>A tensor that an operation makes belongs to the owner of the operation's first operand; so
 * values come first and weights second throughout, or every pass would leave tensors behind.
 */
final class TensorNetwork implements AutoCloseable {

  private static final float SQUARE_FLOOR = 1e-30f;

  private final FeedForward plan;
  private final NDManager manager;
  private final Map<String, NDArray> weights = new HashMap<>();
  private final Map<String, NDArray> biases = new HashMap<>();

  TensorNetwork(FeedForward plan) {
    this.plan = plan;
    manager = Torch.newManager();
    Network network = plan.network();
    for (Projection projection : network.projections().values()) {
      WeightMatrix matrix = WeightMatrix.of(network, projection);
      Shape shape = new Shape(matrix.sources(), matrix.targets());
      weights.put(projection.name(), Torch.create(manager, matrix.toFloats(), shape));
    }
    for (FeedForward.Layer layer : plan.layers()) {
      float[] bias = Numbers.of(Parameters.bias(network, layer.population())).toFloats();
      biases.put(layer.name(), Torch.row(manager, bias));
    }
  }

  FeedForward plan() {
    return plan;
  }

  /** The owner of the weights, for short-lived owners under it. */
  NDManager manager() {
    return manager;
  }

  /** The weights of a projection, [source, target]. */
  NDArray weights(Projection projection) {
    return Objects.requireNonNull(weights.get(projection.name()));
  }

  /** The biases of a layer, [1, neurons]; 0 where its population states none. */
  NDArray bias(FeedForward.Layer layer) {
    return Objects.requireNonNull(biases.get(layer.name()));
  }

  /**
   * Σ w·a over some projections onto a layer, times a gain, without the bias.
   *
   * @param gain that the modulators give now
   * @param through which projections
   * @param sent what each population sends, its neurons along the last axis
   * @param pass owner of the result where nothing is received
   */
  NDArray synapticSum(
      FeedForward.Layer layer,
      double gain,
      List<Projection> through,
      Map<String, NDArray> sent,
      NDManager pass) {
    NDArray sum = null;
    for (Projection projection : through) {
      NDArray source = Objects.requireNonNull(sent.get(projection.from()));
      NDArray part = normalised(projection, source).matMul(weights(projection));
      sum = sum == null ? part : sum.add(part);
    }
    if (sum == null) {
      return pass.zeros(new Shape(1, layer.population().size()), DataType.FLOAT32);
    }
    return gain == 1 ? sum : sum.mul((float) gain);
  }

  /** The whole sum of a layer at the levels of the start, all projections and the bias. */
  NDArray sum(FeedForward.Layer layer, Map<String, NDArray> sent, NDManager pass) {
    return synapticSum(layer, layer.gain(), layer.incoming(), sent, pass).add(bias(layer));
  }

  /**
   * What a projection weighs of what its source sends.
   *
   * <p>The mean square is kept above 1e-30: this changes no result, but the slope of the root at 0
   * is infinite and would make every gradient NaN.
   */
  static NDArray normalised(Projection projection, NDArray source) {
    return switch (projection.normalisation()) {
      case NONE -> source;
      case RMS ->
          source.div(
              source
                  .square()
                  .mean(new int[] {-1}, true)
                  .maximum(SQUARE_FLOOR)
                  .sqrt()
                  .add((float) PlainForward.RMS_FLOOR));
    };
  }

  /** The network with these projections' weights and these layers' biases listed as they are. */
  Network listed(Collection<Projection> projections, Collection<FeedForward.Layer> layers) {
    List<Projection> newProjections = new ArrayList<>();
    for (Projection projection : projections) {
      NDArray learnt = weights(projection);
      int sources = Math.toIntExact(learnt.getShape().get(0));
      int targets = Math.toIntExact(learnt.getShape().get(1));
      double[] listed = WeightMatrix.listed(learnt.toFloatArray(), sources, targets);
      newProjections.add(projection.withWeights(Values.listed(listed)));
    }
    List<Population> newPopulations = new ArrayList<>();
    for (FeedForward.Layer layer : layers) {
      newPopulations.add(
          layer
              .population()
              .withBias(Values.listed(Numbers.of(bias(layer).toFloatArray()).toArray())));
    }
    return plan.network().with(newPopulations, newProjections);
  }

  @Override
  public void close() {
    manager.close();
  }
}
