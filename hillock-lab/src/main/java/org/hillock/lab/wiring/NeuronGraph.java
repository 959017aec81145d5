package org.hillock.lab.wiring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.random.Draws;
import org.hillock.core.wiring.Synapses;

/**
 * All neurons of a network, numbered through, and the synapses between them that weigh anything, on
 * packed arrays: edge k goes from {@code from[k]} to {@code to[k]}. The arrays are not copied;
 * treat them as read-only.
 *
 * @param neurons how many
 * @param weight of each edge, not 0
 * @param group projection that each edge is of, by its number
 */
public record NeuronGraph(int neurons, int[] from, int[] to, double[] weight, int[] group) {

  /** Exchanges that are tried for each edge. */
  private static final int TRIES = 10;

  /**
   * The graph of a network.
   *
   * @param wiring gives the synapses of a projection
   */
  public static NeuronGraph of(Network network, Function<Projection, Synapses> wiring) {
    Map<String, Integer> offset = new LinkedHashMap<>();
    int neurons = 0;
    for (Population p : network.populations().values()) {
      offset.put(p.name(), neurons);
      neurons += p.size();
    }
    long most = 0;
    for (Projection p : network.projections().values()) {
      most += wiring.apply(p).count();
    }
    int[] from = new int[Math.toIntExact(most)];
    int[] to = new int[from.length];
    double[] weight = new double[from.length];
    int[] group = new int[from.length];
    int count = 0;
    int number = 0;
    for (Projection p : network.projections().values()) {
      Synapses wires = wiring.apply(p);
      int before = offset.getOrDefault(p.from(), 0);
      int behind = offset.getOrDefault(p.to(), 0);
      for (int k = 0; k < wires.count(); k++) {
        if (wires.weight()[k] != 0) {
          from[count] = before + wires.pre()[k];
          to[count] = behind + wires.post()[k];
          weight[count] = wires.weight()[k];
          group[count++] = number;
        }
      }
      number++;
    }
    return new NeuronGraph(
        neurons,
        Arrays.copyOf(from, count),
        Arrays.copyOf(to, count),
        Arrays.copyOf(weight, count),
        Arrays.copyOf(group, count));
  }

  /** How many edges. */
  public int edges() {
    return from.length;
  }

  /** These neurons alone, numbered anew in this order, and the edges between them. */
  public NeuronGraph among(int[] some) {
    int[] number = new int[neurons];
    Arrays.fill(number, -1);
    for (int i = 0; i < some.length; i++) {
      number[some[i]] = i;
    }
    int[] kept =
        IntStream.range(0, edges())
            .filter(k -> number[from[k]] >= 0 && number[to[k]] >= 0)
            .toArray();
    return new NeuronGraph(
        some.length,
        IntStream.of(kept).map(k -> number[from[k]]).toArray(),
        IntStream.of(kept).map(k -> number[to[k]]).toArray(),
        IntStream.of(kept).mapToDouble(k -> weight[k]).toArray(),
        IntStream.of(kept).map(k -> group[k]).toArray());
  }

  /** Where the edges of each neuron begin in {@link #targets}, and where the last ends. */
  int[] rows() {
    int[] row = new int[neurons + 1];
    for (int source : from) {
      row[source + 1]++;
    }
    for (int n = 0; n < neurons; n++) {
      row[n + 1] += row[n];
    }
    return row;
  }

  /** Targets of the edges, grouped by source. */
  int[] targets(int[] row) {
    int[] next = row.clone();
    int[] target = new int[edges()];
    for (int k = 0; k < edges(); k++) {
      target[next[from[k]]++] = to[k];
    }
    return target;
  }

  /**
   * The same neurons with edges drawn anew: two edges of one projection and one sign exchange their
   * targets, many times over (Maslov and Sneppen 2002, doi 10.1126/science.1065103), so that every
   * neuron sends and receives as many of each kind as before. Where that is not possible because
   * all pairs are joined, they exchange their weights.
   */
  public NeuronGraph shuffled(Draws draws) {
    int[] newTo = to.clone();
    double[] newWeight = weight.clone();
    EdgeSet pairs = new EdgeSet(edges());
    for (int k = 0; k < edges(); k++) {
      pairs.add(pair(from[k], to[k]));
    }
    int[] begins = groupBegins();
    for (int g = 0; g + 1 < begins.length; g++) {
      int size = begins[g + 1] - begins[g];
      for (long n = 0; size > 1 && n < (long) TRIES * size; n++) {
        int i = begins[g] + draws.below(size);
        int k = begins[g] + draws.below(size);
        exchange(i, k, newTo, newWeight, pairs);
      }
    }
    return new NeuronGraph(neurons, from, newTo, newWeight, group);
  }

  private void exchange(int i, int k, int[] newTo, double[] newWeight, EdgeSet pairs) {
    boolean sameSign = newWeight[i] > 0 == newWeight[k] > 0;
    if (!sameSign || from[i] == from[k] || newTo[i] == newTo[k]) {
      if (sameSign && from[i] == from[k]) {
        double kept = newWeight[i];
        newWeight[i] = newWeight[k];
        newWeight[k] = kept;
      }
      return;
    }
    long ik = pair(from[i], newTo[k]);
    long ki = pair(from[k], newTo[i]);
    boolean onto = (from[i] == newTo[k]) != (from[k] == newTo[i]);
    if (onto || pairs.holds(ik) || pairs.holds(ki)) {
      return;
    }
    pairs.remove(pair(from[i], newTo[i]));
    pairs.remove(pair(from[k], newTo[k]));
    pairs.add(ik);
    pairs.add(ki);
    int kept = newTo[i];
    newTo[i] = newTo[k];
    newTo[k] = kept;
  }

  /** Edges of a group lie side by side. */
  private int[] groupBegins() {
    int[] begins = new int[edges() + 1];
    int count = 0;
    for (int k = 0; k < edges(); k++) {
      if (k == 0 || group[k] != group[k - 1]) {
        begins[count++] = k;
      }
    }
    begins[count] = edges();
    return Arrays.copyOf(begins, count + 1);
  }

  private static long pair(int source, int target) {
    return (long) source << 32 | target;
  }
}
