package org.hillock.lab.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hillock.core.session.Term;

/**
 * Who shares in a sum: single terms, or where these are more than can be played, those of one
 * source neuron, of one projection, or of one kind together.
 *
 * @param groups numbers of terms, in the order in which the first of each arrived
 * @param told which of these it is, in words
 */
record Players(List<int[]> groups, String told) {

  /** Two pairs of orders: fewer say nothing of how far off the shares are. */
  private static final int PLAYS_FOR_EACH = 4;

  private record Way(String told, Function<Term, Object> key) {}

  private record Carrier(Object first, Object second) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("single terms", term -> term),
          new Way(
              "the terms of each source neuron together",
              term -> new Carrier(term.kind(), term.source())),
          new Way(
              "the terms of each projection together",
              term -> new Carrier(term.kind(), term.through())),
          new Way("the terms of each kind together", Term::kind));

  /**
   * The finest groups for which a budget suffices.
   *
   * @param numbers which of the terms play
   * @param budget plays
   */
  static Players of(List<Term> terms, List<Integer> numbers, int budget) {
    List<Integer> byArrival = new ArrayList<>(numbers);
    byArrival.sort(Comparator.comparingDouble(n -> arrival(terms.get(n))));
    List<int[]> groups = byArrival.stream().map(n -> new int[] {n}).toList();
    String told = WAYS.getFirst().told();
    for (Way way : WAYS.subList(1, WAYS.size())) {
      if ((long) groups.size() * PLAYS_FOR_EACH <= budget) {
        break;
      }
      groups = grouped(terms, byArrival, way.key());
      told = way.told();
    }
    return new Players(groups, told);
  }

  private static double arrival(Term term) {
    // what was there all the time came first
    return Double.isNaN(term.atMs()) ? Double.NEGATIVE_INFINITY : term.atMs();
  }

  private static List<int[]> grouped(
      List<Term> terms, List<Integer> numbers, Function<Term, Object> key) {
    Map<Object, List<Integer>> all = new LinkedHashMap<>();
    for (int n : numbers) {
      all.computeIfAbsent(key.apply(terms.get(n)), _ -> new ArrayList<>()).add(n);
    }
    return all.values().stream()
        .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /**
   * Factors for all terms: 1 for those of players that are there and for those that do not play.
   */
  double[] factors(int terms, java.util.BitSet there) {
    double[] factors = new double[terms];
    java.util.Arrays.fill(factors, 1);
    IntStream.range(0, groups.size())
        .filter(g -> !there.get(g))
        .forEach(g -> {
          for (int term : groups.get(g)) {
            factors[term] = 0;
          }
        });
    return factors;
  }
}
