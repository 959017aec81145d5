package org.hillock.spiking.block;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.lowered.Effects;
import org.hillock.spiking.lowered.Settling;

/** Reads what the blocks of a session hold, by population and neuron. */
final class SessionState {

  private final BlockProgram program;
  private final List<Block> blocks;
  private final Map<String, Effects> effects;
  private final SegmentActs acts;

  SessionState(
      BlockProgram program, List<Block> blocks, Map<String, Effects> effects, SegmentActs acts) {
    this.program = program;
    this.blocks = blocks;
    this.effects = effects;
    this.acts = acts;
  }

  /** Takes a spike. */
  interface SpikeTaker {
    void spike(int stepInWindow, int neuron);
  }

  /** The spikes of a population in a window, in no order. */
  void spikes(int population, StepLoop.Window window, SpikeTaker taker) {
    if (program.isDriving(population)) {
      for (int s = 0; s < window.steps(); s++) {
        drawn(population, window.step() + s, s, taker);
      }
      return;
    }
    int first = window.relative(0);
    for (Block block : blocks) {
      FiredSpikes list = block.fired(window.parity(), population);
      int start = program.layout.part(population, block.number).start();
      for (int k = 0; k < list.size(); k++) {
        taker.spike(list.step(k) - first, start + list.neuron(k));
      }
    }
  }

  /** The spikes that sources that drive find in a step, whenever they arrive. */
  void drawn(int population, long step, int s, SpikeTaker taker) {
    int driving = firstDriving(population);
    int size = program.populations.get(population).size();
    for (int i = 0; i < size; i++) {
      for (int c = acts.count(driving, i, step); c > 0; c--) {
        taker.spike(s, i);
      }
    }
  }

  int firstDriving(int population) {
    for (int d = 0; d < program.driving.size(); d++) {
      if (program.driving.get(d).from() == population) {
        return d;
      }
    }
    throw new IllegalArgumentException("population " + population + " drives nothing");
  }

  /** A variable of a neuron, in its unit, after {@code step} steps. */
  double value(int population, String variable, int neuron, long step) {
    Block block = blocks.get(blockOf(population, neuron));
    int i = neuron - program.layout.part(population, block.number).start();
    double value = program.value(block, population, variable, i, (int) (step % Settling.STEPS));
    if (variable.equals("v")) {
      String name = program.populations.get(population).name();
      Effects effect = Objects.requireNonNull(effects.get(name));
      if (effect.held[neuron]) {
        return effect.heldAt[neuron];
      }
    }
    return value;
  }

  private int blockOf(int population, int neuron) {
    int b = 0;
    while (neuron >= program.layout.part(population, b).end()) {
      b++;
    }
    return b;
  }
}
