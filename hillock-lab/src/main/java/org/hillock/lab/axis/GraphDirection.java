package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.core.network.Network;

/** Which way a graph that is run as it stands goes, and how far. */
final class GraphDirection {

  private GraphDirection() {}

  static Measurement measure(Network outline, Dataflow graph) {
    List<Dataflow.Step> round = graph.steps().stream().filter(Dataflow.Step::roundAgain).toList();
    long within = 0;
    for (Dataflow.Step step : round) {
      for (String value : step.makes()) {
        within += graph.units().getOrDefault(value, 0);
      }
    }
    Measurement.Measured measured =
        Measurement.Measured.of(
                (double) within / outline.neurons(),
                "1",
                "Share of the elements that stand for neurons that a node makes within which numbers"
                    + " go from one round into the next ("
                    + (round.isEmpty()
                        ? "there is none"
                        : round.stream()
                            .map(s -> s.operator() + " " + s.name())
                            .collect(Collectors.joining(", ")))
                    + "). Between nodes a graph has no way round: the values on directed circles are"
                    + " counted as the details say.")
            .exactly()
            .detail("values_on_circles_between_nodes", circles(graph))
            .detail("nodes_that_go_round_within", round.size())
            .detail("passes_per_input", 1);
    Dataflow.Totals totals = graph.totals();
    if (!totals.complete() || totals.rows() == 0) {
      return measured;
    }
    double uses = (double) totals.places() / totals.rows();
    return measured
        .detail("places_per_set_of_weights", uses)
        .detail("uses_of_a_set_of_weights_per_input", uses);
  }

  /** Values that can be come back to along nodes. */
  private static int circles(Dataflow graph) {
    Map<String, Integer> number = new HashMap<>();
    graph.inputs().forEach(v -> number.putIfAbsent(v, number.size()));
    for (Dataflow.Step step : graph.steps()) {
      step.reads().forEach(v -> number.putIfAbsent(v, number.size()));
      step.makes().forEach(v -> number.putIfAbsent(v, number.size()));
    }
    List<int[]> ways = new ArrayList<>();
    for (Dataflow.Step step : graph.steps()) {
      for (String from : step.reads()) {
        for (String to : step.makes()) {
          ways.add(new int[] {number.getOrDefault(from, 0), number.getOrDefault(to, 0)});
        }
      }
    }
    Cycles.Edges edges = new Cycles.Edges(number.size());
    ways.forEach(way -> edges.add(way[0], way[1]));
    return Cycles.neuronsOnCycles(edges);
  }

  static Measurement depth(Dataflow graph) {
    int depth = graph.depth();
    long round = graph.steps().stream().filter(Dataflow.Step::roundAgain).count();
    return Measurement.Measured.of(
            depth,
            "update times",
            "One forward pass of a graph that is run as it stands: the longest way from an input"
                + " leads through this many values that stand for neurons, one after the other. A"
                + " pass has no clock, so there is no latency in ms. Its nodes were not taken in"
                + " other orders: each waits for all that it reads, so no order that can be run makes"
                + " other numbers."
                + (round == 0
                    ? ""
                    : " Rounds within "
                        + round
                        + " of its nodes follow each other, too, and are not among them."))
        .exactly()
        .detail("layers_updated_together", depth);
  }

  /** What of it is drawn, for people. */
  static String drawn(Dataflow graph) {
    if (graph.sources().isEmpty()) {
      return " None of its nodes draws at random.";
    }
    return " Nodes that draw are "
        + graph.sources().stream()
            .map(s -> s.operator() + " " + s.name())
            .collect(Collectors.joining(", "))
        + "; they are seeded by trial and pass. Entropy of the answers to an image in bits, mean over"
        + " images, with Miller's correction; without any, each gives its mean.";
  }
}
