package org.hillock.spiking.lowered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.random.PoissonTable;

/**
 * How often the Poisson sources of a population fire: at rates of their own, or, while a frame is
 * presented, at the frame's numbers times these.
 *
 * <p>Who draws the spikes of a step later than it is done asks for the rates of then.
 */
public final class SourceRates {

  /** Beyond so many spikes in a step tables would grow large. */
  static final int MOST_PER_STEP = 1000;

  /** How many times the spikes of own rates may come together. */
  private static final int SPARE = 2;

  /** Tables kept for means that may come again, as those of pixels do. */
  private static final int MOST_TABLES = 4096;

  private final String population;
  private final double[] ownMeans;
  private final PoissonTable[] own;
  private final Map<Double, PoissonTable> ofMean = new HashMap<>();

  /** What was presented, by the step from which it holds, the latest last. */
  private final List<Since> shown = new ArrayList<>();

  private record Since(long step, PoissonTable[] tables) {}

  /**
   * Rates before anything is presented.
   *
   * @param ownMeans spikes that each source is expected to make in a step
   */
  public SourceRates(String population, double[] ownMeans) {
    this.population = population;
    this.ownMeans = ownMeans;
    own = tables(ownMeans);
  }

  /** Back to the rates of their own. */
  public void restart() {
    shown.clear();
  }

  /** Whether anything was presented since the restart. */
  public boolean anyShown() {
    return !shown.isEmpty();
  }

  /**
   * Fires at a frame's numbers times the rates of their own from a step on.
   *
   * @param row one number of at least 0 for each source
   * @param step that is done next; steps before are no longer asked for, but for {@code remembered}
   *     of them
   * @throws UsageException where it has not one number for each source, or one is below 0 or too
   *     large
   */
  public void present(float[] row, long step, int remembered) {
    if (row.length != own.length) {
      throw bad(
          "has " + row.length + " numbers where the population has " + own.length + " neurons");
    }
    double[] means = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      means[i] = row[i] * ownMeans[i];
      if (!(row[i] >= 0)) {
        throw bad(
            "holds "
                + row[i]
                + " at neuron "
                + i
                + "; 'poisson' neurons fire at so many times their rate, so at least 0 is needed");
      }
      if (means[i] > MOST_PER_STEP) {
        throw bad(
            "makes neuron "
                + i
                + " fire "
                + Quantity.text(means[i])
                + " spikes in a step, more than "
                + MOST_PER_STEP);
      }
    }
    checkSums(means);
    since(step, tables(means), remembered);
  }

  /** Sums of arrivals have one bit to spare beyond what the own rates need. */
  private void checkSums(double[] means) {
    double highest = Arrays.stream(means).max().orElse(0);
    double highestOwn = Arrays.stream(ownMeans).max().orElse(0);
    int allowed = SPARE * Math.max(1, PoissonTable.of(highestOwn).most());
    if (highest > highestOwn && PoissonTable.of(highest).most() > allowed) {
      throw bad(
          "is too bright: up to "
              + Quantity.text(highest)
              + " spikes of one neuron in a step, where the population's own rate gives "
              + Quantity.text(highestOwn)
              + "; raise that rate and show less of it");
    }
  }

  /** Fires no more from a step on. */
  public void presentNothing(long step, int remembered) {
    since(step, tables(new double[own.length]), remembered);
  }

  private void since(long step, PoissonTable[] tables, int remembered) {
    while (shown.size() > 1 && shown.get(1).step <= step - remembered) {
      shown.removeFirst();
    }
    shown.add(new Since(step, tables));
  }

  /** The table of each source now. */
  public PoissonTable[] now() {
    return shown.isEmpty() ? own : shown.getLast().tables;
  }

  /** The table of each source in a step. */
  public PoissonTable[] at(long step) {
    for (int k = shown.size() - 1; k >= 0; k--) {
      if (shown.get(k).step <= step) {
        return shown.get(k).tables;
      }
    }
    return own;
  }

  private PoissonTable[] tables(double[] means) {
    if (ofMean.size() > MOST_TABLES) {
      ofMean.clear();
    }
    return Arrays.stream(means)
        .mapToObj(mean -> ofMean.computeIfAbsent(mean, PoissonTable::of))
        .toArray(PoissonTable[]::new);
  }

  private UsageException bad(String what) {
    return new UsageException("a stimulus for '" + population + "' " + what);
  }
}
