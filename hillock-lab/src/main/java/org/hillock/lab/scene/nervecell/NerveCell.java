package org.hillock.lab.scene.nervecell;

import org.hillock.core.cell.ShippedCells;
import org.hillock.core.training.Progress;
import org.hillock.lab.cell.AllOrNone;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.lab.cell.SideBySide;
import org.hillock.lab.cell.Watched;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;

/**
 * A cell with dendrites, soma, hillock and axon: does it answer all or nothing, and does that come
 * from its channels? The control is the same tree without them, given the same currents.
 */
public final class NerveCell implements Scene {

  private static final String END = "axon[0](0.95).v";
  private static final double FROM_MS = 1;
  private static final double UNTIL_MS = 15;

  @Override
  public String name() {
    return "nerve-cell";
  }

  /** The same for every seed: nothing is drawn. */
  @Override
  public SceneResult run(long seed, Progress progress) {
    NerveCellScene cell = NerveCellScene.run(progress.part(0, 0.95, ""));
    progress.report(0.95, "the same currents without channels");
    double[] passive = withoutChannels(cell.allOrNone());
    progress.report(1, "");
    CellNumbers numbers = new CellNumbers(cell, passive);
    return new SceneResult(
        name(), numbers.all(), numbers.claims(), new CellPictures(cell, passive).all());
  }

  /** The highest potential at the end of the axon's trunk for each amount, in mV. */
  private static double[] withoutChannels(AllOrNone with) {
    double[] amounts = with.amountsPa();
    SideBySide bench = new SideBySide(ShippedCells.withoutChannels(), amounts.length).watch(END, 0);
    for (int i = 0; i < amounts.length; i++) {
      bench.inject(i, "soma(0.5)", amounts[i], FROM_MS, FROM_MS + with.durationMs());
    }
    Watched seen = bench.run(UNTIL_MS);
    double[] peaks = new double[amounts.length];
    for (int i = 0; i < peaks.length; i++) {
      peaks[i] = seen.peak(END, i, FROM_MS);
    }
    return peaks;
  }
}
