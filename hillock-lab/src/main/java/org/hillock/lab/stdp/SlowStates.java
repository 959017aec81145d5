package org.hillock.lab.stdp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.equation.Expression;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Values;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;

/**
 * What neurons themselves keep of what they learnt, such as an adaptive threshold.
 *
 * <p>A neuron says which of its states that are by reading the modulator {@value #LEARNING}: a
 * state whose first value is a parameter, and which changes by an equation or a reset that reads
 * it. Where its level is 0, they stand still.
 */
final class SlowStates {

  /** The modulator: 1 while a network learns, 0 when it is only asked. */
  static final String LEARNING = "learning";

  private SlowStates() {}

  /** A network with the slow states of a session of it as first values. */
  static Network kept(Network network, Session session) {
    Map<String, Population> changed = new LinkedHashMap<>();
    for (Population p : network.populations().values()) {
      Map<String, Values> params = new LinkedHashMap<>(p.params());
      p.model().equations().ifPresent(equations -> keep(equations, p, session, params));
      if (!params.equals(p.params())) {
        changed.put(
            p.name(),
            new Population(
                p.name(),
                p.shape(),
                p.model(),
                params,
                p.bias(),
                p.positions(),
                p.spikeTimes(),
                p.expectedRate(),
                p.names()));
      }
    }
    return network.with(changed.values(), java.util.List.of());
  }

  private static void keep(
      NeuronEquations equations, Population p, Session session, Map<String, Values> params) {
    for (NeuronEquations.State state : equations.states()) {
      if (state.initial() instanceof Expression.Name(String parameter)
          && p.model().parameter(parameter).isPresent()
          && learns(equations, state)) {
        double[] now = session.read(session.bind(SiteRef.of(p.name(), state.name())))[0];
        params.put(parameter, new Values.Listed(Numbers.of(now), state.unit()));
      }
    }
  }

  private static boolean learns(NeuronEquations equations, NeuronEquations.State state) {
    Optional<Expression> derivative = state.derivative();
    return derivative.isPresent() && derivative.get().reads(LEARNING)
        || equations.reset().stream()
            .anyMatch(a -> a.state().equals(state.name()) && a.value().reads(LEARNING));
  }

  /** A network in which they change, or stand still. */
  static Network learning(Network network, boolean on) {
    if (!network.modulators().containsKey(LEARNING)) {
      return network;
    }
    Map<String, Modulator> modulators = new LinkedHashMap<>(network.modulators());
    modulators.computeIfPresent(
        LEARNING, (name, m) -> new Modulator(name, on ? 1 : 0, m.targets()));
    return new Network(
        network.name(),
        network.seed(),
        network.populations(),
        network.projections(),
        modulators,
        network.decision(),
        network.provenance(),
        network.transmission(),
        network.presentation());
  }
}
