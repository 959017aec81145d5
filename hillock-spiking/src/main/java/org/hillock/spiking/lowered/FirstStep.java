package org.hillock.spiking.lowered;

import java.util.List;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepProgram;

/**
 * Tries the first step of neurons before they run, so that nothing begins with what is no number.
 */
final class FirstStep {

  /** Neurons that are tried where each is different. */
  private static final int TRIED = 1000;

  private FirstStep() {}

  /**
   * Tries it.
   *
   * @param path of the population
   * @throws UsageException with the neuron, the equation and what is divided by zero or too large
   */
  static void check(String path, LoweredEquations lowered) {
    StepProgram program = lowered.program();
    StepInterpreter interpreter = new StepInterpreter(program, false);
    for (int i = 0; i < Math.min(lowered.size(), TRIED); i++) {
      StepInterpreter.Meeting m = meeting(lowered, i);
      interpreter.step(m);
      for (int s = 0; s < m.after.length; s++) {
        if (!Double.isFinite(m.state[s])) {
          throw bad(path, lowered, i, s, "starts at " + m.state[s]);
        }
        if (!Double.isFinite(m.after[s])) {
          String why = interpreter.culprit(program.next().get(s));
          throw bad(path, lowered, i, s, "becomes " + m.after[s] + " in the first step" + why);
        }
      }
    }
  }

  /** One neuron at its start, at which nothing arrives. */
  static StepInterpreter.Meeting meeting(LoweredEquations lowered, int neuron) {
    StepInterpreter.Meeting m = new StepInterpreter.Meeting(lowered.program());
    int column = lowered.width() == 1 ? 0 : neuron;
    for (int k = 0; k < m.coefficient.length; k++) {
      m.coefficient[k] = lowered.coefficients()[k][column];
    }
    for (int k = 0; k < m.state.length; k++) {
      m.state[k] = lowered.initial()[k][neuron];
    }
    List<NeuronEquations.ModulatorRead> modulators = lowered.equations().modulators();
    java.util.Arrays.fill(m.global, 1);
    for (int k = 0; k < modulators.size(); k++) {
      m.global[k] = Modulation.standard(modulators.get(k).standard());
    }
    java.util.Arrays.fill(m.draw, 0.5);
    return m;
  }

  private static UsageException bad(
      String path, LoweredEquations lowered, int neuron, int state, String what) {
    StringBuilder others = new StringBuilder();
    List<NeuronEquations.State> states = lowered.equations().states();
    for (int k = 0; k < states.size(); k++) {
      double value = lowered.initial()[k][neuron] + lowered.shift(k, neuron);
      others
          .append(k == 0 ? "" : ", ")
          .append(states.get(k).name())
          .append(" = ")
          .append(Quantity.text(value))
          .append(states.get(k).unit().symbol().isEmpty() ? "" : " " + states.get(k).unit());
    }
    NeuronEquations.State bad = states.get(state);
    return new UsageException(
        path,
        "neuron "
            + neuron
            + ": '"
            + bad.name()
            + "' (line "
            + bad.line()
            + " of its text) "
            + what
            + "; at the start "
            + others);
  }
}
