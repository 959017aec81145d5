package org.hillock.report.json;

import java.util.List;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.NotDefined;
import org.hillock.lab.axis.Measurement.Series;
import org.hillock.lab.comparison.Accuracy;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a comparison as JSON; equal comparisons give equal bytes. The keys are described in
 * docs/comparison-json.md and checked by {@link #SCHEMA_RESOURCE}.
 */
public final class ComparisonJson {

  /** Value of the key {@code schema}; changes when a key changes its meaning or goes. */
  public static final int SCHEMA = 1;

  /** The JSON Schema, on the class path. */
  public static final String SCHEMA_RESOURCE = "/org/hillock/report/json/comparison.schema.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ComparisonJson() {}

  /** The text of comparison.json, with a line feed at its end. */
  public static String write(Comparison comparison) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return MAPPER.writer().with(printer).writeValueAsString(tree(comparison)) + "\n";
  }

  /** A number as comparison.json holds it: whole ones without a point, others shortest. */
  public static String number(double value) {
    return Quantity.text(value);
  }

  /** Synapses of all projections together. */
  public static long synapses(Network network) {
    return network.projections().values().stream()
        .mapToLong(p -> SynapseCount.synapses(network, p))
        .sum();
  }

  private static ObjectNode tree(Comparison comparison) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.put("title", comparison.title());
    root.put("seed", comparison.seed());
    root.put("command", comparison.command());
    comparison.versions().forEach(root.putObject("versions")::put);
    comparison.data().ifPresent(summary -> data(root.putObject("data"), summary));
    ArrayNode axes = root.putArray("axes");
    comparison
        .axes()
        .forEach(axis -> {
          ObjectNode node = axes.addObject();
          node.put("id", axis.id());
          node.put("title", axis.title());
          node.put("question", axis.question());
          node.put("measures", axis.measures());
        });
    ArrayNode networks = root.putArray("networks");
    comparison.networks().forEach(n -> network(networks.addObject(), n));
    ArrayNode baselines = root.putArray("baselines");
    for (Comparison.Baseline baseline : comparison.baselines()) {
      ObjectNode node = baselines.addObject();
      node.put("name", baseline.name());
      node.put("method", baseline.method());
      accuracy(node, baseline.accuracy());
    }
    comparison
        .representations()
        .ifPresent(r -> RepresentationsJson.write(root.putObject("representations"), r));
    ArrayNode examples = root.putArray("examples");
    for (Comparison.Example example : comparison.examples()) {
      ObjectNode node = examples.addObject();
      node.put("label", example.label());
      example.answers().forEach(node.putObject("answers")::put);
    }
    return root;
  }

  private static void data(ObjectNode node, Comparison.DataSummary data) {
    node.put("name", data.name());
    node.put("trainImages", data.trainImages());
    node.put("testImages", data.testImages());
    node.put("splits", data.splits());
    node.put("method", data.method());
    node.put("attribution", data.attribution());
  }

  private static void network(ObjectNode node, Compared compared) {
    node.put("name", compared.name());
    node.put("kind", compared.kind());
    node.put("description", compared.description());
    node.put("engine", compared.engine());
    compared.accuracy().ifPresent(share -> accuracy(node, share));
    node.put("neurons", compared.network().neurons());
    node.put("synapses", synapses(compared.network()));
    ObjectNode axes = node.putObject("axes");
    compared.axes().forEach((id, measurement) -> axis(axes.putObject(id), measurement));
  }

  private static void accuracy(ObjectNode node, Accuracy accuracy) {
    put(node, "accuracy", accuracy.mean());
    numbers(node.putArray("accuracyBySplit"), accuracy.bySplit());
    node.put("asked", accuracy.asked());
  }

  private static void axis(ObjectNode node, Measurement measurement) {
    switch (measurement) {
      case NotDefined(String because) -> node.put("notDefined", because);
      case Measured m -> {
        put(node, "value", m.value());
        node.put("unit", m.unit());
        node.put("method", m.method());
        m.interval().ifPresent(i -> interval(node.putObject("interval"), i));
        m.spread().ifPresent(i -> interval(node.putObject("spread"), i));
        if (m.exact()) {
          node.put("exact", true);
        }
        ObjectNode details = node.putObject("details");
        for (Map.Entry<String, Double> detail : m.details().entrySet()) {
          put(details, detail.getKey(), detail.getValue());
        }
        ArrayNode series = node.putArray("series");
        m.series().forEach(s -> series(series.addObject(), s));
      }
    }
  }

  private static void interval(ObjectNode node, Measurement.Interval interval) {
    put(node, "low", interval.low());
    put(node, "high", interval.high());
    node.put("meaning", interval.meaning());
  }

  private static void series(ObjectNode node, Series series) {
    node.put("name", series.name());
    node.put("xLabel", series.xLabel());
    node.put("yLabel", series.yLabel());
    numbers(node.putArray("x"), java.util.Arrays.stream(series.x()).boxed().toList());
    numbers(node.putArray("y"), java.util.Arrays.stream(series.y()).boxed().toList());
    series
        .band()
        .ifPresent(band -> {
          numbers(node.putArray("low"), java.util.Arrays.stream(band.low()).boxed().toList());
          numbers(node.putArray("high"), java.util.Arrays.stream(band.high()).boxed().toList());
          node.put("band", band.meaning());
        });
  }

  private static void put(ObjectNode node, String key, double value) {
    if (!Double.isFinite(value)) {
      node.putNull(key);
    } else if (isWhole(value)) {
      node.put(key, (long) value);
    } else {
      node.put(key, value);
    }
  }

  private static void numbers(ArrayNode array, List<Double> values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        array.addNull();
      } else if (isWhole(value)) {
        array.add((long) value);
      } else {
        array.add(value);
      }
    }
  }

  /** As {@link Quantity#text} decides it. */
  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15;
  }
}
