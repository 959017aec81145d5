package org.hillock.lab.summation;

import java.util.function.Consumer;

/**
 * How linear addition at the hillock is: pairs of volleys, with passive and with active dendrites,
 * and how many units predict the cell.
 *
 * @param passive pairs on passive dendrites
 * @param active pairs on dendrites with channels
 * @param units of how many units a network must be to predict cells
 */
public record Addition(PairSummation passive, PairSummation active, UnitsRecord units) {

  private static final double AFTER_MS = 200;

  /**
   * Measures pairs, which takes seconds, and reads units as they come with Hillock.
   *
   * @param progress told what begins
   */
  public static Addition measure(Consumer<String> progress) {
    return new Addition(pairs(false, progress), pairs(true, progress), UnitsRecord.shipped());
  }

  /** Measures everything anew, which takes minutes. */
  public static Addition measureAnew(Consumer<String> progress) {
    return new Addition(
        pairs(false, progress),
        pairs(true, progress),
        UnitsRecord.of(CellAsUnits.measureAll(progress)));
  }

  private static PairSummation pairs(boolean active, Consumer<String> progress) {
    progress.accept("pairs of volleys on " + (active ? "active" : "passive") + " dendrites");
    return PairSummation.measure(PairSummation.strengthsNs(), active, AFTER_MS);
  }
}
