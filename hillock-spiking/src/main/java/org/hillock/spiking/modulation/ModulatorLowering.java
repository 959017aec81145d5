package org.hillock.spiking.modulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.equation.Method;
import org.hillock.core.equation.ModulatorText;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronText;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepCompiler;

/** Compiles the equations of modulators as those of one neuron are compiled. */
public final class ModulatorLowering {

  private final ModulatorText text;

  public ModulatorLowering(ModulatorText text) {
    this.text = text;
  }

  /**
   * The way of the states through an interval; a level that is a state stands where the meeting is
   * not free.
   */
  public LoweredEquations way(double intervalMs) {
    return way(text.equations().method(), intervalMs);
  }

  /**
   * The same by another method.
   *
   * @param method of what is not linear; empty where the compiler chooses
   */
  public LoweredEquations way(Optional<Method> method, double intervalMs) {
    List<String> held = text.levelIsState() ? List.of(ModulatorText.LEVEL) : List.of();
    return compiled(text.equations().states(), method, held, Optional.empty(), intervalMs);
  }

  /** The level, sent as a number, of states that stand. */
  LoweredEquations level(double intervalMs) {
    List<NeuronEquations.State> still =
        text.equations().states().stream()
            .map(s ->
                new NeuronEquations.State(
                    s.name(), s.unit(), s.initial(), Optional.empty(), s.meaning(), s.line()))
            .toList();
    Optional<String> level = Optional.of(ModulatorText.LEVEL);
    return compiled(still, Optional.empty(), List.of(), level, intervalMs);
  }

  private LoweredEquations compiled(
      List<NeuronEquations.State> states,
      Optional<Method> method,
      List<String> held,
      Optional<String> output,
      double intervalMs) {
    NeuronEquations all = text.equations();
    NeuronEquations equations =
        new NeuronEquations(
            all.text(),
            states,
            all.definitions(),
            List.of(),
            all.inputs(),
            List.of(),
            all.modulators(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            held,
            method,
            output,
            Optional.empty());
    List<String> names = new ArrayList<>();
    double[][] parameters = new double[text.parameters().size() + 1][1];
    for (NeuronText.Parameter parameter : text.parameters()) {
      parameters[names.size()][0] = text.value(parameter);
      names.add(parameter.name());
    }
    return new StepCompiler(equations, names, parameters, List.of(), Set.of(), intervalMs)
        .compile(_ -> 0);
  }
}
