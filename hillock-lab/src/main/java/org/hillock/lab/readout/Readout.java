package org.hillock.lab.readout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.wiring.Parameters;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.decide.DecisionTiming;

/**
 * The readout of a network: the neurons that decide, and the synapses onto them.
 *
 * <p>Below its threshold such a neuron is a filter and a sum: at the time of the answer its
 * potential is Σ w·x + b·K, where x is what the spikes of a source have left, each exp(-age/tau)
 * (or 1, where the neuron forgets nothing), and K what a bias of 1 mV/ms has left. Neurons of model
 * {@code if} keep that sum through their spikes; those of {@code lif-delta} are meant to stay below
 * their threshold, and answer by the higher potential.
 *
 * @param network whose readout it is
 * @param population that decides
 * @param projections onto it, in order
 * @param tauMs after which what a spike left has fallen to 1/e; infinite where nothing is forgotten
 */
record Readout(Network network, Population population, List<Projection> projections, double tauMs) {

  private static final String INTEGRATOR = "if";
  private static final String LEAKY = "lif-delta";

  /** The readout of a network that was not refused. */
  static Readout of(Network network) {
    if (!(network.decision().orElse(null) instanceof Decision.MostSpikes(String name))) {
      throw new IllegalArgumentException("refused before");
    }
    Population population = network.population(name);
    double tau =
        population.neuron().equals(INTEGRATOR)
            ? Double.POSITIVE_INFINITY
            : Parameters.of(network, population, "tau_m", Unit.MS)[0];
    return new Readout(network, population, network.into(name), tau);
  }

  /** Why a network has no readout that could learn alone, in a sentence; empty where it has. */
  static Optional<String> refusal(Network network) {
    if (!(network.decision().orElse(null) instanceof Decision.MostSpikes(String name))) {
      return Optional.of("it does not decide by the neuron of a population that spikes most");
    }
    Population population = network.population(name);
    String who = "population '" + name + "', which decides,";
    if (!population.neuron().equals(INTEGRATOR) && !population.neuron().equals(LEAKY)) {
      return Optional.of(
          who + " is of model '" + population.neuron() + "', not 'if' or 'lif-delta'");
    }
    if (population.bias().isEmpty()) {
      return Optional.of(who + " states no bias that could be learnt; say 'bias: 0 mV/ms'");
    }
    if (population.params().get("tau_m") instanceof Values tau
        && !(tau instanceof Values.Constant)) {
      return Optional.of(who + " has a 'tau_m' of its own for each neuron; one for all is needed");
    }
    if (!network.outOf(name).isEmpty()) {
      return Optional.of(
          who + " acts back on the network by '" + network.outOf(name).getFirst().name() + "'");
    }
    if (network.into(name).isEmpty()) {
      return Optional.of("no projection ends on " + who.substring(0, who.indexOf(',')));
    }
    return network.into(name).stream().flatMap(p -> refusal(network, p).stream()).findFirst();
  }

  private static Optional<String> refusal(Network network, Projection p) {
    String who = "projection '" + p.name() + "', which would learn,";
    if (!(p.connectivity() instanceof Dense)) {
      return Optional.of(who + " is '" + p.connectivity().rule() + "', not 'dense'");
    }
    if (network.population(p.from()).model().family() == NeuronModel.Family.RATE) {
      return Optional.of(who + " comes from '" + p.from() + "', whose neurons do not spike");
    }
    if (network.receptor(p).sign() != Receptor.Sign.AS_GIVEN) {
      return Optional.of(who + " has one sign; learning needs receptor 'signed'");
    }
    if (p.delays().isPresent() && !(p.delays().get() instanceof Values.Constant)) {
      return Optional.of(who + " has delays that differ; one for all is needed");
    }
    return p.plasticity().isPresent() || p.release().isPresent()
        ? Optional.of(who + " changes by itself, by 'plasticity' or 'release'")
        : Optional.empty();
  }

  /** How many sources there are, over all projections. */
  int sources() {
    return projections.stream().mapToInt(p -> network.population(p.from()).size()).sum();
  }

  /** What a bias of 1 mV/ms leaves until the answer, in mV. */
  double biasLeft() {
    double window = DecisionTiming.of(network).windowMs();
    return Double.isInfinite(tauMs) ? window : tauMs * (1 - StrictMath.exp(-window / tauMs));
  }

  /** Weights in mV, [neuron][source]. */
  double[][] weights() {
    double[][] weights = new double[population.size()][sources()];
    int first = 0;
    for (Projection projection : projections) {
      int size = network.population(projection.from()).size();
      double[] listed = Wiring.of(network, projection).weight();
      for (int n = 0; n < weights.length; n++) {
        System.arraycopy(listed, n * size, weights[n], first, size);
      }
      first += size;
    }
    return weights;
  }

  /** Biases in mV/ms. */
  double[] biases() {
    return Parameters.bias(network, population);
  }

  /** The network with these weights and biases. */
  Network with(double[][] weights, double[] biases) {
    List<Projection> learnt = new ArrayList<>();
    int first = 0;
    for (Projection projection : projections) {
      int size = network.population(projection.from()).size();
      double[] listed = new double[weights.length * size];
      for (int n = 0; n < weights.length; n++) {
        System.arraycopy(weights[n], first, listed, n * size, size);
      }
      first += size;
      learnt.add(projection.withWeights(Values.listed(Numbers.of(listed), "mV")));
    }
    Population answering = population.withBias(Values.listed(Numbers.of(biases), "mV/ms"));
    return network.with(List.of(answering), learnt);
  }
}
