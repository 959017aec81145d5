package org.hillock.spiking.terms;

import java.util.List;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.random.NeuronDraws;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.DrawKind;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepProgram;

/** What a neuron told by equations meets in a step, as the kernels of the plain engine give it. */
final class EquationStep {

  /** Uniform numbers count from their mean. */
  private static final double MIDDLE = 0.5;

  final EquationMembrane membrane;
  final LoweredEquations lowered;
  final StepProgram program;
  final StepInterpreter interpreter;
  final StepInterpreter.Meeting m;
  private final StepInterpreter unperturbed;
  private StepInterpreter now;
  private final double[] one = new double[1];
  private final NeuronDraws[] draws;
  private double[] levels = new double[0];
  private boolean levelsKnown;
  private double gain = 1;

  /** By input, what scales it. */
  private final double[] inputGain;

  EquationStep(EquationMembrane membrane) {
    this.membrane = membrane;
    lowered = membrane.lowered();
    program = lowered.program();
    interpreter = new StepInterpreter(program, false);
    unperturbed = new StepInterpreter(program.unperturbed(), false);
    now = interpreter;
    m = new StepInterpreter.Meeting(program);
    int column = lowered.width() == 1 ? 0 : membrane.neuron();
    for (int k = 0; k < m.coefficient.length; k++) {
      m.coefficient[k] = lowered.coefficients()[k][column];
    }
    draws = new NeuronDraws[m.draw.length];
    for (int k = 0; k < draws.length; k++) {
      draws[k] = new NeuronDraws(membrane.trialSeed(), membrane.place(), k);
    }
    inputGain = new double[m.input.length];
  }

  /**
   * Gets ready for a step; what arrives is left out.
   *
   * @param own shares of what is the neuron's own
   */
  void meet(long n, Surroundings around, Membrane.Share own, boolean free) {
    if (!levelsKnown || levels != around.levels()) {
      heed(around.levels());
    }
    m.timeMs = n * membrane.stepMs();
    m.free = free;
    for (int k = 0; k < draws.length; k++) {
      m.draw[k] = draw(k, n, own.noise());
    }
    m.stimulus = around.stimulus();
    if (own.bias() != 1) {
      m.stimulus += (own.bias() - 1) * membrane.bias();
    }
    boolean holds = around.held() && lowered.hasState("v");
    m.held = holds ? own.held() * (around.heldAt() - settled()) : Double.NaN;
    // interventions on others of the population change the kernel, and with it the sign of a zero
    now = around.acted() || own.bias() != 1 ? interpreter : unperturbed;
  }

  private void heed(double[] newLevels) {
    levels = newLevels;
    levelsKnown = true;
    gain = membrane.gains().gain(levels);
    double[] globals = membrane.gains().globals(levels, lowered);
    System.arraycopy(globals, 0, m.global, 0, globals.length);
    int k = 0;
    for (NeuronEquations.Input input : lowered.equations().inputs()) {
      inputGain[k++] = gain * membrane.gains().gain(levels, input.name());
    }
    for (NeuronEquations.Coupling coupling : lowered.equations().couplings()) {
      inputGain[k++] = membrane.gains().gain(levels, coupling.name());
    }
  }

  private double settled() {
    return lowered.shift(lowered.state("v"), membrane.neuron());
  }

  private double draw(int k, long n, double share) {
    List<DrawKind> kinds = program.draws();
    if (kinds.get(k) == DrawKind.UNIFORM) {
      draws[k].uniform(membrane.neuron(), 1, n, one);
      return share == 1 ? one[0] : MIDDLE + share * (one[0] - MIDDLE);
    }
    draws[k].normal(membrane.neuron(), 1, n, one);
    return share == 1 ? one[0] : share * one[0];
  }

  /** What slopes by a draw are multiplied with. */
  double drawn(int k) {
    return program.draws().get(k) == DrawKind.UNIFORM ? m.draw[k] - MIDDLE : m.draw[k];
  }

  /** What 1 at a slot is when the neuron takes it in. */
  double scale(int slot, boolean silent) {
    if (silent) {
      return 0;
    }
    return slot < program.ports() ? gain : inputGain[slot - program.ports()];
  }

  void arrive(double[] sums, boolean silent) {
    for (int p = 0; p < m.arrived.length; p++) {
      double sum = sums[p] * gain;
      m.arrived[p] = silent ? 0 : sum;
    }
    for (int k = 0; k < m.input.length; k++) {
      m.input[k] = silent ? 0 : inputGain[k] * sums[m.arrived.length + k];
    }
  }

  void reckon() {
    now.reckon(m);
  }

  void finish(boolean spike) {
    now.finish(m, spike);
  }
}
