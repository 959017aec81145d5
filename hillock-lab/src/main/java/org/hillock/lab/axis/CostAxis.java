package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.decide.Responder;

/** What a decision costs: multiply-adds, or synaptic events. */
final class CostAxis implements Axis {

  private static final int IMAGES = 360;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "cost",
        "Cost",
        "How many synaptic operations does one decision take?",
        "synaptic operations in a decision",
        AxisDefinition.Scale.LOGARITHMIC);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Measurement measure(Subject subject, Respondent.AsItStands graph) {
    return GraphCosts.measure(graph.dataflow());
  }

  @Override
  public Measurement measure(Subject subject) {
    boolean inTime = subject.spikes() || (subject.graded() && !subject.decides());
    return inTime ? events(subject) : subject.noPass().orElseGet(() -> multiplyAdds(subject));
  }

  private static Measurement multiplyAdds(Subject subject) {
    Network network = subject.network();
    long synapses =
        network.projections().values().stream()
            .mapToLong(p -> SynapseCount.synapses(network, p))
            .sum();
    int passes =
        Ports.ifDeciding(network)
            .filter(ports -> ports.decision() instanceof Decision.LargestGoodness)
            .map(ports -> ports.classes(network))
            .orElse(1);
    return Measurement.Measured.of(
            (double) synapses * passes,
            "multiply-adds",
            passes == 1
                ? "One multiply-add for each synapse in one forward pass, whether its input is zero"
                    + " or not."
                : "One multiply-add for each synapse in each of "
                    + passes
                    + " forward passes, one for each label that is tried.")
        .exactly()
        .detail("passes", passes);
  }

  private static Measurement events(Subject subject) {
    return subject.decides() ? ofDecisions(subject) : ofTime(subject);
  }

  private static Measurement ofTime(Subject subject) {
    double[] totals = new double[subject.episodes(subject.sample(IMAGES))];
    try (Responder responder = subject.responder()) {
      for (int i = 0; i < totals.length; i++) {
        responder.leftAlone(1, List.of(), subject.seed(), i);
        totals[i] = responder.timed().orElseThrow().synapticEvents();
      }
    }
    Measurement.Interval interval =
        Confidence.ofMean(totals, totals.length + " trials").notBelow(0);
    double mean = Arrays.stream(totals).average().orElseThrow();
    Measurement.Measured measured =
        Measurement.Measured.of(
                mean,
                "synaptic events",
                "It decides nothing; counted are the synaptic events within "
                    + subject.timing().windowMs()
                    + " ms in which it is left alone, mean over "
                    + totals.length
                    + " trials."
                    + (subject.graded() ? graded(subject) : ""))
            .within(interval.low(), interval.high(), interval.meaning());
    return subject.graded()
        ? measured
            .detail("synaptic_events_per_ms", mean / subject.timing().windowMs())
            .detail("step_ms", subject.timing().stepMs())
        : measured;
  }

  /** What an event is where synapses act all the time. */
  private static String graded(Subject subject) {
    return " Its cells send numbers all the time: an event is a number that a chemical synapse takes"
        + " over because its sender's value changed in a step, or the current that an electrical"
        + " synapse carries in a step. There are the more of them the finer the step, which is "
        + subject.timing().stepMs()
        + " ms.";
  }

  private static Measurement ofDecisions(Subject subject) {
    Dataset images = subject.images(IMAGES);
    int steps = subject.timing().steps();
    double[] totals = new double[images.size()];
    double[] meanEvents = new double[steps];
    double[] right = new double[steps];
    boolean forms;
    try (Classifier classifier = subject.classifier()) {
      forms = classifier.forms();
      for (int i = 0; i < images.size(); i++) {
        if (forms) {
          Classifier.Course course = classifier.course(images.images()[i], i);
          totals[i] = course.events()[steps - 1];
          for (int s = 0; s < steps; s++) {
            meanEvents[s] += (double) course.events()[s] / images.size();
            right[s] += course.answers()[s] == images.labels()[i] ? 1 : 0;
          }
        } else {
          totals[i] = eventsToTheEnd(classifier.responder(), images.images()[i], i);
        }
      }
    }
    Quantiles q = new Quantiles(totals);
    Measurement.Measured measured =
        Measurement.Measured.of(
                Arrays.stream(totals).sum() / totals.length,
                "synaptic events",
                "Synaptic events within the "
                    + subject.timing().windowMs()
                    + " ms of a decision: one for each synapse that a spike, or a change of an input's"
                    + " value, reached; mean over "
                    + images.size()
                    + " test images. An event is an addition, a multiply-add is more: the units"
                    + " differ.")
            .within(Confidence.ofMean(totals, images.size() + " images").notBelow(0))
            .spread(q.at(0.05), q.at(0.95), "5–95 % of images");
    if (!forms) {
      return measured;
    }
    double[] ms = new double[steps];
    for (int s = 0; s < steps; s++) {
      ms[s] = (s + 1) * subject.timing().stepMs();
      right[s] /= images.size();
    }
    return measured
        .curve(
            new Measurement.Series(
                "accuracy against time",
                "time since the image appeared (ms)",
                "accuracy (share right)",
                ms,
                right))
        .curve(
            new Measurement.Series(
                "accuracy against events",
                "synaptic events per decision",
                "accuracy (share right)",
                meanEvents,
                right));
  }

  /** Events of a decision read at its end; of every label's run where labels are compared. */
  private static double eventsToTheEnd(Responder responder, float[] image, long trial) {
    Optional<Population> labels = responder.ports().labels();
    int runs = labels.map(Population::size).orElse(1);
    double events = 0;
    for (int run = 0; run < runs; run++) {
      int label = run;
      responder.activities(new float[][] {image}, labels.map(_ -> label), List.of(), trial);
      events += responder.timed().orElseThrow().synapticEvents();
    }
    return events;
  }
}
