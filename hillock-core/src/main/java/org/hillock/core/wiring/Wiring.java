package org.hillock.core.wiring;

import java.util.Optional;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Purpose;

/**
 * Draws the synapses of a projection from its rule.
 *
 * <p>What is drawn depends on the network's seed, the place of the projection in the network and
 * the number of the target neuron or of the synapse, and on nothing else: {@link #edges} gives the
 * same synapses in any part whether or not others are asked for, so that several workers can build
 * one network. Time grows with the number of synapses.
 */
public final class Wiring {

  private static final int MOST = 500_000_000;

  private Wiring() {}

  /**
   * The ends of a projection's synapses, to be drawn in parts. Where a rule's synapses depend on
   * each other (different pairs), they are drawn here, and kept.
   *
   * @throws UsageException where a rule cannot be fulfilled
   */
  public static Edges edges(Network network, Projection projection) {
    return new EdgeRules(network, projection, indexOf(network, projection)).edges(projection);
  }

  /**
   * The weights of a projection's synapses in {@link #weightUnit}, with the sign of the receptor.
   *
   * @throws IllegalArgumentException for a convolution, whose synapses share weights, and a
   *     pooling, which has none
   */
  public static SynapseValues weights(Network network, Projection projection) {
    if (projection.connectivity() instanceof Convolution
        || projection.connectivity() instanceof Pooling) {
      throw new IllegalArgumentException(
          "the synapses of a "
              + projection.connectivity().rule()
              + " have no weights of their own");
    }
    Population to = network.population(projection.to());
    return new SynapseValues(
        projection.weights(),
        weightUnit(network, projection),
        sign(projection, to),
        network.seed(),
        Purpose.WEIGHT,
        indexOf(network, projection));
  }

  /**
   * The delays of a projection's synapses in ms; empty where it states none, or counts them in
   * passes.
   */
  public static Optional<SynapseValues> delaysMs(Network network, Projection projection) {
    return projection
        .delays()
        .filter(_ -> projection.passes() == 0)
        .map(d ->
            new SynapseValues(
                d, Unit.MS, 1, network.seed(), Purpose.DELAY, indexOf(network, projection)));
  }

  /**
   * All synapses of one projection, laid out in the order of their numbers. Those of a pooling
   * weigh 1, or the share that they have in a mean; what the largest of a window is, they do not
   * tell.
   *
   * @throws UsageException where listed weights or delays do not fit their number, or the synapses
   *     are too many for one array
   */
  public static Synapses of(Network network, Projection projection) {
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    String path = "projections." + projection.name();
    long expected = SynapseCount.synapses(network, projection);
    if (expected > MOST) {
      throw new UsageException(
          path, expected + " synapses are more than the " + MOST + " that one projection may have");
    }
    DrawnPairs ends = new DrawnPairs((int) expected);
    Edges edges = edges(network, projection);
    edges.draw(0, edges.units(), ends::add);
    int count = ends.count();
    double[] weight =
        switch (projection.connectivity()) {
          case Convolution rule ->
              shared(network, projection, new Kernel(rule, from.shape(), to.shape()), count);
          case Pooling rule ->
              pooled(new PoolingWindow(rule, from.shape(), to.shape()), to.size(), count);
          default -> all(projection.weights(), weights(network, projection), count);
        };
    double[] delay =
        delaysMs(network, projection)
            .map(values -> all(projection.delays().orElseThrow(), values, count))
            .orElseGet(() -> new double[count]);
    return new Synapses(ends.pre(), ends.post(), weight, delay);
  }

  /** The unit in which weights of a projection are laid out: that of its receptor, coherent. */
  public static Unit weightUnit(Network network, Projection projection) {
    return Unit.coherent(network.receptor(projection).weight());
  }

  private static double[] all(Values stated, SynapseValues values, int count) {
    if (stated instanceof Values.Listed listed && listed.numbers().size() != count) {
      throw new UsageException(
          "lists " + listed.numbers().size() + " numbers where " + count + " are needed");
    }
    double[] each = new double[count];
    long[] number = new long[EdgeBatch.MOST];
    double[] some = new double[EdgeBatch.MOST];
    for (int from = 0; from < count; from += EdgeBatch.MOST) {
      int batch = Math.min(EdgeBatch.MOST, count - from);
      for (int i = 0; i < batch; i++) {
        number[i] = from + i;
      }
      values.at(number, batch, some);
      System.arraycopy(some, 0, each, from, batch);
    }
    return each;
  }

  /**
   * The shared weights of a convolution in {@link #weightUnit}, with the sign of the receptor:
   * [filter, row, column, channel of the group].
   *
   * @throws IllegalArgumentException for any other projection
   */
  public static double[] kernel(Network network, Projection projection) {
    if (!(projection.connectivity() instanceof Convolution rule)) {
      throw new IllegalArgumentException("projection '" + projection.name() + "' has no kernel");
    }
    Population from = network.population(projection.from());
    Population to = network.population(projection.to());
    double[] kernel =
        projection
            .weights()
            .resolve(
                new Kernel(rule, from.shape(), to.shape()).parameters(),
                weightUnit(network, projection),
                network.seed(),
                Purpose.WEIGHT,
                indexOf(network, projection));
    double sign = sign(projection, to);
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] *= sign;
    }
    return kernel;
  }

  private static double[] shared(Network network, Projection projection, Kernel kernel, int count) {
    Population to = network.population(projection.to());
    double[] parameters = kernel(network, projection);
    double[] each = new double[count];
    int k = 0;
    for (int post = 0; post < to.size(); post++) {
      for (int cell = 0; cell < kernel.cells(); cell++) {
        if (kernel.source(post, cell) >= 0) {
          each[k++] = parameters[kernel.parameter(post, cell)];
        }
      }
    }
    return each;
  }

  private static double[] pooled(PoolingWindow window, int targets, int count) {
    double[] each = new double[count];
    int k = 0;
    for (int post = 0; post < targets; post++) {
      double weight = window.rule().kind() == Pooling.Kind.MAX ? 1 : 1.0 / window.divisor(post);
      for (int cell = 0; cell < window.cells(); cell++) {
        if (window.source(post, cell) >= 0) {
          each[k++] = weight;
        }
      }
    }
    return each;
  }

  private static long indexOf(Network network, Projection projection) {
    return network.pathwayIndex(projection);
  }

  private static double sign(Projection projection, Population to) {
    Receptor receptor =
        projection
            .receptor()
            .flatMap(to.model()::receptor)
            .orElseGet(() -> to.model().receptors().getFirst());
    return switch (receptor.sign()) {
      case AS_GIVEN, EXCITES -> 1;
      case INHIBITS -> -1;
    };
  }
}
