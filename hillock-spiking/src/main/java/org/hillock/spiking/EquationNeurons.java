package org.hillock.spiking;

import java.util.Arrays;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Network;
import org.hillock.core.wiring.Parameters;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.bytecode.DoubleStep;
import org.hillock.spiking.bytecode.EquationDoubles;
import org.hillock.spiking.bytecode.KernelCompiler;
import org.hillock.spiking.bytecode.Noise;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.StepProgram;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.GainRule;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.lowered.Settling;
import org.hillock.spiking.terms.EquationMembrane;
import org.hillock.spiking.terms.Membrane;
import org.jspecify.annotations.Nullable;

/** The neurons of a whole population, told by equations, one at a time in double precision. */
final class EquationNeurons {

  /** Steps after which counters of them are taken back. */
  private static final int REBASE = 1 << 29;

  private final LoweredPopulation population;
  private final LoweredEquations lowered;
  private final Effects effects;
  private final EquationDoubles n;
  private final Noise noise;
  private final double stepMs;
  private final DoubleStep free;
  private final DoubleStep acted;
  private final double[][] arrived;
  private final double[] cells;
  private final FiredSpikes fired = new FiredSpikes();
  private final double[][] shown;
  private final double[] inputGain;
  private double gain = 1;
  private @Nullable Acts acts;
  private long origin;
  private long seed;

  /** By neuron, where it is asked for. */
  private double[] biases = new double[0];

  EquationNeurons(
      LoweredPopulation population, LoweredEquations lowered, Effects effects, double stepMs) {
    this.population = population;
    this.lowered = lowered;
    this.effects = effects;
    this.stepMs = stepMs;
    StepProgram program = lowered.program();
    free = KernelCompiler.doubles(program.unperturbed(), false);
    acted = KernelCompiler.doubles(program, false);
    int temporaries =
        Math.max(
            KernelCompiler.temporaries(program), KernelCompiler.temporaries(program.unperturbed()));
    int size = population.size();
    n = new EquationDoubles(lowered, 0, size, size, temporaries);
    noise = new Noise(program.draws(), population.place(), 0, stepMs);
    arrived = new double[program.ports()][size];
    cells = new double[program.ports() * size];
    shown = new double[program.states()][size];
    inputGain = new double[n.input.length];
    Arrays.fill(inputGain, 1);
  }

  /** Levels of modulators may have changed. */
  void heed(Modulation modulation) {
    String name = population.name();
    gain = modulation.gain(name);
    double[] globals = modulation.globals(name, lowered);
    System.arraycopy(globals, 0, n.global, 0, globals.length);
    int k = 0;
    for (NeuronEquations.Input input : lowered.equations().inputs()) {
      inputGain[k++] = gain * modulation.gain(name, input.name());
    }
    for (NeuronEquations.Coupling coupling : lowered.equations().couplings()) {
      // what flows between coupled cells is no sum that a modulator of the population scales
      inputGain[k++] = modulation.gain(name, coupling.name());
    }
  }

  void restart(long trialSeed) {
    for (int k = 0; k < n.state.length; k++) {
      System.arraycopy(lowered.initial()[k], 0, n.state[k], 0, population.size());
    }
    Arrays.fill(n.freeAt, 0);
    for (double[] port : arrived) {
      Arrays.fill(port, 0);
    }
    for (double[] input : n.input) {
      Arrays.fill(input, 0);
    }
    origin = 0;
    seed = trialSeed;
    noise.restart(trialSeed);
  }

  /** Interventions have begun or ended. */
  void interventionsChanged() {
    boolean any = false;
    for (int i = 0; i < population.size(); i++) {
      any |= effects.inputsSilent[i] || effects.held[i] || effects.stimulus[i] != 0;
    }
    acts =
        any
            ? new Acts(
                0,
                population.size(),
                effects.inputsSilent,
                effects.held,
                effects.heldAt,
                effects.stimulus,
                settled(),
                new double[0])
            : null;
  }

