package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.lab.axis.order.JitteredDelays;
import org.hillock.lab.axis.order.Ordered;
import org.hillock.lab.axis.order.RateUpdates;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.decide.SpikeTimes;

/** All together, layer by layer, or each in its own time? */
final class TimingAxis implements Axis {

  private static final int IMAGES = 100;
  private static final int ORDERED_IMAGES = 20;
  private static final int ORDERS = 3;

  /** Steps of a decision from which on fewer are asked for, or it would take minutes. */
  private static final int LONG = 320;

  private static final int FEWER_IMAGES = 6;

  /** Synapses that one order may pass in a comparison's time. */
  private static final long MOST_PASSED = 100_000_000;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "timing",
        "Timing",
        "At how many different times are neurons updated during one decision, and when does the answer"
            + " stand?",
        "different times at which neurons are updated in a decision",
        AxisDefinition.Scale.LINEAR);
  }

  @Override
  public Measurement measure(Subject subject, Respondent.AsItStands graph) {
    return GraphDirection.depth(graph.dataflow());
  }

  @Override
  public Measurement measure(Subject subject) {
    if (subject.spikes()) {
      return inTime(subject);
    }
    if (subject.graded() && subject.fromOutside()) {
      return graded(subject);
    }
    return subject
        .noPass()
        .map(none -> Ordered.inNumbers(subject.network()) ? settling(subject) : none)
        .orElseGet(() -> inOnePass(subject));
  }

  /** Cells whose values change all the time. */
  private static Measurement graded(Subject subject) {
    Dataset images = subject.images(IMAGES);
    double[] times = new double[images.size()];
    double[] latencies = new double[images.size()];
    try (Classifier classifier = subject.classifier()) {
      for (int i = 0; i < times.length; i++) {
        latencies[i] =
            latency(classifier.course(images.images()[i], i).answers(), subject.timing().stepMs());
        for (Population p : subject.summing()) {
          long own = classifier.responder().timed().orElseThrow().updateTimes(p.name());
          times[i] = Math.max(times[i], own);
        }
      }
    }
    Quantiles counts = new Quantiles(times);
    Quantiles latency = new Quantiles(latencies);
    return outOfStep(
        subject,
        Measurement.Measured.of(
                counts.median(),
                "update times",
                "Its cells send numbers that change all the time, and all together: different times at"
                    + " which at least one sent another number within the "
                    + subject.timing().windowMs()
                    + " ms of a decision, in steps of "
                    + subject.timing().stepMs()
                    + " ms, in the population with most: median over "
                    + images.size()
                    + " images. Latency: the time after which the answer no longer changed. Out of"
                    + " step every chemical synapse delivers up to "
                    + Ordered.MOST_LATER
                    + " steps later, drawn once.")
            .within(Confidence.ofMedian(times, images.size() + " images"))
            .spread(counts.at(0.05), counts.at(0.95), "5–95 % of images")
            .detail(
                "latency_median_ms",
                latency.median(),
                Confidence.ofMedian(latencies, images.size() + " images"))
            .detail("latency_p95_ms", latency.at(0.95)));
  }

  private static Measurement inOnePass(Subject subject) {
    int depth = subject.fromOutside() ? ownDepth(subject) : depth(subject.network());
    Measurement.Measured measured =
        Measurement.Measured.of(
                depth,
                "update times",
                "One forward pass: all neurons of a layer are updated together, one layer after"
                    + " another; the longest path from an input has this many layers. A pass has no"
                    + " clock, so there is no latency in ms."
                    + RateUpdates.refusal(subject.network())
                        .map(why -> " Its neurons were not updated one by one: " + why + ".")
                        .orElse(ONE_BY_ONE))
            .exactly()
            .detail("layers_updated_together", depth);
    if (!Ordered.inNumbers(subject.network())) {
      return measured;
    }
    int images = mostImages(subject);
    return images == 0 ? measured : detailed(measured, inNumbers(subject, images));
  }

  private static final String ONE_BY_ONE =
      " For the rest its neurons are updated all at once, and one by one in drawn orders, each until"
          + " nothing changes.";

  /** How many images can be asked about in the time there is. */
  private static int mostImages(Subject subject) {
    Network network = subject.network();
    long synapses =
        network.projections().values().stream()
            .mapToLong(p -> SynapseCount.synapses(network, p))
            .sum();
    long passes = synapses * (ORDERS + 1) * (depth(network) + 1);
    long most = subject.sample((int) Math.min(ORDERED_IMAGES, MOST_PASSED / Math.max(1, passes)));
    return passes > MOST_PASSED ? 0 : (int) most;
  }

  private static Ordered inNumbers(Subject subject, int images) {
    return Ordered.numbers(
        subject.network(), subject.test().first(images).images(), ORDERS, subject.seed());
  }

  /** Rate neurons in circles: how often all are updated until nothing changes. */
  private static Measurement settling(Subject subject) {
    Ordered ordered = inNumbers(subject, subject.sample(ORDERED_IMAGES));
    return detailed(
        Measurement.Measured.of(
                ordered.numbers().getOrDefault("rounds_together", 0.0),
                "update times",
                "Its rate neurons act on each other in circles. All are updated at once, again and again"
                    + " until nothing changes ("
                    + Ordered.MOST_ROUNDS
                    + " times at most), mean over test images."
                    + ONE_BY_ONE)
            .within(
                Confidence.ofMean(ordered.roundsTogether(), ordered.images() + " images")
                    .notBelow(0)),
        ordered);
  }

  private static Measurement.Measured detailed(Measurement.Measured measured, Ordered ordered) {
    Measurement.Measured more =
        measured
            .detail(
                "answers_changed_out_of_step_share",
                ordered.answersChanged(),
                over(ordered.answersChanged(), ordered))
            .detail(
                "answers_differ_between_orders_share",
                ordered.answersDiffer(),
                over(ordered.answersDiffer(), ordered));
    // numbers hear no noise: nothing was asked twice, and 0 is no estimate
    more =
        ordered.roundsTogether().length > 0
            ? more.detail("answers_changed_by_noise_share", ordered.changedByNoise())
            : more.detail(
                "answers_changed_by_noise_share",
                ordered.changedByNoise(),
                over(ordered.changedByNoise(), ordered));
    for (Map.Entry<String, Double> number : ordered.numbers().entrySet()) {
      more = more.detail(number.getKey(), number.getValue());
    }
    return more;
  }

  /** Orders of one image have it in common, so a share is worth no more answers than images. */
  private static Measurement.Interval over(double share, Ordered ordered) {
    return Confidence.ofShare(share, ordered.images(), ordered.images() + " images");
  }

  private static Measurement.Measured outOfStep(Subject subject, Measurement.Measured measured) {
    if (JitteredDelays.refusal(subject.network()).isPresent()) {
      return measured;
    }
    Dataset images =
        subject.images(subject.timing().steps() > LONG ? FEWER_IMAGES : ORDERED_IMAGES);
    return detailed(
        measured,
        Ordered.spikes(
            subject.network(), subject.timing(), images.images(), ORDERS, subject.seed()));
  }

  /** The same of a network that is asked from outside: what was added for that is no layer. */
  private static int ownDepth(Subject subject) {
    Network network = subject.network();
    List<String> own = subject.summing().stream().map(Population::name).toList();
    Map<String, Integer> depth = new LinkedHashMap<>();
    network.populations().keySet().forEach(name -> depth.put(name, own.contains(name) ? 1 : 0));
    for (int round = 0; round < network.populations().size(); round++) {
      for (Projection p : network.projections().values()) {
        int reached = depth.getOrDefault(p.from(), 0) + (own.contains(p.to()) ? 1 : 0);
        depth.merge(p.to(), reached, Math::max);
      }
    }
    return depth.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Populations on the longest path after the inputs of a network without cycles. */
  static int depth(Network network) {
    Map<String, Integer> depth = new LinkedHashMap<>();
    for (Population p : network.populations().values()) {
      depth.put(p.name(), 0);
    }
    for (int round = 0; round < network.populations().size(); round++) {
      for (Projection p : network.projections().values()) {
        int reached = depth.getOrDefault(p.from(), 0) + 1;
        depth.merge(p.to(), reached, Math::max);
      }
    }
    return depth.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static Measurement inTime(Subject subject) {
    Dataset images = subject.images(IMAGES);
    List<Integer> times = new ArrayList<>();
    List<Double> latencies = new ArrayList<>();
    try (Classifier classifier = subject.classifier()) {
      SpikeTimes spikes = SpikeTimes.attach(classifier.responder());
      boolean forms = classifier.forms();
      for (int i = 0; i < images.size(); i++) {
        spikes.clear();
        if (forms) {
          latencies.add(
              latency(
                  classifier.course(images.images()[i], i).answers(), subject.timing().stepMs()));
        } else {
          classifier.answers(new float[][] {images.images()[i]}, i);
        }
        times.add(new TreeSet<>(spikes.distinctTimes()).size());
      }
    }
    double[] numbers = times.stream().mapToDouble(Integer::doubleValue).toArray();
    Quantiles counts = new Quantiles(numbers);
    Measurement.Measured measured =
        Measurement.Measured.of(
                counts.median(),
                "update times",
                "Different times at which at least one neuron fired within the "
                    + subject.timing().windowMs()
                    + " ms of a decision, in steps of "
                    + subject.timing().stepMs()
                    + " ms: median over "
                    + images.size()
                    + " test images. Latency: the time after which the answer no longer changed. Out of"
                    + " step every synapse delivers up to "
                    + Ordered.MOST_LATER
                    + " steps later, drawn once, under the same noise.")
            .within(Confidence.ofMedian(numbers, images.size() + " images"))
            .spread(counts.at(0.05), counts.at(0.95), "5–95 % of images");
    if (latencies.isEmpty()) {
      return measured;
    }
    double[] waited = latencies.stream().mapToDouble(Double::doubleValue).toArray();
    Quantiles latency = new Quantiles(waited);
    return outOfStep(
        subject,
        measured
            .detail(
                "latency_median_ms",
                latency.median(),
                Confidence.ofMedian(waited, images.size() + " images"))
            .detail("latency_p95_ms", latency.at(0.95)));
  }

  /** Time in ms after which the answers stay what they are at the end. */
  static double latency(int[] answers, double stepMs) {
    int step = answers.length - 1;
    while (step > 0 && answers[step - 1] == answers[answers.length - 1]) {
      step--;
    }
    return (step + 1) * stepMs;
  }
}
