package org.hillock.report.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.data.Table;
import org.hillock.lab.trace.Neuron;
import org.hillock.lab.trace.Trace;

/** What followed from a cause, for a program. */
public final class TraceJson {

  private TraceJson() {}

  /** As a tree. */
  public static Map<String, Object> of(String network, Trace trace) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("network", network);
    tree.put("cause", trace.cause());
    tree.put("reached", trace.reached().stream().map(TraceJson::of).toList());
    tree.put("links", trace.links().stream().map(TraceJson::of).toList());
    trace.carriers().ifPresent(carriers -> tree.put("carriers", of(carriers)));
    if (trace.noControl().isEmpty()) {
      tree.put("controls", trace.controls().stream().map(TraceJson::of).toList());
    } else {
      tree.put("noControl", trace.noControl());
    }
    return tree;
  }

  private static Map<String, Object> of(Trace.Reached r) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("neuron", r.neuron().toString());
    tree.put("before", r.before());
    tree.put("after", r.after());
    if (!Double.isNaN(r.firstMs())) {
      tree.put("firstMs", r.firstMs());
      tree.put("gained", r.gained());
      tree.put("lost", r.lost());
    }
    return tree;
  }

  private static Map<String, Object> of(Trace.Link link) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("projection", link.projection());
    tree.put("from", link.from().toString());
    tree.put("to", link.to().toString());
    tree.put("weight", link.weight());
    if (!Double.isNaN(link.atMs())) {
      tree.put("atMs", link.atMs());
    }
    tree.put("brought", link.brought());
    return tree;
  }

  private static Map<String, Object> of(Trace.Carriers carriers) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("target", carriers.target());
    tree.put("unit", carriers.unit());
    tree.put("effect", carriers.effect());
    tree.put("neurons", carriers.neurons().stream().map(Neuron::toString).toList());
    tree.put("candidates", carriers.candidates());
    if (carriers.effect() != 0) {
      tree.put("kept", carriers.kept());
      tree.put("without", carriers.without());
    }
    tree.put("runs", carriers.runs());
    tree.put("whole", carriers.whole());
    return tree;
  }

  private static Map<String, Object> of(Trace.Control control) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("reached", control.reached());
    if (!Double.isNaN(control.effect())) {
      tree.put("effect", control.effect());
    }
    if (!Double.isNaN(control.kept())) {
      tree.put("kept", control.kept());
    }
    return tree;
  }

  /** The neurons reached, as a table. */
  public static Table reached(Trace trace) {
    Table.Builder table =
        Table.of("population", "neuron", "before", "after", "first_ms", "gained", "lost");
    for (Trace.Reached r : trace.reached()) {
      table.row(
          r.neuron().population(),
          r.neuron().number(),
          r.before(),
          r.after(),
          r.firstMs(),
          r.gained(),
          r.lost());
    }
    return table.build();
  }

  /** The synapses that it went through, as a table. */
  public static Table links(Trace trace) {
    Table.Builder table = Table.of("projection", "from", "to", "weight", "at_ms", "brought");
    List<Trace.Link> links = trace.links();
    links.forEach(l ->
        table.row(
            l.projection(),
            l.from().toString(),
            l.to().toString(),
            l.weight(),
            l.atMs(),
            l.brought()));
    return table.build();
  }
}
