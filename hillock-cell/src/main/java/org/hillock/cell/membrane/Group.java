package org.hillock.cell.membrane;

import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.MechanismText;
import org.hillock.spiking.equation.Integration;
import org.hillock.spiking.equation.LoweredMechanism;

/**
 * The places where a mechanism stands, lowered: they go through one program.
 *
 * @param text the mechanism
 * @param nodes of the grid, one for each place
 * @param areaUm2 of the membrane there; 1 for a receptor, whose current is whole
 * @param inputs of the program, in their order
 * @param start states at the start
 * @param first the first step: channels go half a step, to stand between the potentials in time
 * @param step every other step
 * @param before what a receptor's states go through before spikes arrive, half a step; empty for
 *     others
 * @param carried ions that are kept count of and whose current is an outcome, in order: after the
 *     states stand the current, its slope, and then these currents, each with its slope
 * @param site number of the synapse site of each place; empty but for receptors
 * @param integration how states are integrated
 */
public record Group(
    MechanismText text,
    int[] nodes,
    double[] areaUm2,
    List<Input> inputs,
    LoweredMechanism start,
    LoweredMechanism first,
    LoweredMechanism step,
    Optional<LoweredMechanism> before,
    List<String> carried,
    int[] site,
    List<Integration> integration) {

  /**
   * Something that is looked up at a place in every step.
   *
   * @param ion whose, empty for the potential
   */
  public record Input(Kind kind, String ion) {
    /** What. */
    public enum Kind {
      /** Of the membrane, at the beginning of the step. */
      POTENTIAL,
      /** Concentration inside at the beginning of the step. */
      INSIDE,
      /** Concentration inside in the middle of the step. */
      INSIDE_MIDWAY,
      /** What channels let pass of the ion in the middle of the step. */
      ION_CURRENT
    }
  }

  public Group {
    inputs = List.copyOf(inputs);
    carried = List.copyOf(carried);
    integration = List.copyOf(integration);
  }

  public int places() {
    return nodes.length;
  }

  /** Where the whole current stands in what is kept. */
  public int current() {
    return step.states();
  }

  /** Where its slope stands. */
  public int slope() {
    return step.states() + 1;
  }

  /** Where the current of a carried ion stands; its slope follows. */
  public int current(int carriedIon) {
    return step.states() + 2 + 2 * carriedIon;
  }

  /** The number of a state; -1 where there is none of that name. */
  public int state(String name) {
    for (int k = 0; k < text.equations().states().size(); k++) {
      if (text.equations().states().get(k).name().equals(name)) {
        return k;
      }
    }
    return -1;
  }

  /** What is added to the kept number of a state at a place. */
  public double shift(int state, int place) {
    double[] shifts = step.shift()[state];
    return shifts[Math.min(place, shifts.length - 1)];
  }

  /** Which place stands at a node; -1 for none. */
  public int placeAt(int node) {
    for (int k = 0; k < nodes.length; k++) {
      if (nodes[k] == node) {
        return k;
      }
    }
    return -1;
  }
}
