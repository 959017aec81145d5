package org.hillock.spiking.block;

import org.hillock.core.random.Philox;
import org.hillock.core.random.PoissonTable;
import org.hillock.spiking.kernel.DoubleKernels;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.kernel.PoissonSources;

/**
 * Poisson sources that each drive one neuron of a block: their counts are drawn when they arrive
 * and go straight into the cells.
 */
final class Drive {

  /** In place of the tables of all sources: they fire alike. */
  static final PoissonTable[] ALIKE = {};

  private final BlockProgram.Driving driving;
  private final FloatKernels kernels;
  private final BlockLayout.Part part;

  /** Spikes made for each step of this window and of the last one, silenced ones among them. */
  private final long[][] made;

  /** The quanta of one step on their way into bins. */
  private final int[] drawn;

  Drive(BlockProgram.Driving driving, FloatKernels kernels, BlockLayout.Part part, int window) {
    this.driving = driving;
    this.kernels = kernels;
    this.part = part;
    made = new long[2][window];
    drawn = new int[part.count()];
  }

  /** Spikes that were made for the {@code s}-th step of the window of that parity. */
  long made(int parity, int s) {
    return made[parity][s];
  }

  /**
   * Draws what arrives in the {@code s}-th step of a window.
   *
   * @param silent by source whether what it sends is withheld; empty where nothing is
   * @param lesioned whether all that arrives is lost
   * @param varied by source how often it fires; {@link #ALIKE} where all do as stated
   * @return events
   */
  long draw(
      PoissonSources sources,
      StepLoop.Window window,
      int s,
      Cells cells,
      boolean[] silent,
      boolean lesioned,
      PoissonTable[] varied) {
    long arrival = window.step() + s;
    long step = driving.emission(arrival);
    long[] counted = made[window.parity()];
    counted[s] = 0;
    if (step < 0) {
      return 0;
    }
    int cell = cells.base(arrival) + firstCell();
    if (lesioned || silent.length > 0 || varied.length > 0) {
      return drawSome(sources, step, s, counted, cells, cell, silent, lesioned, varied);
    }
    if (cells.bins != null) {
      counted[s] = note(sources, step, cells.bins, cells.row(arrival), firstCell());
      return counted[s];
    }
    counted[s] =
        driving.single()
            ? kernels.drive(
                sources, part.start(), part.count(), step, cells.ints, cell, driving.quanta())
            : DoubleKernels.drive(
                sources, part.start(), part.count(), step, cells.doubles, cell, driving.weight());
    return counted[s];
  }

  private int firstCell() {
    return part.cell() + driving.port() * part.padded();
  }

  private long note(PoissonSources sources, long step, Bins bins, int row, int cell) {
    long events =
        kernels.drive(sources, part.start(), part.count(), step, drawn, 0, driving.quanta());
    for (int i = 0; i < drawn.length && events > 0; i++) {
      if (drawn[i] != 0) {
        bins.add(row, cell + i, drawn[i]);
        drawn[i] = 0;
      }
    }
    return events;
  }

  private long drawSome(
      PoissonSources sources,
      long step,
      int s,
      long[] counted,
      Cells cells,
      int cell,
      boolean[] silent,
      boolean lesioned,
      PoissonTable[] varied) {
    long events = 0;
    for (int i = 0; i < part.count(); i++) {
      int source = part.start() + i;
      PoissonTable table = varied.length > 0 ? varied[source] : sources.table();
      int count = table.count(Philox.sourceWord(sources.seed(), sources.place(), source, step));
      counted[s] += count;
      if (!lesioned && !(silent.length > 0 && silent[source])) {
        events += count;
        if (cells.bins != null && count > 0) {
          cells.bins.add(cell / cells.width(), cell % cells.width() + i, count * driving.quanta());
        } else if (cells.bins == null && driving.single()) {
          cells.ints[cell + i] += count * driving.quanta();
        } else if (!driving.single()) {
          cells.doubles[cell + i] += count * driving.weight();
        }
      }
    }
    return events;
  }
}
