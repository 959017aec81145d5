package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Intervention;
import org.hillock.lab.decide.Classifier;

/** What a network loses when its feedback falls silent. */
public final class FeedbackCost {

  private static final int IMAGES_IN_SPIKES = 30;
  private static final int IMAGES = 300;

  private FeedbackCost() {}

  /** The projections by which a population, directly or through others, reaches itself. */
  public static List<Projection> feedback(Network network) {
    List<Projection> all = new ArrayList<>();
    for (Projection p : network.projections().values()) {
      if (reached(network, p.to()).contains(p.from())) {
        all.add(p);
      }
    }
    return all;
  }

  /** All that a population reaches, itself among them. */
  private static Set<String> reached(Network network, String population) {
    Set<String> found = new LinkedHashSet<>(Set.of(population));
    List<String> open = new ArrayList<>(found);
    while (!open.isEmpty()) {
      for (Projection p : network.outOf(open.removeLast())) {
        if (found.add(p.to())) {
          open.add(p.to());
        }
      }
    }
    return found;
  }

  /** Whether it is asked about images and states how its answer is read. */
  static boolean answers(Subject subject) {
    return subject.decides() && subject.network().decision().isPresent();
  }

  /** Adds how much accuracy is lost, with an interval over the images, where answers are given. */
  static Measurement.Measured added(Measurement.Measured measured, Subject subject) {
    List<Projection> feedback = feedback(subject.network());
    Measurement.Measured more = measured.detail("feedback_projections", feedback.size());
    Optional<Subject> answering = subject.answering();
    if (answering.isEmpty()) {
      return more;
    }
    Subject asked = answering.get();
    Dataset images = asked.images(subject.spikes() ? IMAGES_IN_SPIKES : IMAGES);
    double[] lost;
    try (Classifier classifier = asked.classifier()) {
      lost = lost(classifier, feedback, images);
    }
    Measurement.Interval interval = Confidence.ofMean(lost, images.size() + " images");
    return more.detail(
            "accuracy_lost_without_feedback", java.util.Arrays.stream(lost).average().orElseThrow())
        .detail("accuracy_lost_without_feedback_low", interval.low())
        .detail("accuracy_lost_without_feedback_high", interval.high());
  }

  /**
   * Image by image, 1 where an answer was right and is no longer so without these projections, −1
   * where it is the other way round, else 0. Where there are none, nothing is cut in the second
   * run.
   */
  public static double[] lost(Classifier classifier, List<Projection> feedback, Dataset images) {
    int[] whole = classifier.answers(images.images(), 0);
    feedback.forEach(p ->
        classifier
            .responder()
            .apply(new Intervention.Lesion(p.name(), Intervention.Window.ALWAYS)));
    int[] cut = classifier.answers(images.images(), 0);
    classifier.responder().clearInterventions();
    double[] lost = new double[whole.length];
    for (int i = 0; i < lost.length; i++) {
      int right = images.labels()[i];
      lost[i] = (whole[i] == right ? 1 : 0) - (cut[i] == right ? 1 : 0);
    }
    return lost;
  }
}
