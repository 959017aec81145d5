package org.hillock.lab.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.ShippedCells;

/**
 * On what it depends whether a mixture of excitation and inhibition fires: on their amounts, on the
 * place of the inhibition on the tree, and on when it comes. What an inhibitory synapse on the way
 * to the soma does and one beyond the excitation does not is told by Koch, Poggio and Torre 1983
 * (10.1073/pnas.80.9.2799).
 *
 * @param excitationsNs columns of the map of amounts
 * @param inhibitionsNs its rows: inhibition on the way
 * @param fires by row and column
 * @param excitationNs peak conductance of the excitation in the other two maps
 * @param byPlaceNs the least inhibition that stops the spike, by place; NaN where {@link #MOST_NS}
 *     do not
 * @param lagsMs when inhibition comes, after excitation
 * @param byLagNs the least inhibition on the way that stops the spike, for each lag; NaN as above
 */
public record Mixture(
    double[] excitationsNs,
    double[] inhibitionsNs,
    boolean[][] fires,
    double excitationNs,
    Map<String, Double> byPlaceNs,
    double[] lagsMs,
    double[] byLagNs) {

  /** The place of inhibition between excitation and soma. */
  public static final String ON_PATH = "on-path";

  /** More inhibition than this is not tried, in nS. */
  public static final double MOST_NS = 150;

  private static final double EXCITATION_NS = 12;
  private static final int AMOUNTS = 21;
  private static final double MOST_EXCITATION_NS = 20;
  private static final double MOST_INHIBITION_NS = 15;

  /** From excitation until the end of a trial: EPSPs near threshold are slow. */
  private static final double WAIT_MS = 17;

  private static final double[] LAGS = {-25, -18, -12, -8, -5, -3, -1, 0, 1, 2, 2.5, 3, 3.5, 4};

  /** An inhibitory input of a trial. */
  private record Inhibition(String place, double lagMs) {}

  /** Asks the shipped cell, or one with the same receptors. */
  public static Mixture of(Cell cell) {
    double[] excitations = upTo(MOST_EXCITATION_NS);
    double[] inhibitions = upTo(MOST_INHIBITION_NS);
    List<Inhibition> places =
        ShippedCells.INHIBITED.keySet().stream().map(p -> new Inhibition(p, 0)).toList();
    double[] stops = leastThatStops(cell, places);
    Map<String, Double> byPlace = new LinkedHashMap<>();
    for (int i = 0; i < stops.length; i++) {
      byPlace.put(places.get(i).place, stops[i]);
    }
    List<Inhibition> lags =
        java.util.Arrays.stream(LAGS).mapToObj(lag -> new Inhibition(ON_PATH, lag)).toList();
    return new Mixture(
        excitations,
        inhibitions,
        amounts(cell, excitations, inhibitions),
        EXCITATION_NS,
        byPlace,
        LAGS.clone(),
        leastThatStops(cell, lags));
  }

  private static double[] upTo(double most) {
    double[] amounts = new double[AMOUNTS];
    for (int i = 0; i < AMOUNTS; i++) {
      amounts[i] = most * i / (AMOUNTS - 1);
    }
    return amounts;
  }

  private static boolean[][] amounts(Cell cell, double[] excitations, double[] inhibitions) {
    SideBySide bench = new SideBySide(cell, AMOUNTS * AMOUNTS);
    for (int i = 0; i < AMOUNTS * AMOUNTS; i++) {
      bench.arrive(i, ShippedCells.EXCITATORY, 1, excitations[i % AMOUNTS]);
      bench.arrive(i, ShippedCells.INHIBITORY + ON_PATH, 1, inhibitions[i / AMOUNTS]);
    }
    Watched seen = bench.run(1 + WAIT_MS);
    boolean[][] fires = new boolean[AMOUNTS][AMOUNTS];
    for (int i = 0; i < AMOUNTS * AMOUNTS; i++) {
      fires[i / AMOUNTS][i % AMOUNTS] = seen.spikes(i, 0) > 0;
    }
    return fires;
  }

  private static double[] leastThatStops(Cell cell, List<Inhibition> all) {
    double earliest = all.stream().mapToDouble(Inhibition::lagMs).min().orElse(0);
    double excitationAt = 1 - Math.min(0, earliest);
    return LeastAmount.find(
        all.size(),
        0,
        MOST_NS,
        (condition, amount) -> {
          SideBySide bench = new SideBySide(cell, amount.length);
          for (int i = 0; i < amount.length; i++) {
            Inhibition inhibition = all.get(condition[i]);
            bench.arrive(i, ShippedCells.EXCITATORY, excitationAt, EXCITATION_NS);
            bench.arrive(
                i,
                ShippedCells.INHIBITORY + inhibition.place,
                excitationAt + inhibition.lagMs,
                amount[i]);
          }
          Watched seen = bench.run(excitationAt + WAIT_MS);
          boolean[] stopped = new boolean[amount.length];
          for (int i = 0; i < stopped.length; i++) {
            stopped[i] = seen.spikes(i, 0) == 0;
          }
          return stopped;
        });
  }
}
