package org.hillock.spiking.lowered;

import java.util.HashMap;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.PoissonTable;

/**
 * What a frame does to a population of Poisson sources: each number is how many times its own rate
 * a neuron fires at.
 */
public final class Brightness {

  /** Sums of arrivals have one bit to spare beyond what own rates need. */
  private static final int SPARE = 2;

  private Brightness() {}

  /**
   * Mean counts of a step under a frame.
   *
   * @param own mean counts without one
   * @param frame a number for each neuron
   * @throws UsageException where sizes differ, a number is below 0, or so many spikes could come
   *     that their sums would not be exact
   */
  public static double[] means(String population, double[] own, float[] frame) {
    if (frame.length != own.length) {
      throw new UsageException(
          "a frame for population '"
              + population
              + "' has "
              + frame.length
              + " numbers where "
              + own.length
              + " are needed");
    }
    double most = 0;
    for (double mean : own) {
      most = Math.max(most, mean);
    }
    int allowed = SPARE * Math.max(1, PoissonTable.of(most).most());
    double[] means = new double[own.length];
    double highest = 0;
    for (int i = 0; i < means.length; i++) {
      if (!(frame[i] >= 0)) {
        throw new UsageException(
            "a frame for population '"
                + population
                + "' holds "
                + frame[i]
                + " at neuron "
                + i
                + "; it says how many times its own rate a 'poisson' neuron fires at, and so must be"
                + " >= 0");
      }
      means[i] = frame[i] * own[i];
      highest = Math.max(highest, means[i]);
    }
    if (highest > most && (highest > 1e6 || PoissonTable.of(highest).most() > allowed)) {
      throw new UsageException(
          "a frame for population '"
              + population
              + "' is too bright: up to "
              + highest
              + " spikes of one neuron in a step, where its own rate gives "
              + most
              + "; raise the population's rate and show less of it");
    }
    return means;
  }

  /** A table for each mean; equal means share one. */
  public static PoissonTable[] tables(double[] means) {
    Map<Double, PoissonTable> ofMean = new HashMap<>();
    PoissonTable[] tables = new PoissonTable[means.length];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = ofMean.computeIfAbsent(means[i], PoissonTable::of);
    }
    return tables;
  }
}
