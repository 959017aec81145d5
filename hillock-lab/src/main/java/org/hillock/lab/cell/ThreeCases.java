package org.hillock.lab.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.ShippedCells;

/**
 * The three cases that people teach: only excitation fires, only inhibition does not, a mixture
 * depends on the amounts.
 *
 * @param cases in the order of teaching
 * @param timesMs of the samples
 */
public record ThreeCases(List<Case> cases, double[] timesMs) {

  /** When all input arrives. */
  public static final double ARRIVAL_MS = 2;

  private static final double UNTIL_MS = 20;
  private static final double EXCITATION_NS = 12;
  private static final double LITTLE_NS = 5;
  private static final double MUCH_NS = 40;
  private static final String HILLOCK = "hillock(0.5).v";

  /**
   * One of them.
   *
   * @param name of the case
   * @param excitationNs peak conductance of the excitatory synapses
   * @param inhibitionNs that of the inhibitory ones, on the way to the soma
   * @param fires whether a spike ran down the axon
   * @param peakMv the highest potential at the hillock
   * @param millivolts at the hillock
   */
  public record Case(
      String name,
      double excitationNs,
      double inhibitionNs,
      boolean fires,
      double peakMv,
      double[] millivolts) {}

  /** Asks the shipped cell, or one with the same receptors. */
  public static ThreeCases of(Cell cell) {
    Map<String, double[]> inputs = new LinkedHashMap<>();
    inputs.put("only excitation", new double[] {EXCITATION_NS, 0});
    inputs.put("only inhibition", new double[] {0, MUCH_NS});
    inputs.put("both, little inhibition", new double[] {EXCITATION_NS, LITTLE_NS});
    inputs.put("both, much inhibition", new double[] {EXCITATION_NS, MUCH_NS});
    SideBySide bench = new SideBySide(cell, inputs.size()).watch(HILLOCK, 0.05);
    List<Map.Entry<String, double[]>> all = List.copyOf(inputs.entrySet());
    for (int i = 0; i < all.size(); i++) {
      double[] ns = all.get(i).getValue();
      bench.arrive(i, ShippedCells.EXCITATORY, ARRIVAL_MS, ns[0]);
      bench.arrive(i, ShippedCells.INHIBITORY + Mixture.ON_PATH, ARRIVAL_MS, ns[1]);
    }
    Watched seen = bench.run(UNTIL_MS);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      double[] ns = all.get(i).getValue();
      cases.add(
          new Case(
              all.get(i).getKey(),
              ns[0],
              ns[1],
              seen.spikes(i, 0) > 0,
              seen.peak(HILLOCK, i, 0),
              seen.trace(HILLOCK, i)));
    }
    return new ThreeCases(cases, seen.timesMs(HILLOCK));
  }
}
