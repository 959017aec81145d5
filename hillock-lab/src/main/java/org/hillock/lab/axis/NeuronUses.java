package org.hillock.lab.axis;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Projection;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Responder;

/** How often one set of weights is put to use while one input is worked on. */
final class NeuronUses {

  private static final int WATCHED = 10;

  private NeuronUses() {}

  /**
   * Adds how many neurons share a set of weights (the places of a kernel), how many passes one
   * input takes, and how many spikes a neuron makes for it.
   */
  static Measurement.Measured added(Measurement.Measured measured, Subject subject) {
    double neurons = 0;
    double sets = 0;
    for (Population p : subject.summing()) {
      neurons += p.size();
      sets += shared(subject, p) ? p.shape().channels() : p.size();
    }
    double passes =
        subject
            .network()
            .presentation()
            .filter(Presentation::countsPasses)
            .map(p -> (double) p.frames() * p.frameSteps() + p.afterSteps())
            .orElse(1.0);
    double sharing = sets == 0 ? 1 : neurons / sets;
    Measurement.Measured more =
        measured
            .detail("places_per_set_of_weights", sharing)
            .detail("passes_per_input", passes)
            .detail("uses_of_a_set_of_weights_per_input", sharing * passes);
    return subject.spikes() && (FeedbackCost.answers(subject) || !subject.decides())
        ? more.detail("spikes_per_neuron_and_input", spikes(subject))
        : more;
  }

  /** Whether all that a population weighs comes through kernels. */
  private static boolean shared(Subject subject, Population population) {
    List<Projection> into =
        subject.network().into(population.name()).stream()
            .filter(p -> !(p.connectivity() instanceof Connectivity.Pooling))
            .toList();
    return !into.isEmpty()
        && into.stream().allMatch(p -> p.connectivity() instanceof Connectivity.Convolution);
  }

  private static double spikes(Subject subject) {
    double sum = 0;
    long count = 0;
    try (Responder responder = subject.responder()) {
      Activities seen = subject.activities(responder, subject.sample(WATCHED));
      for (Population p : subject.summing()) {
        if (p.model().family() == NeuronModel.Family.SPIKING) {
          for (double[] row : seen.of(p.name())) {
            for (double rate : row) {
              sum += rate * subject.timing().windowMs();
              count++;
            }
          }
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
