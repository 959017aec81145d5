package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.AnswerShares;
import org.hillock.lab.decide.Responder;

/** What else than the image a graph that is run as it stands answers by. */
final class GraphState {

  private static final long OTHERS = 1_000_000;

  /** As much as the modulator that described networks are given. */
  private static final double LARGER = 1.5;

  /** Each takes a pass of its own. */
  private static final int MOST_SCALED = 64;

  private GraphState() {}

  static Measurement measure(Subject subject, Dataflow graph, int thorough) {
    float[][] images = subject.images(thorough).images();
    List<Population> beside =
        subject.network().populations().values().stream()
            .filter(p -> p.neuron().equals(Subject.GRAPH_INPUT))
            .toList();
    double[] largest = new double[images.length];
    Map<String, Double> details = new LinkedHashMap<>();
    double noise;
    Optional<Double> gain;
    try (AnswerShares shares =
        new AnswerShares(subject.respondent(), subject.timing(), subject.seed())) {
      for (Population p : beside) {
        double[] bits = new double[images.length];
        for (int i = 0; i < images.length; i++) {
          bits[i] =
              AnswerShares.bits(
                  shown(shares, images[i], p, 0, i), shown(shares, images[i], p, 1, i));
        }
        details.put("input_" + p.name() + "_bits", mean(bits));
        largest = mean(bits) > mean(largest) ? bits : largest;
      }
      double[] again = new double[images.length];
      for (int i = 0; i < images.length; i++) {
        again[i] =
            AnswerShares.bits(
                shares.last(List.of(images[i]), List.of(), i),
                shares.last(List.of(images[i]), List.of(), OTHERS + i));
      }
      noise = mean(again);
      gain = gain(subject, shares, images);
    }
    Measurement.Interval over = Confidence.ofMean(largest, images.length + " images").notBelow(0);
    Measurement.Measured measured =
        Measurement.Measured.of(
                mean(largest), "bit", method(beside.size(), images.length, gain.isPresent()))
            .within(over.low(), over.high(), over.meaning())
            .detail("modulators", 0)
            .detail("inputs_beside_the_image", beside.size())
            .detail("noise_floor_bits", noise);
    for (Map.Entry<String, Double> one : details.entrySet()) {
      measured = measured.detail(one.getKey(), one.getValue());
    }
    return gain.isPresent()
        ? measured.detail("with_values_half_as_large_again_bits", gain.get())
        : measured;
  }

  private static double[] shown(
      AnswerShares shares, float[] image, Population p, float level, long trial) {
    float[] row = new float[p.size()];
    Arrays.fill(row, level);
    return shares.last(List.of(image), List.of(Stimulus.frame(p.name(), row)), trial);
  }

  /**
   * How far answers shift when all numbers that hidden units send are half as large again, one unit
   * after the other along the graph, so that each is that much larger than what it then is made of.
   */
  private static Optional<Double> gain(Subject subject, AnswerShares shares, float[][] images) {
    List<Population> hidden = subject.hidden();
    if (hidden.isEmpty() || hidden.size() > MOST_SCALED) {
      return Optional.empty();
    }
    double[] bits = new double[images.length];
    try (Responder responder = subject.responder()) {
      for (int i = 0; i < images.length; i++) {
        double[] plain = shares.last(List.of(images[i]), List.of(), i);
        responder.clearInterventions();
        for (Population p : hidden) {
          double[] now =
              responder.activities(
                      new float[][] {images[i]}, Optional.empty(), List.of(p.name()), i)
                  .of(p.name())[0];
          double[] larger = Arrays.stream(now).map(v -> LARGER * v).toArray();
          Intervention held =
              new Intervention.Patch(
                  SiteRef.of(p.name(), "value"), Numbers.of(larger), Intervention.Window.ALWAYS);
          responder.apply(held);
          shares.apply(held);
        }
        bits[i] = AnswerShares.bits(plain, shares.last(List.of(images[i]), List.of(), i));
        shares.clearInterventions();
      }
    }
    return Optional.of(mean(bits));
  }

  private static String method(int beside, int images, boolean gain) {
    return (beside == 0
            ? "A graph that is run as it stands: it has no modulator and no input but the image, so"
                + " there is no state in which it could answer otherwise. "
            : "A graph that is run as it stands: it has no modulator. ")
        + "Jensen–Shannon distance of the distributions over answers to the same image in the same"
        + " trial, mean over "
        + images
        + " test images: each input beside the image at 1 against 0; the value is the largest of"
        + " these. The noise floor is the distance of two trials. No modulator can be attached, for"
        + " what a node sums up is within it"
        + (gain
            ? "; what stands nearest is told: all numbers that hidden units send made half as large"
                + " again, one unit after the other."
            : ".");
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
