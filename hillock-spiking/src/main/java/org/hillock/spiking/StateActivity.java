package org.hillock.spiking;

import java.util.Map;
import java.util.Objects;
import org.hillock.spiking.modulation.Activity;

/**
 * What populations did, as modulators see it.
 *
 * @param populations by name
 */
record StateActivity(Map<String, PopulationState> populations) implements Activity {

  @Override
  public long spikes(String population) {
    return Objects.requireNonNull(populations.get(population)).spikesMade();
  }

  @Override
  public double meanValue(String population) {
    double sum = 0;
    double[] values = Objects.requireNonNull(populations.get(population)).variable("value");
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
