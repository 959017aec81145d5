package org.hillock.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.lab.why.Cause;
import org.hillock.lab.why.Explanation;

/** Causes as people are told them: those of one source together. */
public final class CauseGroups {

  private CauseGroups() {}

  /**
   * All that one source brought.
   *
   * @param causes of it, largest first
   * @param contribution of all of them
   * @param count of terms that left anything in the sum
   */
  public record Group(List<Cause> causes, double contribution, int count) {

    /** The largest of its terms. */
    public Term first() {
      return causes.getFirst().term();
    }

    /** Its name: its source, or what it is. */
    public String name() {
      return first().source().map(CauseGroups::plain).orElse(first().kind().word());
    }

    /** What was told of its source, if it was asked. */
    public Optional<Explanation> because() {
      return causes.stream().flatMap(c -> c.because().stream()).findFirst();
    }

    /** Why its source was not asked; empty where nothing is to be said. */
    public String end() {
      return causes.stream().map(Cause::end).filter(e -> !e.isEmpty()).findFirst().orElse("");
    }

    /** Standard error; 0 where exact, {@link Double#NaN} where unknown. */
    public double error() {
      return causes.size() == 1 ? causes.getFirst().error() : 0;
    }
  }

  private record Key(Term.Kind kind, Optional<SiteRef> source, String through) {}

  /** By source, the largest first. */
  public static List<Group> of(Explanation explanation) {
    Map<Key, List<Cause>> grouped = new LinkedHashMap<>();
    for (Cause cause : explanation.causes()) {
      Term term = cause.term();
      // what has no source is told apart by what carried it
      String through = term.source().isPresent() ? "" : term.through();
      grouped
          .computeIfAbsent(new Key(term.kind(), term.source(), through), _ -> new ArrayList<>())
          .add(cause);
    }
    List<Group> groups = new ArrayList<>();
    for (List<Cause> causes : grouped.values()) {
      groups.add(
          new Group(
              List.copyOf(causes),
              causes.stream().mapToDouble(Cause::contribution).sum(),
              causes.stream().filter(c -> c.contribution() != 0).mapToInt(Cause::count).sum()));
    }
    groups.sort(Comparator.comparingDouble((Group g) -> Math.abs(g.contribution())).reversed());
    return groups;
  }

  /**
   * What is told of many.
   *
   * @param shown one by one
   * @param rest in one line
   */
  public record Told(List<Group> shown, List<Group> rest) {

    /** Sizes of all, added up. */
    public double mass() {
      return Stream.concat(shown.stream(), rest.stream())
          .mapToDouble(g -> Math.abs(g.contribution()))
          .sum();
    }
  }

  /** The largest, and beside them all whose sources were asked. */
  public static Told told(Explanation explanation, int largest) {
    List<Group> all = of(explanation);
    // one that would be left over alone is told instead
    int first = all.size() <= largest + 1 ? all.size() : largest;
    List<Group> shown = new ArrayList<>(all.subList(0, first));
    List<Group> rest = new ArrayList<>();
    for (Group group : all.subList(first, all.size())) {
      (group.because().isPresent() ? shown : rest).add(group);
    }
    return new Told(List.copyOf(shown), List.copyOf(rest));
  }

  /** An address without the variable that every neuron has: {@code exc[3]}. */
  public static String plain(SiteRef site) {
    boolean main =
        site.variable()
            .filter(v -> v.equals("value") || v.equals("spikes") || v.equals("sum"))
            .isPresent();
    return main ? site.withVariable(Optional.empty()).toString() : site.toString();
  }
}
