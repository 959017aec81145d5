package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Responder;

/** How much of a neuron's output is the weighted sum of its inputs. */
final class SumAxis implements Axis {

  private static final int IMAGES = 300;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "sum",
        "The sum",
        "How much of what a neuron sends is the sum Σ w·a + b of what it received?",
        "share of the variance of what a neuron sends that its sum explains",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public String looksAt() {
    return "the weights onto a neuron and what they weigh";
  }

  @Override
  public Measurement measure(Subject subject) {
    Map<String, String> refused = new LinkedHashMap<>();
    List<Population> summing = new ArrayList<>();
    for (Population p : subject.summing()) {
      HillockSum.refuses(subject.network(), p)
          .ifPresentOrElse(why -> refused.put(p.name(), why), () -> summing.add(p));
    }
    if (summing.isEmpty() && !refused.isEmpty()) {
      return subject.graded() && !subject.decides()
          ? GradedSum.measure(subject)
          : new Measurement.NotDefined(refused.values().iterator().next());
    }
    return measure(subject, summing, refused);
  }

  private static Measurement measure(
      Subject subject, List<Population> summing, Map<String, String> refused) {
    List<Double> explained = new ArrayList<>();
    WithoutGroups without = new WithoutGroups();
    List<Double> plain = new ArrayList<>();
    List<Double> bent = new ArrayList<>();
    int constant = 0;
    try (Responder responder = subject.responder()) {
      Activities activities = subject.activities(responder, subject.sample(IMAGES));
      HillockSum sums = new HillockSum(subject, activities);
      for (Population p : summing) {
        double[][] output = activities.of(p.name());
        double[][] sum = sums.of(p);
        double[][] through = HillockSum.throughNonlinearity(subject.network(), p, sum);
        for (int n = 0; n < p.size(); n++) {
          double[] y = column(output, n);
          if (varies(y)) {
            double[] guess = column(sum, n);
            explained.add(squaredCorrelation(y, guess));
            without.add(y, guess);
            plain.add(determination(y, guess));
            bent.add(determination(y, column(through, n)));
          } else {
            constant++;
          }
        }
      }
    }
    if (explained.isEmpty()) {
      return new Measurement.NotDefined(
          "because no neuron's output varied over the " + subject.episodes() + "");
    }
    Quantiles r2 = quantiles(explained);
    Quantiles through = quantiles(bent);
    Measurement.Measured measured =
        Measurement.Measured.of(r2.median(), "1", method(subject, refused))
            .spread(r2.at(0.05), r2.at(0.95), "5–95 % of neurons");
    Optional<Measurement.Interval> interval =
        without.interval(
            r2.median(), subject.episodes(subject.sample(IMAGES)) + " " + subject.episodes());
    return interval
        .map(measured::within)
        .orElse(measured)
        .detail("median_nothing_refitted", quantiles(plain).median())
        .detail("median_through_nonlinearity", through.median())
        .detail("p5_through_nonlinearity", through.at(0.05))
        .detail("p95_through_nonlinearity", through.at(0.95))
        .detail("neurons_measured", explained.size())
        .detail("neurons_constant", constant)
        .detail(
            "neurons_without_a_sum",
            refused.keySet().stream().mapToInt(p -> subject.network().population(p).size()).sum());
  }

  /** Medians over neurons without one group of images at a time. */
  private static final class WithoutGroups {
    private static final int GROUPS = 10;

    private final List<List<Double>> byGroup = new ArrayList<>();

    void add(double[] output, double[] sum) {
      int groups = Math.min(GROUPS, output.length);
      for (int g = 0; g < groups; g++) {
        if (byGroup.size() <= g) {
          byGroup.add(new ArrayList<>());
        }
        double[] kept = kept(output, g, groups);
        if (varies(kept)) {
          byGroup.get(g).add(squaredCorrelation(kept, kept(sum, g, groups)));
        }
      }
    }

    private static double[] kept(double[] all, int group, int groups) {
      return IntStream.range(0, all.length)
          .filter(i -> i % groups != group)
          .mapToDouble(i -> all[i])
          .toArray();
    }

    /** Empty where too little varies in some group's absence. */
    Optional<Measurement.Interval> interval(double value, String over) {
      if (byGroup.size() < 2 || byGroup.stream().anyMatch(List::isEmpty)) {
        return Optional.empty();
      }
      double[] medians = byGroup.stream().mapToDouble(r2 -> quantiles(r2).median()).toArray();
      return Optional.of(Confidence.ofJackknife(value, medians, over));
    }
  }

  private static Quantiles quantiles(List<Double> sample) {
    return new Quantiles(sample.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static String method(Subject subject, Map<String, String> refused) {
    String output =
        subject.network().populations().values().stream()
                .anyMatch(p -> p.model().family() == NeuronModel.Family.SPIKING)
            ? "its rate over the decision, the sum taken over the rates it received and divided by"
                + " the way from reset to threshold"
            : "its value after the nonlinearity";
    return "The squared correlation of what a neuron sends with its sum, over "
        + subject.episodes(subject.sample(IMAGES))
        + " "
        + subject.episodes()
        + ": the share of the variance of its output that the sum explains, if a neuron may have a"
        + " factor and a constant of its own. The output is "
        + output
        + ". Median over neurons. Nothing refitted is 1 − Σ(output − sum)² / Σ(output − mean)²: a"
        + " neuron that rectifies its sum seldom sends it as it is. Neurons whose output never"
        + " changes are left out and counted."
        + (refused.isEmpty()
            ? ""
            : " Left out, and counted, are populations without a sum: "
                + refused.entrySet().stream()
                    .map(e -> e.getKey() + ", " + e.getValue())
                    .collect(Collectors.joining("; "))
                + ".");
  }

  private static double[] column(double[][] rows, int n) {
    return Arrays.stream(rows).mapToDouble(row -> row[n]).toArray();
  }

  private static boolean varies(double[] y) {
    return Arrays.stream(y).anyMatch(v -> Math.abs(v - y[0]) > 1e-9);
  }

  /** The coefficient of determination of {@code y} by {@code guess}, without refitting. */
  static double determination(double[] y, double[] guess) {
    double mean = Arrays.stream(y).sum() / y.length;
    double residual = 0;
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      residual += (y[i] - guess[i]) * (y[i] - guess[i]);
      total += (y[i] - mean) * (y[i] - mean);
    }
    return 1 - residual / total;
  }

  /** Pearson's correlation squared; 0 for a constant guess. */
  static double squaredCorrelation(double[] y, double[] guess) {
    double meanY = Arrays.stream(y).sum() / y.length;
    double meanGuess = Arrays.stream(guess).sum() / guess.length;
    double shared = 0;
    double spreadY = 0;
    double spreadGuess = 0;
    for (int i = 0; i < y.length; i++) {
      shared += (y[i] - meanY) * (guess[i] - meanGuess);
      spreadY += (y[i] - meanY) * (y[i] - meanY);
      spreadGuess += (guess[i] - meanGuess) * (guess[i] - meanGuess);
    }
    return spreadGuess == 0 ? 0 : shared * shared / (spreadY * spreadGuess);
  }
}
