package org.hillock.spiking.terms;

import java.util.OptionalDouble;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepProgram;
import org.hillock.spiking.lowered.Settling;

/** Walks a neuron told by equations with the plain twin of its kernel. */
final class EquationWalk implements Membrane.Walk {

  private final EquationMembrane membrane;
  private final LoweredEquations lowered;
  private final Membrane.Explained what;
  private final Membrane.Share own;
  private final EquationStep step;
  private final double[] kept;
  private double[] reached = new double[0];
  private Surroundings around =
      new Surroundings(new double[0], false, Double.NaN, 0, false, java.util.List.of());
  private long freeAt;
  private boolean fired;

  EquationWalk(EquationMembrane membrane, Membrane.Explained what, Membrane.Share own) {
    this.membrane = membrane;
    this.what = what;
    this.own = own;
    lowered = membrane.lowered();
    step = new EquationStep(membrane);
    kept = membrane.start(own.history());
    freeAt = membrane.freeAt();
  }

  @Override
  public double state(String name) {
    return seen(name, kept);
  }

  private double seen(String name, double[] of) {
    int k = lowered.state(name);
    boolean held = around.held() && name.equals("v");
    return held && own.held() == 1 ? around.heldAt() : of[k] + lowered.shift(k, membrane.neuron());
  }

  @Override
  public boolean step(long n, double[] sums, Surroundings now, Membrane.Firing firing) {
    around = now;
    step.meet(n, now, own, freeAt <= n);
    System.arraycopy(kept, 0, step.m.state, 0, kept.length);
    step.arrive(sums, now.silent());
    step.reckon();
    reached = step.m.after.clone();
    boolean held = now.held() && step.program.uses(org.hillock.spiking.equation.Operation.DECIDED);
    fired =
        switch (firing) {
          case BY_ITSELF -> step.m.fired && !held;
          case NOW -> true;
          case NOT_NOW -> false;
        };
    step.finish(fired);
    System.arraycopy(step.m.after, 0, kept, 0, kept.length);
    if (fired && step.program.refractory()) {
      int column = lowered.width() == 1 ? 0 : membrane.neuron();
      freeAt = n + 1 + lowered.refractorySteps()[column];
    }
    if (Settling.after(n)) {
      settle(kept);
      settle(reached);
    }
    return fired;
  }

  private void settle(double[] numbers) {
    for (int k = 0; k < numbers.length; k++) {
      if (lowered.settles()[k] && Math.abs(numbers[k]) < Settling.DOUBLE) {
        numbers[k] = 0;
      }
    }
  }

  @Override
  public double value() {
    if (lowered.hasState(what.name())) {
      return seen(what.name(), reached);
    }
    if (membrane.defines(what.name())) {
      return lowered.defined(what.name(), membrane.neuron(), k -> reached[k]);
    }
    return output();
  }

  @Override
  public double output() {
    if (step.program.output() == StepProgram.NONE) {
      return fired ? 1 : 0;
    }
    return around.held() ? own.held() * around.heldAt() : step.m.output;
  }

  @Override
  public OptionalDouble threshold() {
    return Threshold.of(step, lowered, membrane.neuron(), what.name());
  }
}
