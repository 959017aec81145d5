package org.hillock.spiking.equation;

import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.NeuronEquations;

/**
 * The neurons of a population as a kernel needs them: one program, and numbers for each neuron. All
 * numbers are in coherent units (mV, ms, pA, nS, pF …).
 *
 * @param ports that spikes can arrive at, in the order of the program
 * @param size neurons
 * @param width how many neurons {@code coefficients}, {@code shift} and {@code refractorySteps}
 *     tell apart: all of them, or 1 where they are all alike
 * @param coefficients by coefficient and neuron
 * @param shift by state and neuron: what is added to a kept number to give the state's value: where
 *     a linear state settles
 * @param initial by state and neuron, as it is kept
 * @param refractorySteps by neuron
 * @param settles by state, whether what is almost 0 may become 0: it only decays
 * @param restsAtZero by neuron, whether nothing happens while all kept numbers are 0 and nothing
 *     arrives; empty where that never holds
 * @param integration of each state with an equation
 * @param readout what follows from the states at the same time
 * @param twoModes where the neurons are nothing but that
 */
public record LoweredEquations(
    NeuronEquations equations,
    List<String> ports,
    StepProgram program,
    int size,
    int width,
    double[][] coefficients,
    double[][] shift,
    double[][] initial,
    int[] refractorySteps,
    boolean[] settles,
    boolean[] restsAtZero,
    List<Integration> integration,
    Readout readout,
    Optional<TwoModes> twoModes) {

  public LoweredEquations {
    ports = List.copyOf(ports);
    integration = List.copyOf(integration);
  }

  /** The number of a state. */
  public int state(String name) {
    int k = stateOrNone(name);
    if (k < 0) {
      throw new IllegalArgumentException("no state '" + name + "'");
    }
    return k;
  }

  /** The number of a state; -1 where there is none of that name. Asked for every value recorded. */
  private int stateOrNone(String name) {
    List<NeuronEquations.State> states = equations.states();
    for (int k = 0; k < states.size(); k++) {
      if (states.get(k).name().equals(name)) {
        return k;
      }
    }
    return -1;
  }

  /** A definition's value from what is kept of a neuron's states, by state. */
  public double defined(String name, int neuron, java.util.function.IntToDoubleFunction kept) {
    return readout.of(name, width == 1 ? 0 : neuron, kept);
  }

  /** By neuron, or for all, what is added to the kept potential v; 0 where there is none. */
  public double[] settled() {
    return hasState("v") ? shift[state("v")] : new double[width];
  }

  /** The same for each neuron. */
  public double[] everySettled() {
    double[] settled = settled();
    if (settled.length == size) {
      return settled;
    }
    double[] every = new double[size];
    java.util.Arrays.fill(every, settled[0]);
    return every;
  }

  /** Whether there is a state of that name. */
  public boolean hasState(String name) {
    return stateOrNone(name) >= 0;
  }

  /** What is added to the kept number of a state of a neuron. */
  public double shift(int state, int neuron) {
    return shift[state][width == 1 ? 0 : neuron];
  }
}
