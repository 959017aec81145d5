package org.hillock.core.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An architecture, counted.
 *
 * @param architecture what was counted
 * @param definitions how
 * @param total of the whole
 * @param parts in the order of the architecture
 * @param uncounted operators that are not in the counts, each with its place and why
 */
public record Census(
    Architecture architecture,
    Definitions definitions,
    Counts total,
    List<Counted> parts,
    List<String> uncounted) {

  public Census {
    parts = List.copyOf(parts);
    uncounted = List.copyOf(uncounted);
  }

  /**
   * Counts it.
   *
   * @throws org.hillock.core.problem.UsageException where a count is beyond 2^63 - 1
   */
  public static Census of(Architecture architecture, Definitions definitions) {
    List<Part> all = new ArrayList<>(architecture.parts());
    Architecture.Input input = architecture.input();
    if (definitions.take(Answer.SOURCES) && input.values() > 0) {
      Amount none = Amount.of(0);
      Amount values = Amount.of(input.values());
      all.addFirst(
          Layer.of("input", new Operator.Wired("values", values, none, none, 0, false))
              .then("given"));
    }
    List<String> uncounted = new ArrayList<>();
    List<Counted> parts = new ArrayList<>();
    for (Part part : all) {
      parts.add(count(part, definitions, input.token(), "", uncounted));
    }
    Counts total = Exact.at(architecture.name(), () -> sum(parts));
    return new Census(architecture, definitions, total, parts, uncounted);
  }

  private static Counted count(
      Part part, Definitions definitions, boolean perToken, String above, List<String> uncounted) {
    String path = above.isEmpty() ? part.name() : above + "." + part.name();
    return switch (part) {
      case Layer layer -> {
        switch (layer.operator()) {
          case Operator.Uncounted no -> uncounted.add(path + ": " + no.word() + ": " + no.why());
          case Operator.WeightsOnly some ->
              uncounted.add(path + ": parameters only: " + some.why());
          default -> {}
        }
        LayerCount counter = new LayerCount(definitions, layer, perToken);
        yield new Counted(layer, 1, Exact.at(path, counter::counts), List.of());
      }
      case Block block -> {
        List<Counted> within = new ArrayList<>();
        for (Part one : block.parts()) {
          within.add(count(one, definitions, perToken, path, uncounted));
        }
        yield new Counted(block, block.times(), Exact.at(path, () -> sum(within)), within);
      }
    };
  }

  private static Counts sum(List<Counted> parts) {
    Counts sum = Counts.UNDEFINED;
    for (Counted part : parts) {
      sum = sum.plus(part.all());
    }
    return sum;
  }

  /** The part by that name, with dots between the names of parts within parts. */
  public Optional<Counted> find(String path) {
    return find(parts, path);
  }

  static Optional<Counted> find(List<Counted> parts, String path) {
    for (Counted part : parts) {
      String name = part.part().name();
      if (path.equals(name)) {
        return Optional.of(part);
      }
      if (path.startsWith(name + ".")) {
        Optional<Counted> within = find(part.parts(), path.substring(name.length() + 1));
        if (within.isPresent()) {
          return within;
        }
      }
    }
    return Optional.empty();
  }
}
