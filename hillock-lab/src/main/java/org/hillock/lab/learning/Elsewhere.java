package org.hillock.lab.learning;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/**
 * A network in which something was changed at one place.
 *
 * @param network with the change
 * @param touched the neurons at that place: both ends of a weight, or the one neuron that was
 *     weakened
 * @param beside population whose neurons hear the change first
 */
record Elsewhere(Network network, List<Neuron> touched, String beside) {

  private static final double HALF = 0.5;

  /** A neuron by population and number. */
  record Neuron(String population, int number) {}

  /** One weight is halved. */
  static Elsewhere weight(Network network, Projection projection, Synapses ends, int synapse) {
    double[] weights = SynapseWeights.of(network, projection);
    weights[synapse] *= HALF;
    return new Elsewhere(
        network.with(List.of(), List.of(SynapseWeights.with(network, projection, weights))),
        List.of(
            new Neuron(projection.from(), ends.pre()[synapse]),
            new Neuron(projection.to(), ends.post()[synapse])),
        projection.to());
  }

  /** One neuron hears everything at half strength, so that it answers more weakly. */
  static Elsewhere neuron(Network network, Population population, int neuron) {
    List<Projection> weakened = new ArrayList<>();
    for (Projection projection : network.into(population.name())) {
      if (SynapseWeights.areOwn(projection)) {
        double[] weights = SynapseWeights.of(network, projection);
        int[] post = Wiring.of(network, projection).post();
        for (int k = 0; k < weights.length; k++) {
          weights[k] *= post[k] == neuron ? HALF : 1;
        }
        weakened.add(SynapseWeights.with(network, projection, weights));
      }
    }
    return new Elsewhere(
        network.with(List.of(), weakened),
        List.of(new Neuron(population.name(), neuron)),
        population.name());
  }

  /** All weights that leave a population are 0: nobody hears it. */
  static Network unheard(Network network, Population population) {
    List<Projection> silent = new ArrayList<>();
    for (Projection projection : network.outOf(population.name())) {
      if (projection.connectivity() instanceof Pooling) {
        throw new UsageException(
            "projections." + projection.name() + ".connect",
            "a pooling has no weights that could be 0: nobody can be made not to hear '"
                + population.name()
                + "'");
      }
      int weights =
          projection.connectivity() instanceof Convolution
              ? Wiring.kernel(network, projection).length
              : SynapseWeights.of(network, projection).length;
      silent.add(SynapseWeights.with(network, projection, new double[weights]));
    }
    return network.with(List.of(), silent);
  }

  boolean touches(String population, int neuron) {
    return touched.contains(new Neuron(population, neuron));
  }
}
