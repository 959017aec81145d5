package org.hillock.spiking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * Tables that were computed without Hillock; {@code hillock-verify/src/test/python/README.md} says
 * how.
 */
final class ReferenceTables {

  private ReferenceTables() {}

  /**
   * One neuron and what happens to it.
   *
   * @param params that differ from the standard
   * @param bias with its unit, or without
   * @param gridUntilMs until when spikes of the grid rule are certain
   */
  record Case(
      String name,
      String neuron,
      Map<String, String> params,
      String bias,
      List<Arrival> arrivals,
      double durationMs,
      double gridStepMs,
      double gridUntilMs) {

    /** The cell, and for each arrival a source that fires one step before it. */
    Network network(double stepMs) {
      NetworkBuilder network = Network.builder("reference");
      network.population(
          "cell",
          1,
          neuron,
          p -> {
            params.forEach(p::param);
            if (!bias.isEmpty()) {
              p.bias(new Values.Constant(Quantity.parse(bias)));
            }
            return p;
          });
      for (int i = 0; i < arrivals.size(); i++) {
        Arrival arrival = arrivals.get(i);
        String source = "source" + i;
        network.population(
            source, 1, "spike-list", p -> p.spikes(new double[] {arrival.timeMs() - stepMs}));
        Unit unit =
            Unit.coherent(
                NeuronModels.named("neuron", neuron)
                    .receptor(arrival.receptor())
                    .orElseThrow()
                    .weight());
        network.projection(
            source,
            source,
            "cell",
            Connectivity.EdgeList.of(new int[] {0}, new int[] {0}),
            c ->
                c.weight(new Values.Constant(new Quantity(arrival.weight(), unit)))
                    .receptor(arrival.receptor())
                    .delay(stepMs + " ms"));
      }
      return network.build();
    }
  }

  /** A spike that reaches the cell. */
  record Arrival(String receptor, double timeMs, double weight) {}

  /** A value of a case, before what arrives at that time. */
  record State(double timeMs, String variable, double value) {}

  /** The rate at a bias, or what a rate neuron sends. */
  record Point(String neuron, Map<String, String> params, String bias, double rate) {}

  static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    for (List<String> row : rows("cases.csv")) {
      List<Arrival> arrivals = new ArrayList<>();
      for (String one : row.get(4).isEmpty() ? new String[0] : row.get(4).split(";")) {
        String[] words = one.strip().split(" ");
        arrivals.add(
            new Arrival(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2])));
      }
      cases.put(
          row.getFirst(),
          new Case(
              row.getFirst(),
              row.get(1),
              params(row.get(2)),
              row.get(3),
              arrivals,
              Double.parseDouble(row.get(5)),
              Double.parseDouble(row.get(6)),
              Double.parseDouble(row.get(7))));
    }
    return cases;
  }

  static List<Double> spikes(String name, String rule) {
    return rows("spikes.csv").stream()
        .filter(row -> row.getFirst().equals(name) && row.get(1).equals(rule))
        .map(row -> Double.parseDouble(row.get(2)))
        .toList();
  }

  static List<State> states(String name) {
    return rows("states.csv").stream()
        .filter(row -> row.getFirst().equals(name))
        .map(row ->
            new State(Double.parseDouble(row.get(1)), row.get(2), Double.parseDouble(row.get(3))))
        .toList();
  }

  static List<Point> curve(String neuron) {
    return rows("curves.csv").stream()
        .filter(row -> row.getFirst().equals(neuron))
        .map(row ->
            new Point(neuron, params(row.get(1)), row.get(2), Double.parseDouble(row.get(3))))
        .toList();
  }

  /** One neuron for each point of a curve. */
  static Network ladder(List<Point> curve) {
    Unit unit = Quantity.parse(curve.getFirst().bias()).unit();
    double[] biases = curve.stream().mapToDouble(p -> Quantity.parse(p.bias()).in(unit)).toArray();
    return Network.builder("ladder")
        .population(
            "cell",
            biases.length,
            curve.getFirst().neuron(),
            p -> {
              curve.getFirst().params().forEach(p::param);
              return p.bias(Values.listed(Numbers.of(biases), unit.symbol()));
            })
        .build();
  }

  private static Map<String, String> params(String text) {
    Map<String, String> params = new LinkedHashMap<>();
    for (String one : text.isEmpty() ? new String[0] : text.split(";")) {
      int equals = one.indexOf('=');
      params.put(one.substring(0, equals).strip(), one.substring(equals + 1).strip());
    }
    return params;
  }

  /** Without the line of names; only the last column may stand in quotes. */
  private static List<List<String>> rows(String file) {
    try (InputStream in =
        Objects.requireNonNull(ReferenceTables.class.getResourceAsStream("reference/" + file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
