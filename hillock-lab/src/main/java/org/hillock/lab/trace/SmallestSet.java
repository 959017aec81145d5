package org.hillock.lab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Finds a subset that still has a property and loses it with any member: delta debugging (Zeller
 * and Hildebrandt 2002, doi 10.1109/32.988498). Takes at best about 2·log₂(n) tests, at worst n² +
 * 3n.
 */
final class SmallestSet<T> {

  private final Predicate<List<T>> has;
  private final BooleanSupplier goesOn;
  private boolean whole = true;

  /**
   * A search.
   *
   * @param has whether a subset has the property
   * @param goesOn where no longer, it ends with what it has
   */
  SmallestSet(Predicate<List<T>> has, BooleanSupplier goesOn) {
    this.has = has;
    this.goesOn = goesOn;
  }

  /** Whether the search came to its end. */
  boolean whole() {
    return whole;
  }

  /** The subset of {@code all}, which has the property; those that matter most come first. */
  List<T> of(List<T> all) {
    if (has.test(List.of())) {
      return List.of();
    }
    List<T> now = beginning(List.copyOf(all));
    int parts = 2;
    while (now.size() > 1) {
      if (!goesOn.getAsBoolean()) {
        whole = false;
        return now;
      }
      List<List<T>> chunks = chunks(now, Math.min(parts, now.size()));
      List<T> smaller = smaller(now, chunks, parts);
      if (smaller.size() < now.size()) {
        parts = smaller.size() <= now.size() / 2 ? 2 : Math.max(parts - 1, 2);
        now = smaller;
      } else if (parts >= now.size()) {
        return now;
      } else {
        parts = Math.min(2 * parts, now.size());
      }
    }
    return now;
  }

  /** A short beginning that has the property: the shortest where longer ones have it, too. */
  private List<T> beginning(List<T> all) {
    int fails = 0;
    int holds = all.size();
    while (holds - fails > 1 && goesOn.getAsBoolean()) {
      int middle = (fails + holds) >>> 1;
      if (has.test(all.subList(0, middle))) {
        holds = middle;
      } else {
        fails = middle;
      }
    }
    return all.subList(0, holds);
  }

  /** A part that is enough, or all but a part; the whole where neither is. */
  private List<T> smaller(List<T> now, List<List<T>> chunks, int parts) {
    for (List<T> chunk : chunks) {
      if (goesOn.getAsBoolean() && has.test(chunk)) {
        return chunk;
      }
    }
    if (parts > 2 || now.size() > 2) {
      for (List<T> chunk : chunks) {
        List<T> rest = new ArrayList<>(now);
        rest.removeAll(chunk);
        if (goesOn.getAsBoolean() && has.test(rest)) {
          return rest;
        }
      }
    }
    return now;
  }

  private static <T> List<List<T>> chunks(List<T> all, int parts) {
    List<List<T>> chunks = new ArrayList<>();
    for (int k = 0; k < parts; k++) {
      int from = (int) ((long) all.size() * k / parts);
      int to = (int) ((long) all.size() * (k + 1) / parts);
      chunks.add(all.subList(from, to));
    }
    return chunks;
  }
}
