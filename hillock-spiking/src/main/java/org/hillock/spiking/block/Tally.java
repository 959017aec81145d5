package org.hillock.spiking.block;

import java.util.List;

/** Counts the spikes of every population, and the steps in which it made any. */
final class Tally {

  private final BlockProgram program;
  private final List<Block> blocks;
  private final long[] spikes;
  private final long[] steps;
  private final boolean[] any;

  Tally(BlockProgram program, List<Block> blocks) {
    this.program = program;
    this.blocks = blocks;
    spikes = new long[program.populations.size()];
    steps = new long[program.populations.size()];
    any = new boolean[program.window];
  }

  void restart() {
    java.util.Arrays.fill(spikes, 0);
    java.util.Arrays.fill(steps, 0);
  }

  /** Spikes of sources that drive are counted when they arrive. */
  long spikes(int population) {
    return spikes[population];
  }

  long steps(int population) {
    return steps[population];
  }

  /** Spikes that a source list made at t_0, before the first step. */
  void atStart(int population, int made) {
    spikes[population] += made;
    steps[population] += made > 0 ? 1 : 0;
  }

  void see(StepLoop.Window window) {
    for (int p = 0; p < spikes.length; p++) {
      if (program.isDriving(p)) {
        continue;
      }
      java.util.Arrays.fill(any, false);
      int first = window.relative(0);
      for (Block block : blocks) {
        var list = block.fired(window.parity(), p);
        spikes[p] += list.size();
        for (int k = 0; k < list.size(); k++) {
          any[list.step(k) - first] = true;
        }
      }
      steps[p] += count(window.steps());
    }
    for (int d = 0; d < program.driving.size(); d++) {
      seeDrive(d, window);
    }
  }

  private void seeDrive(int number, StepLoop.Window window) {
    int from = program.driving.get(number).from();
    if (number > 0 && program.driving.get(number - 1).from() == from) {
      // the same trains once more
      return;
    }
    for (int s = 0; s < window.steps(); s++) {
      long made = 0;
      for (Block block : blocks) {
        made += block.drives.get(number).made(window.parity(), s);
      }
      spikes[from] += made;
      steps[from] += made > 0 ? 1 : 0;
    }
  }

  private int count(int length) {
    int count = 0;
    for (int s = 0; s < length; s++) {
      count += any[s] ? 1 : 0;
    }
    return count;
  }
}
