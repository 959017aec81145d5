package org.hillock.core.session;

import java.util.List;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;

/**
 * What the outside world presents to a population, from the moment it is presented until replaced.
 */
public sealed interface Stimulus {

  /** The population that it is shown on. */
  String population();

  /**
   * Numbers held on a population of {@code input} neurons; on one of {@code poisson} neurons, how
   * many times its own rate each fires at, at least 0.
   *
   * @param rows one row for each member of a batch, each with one finite number for each neuron;
   *     sessions without {@link Capability.Batched} take one row
   */
  record Frames(String population, float[][] rows) implements Stimulus {
    public Frames {
      if (rows.length == 0) {
        throw new UsageException("a stimulus for '" + population + "' has no rows");
      }
      for (float[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          if (!Float.isFinite(row[i])) {
            throw new UsageException(
                "a stimulus for '" + population + "' holds " + row[i] + " at neuron " + i);
          }
        }
      }
    }
  }

  /**
   * Spikes of a population of {@code spike-list} neurons, in place of its own.
   *
   * @param timesMs of every neuron, counted from the moment of presenting, in order
   */
  record SpikeTrains(String population, List<Numbers> timesMs) implements Stimulus {
    public SpikeTrains {
      timesMs = List.copyOf(timesMs);
    }
  }

  /** Nothing: inputs go to 0, listed spikes end, Poisson sources fall silent. */
  record Nothing(String population) implements Stimulus {}

  /** One row. */
  static Stimulus frame(String population, float[] row) {
    return new Frames(population, new float[][] {row});
  }
}
