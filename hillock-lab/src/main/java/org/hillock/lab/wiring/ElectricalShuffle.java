package org.hillock.lab.wiring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hillock.core.random.Draws;

/**
 * Exchanges partners of electrical synapses, in place.
 *
 * <p>A synapse that is listed in both directions stays one: of two such, a–b and c–d, come a–d and
 * c–b, each with the weights of its two directions. So every neuron keeps how many it has, and what
 * conducts both ways still does. Synapses listed in one direction exchange their targets among
 * themselves.
 */
final class ElectricalShuffle {

  /** One direction of a synapse. */
  private static final class Way {
    final ListedSynapses list;
    final int at;
    Way back = this;

    Way(ListedSynapses list, int at) {
      this.list = list;
      this.at = at;
    }

    int from() {
      return list.pre()[at];
    }

    int to() {
      return list.post()[at];
    }

    boolean alone() {
      return back == this;
    }
  }

  private final boolean within;
  private final Draws draws;
  private final List<Way> ways = new ArrayList<>();

  /** Of each list, the pairs that it joins. */
  private final Map<ListedSynapses, Set<Long>> pairs = new IdentityHashMap<>();

  /**
   * A shuffle.
   *
   * @param lists those of one projection, or of two that run to and fro between two populations
   * @param within whether all run within one population
   */
  ElectricalShuffle(List<ListedSynapses> lists, boolean within, Draws draws) {
    this.within = within;
    this.draws = draws;
    for (ListedSynapses list : lists) {
      pairs.put(list, new HashSet<>());
      for (int k = 0; k < list.count(); k++) {
        ways.add(new Way(list, k));
      }
    }
    Map<Long, Deque<Way>> waiting = new HashMap<>();
    for (Way way : ways) {
      remember(way);
      join(way, way.list == lists.getFirst(), waiting);
    }
  }

  /** Finds the other direction among those seen before. */
  private void join(Way way, boolean onward, Map<Long, Deque<Way>> waiting) {
    long there = pair(way.from(), way.to());
    long back = pair(way.to(), way.from());
    // between two populations both directions are looked up by how the first list has them
    long own = within || onward ? there : back;
    Deque<Way> met = waiting.getOrDefault(within ? back : own, new ArrayDeque<>());
    boolean returns = !met.isEmpty() && (within ? there != back : met.getFirst().list != way.list);
    if (returns) {
      way.back = met.removeFirst();
      way.back.back = way;
    } else {
      waiting.computeIfAbsent(own, _ -> new ArrayDeque<>()).add(way);
    }
  }

  private static long pair(int from, int to) {
    return ((long) from << Integer.SIZE) | to;
  }

  /**
   * Shuffles.
   *
   * @param tries exchanges tried for each synapse
   */
  void shuffle(int tries) {
    for (long n = 0; n < (long) tries * ways.size(); n++) {
      Way one = ways.get(draws.below(ways.size()));
      Way two = ways.get(draws.below(ways.size()));
      if (one.list == two.list && one.alone() == two.alone() && free(one, two)) {
        exchange(one, two);
      }
    }
  }

  /** Whether targets can change places: no pair comes twice, and none joins a neuron to itself. */
  private boolean free(Way one, Way two) {
    if (one.from() == two.from() || one.to() == two.to()) {
      return false;
    }
    if (within && (one.from() == two.to() || two.from() == one.to())) {
      return false;
    }
    Set<Long> joined = pairs(one);
    Set<Long> back = pairs(one.back);
    boolean taken =
        joined.contains(pair(one.from(), two.to())) || joined.contains(pair(two.from(), one.to()));
    boolean takenBack =
        (within || !one.alone())
            && (back.contains(pair(two.to(), one.from()))
                || back.contains(pair(one.to(), two.from())));
    return !taken && !takenBack;
  }

  private Set<Long> pairs(Way way) {
    return Objects.requireNonNull(pairs.get(way.list));
  }

  private void remember(Way way) {
    pairs(way).add(pair(way.from(), way.to()));
  }

  private void forget(Way way) {
    pairs(way).remove(pair(way.from(), way.to()));
  }

  private void exchange(Way one, Way two) {
    List<Way> four = List.of(one, two, one.back, two.back);
    four.forEach(this::forget);
    int kept = one.to();
    one.list.post()[one.at] = two.to();
    two.list.post()[two.at] = kept;
    follow(one);
    follow(two);
    four.forEach(this::remember);
  }

  /** Lets the other direction end where this one begins. */
  private static void follow(Way way) {
    if (!way.alone()) {
      way.back.list.pre()[way.back.at] = way.to();
      way.back.list.post()[way.back.at] = way.from();
    }
  }
}
