package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Ports;
import org.hillock.core.network.RateFunction;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Engines;
import org.hillock.lab.axis.noise.NoiseSource;
import org.hillock.lab.axis.shares.DecisionShares;
import org.hillock.lab.axis.shares.FittedReadout;
import org.hillock.lab.axis.shares.InputGroups;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Respondent;

/**
 * How many of the inputs is a decision made of? By Shapley values of groups of inputs on the
 * margin, see {@link DecisionShares}; and whether the weights come back from the answers, see
 * {@link FittedReadout}.
 */
final class SharesAxis implements Axis {

  private static final int IMAGES = 24;

  /** Steps of a decision from which on fewer are asked for, or it would take minutes. */
  private static final int LONG = 320;

  private static final int FEWER_IMAGES = 6;

  /**
   * Decisions for the shares in one, of which there are two measurements: a pair of orders of 16.
   */
  private static final int BUDGET = 2 * InputGroups.MOST;

  private static final int FITTED = 300;
  private static final int FEWER_FITTED = 60;
  private static final double HALF = 0.5;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "shares",
        "Shares of a decision",
        "How many of the inputs does a decision hang on?",
        "share of the inputs that carry half of a decision",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Optional<String> notFromOutside() {
    return Optional.of(
        "because it states no decision, and of one read from outside the inputs that count are those"
            + " that the stimuli were drawn with: their shares would tell of these, not of it");
  }

  @Override
  public Measurement measure(Subject subject, Respondent.AsItStands graph) {
    if (graph.dataflow().sources().isEmpty()) {
      return measure(subject, Optional.empty());
    }
    Optional<Respondent> steady = graph.steady().map(quiet -> quiet);
    return steady.isPresent()
        ? measure(subject, steady)
        : new Measurement.NotDefined(
            "because a node of it draws anew in each pass and cannot be made to give its mean: what"
                + " is drawn would count as a share of whatever was changed");
  }

  @Override
  public Measurement measure(Subject subject) {
    return measure(subject, steady(subject).map(Respondent.Described::new));
  }

  private static Measurement measure(Subject subject, Optional<Respondent> steady) {
    boolean longer = subject.timing().steps() > LONG && subject.spikes();
    Dataset images = subject.images(longer ? FEWER_IMAGES : IMAGES);
    InputGroups groups = InputGroups.of(subject.test().shape());
    try (Classifier classifier =
        Classifier.open(steady.orElse(subject.respondent()), subject.timing(), subject.seed())) {
      List<DecisionShares> decisions = new ArrayList<>();
      float[] background = mean(subject.test().images());
      for (int i = 0; i < images.size(); i++) {
        DecisionShares one =
            DecisionShares.of(
                classifier,
                softmax(subject),
                groups,
                images.images()[i],
                background,
                BUDGET,
                subject.seed(),
                2L * i);
        if (one.any()) {
          decisions.add(one);
        }
      }
      if (decisions.isEmpty()) {
        return new Measurement.NotDefined("because no decision changed with any of its inputs");
      }
      FittedReadout readout =
          FittedReadout.of(
              classifier,
              groups,
              subject.test().images(),
              Ports.of(subject.network()).classes(subject.network()),
              subject.sample(longer ? FEWER_FITTED : FITTED),
              subject.seed(),
              2L * images.size());
      return told(decisions, groups, readout, steady.isPresent());
    }
  }

  /**
   * The network without what is drawn in every trial, which would else count as a share of whatever
   * was changed; empty where nothing is drawn, or where it cannot be taken out.
   */
  private static Optional<Network> steady(Subject subject) {
    List<NoiseSource> sources = NoiseSource.of(subject.network());
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    try {
      Network steady = NoiseSource.without(subject.network(), sources);
      Engines.suited(steady);
      return Optional.of(steady);
    } catch (UsageException _) {
      return Optional.empty();
    }
  }

  private static boolean softmax(Subject subject) {
    return subject.network().decision().orElse(null) instanceof Decision.LargestValue(String name)
        && subject.network().population(name).neuron().equals(RateFunction.SOFTMAX.model());
  }

  private static float[] mean(float[][] images) {
    double[] sum = new double[images[0].length];
    for (float[] image : images) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += image[k];
      }
    }
    float[] mean = new float[sum.length];
    for (int k = 0; k < sum.length; k++) {
      mean[k] = (float) (sum[k] / images.length);
    }
    return mean;
  }

  private static Measurement told(
      List<DecisionShares> decisions, InputGroups groups, FittedReadout readout, boolean steady) {
    List<DecisionShares.Gathering> gathered =
        decisions.stream().map(d -> d.gathering(groups)).toList();
    double[] halves = gathered.stream().mapToDouble(g -> g.carrying(HALF)).toArray();
    double[] first = decisions.stream().flatMapToDouble(d -> Arrays.stream(d.first())).toArray();
    double[] second = decisions.stream().flatMapToDouble(d -> Arrays.stream(d.second())).toArray();
    double repeated = FittedReadout.correlation(first, second);
    Measurement.Interval interval =
        Confidence.ofMean(halves, decisions.size() + " test images").notBelow(0);
    Measurement.Measured measured =
        Measurement.Measured.of(
                Arrays.stream(halves).average().orElseThrow(),
                "1",
                "Each of "
                    + groups.count()
                    + " groups of inputs gets its Shapley value in the margin between the answer and"
                    + " the runner-up, the mean image standing for what is left out; smallest share"
                    + " of the inputs whose groups make up half of the sizes of these shares, mean"
                    + " over "
                    + decisions.size()
                    + " test images. All alike would be 0.5. The readout is a weighted sum of the"
                    + " groups, fitted to the network's own answers to "
                    + 2 * readout.inHalf()
                    + " images put together of pieces of others, in two halves."
                    + (steady
                        ? " Its noise was taken out of its description, each source being its mean."
                        : ""))
            .within(Math.max(0, interval.low()), Math.min(1, interval.high()), interval.meaning())
            .detail(
                "largest_share",
                decisions.stream()
                    .mapToDouble(d -> Arrays.stream(d.parts()).max().orElse(0))
                    .average()
                    .orElseThrow())
            .detail("readout_predicts_share", readout.agreement())
            .detail("most_frequent_answer_share", readout.byHabit())
            .curve(curve(gathered));
    if (Double.isFinite(repeated)) {
      measured = measured.detail("correlation_measured_again", repeated);
    }
    return Double.isFinite(readout.weightsCorrelation())
        ? measured.detail("readout_weights_correlation", readout.weightsCorrelation())
        : measured;
  }

  private static Measurement.Series curve(List<DecisionShares.Gathering> gathered) {
    int points = gathered.getFirst().inputs().length;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int k = 0; k < points; k++) {
      int at = k;
      x[k] = gathered.stream().mapToDouble(g -> g.inputs()[at]).average().orElseThrow();
      y[k] = gathered.stream().mapToDouble(g -> g.decision()[at]).average().orElseThrow();
    }
    return new Measurement.Series(
        "inputs that bring most first", "share of the inputs", "share of the decision", x, y);
  }
}
