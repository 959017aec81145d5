package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.AnswerShares;
import org.hillock.lab.decide.Respondent;

/** Does the state of the body change the answer to the same image? */
final class StateAxis implements Axis {

  private static final int IMAGES = 18;
  private static final long OTHERS = 1_000_000;

  /** A modulator that every network can be given: at level 1 all sums are half as large again. */
  private static final double STANDARD_STRENGTH = 0.5;

  private static final String STANDARD = "standard";

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "state",
        "The state of the body",
        "Does the same image get another answer when a modulator, or an input beside the image, is"
            + " at another level?",
        "largest shift of the answers by the network's own state, in bits",
        AxisDefinition.Scale.LINEAR);
  }

  /**
   * Two states of a network that are held against each other.
   *
   * @param held what is done in each
   * @param also what is shown beside the image in each
   */
  private record Pair(List<List<Intervention>> held, List<List<Stimulus>> also) {}

  @Override
  public Measurement measure(Subject subject, Respondent.AsItStands graph) {
    return GraphState.measure(subject, graph.dataflow(), IMAGES);
  }

  @Override
  public Measurement measure(Subject subject) {
    Network network = subject.network();
    Map<String, Pair> pairs = new LinkedHashMap<>();
    network.modulators().values().forEach(m -> pairs.put("modulator_" + m.name(), levels(m)));
    beside(network).forEach(p -> pairs.put("input_" + p.name(), loudness(p)));
    double[] largest = new double[subject.images(IMAGES).size()];
    Map<String, Double> details = new LinkedHashMap<>();
    double[] noise;
    try (AnswerShares shares = open(subject, network)) {
      for (Map.Entry<String, Pair> pair : pairs.entrySet()) {
        double[] bits = shift(subject, shares, pair.getValue(), 0);
        details.put(pair.getKey() + "_bits", mean(bits));
        largest = mean(bits) > mean(largest) ? bits : largest;
      }
      noise = shift(subject, shares, still(), OTHERS);
    }
    boolean none = network.modulators().isEmpty();
    Measurement.Interval over = Confidence.ofMean(largest, largest.length + " images").notBelow(0);
    Measurement.Measured measured =
        Measurement.Measured.of(mean(largest), "bit", method(none, pairs.size(), largest.length))
            .within(over.low(), over.high(), over.meaning())
            .detail("modulators", network.modulators().size())
            .detail("noise_floor_bits", mean(noise));
    for (Map.Entry<String, Double> e : details.entrySet()) {
      measured = measured.detail(e.getKey(), e.getValue());
    }
    return none ? withStandard(measured, subject) : measured;
  }

  /** Unchanged where no engine runs it with such a modulator. */
  private static Measurement.Measured withStandard(Measurement.Measured measured, Subject subject) {
    try {
      return measured.detail("with_a_standard_modulator_bits", mean(standard(subject)));
    } catch (UsageException _) {
      return measured;
    }
  }

  private static String method(boolean none, int pairs, int images) {
    String how =
        "Jensen–Shannon distance of the distributions over answers to the same image in the same"
            + " trial, mean over "
            + images
            + " test images: each modulator held at 1 against 0, each source beside the image twice"
            + " as loud (inputs: 1 against 0); the value is the largest of these. The noise floor is"
            + " the distance of two trials.";
    if (!none) {
      return how;
    }
    return (pairs == 0
            ? "It has no modulator and no input but the image, so there is no state in which it could"
                + " answer otherwise. "
            : "It has no modulator. ")
        + "With one attached that makes the sums of all its neurons half as large again, the answers"
        + " shift as the details say. "
        + how;
  }

  private static AnswerShares open(Subject subject, Network network) {
    return new AnswerShares(network, subject.timing(), subject.seed());
  }

  private static Pair levels(Modulator modulator) {
    SiteRef site = SiteRef.parse("modulators." + modulator.name() + ".level");
    return new Pair(List.of(held(site, 0), held(site, 1)), List.of(List.of(), List.of()));
  }

  private static List<Intervention> held(SiteRef level, double at) {
    return List.of(new Intervention.Clamp(level, at, Intervention.Window.ALWAYS));
  }

  /** Sources beside the image: what comes from the body, or from elsewhere. */
  private static List<Population> beside(Network network) {
    Ports ports = Ports.of(network);
    List<Population> all = new ArrayList<>();
    for (Population p : network.populations().values()) {
      boolean shown =
          p.name().equals(ports.image().name())
              || ports.labels().filter(l -> l.name().equals(p.name())).isPresent();
      if (!shown && (p.neuron().equals("poisson") || p.neuron().equals("input"))) {
        all.add(p);
      }
    }
    return all;
  }

  private static Pair loudness(Population p) {
    float calm = p.neuron().equals("input") ? 0 : 1;
    return new Pair(
        List.of(List.of(), List.of()), List.of(List.of(all(p, calm)), List.of(all(p, calm + 1))));
  }

  private static Stimulus all(Population p, float level) {
    float[] row = new float[p.size()];
    Arrays.fill(row, level);
    return Stimulus.frame(p.name(), row);
  }

  private static Pair still() {
    return new Pair(List.of(List.of(), List.of()), List.of(List.of(), List.of()));
  }

  /**
   * Bits for each image; the second state is that of another trial where {@code apart} is not 0.
   */
  private static double[] shift(Subject subject, AnswerShares shares, Pair pair, long apart) {
    float[][] images = subject.images(IMAGES).images();
    double[][][] answers = new double[2][images.length][];
    for (int state = 0; state < 2; state++) {
      shares.clearInterventions();
      pair.held.get(state).forEach(shares::apply);
      for (int i = 0; i < images.length; i++) {
        answers[state][i] =
            shares.last(List.of(images[i]), pair.also.get(state), i + state * apart);
      }
    }
    shares.clearInterventions();
    double[] bits = new double[images.length];
    Arrays.setAll(bits, i -> AnswerShares.bits(answers[0][i], answers[1][i]));
    return bits;
  }

  /** The same network with a modulator that acts on all neurons that sum up. */
  private static double[] standard(Subject subject) {
    Network plain = subject.network();
    List<Modulator.Target> targets =
        subject.summing().stream()
            .map(p -> new Modulator.Target(p.name(), Optional.empty(), STANDARD_STRENGTH))
            .toList();
    Modulator modulator = new Modulator(STANDARD, 0, targets);
    Network with =
        new Network(
            plain.name(),
            plain.seed(),
            plain.populations(),
            plain.projections(),
            Map.of(STANDARD, modulator),
            plain.decision(),
            plain.provenance(),
            plain.transmission(),
            plain.presentation());
    try (AnswerShares shares = open(subject, with)) {
      return shift(subject, shares, levels(modulator), 0);
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
