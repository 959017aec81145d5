package org.hillock.spiking.plasticity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.spiking.equation.LoweredSynapse;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.lowered.Settling;
import org.jspecify.annotations.Nullable;

/** What neurons on one side of synapses leave behind, while it runs. */
final class Traces {

  private final int neurons;
  private final FloatKernels kernels;
  private final double[] start;

  /** By state and neuron. */
  private final float[][] value;

  private final @Nullable RuleKernel step;
  private final @Nullable RuleKernel jump;

  /**
   * Traces at their start.
   *
   * @param start by state
   * @param step of all states; empty where there are none
   * @param jump what a spike does; empty where nothing
   */
  Traces(
      int neurons,
      double[] start,
      Optional<LoweredSynapse.Rule> step,
      Optional<LoweredSynapse.Rule> jump,
      FloatKernels kernels) {
    this.neurons = neurons;
    this.kernels = kernels;
    this.start = start;
    value = new float[start.length][RuleKernel.padded(neurons)];
    this.step = onValues(step);
    this.jump = onValues(jump);
  }

  private @Nullable RuleKernel onValues(Optional<LoweredSynapse.Rule> of) {
    if (of.isEmpty()) {
      return null;
    }
    RuleKernel kernel = new RuleKernel(of.get(), 1, kernels.vectorBits() > 0);
    System.arraycopy(value, 0, kernel.state(), 0, value.length);
    return kernel;
  }

  /** How many states. */
  int states() {
    return value.length;
  }

  float[] of(int state) {
    return value[state];
  }

  /** Lets a kernel read its inputs, from one on, where they are. */
  void readBy(RuleKernel kernel, int first) {
    System.arraycopy(value, 0, kernel.input(), first, value.length);
  }

  void restart() {
    for (int k = 0; k < value.length; k++) {
      Arrays.fill(value[k], (float) start[k]);
    }
  }

  /** Adds the kernels that hear modulators. */
  void listen(List<RuleKernel> listening) {
    if (jump != null) {
      listening.add(jump);
    }
  }

  /** A neuron's spike is there. */
  void jump(int neuron) {
    if (jump != null) {
      jump.runAt(neuron);
    }
  }

  /** Goes on by a step. */
  void step() {
    if (step != null) {
      step.run(neurons);
    }
  }

  /** Tells what went beyond all numbers. */
  interface Exploded {
    RuntimeException of(int state, int neuron);
  }

  /** Brings what is all but 0 to 0, and looks whether all are numbers. */
  void settle(Exploded exploded) {
    for (int k = 0; k < value.length; k++) {
      Settling.settle(value[k], 0, neurons);
      int bad = kernels.firstBad(value[k], neurons);
      if (bad >= 0) {
        throw exploded.of(k, bad);
      }
    }
  }
}
