package org.hillock.report.figure;

import java.util.List;
import org.hillock.lab.comparison.Raster;

/** What figures of spikes ask of their numbers. */
final class SpikeTimes {

  private SpikeTimes() {}

  /**
   * Checks lanes and the time shown.
   *
   * @throws IllegalArgumentException where there is no lane, no time, or a neuron outside its lane
   */
  static void check(List<Raster.Lane> lanes, double fromMs, double toMs) {
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("no population to draw");
    }
    if (!(toMs > fromMs)) {
      throw new IllegalArgumentException("no time between " + fromMs + " and " + toMs + " ms");
    }
    for (Raster.Lane lane : lanes) {
      if (lane.timesMs().length != lane.neuron().length) {
        throw new IllegalArgumentException(
            lane.population()
                + ": "
                + lane.timesMs().length
                + " times but "
                + lane.neuron().length
                + " neurons");
      }
      for (int neuron : lane.neuron()) {
        if (neuron < 0 || neuron >= lane.neurons()) {
          throw new IllegalArgumentException(
              lane.population() + ": neuron " + neuron + " of " + lane.neurons());
        }
      }
    }
  }

  /** Mean rate of a lane's neurons in each bin, in Hz. */
  static double[] ratesHz(Raster.Lane lane, double fromMs, double binMs, int bins) {
    double[] rates = new double[bins];
    for (double t : lane.timesMs()) {
      int bin = (int) Math.floor((t - fromMs) / binMs);
      // A spike at the very end belongs to the last bin.
      if (bin == bins && t - fromMs <= bins * binMs) {
        bin--;
      }
      if (bin >= 0 && bin < bins) {
        rates[bin] += 1000 / (binMs * lane.neurons());
      }
    }
    return rates;
  }
}
