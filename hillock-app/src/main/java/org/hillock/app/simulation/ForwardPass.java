package org.hillock.app.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Showing;

/**
 * The last of some passes of a network without time.
 *
 * @param answer the class that it decides for; empty where it states no decision
 * @param outputs values of the populations that no projection leaves, by name
 */
public record ForwardPass(Optional<Integer> answer, Map<String, double[]> outputs) {

  public ForwardPass {
    outputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /**
   * Runs it and closes the session.
   *
   * @param image shown on the population that takes it, in each pass; empty shows zeros
   * @param passes how many, one after the other, at least 1; where the picture is shown frame by
   *     frame, how often it is shown
   */
  public static ForwardPass run(Session session, Optional<float[]> image, int passes, long seed) {
    Network network = session.network();
    Optional<Integer> answer = Optional.empty();
    if (network.decision().isPresent()) {
      Ports ports = Ports.of(network);
      int pixels = network.presentation().map(p -> p.picture().size()).orElse(ports.image().size());
      float[] shown = image.orElseGet(() -> new float[pixels]);
      answer = Optional.of(answer(network, shown, seed));
      if (ports.decision() instanceof Decision.LargestGoodness(String labels, var _)) {
        float[] one = new float[network.population(labels).size()];
        one[answer.get()] = 1;
        session.present(Stimulus.frame(labels, one));
      }
      for (int pass = 0; pass < passes; pass++) {
        Showing.run(session, new float[][] {shown});
      }
    } else {
      for (int pass = 0; pass < passes; pass++) {
        session.advance();
      }
    }
    Map<String, double[]> outputs = new LinkedHashMap<>();
    for (Population population : network.populations().values()) {
      if (network.outOf(population.name()).isEmpty()) {
        SiteRef site = new SiteRef(population.name(), List.of(), Map.of(), Optional.of("value"));
        outputs.put(population.name(), session.read(session.bind(site))[0]);
      }
    }
    session.close();
    return new ForwardPass(answer, outputs);
  }

  private static int answer(Network network, float[] image, long seed) {
    try (Classifier classifier = Classifier.open(network, seed)) {
      return classifier.answers(new float[][] {image}, 0)[0];
    }
  }
}
