package org.hillock.deep;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.training.Messages;
import org.hillock.core.wiring.SynapseCount;

/** Counts what the two rules must send through a network for one update on one image. */
final class TravellingBits {

  private static final int YES_OR_NO = 1;
  private static final int PASSES = 2;

  private TravellingBits() {}

  /**
   * Backpropagation: each deciding neuron is told whether it is the right one, and each neuron
   * before it hears its error as a sum over all synapses that leave it towards the answer, one
   * number along each.
   */
  static Messages backward(Network network, Decision decision) {
    if (!(decision instanceof Decision.LargestValue(String output))) {
      throw new IllegalArgumentException("backpropagation needs an output to compare");
    }
    List<FeedForward.Layer> path = FeedForward.of(network).upTo(output);
    Set<String> layers = new HashSet<>();
    path.forEach(layer -> layers.add(layer.name()));
    double synapses = 0;
    double told = 0;
    for (Projection projection : Trainable.of(path).projections()) {
      double count = SynapseCount.synapses(network, projection);
      synapses += count;
      told += count * (projection.to().equals(output) ? YES_OR_NO : Messages.NUMBER);
    }
    double sent = (double) network.population(output).size() * YES_OR_NO;
    for (FeedForward.Layer layer : path) {
      for (Projection projection : layer.incoming()) {
        boolean goesOn = layers.contains(projection.from());
        sent += goesOn ? (double) SynapseCount.synapses(network, projection) * Messages.NUMBER : 0;
      }
    }
    return new Messages(
        "each hidden neuron is sent its part in the error, one number back along every synapse that"
            + " leaves it, and each deciding neuron whether it is the right one",
        told / synapses,
        sent);
  }

  /**
   * Forward-Forward: in each of two passes every neuron sends its square to the sum of its layer
   * and is told the sum, and whether the label shown is the right one. The choice of the wrong
   * label is not counted: it belongs to what is shown.
   */
  static Messages goodness(Network network) {
    List<FeedForward.Layer> layers = FeedForward.of(network).layers();
    double sent = 0;
    for (FeedForward.Layer layer : layers) {
      sent += (double) layer.population().size() * PASSES * (2 * Messages.NUMBER + YES_OR_NO);
    }
    return new Messages(
        "in each of two passes every neuron sends its square to the sum of its layer, and is told"
            + " the sum and whether the label shown is the right one",
        PASSES * (Messages.NUMBER + YES_OR_NO),
        sent);
  }
}
