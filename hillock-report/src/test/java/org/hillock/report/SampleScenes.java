package org.hillock.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.RestPreset;
import org.hillock.core.cell.ShippedCells;
import org.hillock.lab.cell.AllOrNone;
import org.hillock.lab.cell.Conduction;
import org.hillock.lab.cell.Mixture;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.lab.cell.Piece;
import org.hillock.lab.cell.Refractoriness;
import org.hillock.lab.cell.Spread;
import org.hillock.lab.cell.StrengthDuration;
import org.hillock.lab.cell.ThreeCases;
import org.hillock.lab.cell.TravellingSpike;

/** A scene with made-up numbers: no engine runs in the tests of reports. */
final class SampleScenes {

  private static final double[] FEW = {1, 2, 3, 4};

  private SampleScenes() {}

  static NerveCellScene nerveCell() {
    Cell cell = ShippedCells.multipolar();
    return new NerveCellScene(
        cell,
        RestPreset.MAMMALIAN_NEURON,
        spike(cell),
        new AllOrNone(1, FEW, new double[] {-70, -65, 50, 51}, FEW, traces(4), 2.5),
        new Refractoriness(0.2, FEW, new double[] {Double.NaN, 2.1, 1.2, 0.9}, 2874.78, 1.5, 3.5),
        new StrengthDuration(
            FEW,
            new double[] {900, 500, 300.25, 200},
            new StrengthDuration.Law(21.5, 34.25, 0.05),
            new StrengthDuration.Law(34.7, 14.5, 0.06)),
        new ThreeCases(cases(), FEW),
        mixture(),
        new Spread(
            FEW,
            new double[] {40, 30, 20, 10},
            new double[] {8, 7, 6, 5},
            605.5,
            FEW,
            new double[] {1, 0.9, 0.8, 0.7},
            816.5),
        // Findings name velocities by these diameters.
        new Conduction(new double[] {1, 8}, new double[] {0.49, 1.397}, new double[] {6.43, 51.5}));
  }

  private static double[][] traces(int count) {
    double[][] traces = new double[count][];
    Arrays.setAll(traces, i -> new double[] {-70, -60 + i, 40, -65});
    return traces;
  }

  private static TravellingSpike spike(Cell cell) {
    List<Piece> pieces = Piece.of(cell.morphology(), 20);
    double[] times = {0.5, 1, 1.5, 2, 2.5};
    double[][] everywhere = new double[times.length][pieces.size()];
    for (int t = 0; t < times.length; t++) {
      for (int p = 0; p < pieces.size(); p++) {
        everywhere[t][p] = -90 + 40 * t + p / 10.0;
      }
    }
    Map<String, double[]> hillock = new LinkedHashMap<>();
    for (String name : List.of("v", "sodium", "potassium", "leak", "calcium", "m", "h", "n")) {
      hillock.put(name, new double[] {0.1, 0.25, -0.75, 1, 0.5});
    }
    Map<String, Double> rise = new LinkedHashMap<>();
    for (String part :
        List.of("dendrite", "soma", "hillock", "axon, beginning", "axon, end", "terminal")) {
      rise.put(part, 1.5 + 0.1 * rise.size());
    }
    return new TravellingSpike(pieces, times, everywhere, times, hillock, rise, 1, 12, 0.57, 0.49);
  }

  private static List<ThreeCases.Case> cases() {
    double[] mv = {-70, -50, 40, -60};
    return List.of(
        new ThreeCases.Case("only excitation", 12, 0, true, 40, mv),
        new ThreeCases.Case("only inhibition", 0, 40, false, -69.8, mv),
        new ThreeCases.Case("both, little inhibition", 12, 5, true, 39.5, mv),
        new ThreeCases.Case("both, much inhibition", 12, 40, false, -67, mv));
  }

  private static Mixture mixture() {
    Map<String, Double> places = new LinkedHashMap<>();
    for (String place : ShippedCells.INHIBITED.keySet()) {
      places.put(place, place.equals("elsewhere") ? Double.NaN : 5.0 + places.size());
    }
    boolean[][] fires = {{false, true}, {false, false}};
    return new Mixture(
        new double[] {0, 20},
        new double[] {0, 15},
        fires,
        12,
        places,
        FEW,
        new double[] {9, 8.5, 10, Double.NaN});
  }
}
