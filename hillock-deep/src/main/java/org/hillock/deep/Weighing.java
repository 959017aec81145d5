package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Wiring;

/**
 * What a projection adds to the sums of its targets, as a tensor operation. Neurons lie along the
 * last axis, in their order.
 */
sealed interface Weighing permits Weighing.Matrix, Weighing.OneEach, Sliding, Window {

  /**
   * The operation of a projection, with its weights in tensors of this owner.
   *
   * @throws org.hillock.core.problem.FailureException where a matrix is too large for one array
   */
  static Weighing of(Network network, Projection projection, NDManager owner) {
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    return switch (projection.connectivity()) {
      case Convolution rule ->
          Sliding.of(rule, from.shape(), to.shape(), Wiring.kernel(network, projection), owner);
      case Pooling rule -> Window.of(rule, from.shape(), to.shape(), owner);
      case OneToOne _ -> {
        float[] each = Numbers.of(Wiring.of(network, projection).weight()).toFloats();
        yield new OneEach(Torch.row(owner, each));
      }
      default -> {
        WeightMatrix matrix = WeightMatrix.of(network, projection);
        Shape shape = new Shape(matrix.sources(), matrix.targets());
        yield new Matrix(Torch.create(owner, matrix.toFloats(), shape));
      }
    };
  }

  /** What arrives, of what is heard: [..., source] to [..., target]. */
  NDArray of(NDArray heard);

  /** The weights, where there are any. */
  Optional<NDArray> weights();

  /** The weights in the order in which a network lists them. */
  double[] listed();

  /**
   * A full matrix.
   *
   * @param matrix [source, target]
   */
  record Matrix(NDArray matrix) implements Weighing {
    @Override
    public NDArray of(NDArray heard) {
      return heard.matMul(matrix);
    }

    @Override
    public Optional<NDArray> weights() {
      return Optional.of(matrix);
    }

    @Override
    public double[] listed() {
      int sources = Math.toIntExact(matrix.getShape().get(0));
      int targets = Math.toIntExact(matrix.getShape().get(1));
      return WeightMatrix.listed(matrix.toFloatArray(), sources, targets);
    }
  }

  /**
   * One synapse for each neuron.
   *
   * @param row [1, neuron]
   */
  record OneEach(NDArray row) implements Weighing {
    @Override
    public NDArray of(NDArray heard) {
      return heard.mul(row);
    }

    @Override
    public Optional<NDArray> weights() {
      return Optional.of(row);
    }

    @Override
    public double[] listed() {
      return Numbers.of(row.toFloatArray()).toArray();
    }
  }
}
