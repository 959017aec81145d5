package org.hillock.lab.convert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Responder;

/**
 * What a network loses when it is converted to spikes: for each population how far the rates of the
 * twin are from the values they stand for, and where that comes from.
 *
 * <p>All is in spikes per ms. The error of a neuron, its rate less the value over the population's
 * scale, is the sum of five parts that follow from what its membrane has taken in, which its own
 * count and its potential at the end tell exactly:
 *
 * @param network its name
 * @param images that were shown
 * @param windowMs how long each
 * @param agreement share of images on which both answer alike
 * @param populations in the order of the network, without the image
 */
public record TwinLosses(
    String network, int images, double windowMs, double agreement, List<OfPopulation> populations) {

  /** Share of the mean value from which on a population's own error counts as entering there. */
  public static final double ENTERS = 0.05;

  /** Where an error comes from. */
  public enum Part {
    /** The rates of its sources are wrong. */
    INHERITED("inherited", "the rates that it hears are wrong already"),
    /** Spikes of its sources have not arrived when the answer is read. */
    UNDER_WAY("under way", "spikes sent to it have not arrived by the end"),
    /** Charge below threshold at the end: a rate says whole spikes only. */
    LEFT_OVER("left-over charge", "charge below threshold stays behind: counts are whole"),
    /** A neuron fires at most once a step. */
    CEILING("saturation", "neurons fire once a step at most and cannot say more"),
    /** It fired before inhibition came, or excitation came too late to be spent. */
    ORDER("order of arrival", "neurons fire before inhibition arrives, or are reached too late");

    private final String word;
    private final String meaning;

    Part(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** As it is told and written into files. */
    public String word() {
      return word;
    }

    /** In a few words. */
    public String meaning() {
      return meaning;
    }
  }

  /**
   * One population; means are over neurons and images.
   *
   * @param population its name
   * @param neurons how many
   * @param scale value that one spike per ms stands for
   * @param meanValue mean of what is to be said, in spikes per ms
   * @param meanRate mean of what is said
   * @param error mean size of the difference
   * @param own mean size of the part of it that arises here: all but what is inherited
   * @param sizes mean size of each part
   * @param means mean of each part with its sign; they add up to {@code meanRate − meanValue}
   * @param dead neurons that stand for values above 0 and never fire
   * @param full neurons that would have to fire more than once a step for some image
   */
  public record OfPopulation(
      String population,
      int neurons,
      double scale,
      double meanValue,
      double meanRate,
      double error,
      double own,
      Map<Part, Double> sizes,
      Map<Part, Double> means,
      int dead,
      int full) {

    /** The largest of the parts that arise here. */
    public Part cause() {
      return sizes.entrySet().stream()
          .filter(e -> e.getKey() != Part.INHERITED)
          .max(Map.Entry.comparingByValue())
          .orElseThrow()
          .getKey();
    }
  }

  public TwinLosses {
    populations = List.copyOf(populations);
  }

  /** The first population whose own error is more than {@link #ENTERS} of its mean value. */
  public Optional<OfPopulation> entry() {
    return populations.stream().filter(p -> p.own() > ENTERS * p.meanValue()).findFirst();
  }

  /** The one whose own error is the largest share of its mean value. */
  public OfPopulation worst() {
    return populations.stream()
        .max(Comparator.comparingDouble(p -> p.own() / Math.max(p.meanValue(), 1e-9)))
        .orElseThrow();
  }

  /**
   * Measures.
   *
   * @param given the network that was converted
   * @param twin what came of it
   * @param scaledOn the images that the twin was scaled on
   * @param images that are shown to both
   */
  public static TwinLosses of(
      Network given,
      Network twin,
      float[][] scaledOn,
      float[][] images,
      long seed,
      Progress progress) {
    Network plain = SpikingTwin.withPlainOutput(TwinPreparation.of(given));
    List<String> all = List.copyOf(plain.populations().keySet());
    List<Population> asked =
        plain.populations().values().stream().filter(p -> !p.neuron().equals("input")).toList();
    Map<String, Double> scales = SpikingTwin.scales(TwinPreparation.of(given), scaledOn, seed);
    Activities values;
    try (Responder responder = Responder.open(plain, DecisionTiming.of(plain), seed)) {
      values = responder.activities(images, Optional.empty(), all, 0);
    }
    DecisionTiming timing = DecisionTiming.of(twin);
    Map<String, ChargeBalance> balances = new LinkedHashMap<>();
    for (Population p : asked) {
      balances.put(p.name(), new ChargeBalance(plain, twin, p, timing));
    }
    String answer = ((Decision.MostSpikes) twin.decision().orElseThrow()).population();
    int alike = 0;
    try (Responder responder = Responder.open(twin, timing, seed)) {
      for (int i = 0; i < images.length && !progress.stopped(); i++) {
        Activities rates =
            responder.activities(new float[][] {images[i]}, Optional.empty(), all, i);
        double[] last = new double[0];
        for (Population p : asked) {
          double[] potential =
              responder.session().read(responder.session().bind(SiteRef.of(p.name(), "v")))[0];
          double scale = scales.getOrDefault(p.name(), 1.0);
          Objects.requireNonNull(balances.get(p.name()))
              .add(values.of(p.name())[i], scale, rates, potential);
          last = p.name().equals(answer) ? potential : last;
        }
        alike += largest(values.of(answer)[i], null) == largest(rates.of(answer)[0], last) ? 1 : 0;
        progress.report((i + 1.0) / images.length, (i + 1) + " of " + images.length + " images");
      }
    }
    List<OfPopulation> told = new ArrayList<>();
    for (Population p : asked) {
      told.add(
          Objects.requireNonNull(balances.get(p.name())).told(scales.getOrDefault(p.name(), 1.0)));
    }
    return new TwinLosses(
        given.name(), images.length, timing.windowMs(), (double) alike / images.length, told);
  }

  private static int largest(double[] values, double @org.jspecify.annotations.Nullable [] ties) {
    int best = 0;
    for (int n = 1; n < values.length; n++) {
      boolean tied = values[n] == values[best] && ties != null && ties[n] > ties[best];
      best = values[n] > values[best] || tied ? n : best;
    }
    return best;
  }
}
