package org.hillock.spiking.lowered;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.spiking.equation.Integration;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepProgram;

/**
 * What the spiking engines make of a neuron model with its standard parameters.
 *
 * @param integration how each state is integrated, and why
 * @param stateBytes of a neuron in single precision; in double precision twice that
 * @param operations of a step
 * @param functions among them, such as exp
 */
public record ModelFacts(
    List<Integration> integration, int stateBytes, int operations, int functions) {

  /**
   * Finds out.
   *
   * @param stepMs the step
   * @throws org.hillock.core.problem.UsageException where the model cannot take its first step
   * @throws IllegalArgumentException where it has no equations
   */
  public static ModelFacts of(NeuronModel model, double stepMs) {
    LoweredEquations lowered = lowering(model, stepMs).lower();
    StepProgram program = lowered.program();
    int functions = 0;
    int operations = 0;
    for (var node : program.nodes()) {
      operations += node.operation().arguments() > 0 ? 1 : 0;
      functions +=
          node.operation().kind() == org.hillock.spiking.equation.Operation.Kind.FUNCTION ? 1 : 0;
    }
    int bytes = program.states() * Float.BYTES + Integer.BYTES;
    return new ModelFacts(lowered.integration(), bytes, operations, functions);
  }

  /** A network of one neuron with standard parameters. */
  static EquationLowering lowering(NeuronModel model, double stepMs) {
    if (model.equations().isEmpty()) {
      throw new IllegalArgumentException("model '" + model.name() + "' has no equations");
    }
    Network network =
        Network.builder("facts").population("neuron", 1, model, parts -> parts).build();
    return new EquationLowering(network, new TimeGrid(stepMs), network.population("neuron"));
  }
}
