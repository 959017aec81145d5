package org.hillock.spiking.block;

import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.kernel.Span;
import org.hillock.spiking.parted.PartedNeurons;
import org.jspecify.annotations.Nullable;

/** Cells with parts in a block. They run in double precision whatever the other neurons do. */
final class CellsWithParts implements Neurons {

  private final PartedNeurons cells;
  private final BlockLayout.Part part;
  private final double quantum;
  private final boolean single;
  private double gain = 1;

  /** By port. */
  private double[] gains = new double[0];

  private final double[][] flow;

  CellsWithParts(
      PartedNeurons cells, BlockLayout.Part part, int gaps, double quantum, boolean single) {
    this.cells = cells;
    this.part = part;
    this.quantum = quantum;
    this.single = single;
    flow = new double[gaps][part.count()];
  }

  @Override
  public void restart(long trialSeed) {
    cells.restart(trialSeed);
  }

  @Override
  public void heed(double newGain, double[] globals) {
    gain = newGain;
    gains = globals.clone();
  }

  @Override
  public void flow(int input, int i, double amount) {
    flow[input][i] += amount;
  }

  @Override
  public void step(Arrivals arrivals, Span span, FiredSpikes fired, @Nullable Acts acts) {
    if (part.count() == 0) {
      return;
    }
    for (int s = 0; s < span.steps(); s++) {
      for (int port = 0; port < part.ports(); port++) {
        int cell = arrivals.cell(port) + s * span.stride();
        for (int i = 0; i < part.count(); i++) {
          double arrived = take(arrivals, cell + i);
          if (arrived != 0 && (acts == null || !acts.silences(i))) {
            double factor = gains.length == 0 ? 1 : gains[port];
            cells.arrive(port, i, gain * factor * arrived);
          }
        }
      }
      for (int gap = 0; gap < flow.length; gap++) {
        for (int i = 0; i < flow[gap].length; i++) {
          cells.flow(gap, i, flow[gap][i]);
          flow[gap][i] = 0;
        }
      }
      cells.step(span.step() + s, fired, acts);
    }
  }

  private double take(Arrivals arrivals, int cell) {
    double arrived;
    if (single) {
      arrived = arrivals.ints[cell] * quantum;
      arrivals.ints[cell] = 0;
    } else {
      arrived = arrivals.doubles[cell];
      arrivals.doubles[cell] = 0;
    }
    return arrived;
  }

  @Override
  public void settle(int from, int to) {
    // potentials of cells do not settle at 0
  }

  @Override
  public boolean rests(int from, int to, int nextStep) {
    return false;
  }

  @Override
  public double value(String variable, int i, int phase) {
    return cells.value(variable, i);
  }

  @Override
  public void rebase(int steps) {
    // steps are counted inside
  }
}
