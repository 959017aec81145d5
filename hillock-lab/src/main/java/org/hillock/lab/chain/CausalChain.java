package org.hillock.lab.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Synapses;

/**
 * How far a cause went in a network: what neurons did with it is held against what they did without
 * it, and every difference that a synapse can have brought is one synapse further than the
 * difference it came from.
 *
 * <p>An event is a spike that only one run has, a value that differs in a pass, or the moment from
 * which a value in time differs. A synapse with a weight other than 0 and delay d can have brought
 * what changed at t, if its source changed within the {@value #WINDOW_MS} ms up to t − d; between
 * passes it must be the pass itself.
 */
public final class CausalChain {

  /** How long before a neuron changes what arrived counts as having brought that. */
  public static final double WINDOW_MS = 50;

  /** Rounding of sums of steps. */
  private static final double GRID = 1e-6;

  private static final double WITHIN_A_PASS = 0.5;
  private static final int UNEXPLAINED = -1;

  private CausalChain() {}

  /**
   * What came of a cause.
   *
   * @param longest the most synapses, one after the other, that the news can have come along
   * @param fewest synapses to the neuron that is farthest away from the cause by the shortest way
   * @param neurons that it could reach: all but the origins
   * @param reached neurons that did something else, origins not counted
   * @param unexplained of these, those to which no synapse can have brought it
   * @param lastAt when a neuron changed for the last time: ms, or number of the pass; 0 where none
   * @param within how many of the neurons reached lie within so many synapses, by the shortest way,
   *     from 0
   * @param from where the synapses that can have carried it begin: numbers of neurons, counted
   *     through all populations
   * @param to where these end
   */
  public record Reach(
      int longest,
      int fewest,
      int neurons,
      int reached,
      int unexplained,
      double lastAt,
      List<Integer> within,
      int[] from,
      int[] to) {
    public Reach {
      within = List.copyOf(within);
    }

    /** Share of the neurons that did something else. */
    public double breadth() {
      return neurons == 0 ? 0 : (double) reached / neurons;
    }
  }

  /**
   * Follows a cause.
   *
   * @param without what was done without it
   * @param with what was done with it
   * @param wiring of each projection
   * @param origins numbers of the neurons that it acts on directly, counted through all populations
   * @param stepMs delay of a projection that states none
   */
  public static Reach of(
      Doings without,
      Doings with,
      Network network,
      Function<Projection, Synapses> wiring,
      Set<Integer> origins,
      double stepMs) {
    return new Search(without, with, network, origins, stepMs).run(wiring);
  }

  /** Numbers of all neurons of some populations, counted through all populations. */
  public static Set<Integer> numbers(Network network, Set<String> populations) {
    Set<Integer> all = new java.util.HashSet<>();
    int first = 0;
    for (var p : network.populations().values()) {
      if (populations.contains(p.name())) {
        IntStream.range(first, first + p.size()).forEach(all::add);
      }
      first += p.size();
    }
    return all;
  }

  /** The number of a population's first neuron, counted through all populations. */
  public static int first(Network network, String population) {
    int first = 0;
    for (var p : network.populations().values()) {
      if (p.name().equals(population)) {
        return first;
      }
      first += p.size();
    }
    throw new IllegalArgumentException("no population '" + population + "'");
  }

  /** One cause followed. */
  private static final class Search {
    private final Network network;
    private final Set<Integer> origins;
    private final boolean timed;
    private final double stepMs;
    private final double[][] events;
    private final int[][] most;
    private final int[][] least;

    Search(Doings without, Doings with, Network network, Set<Integer> origins, double stepMs) {
      this.network = network;
      this.origins = origins;
      this.stepMs = stepMs;
      timed = with.timed();
      List<double[]> all = new ArrayList<>();
      for (String population : network.populations().keySet()) {
        all.addAll(Arrays.asList(with.otherThan(without, population)));
      }
      events = all.toArray(double[][]::new);
      most = new int[events.length][];
      least = new int[events.length][];
      for (int n = 0; n < events.length; n++) {
        most[n] = new int[events[n].length];
        least[n] = new int[events[n].length];
      }
    }

