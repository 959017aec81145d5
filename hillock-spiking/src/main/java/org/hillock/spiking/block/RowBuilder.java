package org.hillock.spiking.block;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.FailureException;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.SynapseValues;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.lowered.TimeGrid;

/**
 * Builds the rows from one population into one block: draws the ends of their synapses, counts
 * those of each source, puts weights and delays in their place, and sorts each row by delay.
 */
final class RowBuilder {

  private static final int MOST_SYNAPSES = Integer.MAX_VALUE - 8;

  private final Network network;
  private final TimeGrid grid;
  private final Map<String, BlockLayout.Part> targets;
  private final Map<String, Double> quantum;
  private final Function<Projection, Ports> ports;
  private final boolean single;

  /**
   * For one block.
   *
   * @param targets its parts, by population
   * @param quantum of the weights onto each population
   * @param ports that the synapses of a projection end at
   */
  RowBuilder(
      Network network,
      TimeGrid grid,
      Map<String, BlockLayout.Part> targets,
      Map<String, Double> quantum,
      Function<Projection, Ports> ports,
      boolean single) {
    this.network = network;
    this.grid = grid;
    this.targets = targets;
    this.quantum = quantum;
    this.ports = ports;
    this.single = single;
  }

  /**
   * Builds rows.
   *
   * @param projections from one population
   * @param sources neurons in it
   */
  Rows build(List<Projection> projections, int sources, WeightPlan plan) {
    List<Collected> drawn = projections.stream().map(this::draw).toList();
    int[] start = rowStarts(drawn, sources);
    int count = start[sources];
    char[] target = new char[count];
    WeightStore weights = new WeightStore(plan, single, count);
    int delay = Delays.common(network, grid, projections);
    int[] delays = new int[delay > 0 ? 0 : count];
    int[] next = start.clone();
    for (int p = 0; p < drawn.size(); p++) {
      fill(projections.get(p), drawn.get(p), next, target, weights, delays);
    }
    if (delay > 0 && plan.kind() == WeightPlan.Kind.SHORTS) {
      int[] stream = new int[count];
      for (int k = 0; k < count; k++) {
        stream[k] = PackedRows.synapse(weights.stored(k), 0, 0, target[k]);
      }
      return new PackedRows(start, stream, null, delay, 0, plan.unit());
    }
    if (delay > 0) {
      return oneGroupEach(start, delay, target, weights.weights());
    }
    RowSorter sorter =
        new RowSorter(start, delays, target, weights, longestRow(start), plan, single);
    return sorter.sort();
  }

  private Collected draw(Projection p) {
    BlockLayout.Part part = part(p);
    long all = SynapseCount.synapses(network, p);
    Collected drawn = new Collected(all * part.count() / network.population(p.to()).size());
    Wiring.visit(network, p, part.start(), part.end(), drawn);
    return drawn;
  }

  private static int[] rowStarts(List<Collected> drawn, int sources) {
    int[] start = new int[sources + 1];
    long total = 0;
    for (Collected some : drawn) {
      for (int k = 0; k < some.size(); k++) {
        start[some.pre(k) + 1]++;
      }
      total += some.size();
    }
    if (total > MOST_SYNAPSES) {
      throw new FailureException(
          total
              + " synapses from one population are more than one block holds; run on more threads");
    }
    for (int i = 0; i < sources; i++) {
      start[i + 1] += start[i];
    }
    return start;
  }

  private void fill(
      Projection p, Collected drawn, int[] next, char[] target, WeightStore store, int[] delays) {
    BlockLayout.Part part = part(p);
    SynapseValues weights = Wiring.weights(network, p);
    double unit = quantum(p);
    Ports port = ports.apply(p);
    double one = weights.same() ? weights.at(0) : 0;
    int sameDelay = delay(p);
    SynapseValues delaysMs =
        delays.length > 0 && sameDelay == 0 ? Wiring.delaysMs(network, p).orElseThrow() : null;
    for (int k = 0; k < drawn.size(); k++) {
      int at = next[drawn.pre(k)]++;
      double weight = weights.same() ? one : weights.at(drawn.number(k));
      target[at] = (char) part.cell(port.at(weight), drawn.post(k));
      store.put(at, weight / unit, unit);
      if (delaysMs != null) {
        delays[at] = grid.drawnDelay(Delays.path(p), delaysMs.at(drawn.number(k)));
      } else if (delays.length > 0) {
        delays[at] = sameDelay;
      }
    }
  }

  private int delay(Projection p) {
    return Delays.constant(network, grid, p);
  }

  private static int longestRow(int[] start) {
    int longest = 0;
    for (int i = 1; i < start.length; i++) {
      longest = Math.max(longest, start[i] - start[i - 1]);
    }
    return longest;
  }

  private static Rows oneGroupEach(int[] start, int delay, char[] target, Weights weights) {
    int sources = start.length - 1;
    int[] groupStart = new int[sources + 1];
    int groups = 0;
    for (int i = 0; i < sources; i++) {
      groups += start[i + 1] > start[i] ? 1 : 0;
      groupStart[i + 1] = groups;
    }
    int[] synapseStart = new int[groups + 1];
    int[] delays = new int[groups];
    Arrays.fill(delays, delay);
    for (int i = 0; i < sources; i++) {
      synapseStart[groupStart[i + 1]] = start[i + 1];
    }
    return new GroupedRows(groupStart, synapseStart, delays, target, weights, delay);
  }

  private BlockLayout.Part part(Projection p) {
    return Objects.requireNonNull(targets.get(p.to()));
  }

  private double quantum(Projection p) {
    return quantum.getOrDefault(p.to(), 1.0);
  }
}
