package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
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

  private final FeedForward plan;
  private final NDManager manager;
  private final Map<String, Weighing> weighings = new HashMap<>();
  private final Map<String, Normalising> normalisings = new HashMap<>();
  private final Map<String, NDArray> biases = new HashMap<>();
  private final Map<String, List<NDArray>> parameters = new HashMap<>();

  TensorNetwork(FeedForward plan) {
    this.plan = plan;
    manager = Torch.newManager();
    Network network = plan.network();
    for (Projection projection : network.projections().values()) {
      weighings.put(projection.name(), Weighing.of(network, projection, manager));
      org.hillock.core.network.Shape from = network.population(projection.from()).shape();
      normalisings.put(
          projection.name(), new Normalising(projection.normalisation(), from, manager));
    }
    for (FeedForward.Layer layer : plan.layers()) {
      double[] bias = Parameters.bias(network, layer.population());
      int own = shared(layer) ? layer.population().shape().channels() : bias.length;
      float[] row = Numbers.of(Arrays.copyOf(bias, own)).toFloats();
      biases.put(layer.name(), Torch.row(manager, row));
      parameters.put(
          layer.name(),
          RateFunction.parameters(network, layer.population()).stream()
              .map(each -> Torch.row(manager, Numbers.of(each).toFloats()))
              .toList());
    }
  }

  private static boolean shared(FeedForward.Layer layer) {
    return layer.population().bias().orElse(null) instanceof Values.PerChannel;
  }

  FeedForward plan() {
    return plan;
  }

  /** The owner of the weights, for short-lived owners under it. */
  NDManager manager() {
    return manager;
  }

  /**
   * The weights of a projection, for a dense one [source, target].
   *
   * @throws java.util.NoSuchElementException for a pooling
   */
  NDArray weights(Projection projection) {
    return weighing(projection).weights().orElseThrow();
  }

  private Weighing weighing(Projection projection) {
    return Objects.requireNonNull(weighings.get(projection.name()));
  }

  private Normalising normalising(Projection projection) {
    return Objects.requireNonNull(normalisings.get(projection.name()));
  }

  /** The biases of a layer, [1, neurons or channels]; 0 where its population states none. */
  NDArray bias(FeedForward.Layer layer) {
    return Objects.requireNonNull(biases.get(layer.name()));
  }

  /** A sum with the biases of its layer. */
  NDArray withBias(FeedForward.Layer layer, NDArray sum) {
    NDArray bias = bias(layer);
    return shared(layer)
        ? sum.reshape(-1, bias.size()).add(bias).reshape(sum.getShape())
        : sum.add(bias);
  }

  /** What a projection is given to weigh: what its source sends, or sent passes ago. */
  interface Carried {
    NDArray by(Projection projection);
  }

  /** Whether a pass goes by what is stored of batches, or learns that. */
  enum Mode {
    RUNNING,
    LEARNING
  }

  /**
   * Σ w·a over some projections onto a layer, times a gain, without the bias.
   *
   * @param gain that the modulators give now
   * @param through which projections
   * @param carried neurons along the last axis
   * @param pass owner of the result where nothing is received
   */
  NDArray synapticSum(
      FeedForward.Layer layer,
      double gain,
      List<Projection> through,
      Carried carried,
      Mode mode,
      NDManager pass) {
    NDArray sum = null;
    for (Projection projection : through) {
      NDArray heard = normalised(projection, carried.by(projection), mode);
      NDArray part = weighing(projection).of(heard);
      sum = sum == null ? part : sum.add(part);
    }
    if (sum == null) {
      return pass.zeros(new Shape(1, layer.population().size()), DataType.FLOAT32);
    }
    return gain == 1 ? sum : sum.mul(Torch.number(sum, gain));
  }

  /** The whole sum of a layer at the levels of the start, with the bias. */
  NDArray sum(FeedForward.Layer layer, Carried carried, Mode mode, NDManager pass) {
    return withBias(layer, synapticSum(layer, layer.gain(), layer.summed(), carried, mode, pass));
  }

  /** The values of a layer whose neurons have these sums, at the levels of the start. */
  NDArray value(FeedForward.Layer layer, NDArray sum, Carried carried, Mode mode, NDManager pass) {
    return layer.function() == RateFunction.PRODUCT
        ? sum.mul(synapticSum(layer, 1, layer.factors(), carried, mode, pass))
        : activated(layer, sum);
  }

  /** What the neurons of a layer make of one sum; of any but a product. */
  NDArray activated(FeedForward.Layer layer, NDArray sum) {
    List<NDArray> own = Objects.requireNonNull(parameters.get(layer.name()));
    return Activation.of(layer.function(), sum, own);
  }

  /** What a projection weighs of what it carries. */
  NDArray normalised(Projection projection, NDArray source, Mode mode) {
    return switch (mode) {
      case RUNNING -> normalising(projection).running(source);
      case LEARNING -> normalising(projection).learning(source);
    };
  }

  /**
   * The network with these projections' weights and these layers' biases listed as they are, and
   * what is stored of batches as it is.
   */
  Network listed(Collection<Projection> projections, Collection<FeedForward.Layer> layers) {
    Map<String, Projection> changed = new LinkedHashMap<>();
    for (Projection projection : plan.network().projections().values()) {
      if (projection.normalisation() instanceof Normalisation.Batch) {
        Normalisation learnt = normalising(projection).learnt();
        changed.put(projection.name(), projection.withNormalisation(learnt));
      }
    }
    for (Projection projection : projections) {
      Projection before = changed.getOrDefault(projection.name(), projection);
      double[] listed = weighing(projection).listed();
      changed.put(projection.name(), before.withWeights(Values.listed(listed)));
    }
    List<Population> newPopulations = new ArrayList<>();
    for (FeedForward.Layer layer : layers) {
      double[] learnt = Numbers.of(bias(layer).toFloatArray()).toArray();
      Values bias = shared(layer) ? Values.perChannel(learnt) : Values.listed(learnt);
      newPopulations.add(layer.population().withBias(bias));
    }
    return plan.network().with(newPopulations, changed.values());
  }

  @Override
  public void close() {
    manager.close();
  }
}
