package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hillock.core.network.Network;
import org.hillock.lab.trace.Neuron;
import org.hillock.lab.trace.Trace;
import org.hillock.report.text.NeuronNaming;

/**
 * Who was reached by a cause and through whom: neurons as dots, in time from left to right, without
 * time in columns of populations; the strongest synapses that it went through as lines, warm where
 * they brought more and cool where they brought less; carriers are large.
 *
 * @param trace what was found
 * @param network whose neurons go by their names, where it has any
 */
public record TraceFigure(Trace trace, Optional<Network> network) implements Drawable {

  /** Room for a neuron's number, or its name, in a column. */
  private static final double LABEL = 90;

  private static final int MOST = 36;
  private static final int MOST_IN_COLUMN = 20;
  private static final int MOST_LINKS_TO_ONE = 3;
  private static final double ROW = 19;
  private static final double NAMES = 118;
  private static final double TOP = 30;
  private static final double LEFT = 50;

  private record Place(double x, double y) {}

  /** With numbers alone. */
  public TraceFigure(Trace trace) {
    this(trace, Optional.empty());
  }

  /** The neuron's number, or its name, in brackets. */
  private String label(Neuron neuron) {
    String whole = NeuronNaming.of(network, neuron.toString());
    return whole.startsWith(neuron.population())
        ? whole.substring(neuron.population().length())
        : "[" + neuron.number() + "]";
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    Set<Neuron> carriers = new HashSet<>();
    trace.carriers().ifPresent(c -> carriers.addAll(c.neurons()));
    List<Trace.Reached> shown = shown(carriers);
    boolean timed = shown.stream().anyMatch(r -> !Double.isNaN(r.firstMs()));
    Map<Neuron, Place> places =
        timed ? inTime(sheet, shown, width) : inColumns(sheet, shown, width);
    links(sheet, places);
    for (Trace.Reached r : shown) {
      Place at = places.get(r.neuron());
      if (at == null) {
        continue;
      }
      double more = timed ? r.gained() - r.lost() : r.after() - r.before();
      double radius = carriers.contains(r.neuron()) ? 7 : 4;
      sheet.add(new Mark.Circle(at.x(), at.y(), radius, tone(more), Ink.PAPER));
      if (!timed) {
        sheet.text(
            at.x() - 11,
            at.y() + 4,
            Lettering.fit(label(r.neuron()), Sheet.SMALL, Math.min(at.x() - 13, LABEL)),
            Sheet.SMALL,
            Mark.Anchor.END,
            Ink.TEXT);
      }
    }
    double bottom = places.values().stream().mapToDouble(Place::y).max().orElse(TOP) + ROW;
    double foot = timed ? bottom + Frame.BELOW : bottom;
    String key =
        carriers.isEmpty()
            ? "orange: more than without the cause, blue: less, grey: at another time"
            : "large: the smallest set found that carries it; orange: more, blue: less, grey: at"
                + " another time";
    sheet.text(2, foot + 14, key, Sheet.SMALL, Mark.Anchor.START, Ink.TEXT);
    return sheet.figure(
        width,
        foot + 24,
        "What followed from " + trace.cause(),
        trace.reached().size() + " neurons did something else; shown are " + shown.size());
  }

  /** The first, in time of all, without time of each population; the carriers before others. */
  private List<Trace.Reached> shown(Set<Neuron> carriers) {
    boolean timed = trace.reached().stream().anyMatch(r -> !Double.isNaN(r.firstMs()));
    Map<String, Integer> counts = new HashMap<>();
    Set<Trace.Reached> chosen = new HashSet<>();
    for (boolean carrying : new boolean[] {true, false}) {
      for (Trace.Reached r : trace.reached()) {
        String counted = timed ? "" : r.neuron().population();
        if (carriers.contains(r.neuron()) == carrying
            && counts.getOrDefault(counted, 0) < (timed ? MOST : MOST_IN_COLUMN)) {
          counts.merge(counted, 1, Integer::sum);
          chosen.add(r);
        }
      }
    }
    return trace.reached().stream().filter(chosen::contains).toList();
  }

