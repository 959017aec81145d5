package org.hillock.core.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.hillock.core.network.NeuronNames;
import org.hillock.core.problem.UsageException;

/**
 * The address of something that can be recorded or acted on, as a person writes it: {@code exc.v},
 * {@code exc[0..99].spikes}, {@code hidden[3,7].value}, {@code "block/0:out"[0..4; token=2].value}.
 *
 * @param owner population, projection or graph value; quoted in text where it holds {@code / . : [
 *     ;}
 * @param neurons which of its neurons; empty means all
 * @param axes other axes by name (batch, token), each with its positions
 * @param variable what of it; empty means its main output
 * @param names neurons that are meant by name, beside those by number: {@code neurons[AVAL].v}.
 *     {@link Site} finds their numbers
 */
public record SiteRef(
    String owner,
    List<Range> neurons,
    Map<String, List<Range>> axes,
    Optional<String> variable,
    List<String> names) {

  /** Neurons first to last, both included. */
  public record Range(int first, int last) {
    public Range {
      if (first < 0 || last < first) {
        throw new UsageException(
            "range " + first + ".." + last + " does not run upwards from 0 or more");
      }
    }

    @Override
    public String toString() {
      return first == last ? String.valueOf(first) : first + ".." + last;
    }
  }

  public SiteRef {
    neurons = List.copyOf(neurons);
    axes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    names = List.copyOf(names);
  }

  /** An address that names no neuron. */
  public SiteRef(
      String owner, List<Range> neurons, Map<String, List<Range>> axes, Optional<String> variable) {
    this(owner, neurons, axes, variable, List.of());
  }

  /** The same neurons, of which something else is meant. */
  public SiteRef withVariable(Optional<String> newVariable) {
    return new SiteRef(owner, neurons, axes, newVariable, names);
  }

  /** All neurons of a population, one variable. */
  public static SiteRef of(String owner, String variable) {
    return new SiteRef(owner, List.of(), Map.of(), Optional.of(variable));
  }

  /** Some neurons of a population, one variable. */
  public static SiteRef of(String owner, int[] neurons, String variable) {
    List<Range> ranges = new ArrayList<>();
    for (int neuron : neurons) {
      ranges.add(new Range(neuron, neuron));
    }
    return new SiteRef(owner, ranges, Map.of(), Optional.of(variable));
  }

  /**
   * Reads an address.
   *
   * @throws UsageException that shows what could not be read
   */
  public static SiteRef parse(String text) {
    return new Reader(text).read();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    boolean plain = owner.chars().noneMatch(c -> "/.:[]; \"".indexOf(c) >= 0);
    text.append(plain ? owner : '"' + owner.replace("\"", "\\\"") + '"');
    if (!neurons.isEmpty() || !names.isEmpty() || !axes.isEmpty()) {
      StringJoiner parts = new StringJoiner("; ", "[", "]");
      if (!neurons.isEmpty() || !names.isEmpty()) {
        StringJoiner chosen = new StringJoiner(",");
        neurons.forEach(r -> chosen.add(r.toString()));
        names.forEach(chosen::add);
        parts.add(chosen.toString());
      }
      axes.forEach((axis, ranges) -> parts.add(axis + "=" + join(ranges)));
      text.append(parts);
    }
    variable.ifPresent(v -> text.append('.').append(v));
    return text.toString();
  }

  private static String join(List<Range> ranges) {
    StringJoiner all = new StringJoiner(",");
    ranges.forEach(r -> all.add(r.toString()));
    return all.toString();
  }

  /** A cursor over the text of an address. */
  private static final class Reader {
    private final String text;
    private final List<String> names = new ArrayList<>();
    private int at;

    Reader(String text) {
      this.text = text.strip();
    }

    SiteRef read() {
      String owner = at < text.length() && text.charAt(at) == '"' ? quoted() : until("[.");
      if (owner.isBlank()) {
        throw bad("names no population");
      }
      List<Range> neurons = List.of();
      Map<String, List<Range>> axes = new LinkedHashMap<>();
      if (at < text.length() && text.charAt(at) == '[') {
        at++;
        String inside = until("]");
        if (at >= text.length()) {
          throw bad("lacks a ']'");
        }
        at++;
        for (String part : inside.split(";")) {
          int equals = part.indexOf('=');
          if (equals > 0) {
            axes.put(part.substring(0, equals).strip(), ranges(part.substring(equals + 1)));
          } else {
            neurons = rangesAndNames(part);
          }
        }
      }
      Optional<String> variable = Optional.empty();
      if (at < text.length() && text.charAt(at) == '.') {
        at++;
        variable = Optional.of(until(""));
      }
      if (at < text.length() || variable.isPresent() && variable.get().isBlank()) {
        throw bad("cannot be read from '" + text.substring(Math.min(at, text.length())) + "' on");
      }
      return new SiteRef(owner.strip(), neurons, axes, variable, names);
    }

    private String quoted() {
      StringBuilder name = new StringBuilder();
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        name.append(text.charAt(at++));
      }
      if (at >= text.length()) {
        throw bad("lacks a closing quote");
      }
      at++;
      return name.toString();
    }

    private String until(String stops) {
      int from = at;
      while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }

    /** What begins like a number is one; the rest are names. */
    private List<Range> rangesAndNames(String list) {
      List<Range> ranges = new ArrayList<>();
      for (String part : list.split(",")) {
        if (NeuronNames.usable(part.strip()) && !part.contains("..")) {
          names.add(part.strip());
        } else {
          ranges.addAll(ranges(part));
        }
      }
      return ranges;
    }

    private List<Range> ranges(String list) {
      List<Range> ranges = new ArrayList<>();
      for (String part : list.split(",")) {
        String[] ends = part.strip().split("\\.\\.", -1);
        try {
          int first = Integer.parseInt(ends[0].strip());
          int last = ends.length == 1 ? first : Integer.parseInt(ends[1].strip());
          ranges.add(new Range(first, last));
        } catch (NumberFormatException e) {
          throw bad("has '" + part.strip() + "' where a number or a range such as 0..9 belongs");
        }
      }
      return ranges;
    }

    private UsageException bad(String why) {
      return new UsageException(
          "site '" + text + "' " + why + "; write it as exc.v or exc[0..99].spikes");
    }
  }
}
