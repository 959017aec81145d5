package org.hillock.lab.diagnosis;

import java.util.Arrays;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.bench.SpikeTrains;

/**
 * Spike trains as they would be without what is looked for: the controls of findings about time
 * (surrogates, see Grün 2009, doi 10.1152/jn.00093.2008).
 *
 * <p>Times outside the window come in again at its other end.
 */
final class Surrogates {

  /** Controls of each kind; a finding is beyond the strongest of them. */
  static final int COUNT = 20;

  private final SpikeTrains trains;
  private final double fromMs;
  private final double toMs;
  private final long seed;

  Surrogates(SpikeTrains trains, double fromMs, double toMs, long seed) {
    this.trains = trains;
    this.fromMs = fromMs;
    this.toMs = toMs;
    this.seed = seed;
  }

  /**
   * Every spike moved by its own amount, up to {@code reachMs} either way: what is faster than that
   * is gone, rates stay.
   */
  SpikeTrains jittered(double reachMs, int number) {
    double[][] times = new double[trains.neurons()][];
    for (int n = 0; n < times.length; n++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, n, 2L * number);
      times[n] =
          Arrays.stream(trains.of(n))
              .map(t -> within(t + reachMs * (2 * draws.uniform() - 1)))
              .sorted()
              .toArray();
    }
    return SpikeTrains.of(times);
  }

  /**
   * Every neuron's train moved as a whole by its own amount: what neurons share is gone, what each
   * does by itself stays.
   */
  SpikeTrains shifted(int number) {
    double[][] times = new double[trains.neurons()][];
    for (int n = 0; n < times.length; n++) {
      double by =
          (toMs - fromMs) * new Draws(seed, Purpose.EXPERIMENT, n, 2L * number + 1).uniform();
      times[n] = Arrays.stream(trains.of(n)).map(t -> within(t + by)).sorted().toArray();
    }
    return SpikeTrains.of(times);
  }

  private double within(double t) {
    double length = toMs - fromMs;
    double along = (t - fromMs) % length;
    return fromMs + (along < 0 ? along + length : along);
  }
}
