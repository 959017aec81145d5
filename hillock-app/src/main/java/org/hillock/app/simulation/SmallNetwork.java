package org.hillock.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Values;
import org.hillock.core.session.SiteRef;

/**
 * A network of so few neurons that each can be looked at: unless the user says what to record, it
 * shows what its neurons do in time.
 */
public final class SmallNetwork {

  /** The most neurons that it has. */
  public static final int MOST_NEURONS = 64;

  /** How long it runs where the user does not say, in ms. */
  public static final double STANDARD_MS = 1000;

  /** How the meaning of what a rate neuron sends begins. */
  private static final String OUTPUT = "output: ";

  private SmallNetwork() {}

  /** Whether a network is small. */
  public static boolean is(Network network) {
    return network.populations().values().stream().mapToLong(Population::size).sum()
        <= MOST_NEURONS;
  }

  /** Of each population its spikes or what it sends, and its first state. */
  static List<SiteRef> sites(Network network) {
    List<SiteRef> all = new ArrayList<>();
    for (Population population : network.populations().values()) {
      all.add(SiteRef.of(population.name(), main(population).name()));
      states(population).stream()
          .limit(1)
          .forEach(state -> all.add(SiteRef.of(population.name(), state.name())));
    }
    return all;
  }

  /** Spikes, or the number that it sends. */
  static NeuronModel.Variable main(Population population) {
    return population.model().variables().getFirst();
  }

  /**
   * The variables that have a memory, of a cell with parts a few potentials; those that a rate
   * neuron sends as they are come once.
   */
  static List<NeuronModel.Variable> states(Population population) {
    if (population.model().cell().isPresent()) {
      return CellViews.of(population.model().cell().get());
    }
    Optional<NeuronEquations> equations = population.model().equations();
    return equations.stream()
        .flatMap(e -> e.states().stream())
        .filter(
            s -> equations.flatMap(NeuronEquations::output).stream().noneMatch(s.name()::equals))
        .flatMap(s -> population.model().variable(s.name()).stream())
        .toList();
  }

  /** Name and unit, such as {@code v (mV)}; what a rate neuron sends by its name in the text. */
  static String told(NeuronModel.Variable variable) {
    boolean sent = variable.meaning().startsWith(OUTPUT);
    String name = sent ? variable.meaning().substring(OUTPUT.length()) : variable.name();
    return variable.unit().isEmpty() ? name : name + " (" + variable.unit() + ")";
  }

  /** Whether its neurons differ by a list of biases, so that it shows what a bias does. */
  static boolean isLadder(Population population) {
    return population.size() > 1
        && population.bias().stream().anyMatch(Values.Listed.class::isInstance);
  }

  /** The neuron that is shown: the middle one of a ladder, the first of others. */
  static int shownNeuron(Population population) {
    return isLadder(population) ? population.size() / 2 : 0;
  }
}
