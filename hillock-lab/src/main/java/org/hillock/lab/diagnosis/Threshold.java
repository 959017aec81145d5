package org.hillock.lab.diagnosis;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.network.Population;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;

/**
 * How near a population came to firing.
 *
 * @param thresholdMv at which it fires, mean over neurons
 * @param highestMv potential that any of the neurons that were followed reached
 */
record Threshold(double thresholdMv, double highestMv) {

  private static final int MOST_FOLLOWED = 64;
  private static final String POTENTIAL = "v";

  /** Empty where the model has no such potential or threshold. */
  static Optional<Threshold> of(Watched watched, Population p) {
    Optional<String> parameter =
        java.util.stream.Stream.of("v_th", "v_peak")
            .filter(name -> p.model().parameter(name).isPresent())
            .findFirst();
    if (parameter.isEmpty() || p.model().variable(POTENTIAL).isEmpty()) {
      return Optional.empty();
    }
    Recording potential = new Recording();
    try (Session session = watched.run().open()) {
      int[] some = IntStream.range(0, Math.min(p.size(), MOST_FOLLOWED)).toArray();
      session.record(new Probe(SiteRef.of(p.name(), some, POTENTIAL), 0), potential);
      watched.run().play(session);
    }
    double highest =
        IntStream.range(0, potential.size()).mapToDouble(potential::value).max().orElse(Double.NaN);
    var values = p.param(parameter.get());
    double threshold = values.unit().to(org.hillock.core.quantity.Unit.MV, values.expectation());
    return Optional.of(new Threshold(threshold, highest));
  }

  String told() {
    return "its highest potential is "
        + Numbered.of(highestMv)
        + " mV, "
        + Numbered.of(thresholdMv - highestMv)
        + " mV below the threshold of "
        + Numbered.of(thresholdMv)
        + " mV";
  }
}
