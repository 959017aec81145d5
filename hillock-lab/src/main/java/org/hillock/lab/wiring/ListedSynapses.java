package org.hillock.lab.wiring;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/**
 * The synapses of a projection written out one by one, each with its ends, its weight as a network
 * file states it, and its delay.
 *
 * @param pre source neuron of each
 * @param post target neuron of each
 * @param weight of each, at a receptor with a sign a magnitude
 * @param weightUnit of the weights
 * @param delayMs of each; all 0 where the projection states none
 */
record ListedSynapses(int[] pre, int[] post, double[] weight, Unit weightUnit, double[] delayMs) {

  /** Writes out a projection. */
  static ListedSynapses of(Network network, Projection projection) {
    Synapses all = Wiring.of(network, projection);
    boolean magnitudes = network.receptor(projection).sign() == NeuronModel.Receptor.Sign.INHIBITS;
    double[] weight = all.weight().clone();
    if (magnitudes) {
      Arrays.setAll(weight, k -> weight[k] == 0 ? 0 : -weight[k]);
    }
    return new ListedSynapses(
        all.pre().clone(),
        all.post().clone(),
        weight,
        Wiring.weightUnit(network, projection),
        all.delayMs().clone());
  }

  int count() {
    return pre.length;
  }

  /** Those for which something holds. */
  ListedSynapses where(java.util.function.IntPredicate keep) {
    int[] which = java.util.stream.IntStream.range(0, count()).filter(keep).toArray();
    return new ListedSynapses(
        Arrays.stream(which).map(k -> pre[k]).toArray(),
        Arrays.stream(which).map(k -> post[k]).toArray(),
        Arrays.stream(which).mapToDouble(k -> weight[k]).toArray(),
        weightUnit,
        Arrays.stream(which).mapToDouble(k -> delayMs[k]).toArray());
  }

  /** A projection like another one, of these synapses. */
  Projection as(String name, String from, Projection like) {
    Optional<Values> delays =
        like.delays().isEmpty() || like.passes() > 0
            ? like.delays()
            : Optional.of(new Values.Listed(Numbers.of(delayMs), Unit.MS));
    return new Projection(
        name,
        from,
        like.to(),
        new Connectivity.EdgeList(Indices.of(pre), Indices.of(post)),
        new Values.Listed(Numbers.of(weight), weightUnit),
        delays,
        like.receptor(),
        like.normalisation(),
        like.learning(),
        like.transmitter(),
        like.pathway(),
        like.release(),
        like.plasticity());
  }
}
