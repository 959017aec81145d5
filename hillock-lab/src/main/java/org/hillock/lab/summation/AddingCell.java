package org.hillock.lab.summation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.PyramidalCell;

/**
 * A cell that is asked how it adds.
 *
 * @param id key in results
 * @param name for people
 * @param spiking the cell as it is
 * @param quiet the same without sodium channels in soma and axon: its potential below threshold
 * @param place whose potential counts
 * @param ampaNs weight of a spike at the AMPA receptors of each place for excitation
 * @param nmdaNs the same of NMDA receptors; 0 for none
 * @param gabaNs the same of GABA-A receptors
 */
public record AddingCell(
    String id,
    String name,
    Cell spiking,
    Cell quiet,
    String place,
    double ampaNs,
    double nmdaNs,
    double gabaNs) {

  /** Inputs: by branch, its places for excitation and then the one for inhibition. */
  static final int SYNAPSES = PyramidalCell.BRANCHES * (PyramidalCell.PLACES + 1);

  /** The control: no branches, all synapses at one place. */
  public static AddingCell ball() {
    return new AddingCell(
        "ball",
        "a ball, AMPA",
        PyramidalCell.ball(true),
        PyramidalCell.ball(false),
        "soma(0.5)",
        1.5,
        0,
        1);
  }

  /** Passive branches, excited by AMPA receptors alone. */
  public static AddingCell passive() {
    return pyramidal("passive", "branches, AMPA", false, 2.5, 0);
  }

  /** Branches with NMDA receptors and channels of their own. */
  public static AddingCell active() {
    return pyramidal("active", "active branches, AMPA and NMDA", true, 0.9, 1.8);
  }

  /** From simple to rich. */
  public static List<AddingCell> all() {
    return List.of(ball(), passive(), active());
  }

  private static AddingCell pyramidal(
      String id, String name, boolean active, double ampaNs, double nmdaNs) {
    return new AddingCell(
        id,
        name,
        new PyramidalCell(active, true).build(),
        new PyramidalCell(active, false).build(),
        "hillock(0.5)",
        ampaNs,
        nmdaNs,
        1);
  }

  /**
   * What arrives at cells of this kind.
   *
   * @return by cell, then by synapse: times in ms
   */
  static double[][][] arrivals(RandomInput input, long seed, int cells, double durationMs) {
    double[][][] all = new double[cells][SYNAPSES][];
    int each = PyramidalCell.PLACES + 1;
    for (int cell = 0; cell < cells; cell++) {
      for (int s = 0; s < SYNAPSES; s++) {
        boolean inhibits = s % each == PyramidalCell.PLACES;
        int source = 2 * (s / each) + (inhibits ? 1 : 0);
        double mean = inhibits ? input.inhibition() : input.excitation();
        all[cell][s] = input.arrivalsMs(seed, cell, source, s, mean, durationMs);
      }
    }
    return all;
  }

  /** The same as drives of its receptors. */
  List<DrivenCells.Drive> drives(double[][][] arrivals) {
    int cells = arrivals.length;
    int each = PyramidalCell.PLACES + 1;
    List<DrivenCells.Drive> drives = new ArrayList<>();
    for (int s = 0; s < SYNAPSES; s++) {
      int synapse = s;
      double[][] times = Arrays.stream(arrivals).map(a -> a[synapse]).toArray(double[][]::new);
      int branch = s / each;
      int place = s % each;
      if (place == PyramidalCell.PLACES) {
        drives.add(
            new DrivenCells.Drive(
                List.of(PyramidalCell.inhibitory(branch)),
                new double[][] {same(gabaNs, cells)},
                times));
      } else if (nmdaNs > 0) {
        drives.add(
            new DrivenCells.Drive(
                List.of(
                    PyramidalCell.excitatory("ampa", branch, place),
                    PyramidalCell.excitatory("nmda", branch, place)),
                new double[][] {same(ampaNs, cells), same(nmdaNs, cells)},
                times));
      } else {
        drives.add(
            new DrivenCells.Drive(
                List.of(PyramidalCell.excitatory("ampa", branch, place)),
                new double[][] {same(ampaNs, cells)},
                times));
      }
    }
    return drives;
  }

  private static double[] same(double value, int count) {
    double[] all = new double[count];
    Arrays.fill(all, value);
    return all;
  }
}