    Reach run(Function<Projection, Synapses> wiring) {
      Incoming incoming = incoming(wiring);
      boolean[] used = new boolean[incoming.count()];
      for (int[] event : inOrder()) {
        explain(event[0], event[1], incoming, used);
      }
      return reach(incoming, used);
    }

    /** Synapses between neurons that changed. */
    private Incoming incoming(Function<Projection, Synapses> wiring) {
      Incoming incoming = new Incoming(events.length);
      for (Projection p : network.projections().values()) {
        int from = first(network, p.from());
        int to = first(network, p.to());
        Synapses all = wiring.apply(p);
        for (int k = 0; k < all.count(); k++) {
          int pre = from + all.pre()[k];
          int post = to + all.post()[k];
          boolean both = events[pre].length > 0 && events[post].length > 0;
          if (both && all.weight()[k] != 0 && !origins.contains(post)) {
            incoming.add(pre, post, delay(p, all.delayMs()[k]));
          }
        }
      }
      incoming.close();
      return incoming;
    }

    private double delay(Projection p, double ms) {
      if (!timed) {
        return p.passes();
      }
      return ms > 0 ? ms : stepMs;
    }

    /** All events by time; within a pass, sources before their targets. */
    private List<int[]> inOrder() {
      int[] rank = timed ? new int[events.length] : new PassOrder(network).ranks();
      List<int[]> all = new ArrayList<>();
      for (int n = 0; n < events.length; n++) {
        for (int k = 0; k < events[n].length; k++) {
          all.add(new int[] {n, k});
        }
      }
      all.sort(
          java.util.Comparator.comparingDouble((int[] e) -> events[e[0]][e[1]])
              .thenComparingInt(e -> rank[e[0]]));
      return all;
    }

    private void explain(int neuron, int k, Incoming incoming, boolean[] used) {
      if (origins.contains(neuron)) {
        return;
      }
      double at = events[neuron][k];
      int longest = UNEXPLAINED;
      int shortest = Integer.MAX_VALUE;
      for (int s = incoming.begin(neuron); s < incoming.begin(neuron + 1); s++) {
        int pre = incoming.pre(s);
        double latest = at - incoming.delay(s) + GRID;
        double earliest = at - incoming.delay(s) - (timed ? WINDOW_MS : WITHIN_A_PASS);
        for (int e = last(events[pre], latest); e >= 0 && events[pre][e] > earliest; e--) {
          if (most[pre][e] != UNEXPLAINED) {
            longest = Math.max(longest, most[pre][e] + 1);
            shortest = Math.min(shortest, least[pre][e] + 1);
            used[s] = true;
          }
        }
      }
      most[neuron][k] = longest;
      least[neuron][k] = shortest;
    }

    /** The last event at a time or before it; -1 where there is none. */
    private static int last(double[] times, double at) {
      int k = Arrays.binarySearch(times, at);
      return k >= 0 ? k : -k - 2;
    }

    private Reach reach(Incoming incoming, boolean[] used) {
      int longest = 0;
      int reached = 0;
      int unexplained = 0;
      double lastAt = 0;
      List<Integer> nearest = new ArrayList<>();
      for (int n = 0; n < events.length; n++) {
        if (origins.contains(n) || events[n].length == 0) {
          continue;
        }
        reached++;
        lastAt = Math.max(lastAt, events[n][events[n].length - 1]);
        longest = Math.max(longest, Arrays.stream(most[n]).max().orElse(0));
        int near = Arrays.stream(least[n]).min().orElse(Integer.MAX_VALUE);
        if (near == Integer.MAX_VALUE) {
          unexplained++;
        } else {
          nearest.add(near);
        }
      }
      int fewest = nearest.stream().mapToInt(Integer::intValue).max().orElse(0);
      List<Integer> within = new ArrayList<>();
      for (int d = 0; d <= fewest; d++) {
        int steps = d;
        within.add((int) nearest.stream().filter(x -> x <= steps).count());
      }
      int[] carried = IntStream.range(0, used.length).filter(s -> used[s]).toArray();
      return new Reach(
          longest,
          fewest,
          events.length - origins.size(),
          reached,
          unexplained,
          lastAt,
          within,
          Arrays.stream(carried).map(incoming::pre).toArray(),
          Arrays.stream(carried).map(incoming::post).toArray());
    }
  }
}
