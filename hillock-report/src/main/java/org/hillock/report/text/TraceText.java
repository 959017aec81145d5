package org.hillock.report.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hillock.core.quantity.Quantity;
import org.hillock.lab.trace.Neuron;
import org.hillock.lab.trace.Trace;

/** What followed from a cause, for a person. */
public final class TraceText {

  private static final int MOST_REACHED = 15;
  private static final int MOST_NAMED = 24;

  private TraceText() {}

  /** Who was reached and how, the carriers, the controls. */
  public static String of(Trace trace) {
    if (trace.reached().isEmpty()) {
      return "Nothing followed from " + trace.cause() + ": both runs are the same to the bit.\n";
    }
    StringBuilder text = new StringBuilder("From " + trace.cause() + ":\n");
    text.append(byPopulation(trace)).append('\n');
    text.append(chain(trace));
    trace.carriers().ifPresent(c -> text.append('\n').append(carriers(c)));
    text.append(controls(trace));
    return text.toString();
  }

  private static String byPopulation(Trace trace) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    trace.reached().forEach(r -> counts.merge(r.neuron().population(), 1, Integer::sum));
    return "reached "
        + NumberText.number(trace.reached().size())
        + " neurons: "
        + counts.entrySet().stream()
            .map(e -> NumberText.number(e.getValue()) + " of " + e.getKey())
            .collect(Collectors.joining(", "))
        + "\n";
  }

  private static String chain(Trace trace) {
    Map<Neuron, Trace.Link> strongest = new LinkedHashMap<>();
    trace.links().forEach(l -> strongest.putIfAbsent(l.to(), l));
    Columns table = new Columns();
    table.row(List.of("reached", "when", "change", "through (strongest)", "brought"));
    for (Trace.Reached r :
        trace.reached().subList(0, Math.min(MOST_REACHED, trace.reached().size()))) {
      Trace.Link link = strongest.get(r.neuron());
      boolean spikes = !Double.isNaN(r.firstMs());
      table.row(
          List.of(
              r.neuron().toString(),
              spikes ? Quantity.text(r.firstMs()) + " ms" : "–",
              spikes
                  ? "+" + r.gained() + " −" + r.lost() + " spikes"
                  : NumberText.number(r.before()) + " → " + NumberText.number(r.after()),
              link == null ? "–" : link.from() + " · " + link.projection(),
              brought(link)));
    }
    int more = trace.reached().size() - MOST_REACHED;
    return table.text() + (more > 0 ? "… " + NumberText.number(more) + " more\n" : "");
  }

  private static String brought(Trace.@org.jspecify.annotations.Nullable Link link) {
    if (link == null) {
      return "–";
    }
    boolean shifted = link.brought() == 0 && !Double.isNaN(link.atMs());
    return shifted ? "at another time" : NumberText.number(link.brought());
  }

  private static String carriers(Trace.Carriers c) {
    String unit = c.unit().isEmpty() ? "" : " " + c.unit();
    if (c.effect() == 0) {
      return "No effect on " + c.target() + ": it is the same with and without.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append("Effect on ")
        .append(c.target())
        .append(": ")
        .append(NumberText.number(c.effect()))
        .append(unit)
        .append('\n');
    if (c.neurons().isEmpty()) {
      return text.append("It comes there directly: with all ")
          .append(NumberText.number(c.candidates()))
          .append(" other neurons cut off, ")
          .append(NumberText.percent(c.kept()))
          .append(" of it is left.\n")
          .toString();
    }
    return text.append(c.whole() ? "Smallest set found" : "Smallest set so far (search not ended)")
        .append(" that carries it: ")
        .append(NumberText.number(c.neurons().size()))
        .append(" of ")
        .append(NumberText.number(c.candidates()))
        .append(" neurons, in ")
        .append(NumberText.number(c.runs()))
        .append(" runs\n  ")
        .append(named(c.neurons()))
        .append("\n  alone they keep ")
        .append(NumberText.percent(c.kept()))
        .append(" of the effect; without them ")
        .append(NumberText.percent(c.without()))
        .append(" is left\n")
        .toString();
  }

  /** Neurons by population, at most some of them. */
  private static String named(List<Neuron> neurons) {
    Map<String, TreeSet<Integer>> by = new LinkedHashMap<>();
    neurons.stream()
        .limit(MOST_NAMED)
        .forEach(n -> by.computeIfAbsent(n.population(), _ -> new TreeSet<>()).add(n.number()));
    String text =
        by.entrySet().stream()
            .map(e ->
                e.getKey()
                    + e.getValue().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "[", "]")))
            .collect(Collectors.joining(" "));
    return neurons.size() > MOST_NAMED ? text + " …" : text;
  }

  private static String controls(Trace trace) {
    if (!trace.noControl().isEmpty()) {
      return "No shuffled control: " + trace.noControl() + ".\n";
    }
    if (trace.controls().isEmpty()) {
      return "";
    }
    double[] reached =
        trace.controls().stream().mapToDouble(Trace.Control::reached).sorted().toArray();
    StringBuilder text = new StringBuilder("With shuffled wiring (");
    text.append(trace.controls().size())
        .append(trace.controls().size() == 1 ? " network): reached " : " networks): reached ")
        .append(NumberText.number(reached[0]))
        .append(
            reached[0] == reached[reached.length - 1]
                ? ""
                : "–" + NumberText.number(reached[reached.length - 1]))
        .append(" neurons");
    double[] effects =
        trace.controls().stream()
            .mapToDouble(Trace.Control::effect)
            .filter(e -> !Double.isNaN(e))
            .toArray();
    if (effects.length > 0) {
      text.append("; effect on the target ")
          .append(NumberText.number(Arrays.stream(effects).min().orElseThrow()))
          .append(" to ")
          .append(NumberText.number(Arrays.stream(effects).max().orElseThrow()));
    }
    double[] kept =
        trace.controls().stream()
            .mapToDouble(Trace.Control::kept)
            .filter(k -> !Double.isNaN(k))
            .toArray();
    if (kept.length > 0) {
      text.append("; the set alone makes ")
          .append(NumberText.percent(Arrays.stream(kept).min().orElseThrow()))
          .append(" to ")
          .append(NumberText.percent(Arrays.stream(kept).max().orElseThrow()))
          .append(" of the true effect");
    }
    return text.append(".\n").toString();
  }
}
