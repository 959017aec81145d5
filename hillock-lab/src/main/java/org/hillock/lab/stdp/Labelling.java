package org.hillock.lab.stdp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;

/** Labels neurons by the class that they answer to most, when nothing is learnt any more. */
final class Labelling {

  /** Enough images for a training that the user broke off. */
  static final int FEW = 1000;

  private static final int CHUNK = 100;

  private Labelling() {}

  /** By neuron of the voters its class, or none. */
  static List<Integer> of(
      Network network, Decision.Votes votes, Dataset data, long seed, Progress progress) {
    int neurons = network.population(votes.population()).size();
    Responses responses = new Responses(votes.classes(), neurons);
    List<String> voters = List.of(votes.population());
    try (Responder responder = Responder.open(network, DecisionTiming.of(network), seed)) {
      for (int from = 0; from < data.size(); from += CHUNK) {
        int to = Math.min(data.size(), from + CHUNK);
        float[][] images = Arrays.copyOfRange(data.images(), from, to);
        double[][] rates =
            responder.activities(images, Optional.empty(), voters, from).of(votes.population());
        for (int i = from; i < to; i++) {
          responses.add(data.labels()[i], rates[i - from]);
        }
        progress.report((double) to / data.size(), "%,d images".formatted(to));
      }
    }
    return responses.labels();
  }
}