  /** What is added to the kept potential, as kernels look parameters up. */
  private double[] settled() {
    double[] each = lowered.settled();
    if (lowered.width() > 1) {
      return each;
    }
    double[] lanes = new double[FloatKernels.LANES];
    Arrays.fill(lanes, each[0]);
    return lanes;
  }

  /** Does step {@code step}; who fired. */
  FiredSpikes step(long step) {
    if (step - origin >= REBASE) {
      for (int i = 0; i < n.freeAt.length; i++) {
        n.freeAt[i] = Math.max(0, n.freeAt[i] - REBASE);
      }
      noise.rebase(REBASE);
      origin += REBASE;
    }
    int size = population.size();
    for (int p = 0; p < arrived.length; p++) {
      System.arraycopy(arrived[p], 0, cells, p * size, size);
      Arrays.fill(arrived[p], 0);
    }
    for (int k = 0; k < n.input.length; k++) {
      for (int i = 0; i < size; i++) {
        n.input[k][i] = effects.inputsSilent[i] ? 0 : inputGain[k] * n.input[k][i];
      }
    }
    fired.clear();
    Span span = new Span(0, size, (int) (step - origin), 1, 0, 0);
    (acts == null ? free : acted).step(n, cells, 0, size, gain, span, noise, fired, acts);
    for (double[] input : n.input) {
      Arrays.fill(input, 0);
    }
    if (Settling.after(step)) {
      for (int k = 0; k < n.state.length; k++) {
        if (lowered.settles()[k]) {
          Settling.settle(n.state[k]);
        }
      }
    }
    return fired;
  }

  /** What each neuron sends. */
  double[] output() {
    return n.output;
  }

  /** Whether a port takes numbers and not spikes. */
  boolean isInput(String port) {
    return !lowered.ports().contains(port);
  }

  /** Where what arrives at a port is added up. */
  double[] arrived(String port) {
    int slot = slot(port);
    return slot < arrived.length ? arrived[slot] : n.input[slot - arrived.length];
  }

  /** The number of a port: those of spikes, then inputs, then couplings. */
  int slot(String port) {
    int event = lowered.ports().indexOf(port);
    if (event >= 0) {
      return event;
    }
    int slot = arrived.length;
    for (NeuronEquations.Input i : lowered.equations().inputs()) {
      if (i.name().equals(port)) {
        return slot;
      }
      slot++;
    }
    for (NeuronEquations.Coupling c : lowered.equations().couplings()) {
      if (c.name().equals(port)) {
        return slot;
      }
      slot++;
    }
    throw new IllegalArgumentException("no port '" + port + "'");
  }

  /** A neuron as it stands. */
  Membrane membrane(int neuron, Network network, GainRule gains) {
    double[] state = new double[n.state.length];
    for (int k = 0; k < state.length; k++) {
      state[k] = n.state[k][neuron];
    }
    if (biases.length == 0) {
      biases = Parameters.bias(network, network.population(population.name()));
    }
    long freeAt = n.freeAt[neuron] + origin;
    return new EquationMembrane(
        lowered, neuron, population.place(), stepMs, seed, gains, biases[neuron], state, freeAt);
  }

  /** Whether there is a state of that name, or a definition that can be read. */
  boolean knows(String name) {
    return lowered.hasState(name) || lowered.readout().names().contains(name);
  }

  /** The values of a state or definition now. */
  double[] variable(String name) {
    if (!lowered.hasState(name)) {
      double[] values = new double[population.size()];
      for (int i = 0; i < values.length; i++) {
        int neuron = i;
        values[i] = lowered.defined(name, i, k -> n.state[k][neuron]);
      }
      return values;
    }
    int k = lowered.state(name);
    double[] values = shown[k];
    boolean potential = name.equals("v");
    for (int i = 0; i < values.length; i++) {
      values[i] =
          potential && effects.held[i] ? effects.heldAt[i] : n.state[k][i] + lowered.shift(k, i);
    }
    return values;
  }
}
