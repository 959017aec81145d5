package org.hillock.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.lab.comparison.AxisDefinition;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.lab.comparison.Measurement.Measured;
import org.hillock.lab.comparison.Measurement.NotDefined;
import org.hillock.report.text.NumberText;
import org.hillock.report.text.ValueText;

/**
 * The comparison in a few sentences, made from its numbers alone. Two values count as the same
 * where they read the same, to three digits.
 *
 * @param accuracy how well the networks answer
 * @param alike axes on which all networks have the same value
 * @param different axes on which they differ
 * @param open axes that not all of them have
 */
record Summary(
    List<String> accuracy, List<String> alike, List<String> different, List<String> open) {

  static Summary of(Comparison comparison) {
    List<String> alike = new ArrayList<>();
    List<String> different = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (AxisDefinition axis : comparison.axes()) {
      axis(comparison, axis, alike, different, open);
    }
    return new Summary(accuracies(comparison), alike, different, open);
  }

  private static List<String> accuracies(Comparison comparison) {
    List<String> said = new ArrayList<>();
    Comparator<Compared> byAccuracy = Comparator.comparingDouble(n -> n.accuracy().mean());
    Compared best = comparison.networks().stream().max(byAccuracy).orElseThrow();
    Compared worst = comparison.networks().stream().min(byAccuracy).orElseThrow();
    if (comparison.networks().size() == 1) {
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
      long below = comparison.networks().stream().filter(n -> n.accuracy().mean() < mean).count();
      String who =
          below == 0
              ? "no network falls behind it"
              : below == comparison.networks().size()
                  ? (below == 1 ? "better than the network" : "better than every network here")
                  : "better than " + below + " of " + comparison.networks().size() + " networks";
      said.add(
          baseline.name()
              + ", no network at all, gets "
              + NumberText.percentAligned(mean)
              + ": "
              + who
              + ".");
    }
    return said;
  }

  private static String spread(Compared best, Compared worst) {
    if (best.accuracy().bySplit().size() < 2) {
      return ".";
    }
    double gap = best.accuracy().mean() - worst.accuracy().mean();
    double sd = Math.max(best.accuracy().sd(), worst.accuracy().sd());
    return gap <= sd
        ? ", no more than one and the same network differs from split to split."
        : ", more than one and the same network differs from split to split.";
  }

  private static void axis(
      Comparison comparison,
      AxisDefinition axis,
      List<String> alike,
      List<String> different,
      List<String> open) {
    Set<String> shown = new LinkedHashSet<>();
    List<String> each = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Compared network : comparison.networks()) {
      switch (network.axes().get(axis.id())) {
        case Measured m -> {
          String value = ValueText.value(m, axis);
          shown.add(value);
          each.add(network.name() + " " + value);
        }
        case NotDefined(String because) -> missing.add(network.name() + " (" + because + ")");
        case null -> missing.add(network.name() + " (not measured)");
      }
    }
    if (!missing.isEmpty()) {
      open.add(axis.title() + " – not for " + String.join(", ", missing));
    }
    if (each.size() > 1 && shown.size() == 1) {
      alike.add(axis.title() + " – " + shown.iterator().next());
    } else if (shown.size() > 1) {
      different.add(axis.title() + " – " + String.join(", ", each));
    }
  }
}
