package org.hillock.lab.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.ShippedCells;

/**
 * One spike of the shipped cell, from the spike that arrives at a dendrite to that in the
 * terminals, seen everywhere.
 *
 * @param pieces of the tree
 * @param timesMs of the samples everywhere
 * @param millivolts by sample and piece
 * @param fineMs of the samples at the hillock
 * @param hillock what was seen there: {@code v} in mV, gates by their letter, and {@code sodium},
 *     {@code potassium}, {@code leak}, {@code calcium} in mA/cm², outward above 0
 * @param rise when the potential crosses {@value #LEVEL_MV} mV, by part, in ms
 * @param arrivalMs when the spike arrived at the dendrite
 * @param weightNs peak of the conductance that it opened
 * @param velocity in the axon's trunk, in m/s
 * @param halfWidthMs of the spike at the hillock, at half its height above rest
 */
public record TravellingSpike(
    List<Piece> pieces,
    double[] timesMs,
    double[][] millivolts,
    double[] fineMs,
    Map<String, double[]> hillock,
    Map<String, Double> rise,
    double arrivalMs,
    double weightNs,
    double velocity,
    double halfWidthMs) {

  /** The upstroke of a spike passes it. */
  public static final double LEVEL_MV = -20;

  private static final double PIECE_UM = 10;

  /** Steps from one sample everywhere to the next. */
  private static final int FRAME_STEPS = 4;

  private static final double ARRIVAL_MS = 1;
  private static final double WEIGHT_NS = 12;
  private static final double UNTIL_MS = 13;

  /** 1 pA/um² is 0.1 mA/cm². */
  private static final double MA_PER_CM2 = 0.1;

  private static final String[] PARTS = {
    "dendrite", "dend[1](0.5)",
    "soma", "soma(0.5)",
    "hillock", "hillock(0.5)",
    "axon, beginning", "axon[0](0.1)",
    "axon, end", "axon[0](0.95)",
    "terminal", "terminal[0](0.5)"
  };

  private static final String[] CURRENTS = {
    "sodium", "na-traub", "potassium", "k-traub", "leak", "leak", "calcium", "ca-l"
  };

  /** Runs it. */
  public static TravellingSpike run() {
    Cell cell = SideBySide.cutTo(ShippedCells.multipolar(), 0.03);
    List<Piece> pieces = Piece.of(cell.morphology(), PIECE_UM);
    SideBySide bench =
        new SideBySide(cell, 1).arrive(0, ShippedCells.EXCITATORY, ARRIVAL_MS, WEIGHT_NS);
    pieces.forEach(p -> bench.watch(p.potential(), 0));
    String at = "hillock(0.5).";
    for (int i = 1; i < PARTS.length; i += 2) {
      bench.watch(PARTS[i] + ".v", 0);
    }
    for (int i = 1; i < CURRENTS.length; i += 2) {
      bench.watch(at + CURRENTS[i] + ".i", 0);
    }
    String[] gates = {"m", "na-traub", "h", "na-traub", "n", "k-traub"};
    for (int i = 0; i < gates.length; i += 2) {
      bench.watch(at + gates[i + 1] + "." + gates[i], 0);
    }
    Watched seen = bench.run(UNTIL_MS);
    Map<String, double[]> hillock = new LinkedHashMap<>();
    hillock.put("v", seen.trace(at + "v", 0));
    for (int i = 0; i < CURRENTS.length; i += 2) {
      double[] density = seen.trace(at + CURRENTS[i + 1] + ".i", 0);
      for (int k = 0; k < density.length; k++) {
        density[k] *= MA_PER_CM2;
      }
      hillock.put(CURRENTS[i], density);
    }
    for (int i = 0; i < gates.length; i += 2) {
      hillock.put(gates[i], seen.trace(at + gates[i + 1] + "." + gates[i], 0));
    }
    Map<String, Double> rise = new LinkedHashMap<>();
    for (int i = 0; i < PARTS.length; i += 2) {
      rise.put(PARTS[i], seen.crossingMs(PARTS[i + 1] + ".v", 0, LEVEL_MV));
    }
    return new TravellingSpike(
        pieces,
        some(seen.timesMs(at + "v")),
        everywhere(seen, pieces),
        seen.timesMs(at + "v"),
        hillock,
        rise,
        ARRIVAL_MS,
        WEIGHT_NS,
        velocity(cell, rise),
        halfWidth(seen.timesMs(at + "v"), hillock.getOrDefault("v", new double[0])));
  }

  private static double[][] everywhere(Watched seen, List<Piece> pieces) {
    List<double[]> traces = new ArrayList<>();
    pieces.forEach(p -> traces.add(some(seen.trace(p.potential(), 0))));
    double[][] bySample = new double[traces.getFirst().length][pieces.size()];
    for (int t = 0; t < bySample.length; t++) {
      for (int p = 0; p < pieces.size(); p++) {
        bySample[t][p] = traces.get(p)[t];
      }
    }
    return bySample;
  }

  private static double[] some(double[] samples) {
    double[] some = new double[samples.length / FRAME_STEPS];
    for (int i = 0; i < some.length; i++) {
      some[i] = samples[(i + 1) * FRAME_STEPS - 1];
    }
    return some;
  }

  /** um/ms are mm/s. */
  private static double velocity(Cell cell, Map<String, Double> rise) {
    double um =
        cell.morphology().distanceUm(Place.parse("axon", PARTS[9]))
            - cell.morphology().distanceUm(Place.parse("axon", PARTS[7]));
    return um / (when(rise, PARTS[8]) - when(rise, PARTS[6])) / 1000;
  }

  /** When the potential crosses {@value #LEVEL_MV} mV at a part, in ms; NaN where it does not. */
  public double riseMs(String part) {
    return when(rise, part);
  }

  private static double when(Map<String, Double> rise, String part) {
    return rise.getOrDefault(part, Double.NaN);
  }

  /** Between two samples in proportion. */
  private static double halfWidth(double[] times, double[] v) {
    double most = java.util.Arrays.stream(v).max().orElse(0);
    double level = (most + v[0]) / 2;
    double up = Double.NaN;
    for (int i = 1; i < v.length; i++) {
      double at = times[i - 1] + (level - v[i - 1]) / (v[i] - v[i - 1]) * (times[i] - times[i - 1]);
      if (v[i - 1] < level && v[i] >= level) {
        up = at;
      } else if (v[i - 1] >= level && v[i] < level) {
        return at - up;
      }
    }
    return Double.NaN;
  }

  /** The sample nearest to a time. */
  public int sample(double ms) {
    int nearest = 0;
    for (int i = 1; i < timesMs.length; i++) {
      nearest = Math.abs(timesMs[i] - ms) < Math.abs(timesMs[nearest] - ms) ? i : nearest;
    }
    return nearest;
  }
}
