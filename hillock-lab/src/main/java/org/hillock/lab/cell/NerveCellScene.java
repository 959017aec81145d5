package org.hillock.lab.cell;

import org.hillock.core.cell.Cell;
import org.hillock.core.cell.RestPreset;
import org.hillock.core.cell.ShippedCells;
import org.hillock.core.training.Progress;

/**
 * Everything that is shown of the nerve cell: what was measured, in the order of telling.
 *
 * @param cell that was asked
 * @param rest of its membrane
 * @param spike on its way
 * @param allOrNone currents below and above threshold
 * @param refractoriness after a spike
 * @param strengthDuration of currents into the soma
 * @param cases excitation, inhibition, both
 * @param mixture on what the last case depends
 * @param spread without channels
 * @param conduction with and without myelin
 */
public record NerveCellScene(
    Cell cell,
    RestPreset rest,
    TravellingSpike spike,
    AllOrNone allOrNone,
    Refractoriness refractoriness,
    StrengthDuration strengthDuration,
    ThreeCases cases,
    Mixture mixture,
    Spread spread,
    Conduction conduction) {

  /** Does all experiments; the same numbers every time. */
  public static NerveCellScene run(Progress progress) {
    Cell cell = ShippedCells.multipolar();
    progress.report(0, "a spike on its way");
    TravellingSpike spike = TravellingSpike.run();
    progress.report(0.1, "all or none");
    AllOrNone allOrNone = AllOrNone.of(cell);
    progress.report(0.2, "refractoriness");
    Refractoriness refractoriness = Refractoriness.of(cell);
    progress.report(0.4, "strength and duration");
    StrengthDuration strengthDuration = StrengthDuration.of(cell);
    progress.report(0.5, "excitation and inhibition");
    ThreeCases cases = ThreeCases.of(cell);
    Mixture mixture = Mixture.of(cell);
    progress.report(0.85, "without channels");
    Spread spread = Spread.run();
    progress.report(0.9, "myelin");
    Conduction conduction = Conduction.run();
    progress.report(1, "");
    return new NerveCellScene(
        cell,
        RestPreset.MAMMALIAN_NEURON,
        spike,
        allOrNone,
        refractoriness,
        strengthDuration,
        cases,
        mixture,
        spread,
        conduction);
  }
}
