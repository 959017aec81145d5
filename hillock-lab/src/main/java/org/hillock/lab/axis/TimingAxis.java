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
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.SpikeTimes;

/** All together, layer by layer, or each in its own time? */
final class TimingAxis implements Axis {

  private static final int IMAGES = 100;

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
  public Measurement measure(Subject subject) {
    return subject.spikes()
        ? inTime(subject)
        : subject.noPass().orElseGet(() -> inOnePass(subject));
  }

  private static Measurement inOnePass(Subject subject) {
    int depth = depth(subject.network());
    return Measurement.Measured.of(
            depth,
            "update times",
            "One forward pass: all neurons of a layer are updated together, one layer after another;"
                + " the longest path from an input has this many layers. A pass has no clock, so there"
                + " is no latency in ms.")
        .detail("layers_updated_together", depth);
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
    Quantiles counts = new Quantiles(times.stream().mapToDouble(Integer::doubleValue).toArray());
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
                    + " test images. Latency: the time after which the answer no longer changed.")
            .within(counts.at(0.05), counts.at(0.95), "5–95 % over images");
    if (latencies.isEmpty()) {
      return measured;
    }
    Quantiles latency =
        new Quantiles(latencies.stream().mapToDouble(Double::doubleValue).toArray());
    return measured
        .detail("latency_median_ms", latency.median())
        .detail("latency_p95_ms", latency.at(0.95));
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
