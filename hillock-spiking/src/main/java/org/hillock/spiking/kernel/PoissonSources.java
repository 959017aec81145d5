package org.hillock.spiking.kernel;

import org.hillock.core.random.PoissonTable;

/**
 * A population of Poisson sources with one rate.
 *
 * @param seed of the trial
 * @param place of the population in the network
 * @param table of the counts of a step
 * @param least count of every word; see {@link PoissonTable#thresholds}
 * @param thresholds words from which on the count is one more, ascending, unsigned
 */
public record PoissonSources(
    long seed, int place, PoissonTable table, int least, int[] thresholds) {

  public static PoissonSources of(long seed, int place, PoissonTable table) {
    return new PoissonSources(seed, place, table, table.least(), table.thresholds());
  }
}
