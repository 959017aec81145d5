package org.hillock.lab.scene.senses;

import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;

/**
 * What a spiking taster does with dishes.
 *
 * @param fired share of the verdict's cells that fired within the window, by dish
 * @param rates their mean rate in Hz, by dish
 */
record SpikingTaster(double[] fired, double[] rates) {

  private static final double MS_PER_S = 1000;

  /**
   * Serves dishes.
   *
   * @param copies verdict cells, each a trial with noise of its own
   */
  static SpikingTaster of(Taster taster, int copies, double noiseMv, float[][] dishes, long seed) {
    Network network = TasterNetworks.spiking(taster, copies, noiseMv);
    double[] fired = new double[dishes.length];
    double[] rates = new double[dishes.length];
    try (Responder responder = Responder.open(network, DecisionTiming.of(network), seed)) {
      for (int i = 0; i < dishes.length; i++) {
        double[] each =
            responder.activities(
                    new float[][] {dishes[i]}, Optional.empty(), java.util.List.of("verdict"), i)
                .of("verdict")[0];
        for (int c = 1; c <= copies; c++) {
          fired[i] += each[c] > 0 ? 1.0 / copies : 0;
          rates[i] += each[c] * MS_PER_S / copies;
        }
      }
    }
    return new SpikingTaster(fired, rates);
  }

  /** Root mean square difference from the logistic curve of the taster. */
  double distance(Taster taster, float[][] dishes) {
    double squares = 0;
    for (int i = 0; i < dishes.length; i++) {
      double off = fired[i] - taster.probability(dishes[i]);
      squares += off * off / dishes.length;
    }
    return Math.sqrt(squares);
  }
}
