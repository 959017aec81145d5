package org.hillock.spiking.lowered;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.Method;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.Integration;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.modulation.ModulatorLowering;

/**
 * How large a step an explicit method bears: beyond it errors grow from step to step instead of
 * dying out. From the largest magnitude of an eigenvalue of the equations' Jacobian, met on the way
 * from the start through the first {@value #STEPS} steps.
 *
 * @param method the explicit one
 * @param largestStepMs that is stable
 */
public record Stiffness(Method method, double largestStepMs) {

  private static final int STEPS = 200;

  private static final int EVERY = 10;

  /**
   * Edge of stability on the negative real axis: Hairer and Wanner 1996, doi
   * 10.1007/978-3-642-05221-7.
   */
  private static final double EULER_EDGE = 2;

  private static final double RK4_EDGE = 2.785;

  /** A step so small that a step of Euler's tells the slope. */
  private static final double TINY_MS = 1e-4;

  /** Potentials that are looked at besides, in mV: those of a spike. */
  private static final double[] POTENTIALS = {-90, -75, -60, -45, -30, -15, 0, 15, 30, 45};

  /** Finds the largest stable step with standard parameters; empty where no method is explicit. */
  public static Optional<Stiffness> of(NeuronModel model, double stepMs) {
    return of(ModelFacts.lowering(model, stepMs), ModelFacts.lowering(model, TINY_MS));
  }

  /** What to tell of populations of a network whose step is too large. */
  public static List<String> warnings(Network network, double stepMs) {
    List<String> warnings = new ArrayList<>();
    for (Population p : network.populations().values()) {
      if (p.model().equations().isPresent()) {
        of(
                new EquationLowering(network, new TimeGrid(stepMs), p),
                new EquationLowering(network, new TimeGrid(TINY_MS), p))
            .filter(s -> s.largestStepMs() < stepMs)
            .ifPresent(s -> warnings.add(s.warning(p, stepMs)));
      }
    }
    double intervalMs = Modulation.interval(stepMs) * stepMs;
    network.modulators().values().forEach(m -> of(m, intervalMs).ifPresent(warnings::add));
    return warnings;
  }

  /** What to tell of a network whose levels change from pass to pass, in too large strides. */
  public static List<String> passWarnings(Network network) {
    return network.modulators().values().stream()
        .flatMap(m -> of(m, m.pass().in(Unit.MS)).stream())
        .toList();
  }

  private static Optional<String> of(Modulator modulator, double intervalMs) {
    if (modulator.equations().isEmpty()) {
      return Optional.empty();
    }
    ModulatorLowering lowering = new ModulatorLowering(modulator.equations().get());
    LoweredEquations tiny = lowering.way(Optional.of(Method.EULER), TINY_MS);
    return of(lowering.way(intervalMs), tiny, intervalMs)
        .filter(s -> s.largestStepMs() < intervalMs)
        .map(s ->
            "modulators.%s.equations: are stiff: %s is stable up to strides of %.2g ms, and they are %s ms; take 'method exponential-euler'"
                .formatted(
                    modulator.name(), s.method.word(), s.largestStepMs, Quantity.text(intervalMs)));
  }

  private String warning(Population p, double stepMs) {
    return "populations.%s: model '%s' is stiff: %s is stable up to a step of %.2g ms, and it is %s ms; take a smaller step, or 'method exponential-euler'"
        .formatted(p.name(), p.neuron(), method.word(), largestStepMs, Quantity.text(stepMs));
  }

  private static Optional<Stiffness> of(EquationLowering lowering, EquationLowering tinyStep) {
    LoweredEquations tiny = tinyStep.lower(byEuler(tinyStep.equations()));
    return of(lowering.lower(), tiny, lowering.stepMs());
  }

  /**
   * Finds it.
   *
   * @param tiny the same equations by Euler, in steps of {@link #TINY_MS}
   */
  private static Optional<Stiffness> of(
      LoweredEquations lowered, LoweredEquations tiny, double stepMs) {
    Optional<Method> explicit =
        lowered.integration().stream()
            .map(Integration::explicit)
            .flatMap(Optional::stream)
            .findFirst();
    if (explicit.isEmpty()) {
      return Optional.empty();
    }
    StepInterpreter interpreter = new StepInterpreter(lowered.program(), false);
    StepInterpreter.Meeting m = FirstStep.meeting(lowered, 0);
    double fastest = 0;
    double edge = explicit.get() == Method.EULER ? EULER_EDGE : RK4_EDGE;
    // once a step is too large, what comes after it only tells of the failure
    for (int n = 0; n < STEPS && fastest * stepMs <= edge; n++) {
      if (n % EVERY == 0) {
        fastest = Math.max(fastest, SpectralRadius.of(jacobian(lowered, tiny, m.state)));
      }
      if (n == 0 && lowered.hasState("v")) {
        fastest = Math.max(fastest, atPotentials(lowered, tiny, interpreter));
      }
      interpreter.step(m);
      for (int k = 0; k < m.state.length && Double.isFinite(m.after[k]); k++) {
        m.state[k] = m.after[k];
      }
    }
    return fastest > 0
        ? Optional.of(new Stiffness(explicit.get(), edge / fastest))
        : Optional.empty();
  }

  /** The same where the potential is elsewhere, and the neuron does not fire at once. */
  private static double atPotentials(
      LoweredEquations lowered, LoweredEquations tiny, StepInterpreter interpreter) {
    double fastest = 0;
    int v = lowered.state("v");
    for (double potential : POTENTIALS) {
      StepInterpreter.Meeting there = FirstStep.meeting(lowered, 0);
      there.state[v] = potential - lowered.shift(v, 0);
      interpreter.step(there);
      if (!there.fired && Double.isFinite(there.after[v])) {
        fastest = Math.max(fastest, SpectralRadius.of(jacobian(lowered, tiny, there.state)));
      }
    }
    return fastest;
  }

  private static NeuronEquations byEuler(NeuronEquations e) {
    return new NeuronEquations(
        e.text(),
        e.states(),
        e.definitions(),
        e.events(),
        e.inputs(),
        e.couplings(),
        e.modulators(),
        Optional.empty(),
        java.util.List.of(),
        Optional.empty(),
        java.util.List.of(),
        Optional.of(Method.EULER),
        Optional.empty(),
        e.bias());
  }

  /** ∂(dx/dt)/∂x by differences, in 1/ms. */
  private static double[][] jacobian(LoweredEquations at, LoweredEquations tiny, double[] kept) {
    int n = kept.length;
    double[] x = new double[n];
    for (int k = 0; k < n; k++) {
      x[k] = kept[k] + at.shift(k, 0);
    }
    double[] middle = slope(tiny, x);
    double[][] j = new double[n][n];
    for (int col = 0; col < n; col++) {
      double h = 1e-5 * Math.max(1e-3, Math.abs(x[col]));
      double[] moved = x.clone();
      moved[col] += h;
      double[] there = slope(tiny, moved);
      for (int row = 0; row < n; row++) {
        j[row][col] = (there[row] - middle[row]) / h;
      }
    }
    return j;
  }

  private static double[] slope(LoweredEquations tiny, double[] x) {
    StepInterpreter.Meeting m = FirstStep.meeting(tiny, 0);
    for (int k = 0; k < x.length; k++) {
      m.state[k] = x[k] - tiny.shift(k, 0);
    }
    new StepInterpreter(tiny.program(), false).step(m);
    double[] slope = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      slope[k] = (m.after[k] - m.state[k]) / TINY_MS;
    }
    return slope;
  }
}