  private static Map<Neuron, Place> inTime(Sheet sheet, List<Trace.Reached> shown, double width) {
    double least = shown.stream().mapToDouble(Trace.Reached::firstMs).min().orElse(0);
    double most = shown.stream().mapToDouble(Trace.Reached::firstMs).max().orElse(1);
    double room = Math.max(0.5, (most - least) * 0.05);
    LinearScale time = new LinearScale(least - room, most + room, false);
    Frame frame = new Frame(NAMES, TOP, width - 14, TOP + ROW * shown.size());
    Map<Neuron, Place> places = new LinkedHashMap<>();
    for (Trace.Reached r : shown) {
      double y = frame.top() + ROW * (places.size() + 0.5);
      sheet.line(frame.left(), y, frame.right(), y, Ink.GRID, 0.6);
      sheet.text(NAMES - 8, y + 4, r.neuron().toString(), Sheet.SMALL, Mark.Anchor.END, Ink.TEXT);
      places.put(r.neuron(), new Place(frame.x(time, r.firstMs()), y));
    }
    frame.across(sheet, time, "first spike more or less (ms)", false);
    return places;
  }

  private Map<Neuron, Place> inColumns(Sheet sheet, List<Trace.Reached> shown, double width) {
    Map<Integer, List<String>> columns = new TreeMap<>();
    Map<String, Integer> depths = depths(shown);
    depths.forEach(
        (name, depth) -> columns.computeIfAbsent(depth, _ -> new ArrayList<>()).add(name));
    List<String> order = columns.values().stream().flatMap(List::stream).toList();
    Map<String, Integer> ranks = new HashMap<>();
    Map<Neuron, Place> places = new LinkedHashMap<>();
    double step = (width - 70) / Math.max(1, order.size() - 1);
    for (String name : order) {
      double x = LEFT + step * order.indexOf(name);
      boolean last = order.size() > 1 && name.equals(order.getLast());
      Mark.Anchor anchor = last ? Mark.Anchor.END : Mark.Anchor.MIDDLE;
      sheet.text(last ? x + 14 : Math.max(x, 30), 16, name, Sheet.TEXT, anchor, Ink.TEXT);
    }
    for (Trace.Reached r : shown) {
      String name = r.neuron().population();
      int rank = ranks.merge(name, 1, Integer::sum);
      if (rank <= MOST) {
        double x = LEFT + step * order.indexOf(name);
        places.put(r.neuron(), new Place(x, TOP + ROW * (rank - 0.5)));
      }
    }
    return places;
  }

  /** How many links lie before a population, at most. */
  private Map<String, Integer> depths(List<Trace.Reached> shown) {
    Map<String, Integer> depths = new LinkedHashMap<>();
    shown.forEach(r -> depths.put(r.neuron().population(), 0));
    for (int round = 0; round < depths.size(); round++) {
      for (Trace.Link link : trace.links()) {
        String from = link.from().population();
        String to = link.to().population();
        if (!from.equals(to) && depths.containsKey(from) && depths.containsKey(to)) {
          int least = depths.getOrDefault(from, 0) + 1;
          depths.computeIfPresent(to, (_, depth) -> Math.max(depth, least));
        }
      }
    }
    return depths;
  }

  private void links(Sheet sheet, Map<Neuron, Place> places) {
    Map<Neuron, Integer> drawn = new HashMap<>();
    double most = trace.links().stream().mapToDouble(l -> Math.abs(l.brought())).max().orElse(1);
    for (Trace.Link link : trace.links()) {
      Place from = places.get(link.from());
      Place to = places.get(link.to());
      if (from != null
          && to != null
          && drawn.merge(link.to(), 1, Integer::sum) <= MOST_LINKS_TO_ONE) {
        sheet.line(
            from.x(),
            from.y(),
            to.x(),
            to.y(),
            tone(link.brought()),
            0.6 + 1.4 * Math.abs(link.brought()) / (most == 0 ? 1 : most));
      }
    }
  }

  private static Ink tone(double more) {
    return more > 0 ? Ink.series(1) : more < 0 ? Ink.series(0) : Ink.MUTED;
  }
}
