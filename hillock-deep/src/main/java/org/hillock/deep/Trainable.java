package org.hillock.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.wiring.SynapseCount;

/**
 * What of a network is trained.
 *
 * @param projections whose weights are
 * @param layers whose biases are
 */
record Trainable(List<Projection> projections, List<FeedForward.Layer> layers) {

  /**
   * The projections among some layers that have weights to learn: dense ones and convolutions, and
   * one-to-one ones that state a learning rule, which else pass values on as they are. And those
   * layers that state a bias.
   */
  static Trainable of(List<FeedForward.Layer> layers) {
    List<Projection> projections = new ArrayList<>();
    for (FeedForward.Layer layer : layers) {
      layer.incoming().stream().filter(Trainable::learns).forEach(projections::add);
    }
    return new Trainable(
        projections, layers.stream().filter(l -> l.population().bias().isPresent()).toList());
  }

  private static boolean learns(Projection p) {
    return switch (p.connectivity()) {
      case Dense _, Convolution _ -> true;
      case OneToOne _ -> p.learning().isPresent();
      default -> false;
    };
  }

  /** Whether neurons that begin alike stay so: where several see the same with the same weights. */
  private static boolean isShared(Projection p) {
    return p.connectivity() instanceof Dense
        || p.connectivity() instanceof Convolution c
            && !c.equals(Convolution.perChannel(c.groups()));
  }

  /** Why a network cannot be trained at all, in a sentence; empty where it can. */
  static Optional<String> refusal(Network network) {
    return FeedForward.refusal(network)
        .or(() ->
            network.modulators().values().stream()
                .filter(Modulator::changes)
                .findFirst()
                .map(m ->
                    "modulator '"
                        + m.name()
                        + "' changes from pass to pass; weights are learnt at levels that stay"));
  }

  /** Why learning could not begin, in a sentence; empty where it can. */
  Optional<String> refusal() {
    if (projections.isEmpty()) {
      return Optional.of(
          "it has no 'dense' or 'convolution' projection whose weights could be learnt");
    }
    return projections.stream()
        .filter(p -> isShared(p) && p.weights() instanceof Values.Constant)
        .findFirst()
        .map(p ->
            "all weights of projection '"
                + p.name()
                + "' are "
                + p.weights().described()
                + ", so that its neurons would all learn the same; draw them from a distribution");
  }

  /**
   * Checks that the network fits into memory while it is trained: a gradient and Adam's two moments
   * beside every weight; weights that are shared count once.
   *
   * @throws org.hillock.core.problem.FailureException with the figures
   */
  static void requireMemory(Network network, SessionOptions options) {
    MemoryEstimate still = new TensorEngine().estimate(network, options);
    long weights =
        network.projections().values().stream()
            .filter(Trainable::learns)
            .mapToLong(p -> SynapseCount.parameters(network, p))
            .sum();
    long bytes = still.bytes() + 3L * Float.BYTES * weights;
    new MemoryEstimate(still.neurons(), still.synapses(), bytes)
        .requireFits(network.name(), options.memoryBytes());
  }

  /**
   * Checks that images and labels fit the network.
   *
   * @throws UsageException with both sizes
   */
  static void requireFits(Network network, Ports ports, Dataset data) {
    if (network.presentation().isPresent()) {
      requireFits(network.presentation().get(), data);
    } else if (ports.image().size() != data.shape().size()) {
      throw new UsageException(
          "images of '"
              + data.name()
              + "' have "
              + data.shape()
              + " = "
              + data.shape().size()
              + " pixels, but population '"
              + ports.image().name()
              + "' has "
              + ports.image().size()
              + " neurons");
    }
    if (ports.classes(network) != data.classes()) {
      throw new UsageException(
          "'"
              + data.name()
              + "' has "
              + data.classes()
              + " classes, but network '"
              + network.name()
              + "' answers with "
              + ports.classes(network));
    }
  }

  private static void requireFits(Presentation shown, Dataset data) {
    if (!shown.picture().extents().subList(0, 2).equals(data.shape().extents().subList(0, 2))
        || shown.picture().size() != data.shape().size()) {
      throw new UsageException(
          "presentation.picture",
          "is " + shown.picture() + ", but an image of '" + data.name() + "' is " + data.shape());
    }
  }
}
