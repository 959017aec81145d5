package org.hillock.core.cell;

import org.hillock.core.problem.UsageException;

/**
 * Where a cell's spikes are seen, and what one is: an upward crossing.
 *
 * @param place on the tree
 * @param thresholdMv that is crossed, -200 to 200 mV
 */
public record SpikeOutput(Place place, double thresholdMv) {
  public SpikeOutput {
    if (!(Math.abs(thresholdMv) <= 200)) {
      throw new UsageException("spike.threshold", thresholdMv + " mV is not in -200..200 mV");
    }
  }
}
