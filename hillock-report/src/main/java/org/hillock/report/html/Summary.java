package org.hillock.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.NotDefined;
import org.hillock.lab.comparison.Accuracy;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.report.text.NumberText;
import org.hillock.report.text.ValueText;

/**
 * The comparison in a few sentences, made from its numbers alone. Two values count as the same
 * where they read the same, to three digits; values whose intervals of confidence meet are not told
 * apart.
 *
 * @param accuracy how well the networks answer
 * @param alike axes on which all networks have the same value
 * @param undecided axes on which they differ by no more than each might by itself
 * @param different axes on which they differ
 * @param open axes that not all of them have
 */
record Summary(
    List<String> accuracy,
    List<String> alike,
    List<String> undecided,
    List<String> different,
    List<String> open) {

  /** Of more networks than these, not each is named. */
  private static final int MOST_NAMED = 4;

  static Summary of(Comparison comparison) {
    Summary summary =
        new Summary(
            accuracies(comparison),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    comparison.axes().forEach(axis -> summary.add(comparison, axis));
    return summary;
  }

  private static List<String> accuracies(Comparison comparison) {
    List<String> said = new ArrayList<>();
    List<Answering> answering =
        comparison.networks().stream()
            .flatMap(n -> n.accuracy().map(a -> new Answering(n.name(), a)).stream())
            .toList();
    if (answering.isEmpty()) {
      return List.of("None of them decides anything, so none is right or wrong.");
    }
    Comparator<Answering> byAccuracy = Comparator.comparingDouble(n -> n.accuracy().mean());
    Answering best = answering.stream().max(byAccuracy).orElseThrow();
    Answering worst = answering.stream().min(byAccuracy).orElseThrow();
    if (answering.size() == 1) {
      said.add(best.name() + " is right in " + ValueText.accuracy(best.accuracy()) + ".");
    } else if (best.accuracy().mean() == worst.accuracy().mean()) {
      said.add(
          "All networks are right equally often: " + ValueText.accuracy(best.accuracy()) + ".");
    } else {
      double gap = 100 * (best.accuracy().mean() - worst.accuracy().mean());
      said.add(
          best.name()
              + " is right most often ("
              + ValueText.accuracy(best.accuracy())
              + "), "
              + worst.name()
              + " least often ("
              + ValueText.accuracy(worst.accuracy())
              + "): "
              + NumberText.number(gap)
              + " points apart"
              + spread(best, worst));
    }
    for (Comparison.Baseline baseline : comparison.baselines()) {
      double mean = baseline.accuracy().mean();
      long below = answering.stream().filter(n -> n.accuracy().mean() < mean).count();
      String who =
          below == 0
              ? "no network falls behind it"
              : below == answering.size()
                  ? (below == 1 ? "better than the network" : "better than every network here")
                  : "better than " + below + " of " + answering.size() + " networks";
      said.add(
          baseline.name()
              + ", a plain baseline, gets "
              + NumberText.percentAligned(mean)
              + ": "
              + who
              + ".");
    }
    return said;
  }

  /** A network that answers, and how often it is right. */
  private record Answering(String name, Accuracy accuracy) {}

  private static String spread(Answering best, Answering worst) {
    if (best.accuracy().bySplit().size() < 2) {
      return ".";
    }
    double gap = best.accuracy().mean() - worst.accuracy().mean();
    double sd = Math.max(best.accuracy().sd(), worst.accuracy().sd());
    return gap <= sd
        ? ", no more than one and the same network differs from split to split."
        : ", more than one and the same network differs from split to split.";
  }

  private void add(Comparison comparison, AxisDefinition axis) {
    Map<Compared, Measured> measured = new LinkedHashMap<>();
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (Compared network : comparison.networks()) {
      switch (network.axes().get(axis.id())) {
        case Measured m -> measured.put(network, m);
        case NotDefined(String because) -> missing(missing, because, network);
        case null -> missing(missing, "not measured", network);
      }
    }
    missing.forEach((reason, names) -> {
      boolean many = names.size() > MOST_NAMED;
      String who = many ? names.size() + " networks" : String.join(", ", names);
      open.add(axis.title() + " – not for " + who + ": " + reason);
    });
    Set<String> shown = new LinkedHashSet<>();
    measured.values().forEach(m -> shown.add(ValueText.value(m, axis)));
    if (measured.size() > 1 && shown.size() == 1) {
      String those = missing.isEmpty() ? "" : " for those that have it";
      alike.add(axis.title() + " – " + axis.measures() + ": " + shown.iterator().next() + those);
    } else if (shown.size() > 1) {
      (meet(measured.values()) ? undecided : different)
          .add(axis.title() + " – " + axis.measures() + ": " + spoken(measured, axis));
    }
  }

  /** Whether one value lies in the intervals of all; what has none is a point. */
  private static boolean meet(Collection<Measured> all) {
    boolean oneUnit = all.stream().map(Measured::unit).distinct().count() == 1;
    double highestLow =
        all.stream()
            .mapToDouble(m -> m.interval().map(Measurement.Interval::low).orElse(m.value()))
            .max()
            .orElseThrow();
    double lowestHigh =
        all.stream()
            .mapToDouble(m -> m.interval().map(Measurement.Interval::high).orElse(m.value()))
            .min()
            .orElseThrow();
    return oneUnit && highestLow <= lowestHigh;
  }

  private static void missing(Map<String, List<String>> missing, String reason, Compared network) {
    missing.computeIfAbsent(reason, r -> new ArrayList<>()).add(network.name());
  }

  /** Each value; of many networks only the least and the most. */
  private static String spoken(Map<Compared, Measured> measured, AxisDefinition axis) {
    Set<String> units = new LinkedHashSet<>();
    measured.values().forEach(m -> units.add(m.unit()));
    Comparator<Map.Entry<Compared, Measured>> byValue =
        Comparator.comparingDouble(e -> e.getValue().value());
    if (measured.size() > MOST_NAMED && units.size() == 1) {
      return "from "
          + spoken(measured.entrySet().stream().min(byValue).orElseThrow(), axis)
          + " to "
          + spoken(measured.entrySet().stream().max(byValue).orElseThrow(), axis);
    }
    return String.join(", ", measured.entrySet().stream().map(e -> spoken(e, axis)).toList());
  }

  private static String spoken(Map.Entry<Compared, Measured> entry, AxisDefinition axis) {
    return entry.getKey().name() + " " + ValueText.value(entry.getValue(), axis);
  }
}
