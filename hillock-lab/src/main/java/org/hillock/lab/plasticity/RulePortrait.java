package org.hillock.lab.plasticity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hillock.core.equation.Reserved;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.quantity.Quantity;

/**
 * What a rule does, as curves: a pair of spikes against the time between them, many pairs against
 * their rate, and what a train of spikes brings where that is not always the weight.
 */
public final class RulePortrait {

  /** The weight at which rules are looked at, a share of the largest. */
  public static final double WEIGHT = 0.5;

  /** Pairs in an experiment. */
  public static final int PAIRS = 60;

  /** Rate of pairs where one alone does nothing, Hz. */
  public static final double USUAL_HZ = 20;

  /** Time between the spikes of a pair where their rate is what counts, ms. */
  public static final double USUAL_LAG_MS = 10;

  private static final double WIDEST_MS = 100;
  private static final int POINTS = 51;
  private static final double FASTEST_HZ = 50;
  private static final int SPIKES = 10;
  private static final double[] TRAIN_HZ = {5, 20, 50};

  private final SynapseText rule;
  private final Map<String, Quantity> parameters;

  /**
   * The portrait of a rule.
   *
   * @param parameters instead of the standard ones
   */
  public RulePortrait(SynapseText rule, Map<String, Quantity> parameters) {
    this.rule = rule;
    this.parameters = Map.copyOf(parameters);
  }

  /** A curve. */
  public record Curve(String name, double[] x, double[] y) {}

  /**
   * A chart.
   *
   * @param title what it shows
   * @param xLabel with its unit
   * @param yLabel with its unit
   */
  public record Chart(String title, String xLabel, String yLabel, List<Curve> curves) {
    public Chart {
      curves = List.copyOf(curves);
    }
  }

  /** All that there is to show; nothing where the rule cannot be followed exactly. */
  public List<Chart> charts() {
    List<Chart> all = new ArrayList<>();
    if (OneSynapse.followed(rule)) {
      window().ifPresent(all::add);
      rates().ifPresent(all::add);
      train().ifPresent(all::add);
    }
    return all;
  }

  /**
   * Change of the weight against t_post − t_pre: by one pair, or by many where one does nothing.
   */
  private Optional<Chart> window() {
    List<Curve> single = window(PairProtocol::single);
    List<Curve> many = window(lag -> new PairProtocol(PAIRS, USUAL_HZ, lag));
    // some rules need more than two spikes to go one of the two ways
    boolean enough = single.stream().allMatch(RulePortrait::moves);
    if (enough || many.stream().noneMatch(RulePortrait::moves)) {
      return differs(single)
          ? Optional.of(
              new Chart(
                  "What one pair of spikes does to the weight",
                  "target's spike − arriving spike (ms)",
                  "change by a pair, share of the largest weight",
                  single))
          : Optional.empty();
    }
    return differs(many)
        ? Optional.of(
            new Chart(
                "What " + PAIRS + " pairs at " + Quantity.text(USUAL_HZ) + " Hz do to the weight",
                "target's spike − arriving spike (ms)",
                "change by " + PAIRS + " pairs, share of the largest weight",
                many))
        : Optional.empty();
  }

  private static boolean moves(Curve curve) {
    return java.util.Arrays.stream(curve.y()).anyMatch(y -> y != 0);
  }

  private interface AtLag {
    PairProtocol of(double lagMs);
  }

  private List<Curve> window(AtLag protocol) {
    double widest = Math.min(WIDEST_MS, protocol.of(0).pairs() == 1 ? WIDEST_MS : 500 / USUAL_HZ);
    DoubleUnaryOperator change = lag -> protocol.of(lag).change(rule, parameters, WEIGHT);
    // at 0 the curve may jump: what comes just before is on the one side, just after on the other
    return List.of(
        curve("the target fires first", -widest, 0, change),
        curve("the spike arrives first", 1e-6, widest, change));
  }

  private static Curve curve(String name, double from, double to, DoubleUnaryOperator of) {
    double[] x = new double[POINTS];
    double[] y = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = from + (to - from) * i / (POINTS - 1);
      y[i] = of.applyAsDouble(x[i]);
    }
    return new Curve(name, x, y);
  }

  private static boolean differs(List<Curve> curves) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      for (double y : curve.y()) {
        least = Math.min(least, y);
        most = Math.max(most, y);
      }
    }
    return most - least > 1e-9 * Math.max(Math.abs(least), Math.abs(most));
  }

  /** Change of the weight by many pairs against their rate. */
  private Optional<Chart> rates() {
    if (learnsNothing()) {
      return Optional.empty();
    }
    List<Curve> curves = new ArrayList<>();
    for (int side : new int[] {1, -1}) {
      double lag = side * USUAL_LAG_MS;
      String first = side > 0 ? "spike arrives" : "target fires";
      curves.add(
          curve(
              first + " " + Quantity.text(USUAL_LAG_MS) + " ms before",
              1,
              FASTEST_HZ,
              hz -> new PairProtocol(PAIRS, hz, lag).change(rule, parameters, WEIGHT)));
    }
    return differs(curves)
        ? Optional.of(
            new Chart(
                "What " + PAIRS + " pairs do, against their rate",
                "pairs per second (Hz)",
                "change by " + PAIRS + " pairs, share of the largest weight",
                curves))
        : Optional.empty();
  }

  private boolean learnsNothing() {
    return rule.onPre().stream().noneMatch(a -> a.state().equals(Reserved.WEIGHT))
        && rule.onPost().stream().noneMatch(a -> a.state().equals(Reserved.WEIGHT))
        && rule.within().isEmpty();
  }

  /** What each spike of a train brings, where the target is silent. */
  private Optional<Chart> train() {
    boolean changes =
        rule.send().isPresent()
            && rule.before().stream().anyMatch(s -> reads(rule.send().get(), s.name()));
    if (!changes) {
      return Optional.empty();
    }
    List<Curve> curves = new ArrayList<>();
    for (double hz : TRAIN_HZ) {
      OneSynapse synapse = new OneSynapse(rule, parameters, 1).holdingWeight().withoutPasses();
      double[] x = new double[SPIKES];
      double[] y = new double[SPIKES];
      for (int i = 0; i < SPIKES; i++) {
        x[i] = i + 1;
        y[i] = synapse.arrive(i * 1000 / hz);
      }
      curves.add(new Curve(Quantity.text(hz) + " Hz", x, y));
    }
    return Optional.of(
        new Chart(
            "What each spike of a train brings",
            "spike of the train",
            "share of the weight that it brings",
            curves));
  }

  private boolean reads(org.hillock.core.equation.Expression e, String name) {
    return e.reads(name)
        || rule.definitions().stream().anyMatch(d -> e.reads(d.name()) && reads(d.value(), name));
  }
}
