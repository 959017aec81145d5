package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.core.network.Population;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Responder;

/** How far and how broadly an image goes on through a graph that is run as it stands. */
final class GraphChain {

  static final String NOTHING_SHOWN =
      "because nothing is shown to it: no images were given, and what numbers its inputs take is not"
          + " said in the file";

  private GraphChain() {}

  /**
   * What an image reaches.
   *
   * @param longest units one behind the other that differ
   * @param fewest units to the farthest that differs, by the shortest way
   * @param within elements that differ, by how many units lie on the shortest way to theirs
   */
  record Reach(int longest, int fewest, Map<Integer, Long> within) {
    long elements() {
      return within.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  static Measurement measure(Subject subject, Dataflow graph, int thorough) {
    if (!subject.decides()) {
      return new Measurement.NotDefined(NOTHING_SHOWN);
    }
    List<String> units = subject.summing().stream().map(Population::name).toList();
    List<String> values = List.copyOf(graph.units().keySet());
    float[][] images = subject.images(thorough).images();
    List<Reach> all = new ArrayList<>();
    try (Responder responder = subject.responder()) {
      for (float[] image : images) {
        // the same trial, so that what is drawn is the same
        Activities with = responder.activities(new float[][] {image}, Optional.empty(), units, 0);
        Activities without =
            responder.activities(
                new float[][] {new float[image.length]}, Optional.empty(), units, 0);
        Map<String, Long> changed = new HashMap<>();
        for (int u = 0; u < units.size(); u++) {
          double[] a = with.of(units.get(u))[0];
          double[] b = without.of(units.get(u))[0];
          long count = 0;
          for (int k = 0; k < a.length; k++) {
            count += a[k] != b[k] ? 1 : 0;
          }
          changed.put(values.get(u), count);
        }
        all.add(reach(graph, changed));
      }
    }
    return told(graph, all);
  }

  /**
   * Follows what differs from value to value.
   *
   * @param changed elements that differ, by unit
   */
  static Reach reach(Dataflow graph, Map<String, Long> changed) {
    Map<String, int[]> reached = new HashMap<>();
    graph.inputs().forEach(v -> reached.put(v, new int[] {0, 0}));
    Map<Integer, Long> within = new LinkedHashMap<>();
    int longest = 0;
    int fewest = 0;
    for (Dataflow.Step step : graph.steps()) {
      int[] most = null;
      for (String read : step.reads()) {
        int[] before = reached.get(read);
        if (before != null) {
          most =
              most == null
                  ? before.clone()
                  : new int[] {Math.max(most[0], before[0]), Math.min(most[1], before[1])};
        }
      }
      if (most == null) {
        continue;
      }
      for (String value : step.makes()) {
        if (!graph.units().containsKey(value)) {
          reached.put(value, most);
        } else if (changed.getOrDefault(value, 0L) > 0) {
          int[] here = {most[0] + 1, most[1] + 1};
          reached.put(value, here);
          within.merge(here[1], changed.getOrDefault(value, 0L), Long::sum);
          longest = Math.max(longest, here[0]);
          fewest = Math.max(fewest, here[1]);
        }
      }
    }
    return new Reach(longest, fewest, within);
  }

  private static Measurement told(Dataflow graph, List<Reach> all) {
    double[] longest = all.stream().mapToDouble(Reach::longest).toArray();
    double[] elements = all.stream().mapToDouble(Reach::elements).toArray();
    double mean = Arrays.stream(elements).average().orElseThrow();
    Measurement.Interval over = Confidence.ofMean(longest, all.size() + " images").notBelow(0);
    return Measurement.Measured.of(
            Arrays.stream(longest).average().orElseThrow(),
            "1",
            "Each of "
                + all.size()
                + " test images is held against a blank one in the same trial, in a graph that is"
                + " run as it stands. What differs is followed along its nodes; counted are the"
                + " values that stand for neurons and differ, one behind the other. Nodes in place of"
                + " synapses: which element of a value heard of which is not followed.")
        .within(over.low(), over.high(), over.meaning())
        .detail("breadth_share_of_neurons", mean / Math.max(1, graph.unitElements()))
        .detail("neurons_reached", mean)
        .detail(
            "values_to_the_farthest_by_the_shortest_way",
            all.stream().mapToInt(Reach::fewest).average().orElseThrow())
        .curve(breadths(graph, all));
  }

  private static Measurement.Series breadths(Dataflow graph, List<Reach> all) {
    int most = all.stream().mapToInt(Reach::fewest).max().orElse(0);
    double[] x = new double[most + 1];
    double[] y = new double[most + 1];
    Arrays.setAll(x, d -> d);
    for (Reach reach : all) {
      for (int d = 0; d <= most; d++) {
        int far = d;
        long within =
            reach.within().entrySet().stream()
                .filter(e -> e.getKey() <= far)
                .mapToLong(Map.Entry::getValue)
                .sum();
        y[d] += (double) within / Math.max(1, graph.unitElements()) / all.size();
      }
    }
    return new Measurement.Series(
        "neurons reached", "values from the input, by the shortest way", "neurons (share)", x, y);
  }
}
