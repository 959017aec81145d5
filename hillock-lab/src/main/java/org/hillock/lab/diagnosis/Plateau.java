package org.hillock.lab.diagnosis;

import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Population;
import org.hillock.core.network.RateFunction;
import org.hillock.core.quantity.Unit;

/**
 * The ends of what a neuron can say.
 *
 * @param low least value; not a number where there is no such end that says too much
 * @param high largest value, or rate in Hz
 * @param near how near an end a value stands at it
 * @param sumBeyond size of the sum from which on it is that near; not a number for spikes
 */
record Plateau(double low, double high, double near, double sumBeyond) {

  private static final double SHARE = 0.01;

  /** Share of the highest rate from which on a spiking neuron is at its end. */
  private static final double OF_RATE = 0.8;

  private static final Map<RateFunction, Plateau> RATES =
      Map.of(
          // ln 99, atanh 0.98, and where the hard one is within 0.01 of an end
          RateFunction.SIGMOID, new Plateau(0, 1, SHARE, Math.log(99)),
          RateFunction.TANH, new Plateau(-1, 1, 2 * SHARE, 0.5 * Math.log(99)),
          RateFunction.HARD_SIGMOID, new Plateau(0, 1, SHARE, Double.NaN));

  /** Of numbers; empty where the function has no ends. */
  static Optional<Plateau> ofValues(Population p) {
    return RateFunction.of(p.neuron()).map(RATES::get);
  }

  /** Of spikes: the shortest interval is the refractory time and a step. */
  static Optional<Plateau> ofSpikes(Population p, double stepMs) {
    double refractory = 0;
    if (p.model().parameter("t_ref").isPresent()) {
      var values = p.param("t_ref");
      refractory = values.unit().to(Unit.MS, values.expectation());
    } else if (!p.neuron().equals("if")) {
      return Optional.empty();
    }
    double most = 1000 / (refractory + stepMs);
    return Optional.of(new Plateau(Double.NaN, most, (1 - OF_RATE) * most, Double.NaN));
  }

  boolean stands(double value) {
    return value >= high - near || value <= low + near;
  }
}
