package org.hillock.spiking.kernel;

import java.util.Arrays;
import org.hillock.core.random.PoissonTable;

/**
 * Poisson sources of any rates: a part of a population. They stand in groups of {@link
 * FloatKernels#SOURCES} as the whole population does, so that a group's random bits are made
 * together.
 */
public final class PoissonPart {

  private static final PoissonTable NEVER = PoissonTable.of(0);

  /** Place of the population in the network. */
  final int place;

  /** First source of the first group, counted in the population. */
  final int first;

  /** From there to the part's first source. */
  final int lead;

  /** Of the part. */
  final int count;

  /** By source of the groups. */
  final PoissonTable[] table;

  /** By source of the groups: unsigned words below make no spike. */
  final int[] quiet;

  /** Groups in which none can fire are passed over. */
  final boolean[] still;

  /** Room for the random words of a group. */
  final int[] words = new int[FloatKernels.SOURCES];

  long seed;

  /**
   * Sources that never fire.
   *
   * @param start first source of the part, counted in the population
   */
  public PoissonPart(int place, int start, int count) {
    this.place = place;
    first = start / FloatKernels.SOURCES * FloatKernels.SOURCES;
    lead = start - first;
    this.count = count;
    int groups = (lead + count + FloatKernels.SOURCES - 1) / FloatKernels.SOURCES;
    table = new PoissonTable[groups * FloatKernels.SOURCES];
    quiet = new int[table.length];
    still = new boolean[groups];
    Arrays.fill(table, NEVER);
    tables(new PoissonTable[0]);
  }

  /** From now on fires by these tables, one for each source of the part. */
  public void tables(PoissonTable[] those) {
    System.arraycopy(those, 0, table, lead, those.length);
    for (int group = 0; group < still.length; group++) {
      boolean none = true;
      for (int i = 0; i < FloatKernels.SOURCES; i++) {
        int at = group * FloatKernels.SOURCES + i;
        int[] thresholds = table[at].thresholds();
        boolean always = table[at].least() > 0;
        none &= table[at].most() == 0;
        quiet[at] = always ? 0 : thresholds.length == 0 ? -1 : thresholds[0];
      }
      still[group] = none;
    }
  }

  /** A trial begins. */
  public void restart(long trialSeed) {
    seed = trialSeed;
  }

  /** Notes the spikes of a source whose word is not quiet. */
  void note(int at, int word, int step, FiredSpikes fired) {
    int spikes = table[at].count(word);
    for (int k = 0; k < spikes; k++) {
      fired.add(at - lead, step);
    }
  }
}
