package org.hillock.spiking.block;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.FailureException;
import org.hillock.core.wiring.SynapseValues;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.lowered.TimeGrid;

/**
 * Builds the rows from one population into one block: counts the synapses of each source, draws
 * them again straight into their place, and sorts each row by delay.
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
    int[] start = rowStarts(projections, sources);
    int count = start[sources];
    char[] target = new char[count];
    WeightStore weights = new WeightStore(plan, single, count);
    int delay = commonDelay(projections);
    int[] delays = new int[delay > 0 ? 0 : count];
    int[] next = start.clone();
    for (Projection p : projections) {
      fill(p, next, target, weights, delays);
    }
    if (delay > 0) {
      return oneGroupEach(start, delay, target, weights.weights());
    }
    RowSorter sorter =
        new RowSorter(start, delays, target, weights, longestRow(start), plan, single);
    return sorter.sort();
  }

  private int[] rowStarts(List<Projection> projections, int sources) {
    int[] start = new int[sources + 1];
    long[] total = new long[1];
    for (Projection p : projections) {
      BlockLayout.Part part = part(p);
      Wiring.visit(
          network,
          p,
          part.start(),
          part.end(),
          (k, pre, post) -> {
            start[pre + 1]++;
            total[0]++;
          });
    }
    if (total[0] > MOST_SYNAPSES) {
      throw new FailureException(
          total[0]
              + " synapses from one population are more than one block holds; run on more threads");
    }
    for (int i = 0; i < sources; i++) {
      start[i + 1] += start[i];
    }
    return start;
  }

  private void fill(Projection p, int[] next, char[] target, WeightStore store, int[] delays) {
    BlockLayout.Part part = part(p);
    SynapseValues weights = Wiring.weights(network, p);
    double unit = quantum(p);
    Ports port = ports.apply(p);
    boolean stated = p.delays().isEmpty() || delays.length == 0;
    SynapseValues delaysMs = stated ? null : Wiring.delaysMs(network, p).orElseThrow();
    boolean sameDelay = delaysMs == null || delaysMs.same();
    int delay = sameDelay ? delay(p) : 0;
    double one = weights.same() ? weights.at(0) : 0;
    Wiring.visit(
        network,
        p,
        part.start(),
        part.end(),
        (k, pre, post) -> {
          int at = next[pre]++;
          double weight = weights.same() ? one : weights.at(k);
          target[at] = (char) part.cell(port.at(weight), post);
          store.put(at, weight / unit, unit);
          if (delays.length > 0) {
            delays[at] =
                sameDelay || delaysMs == null
                    ? delay
                    : grid.drawnDelay("projections." + p.name() + ".delay", delaysMs.at(k));
          }
        });
  }

  private int delay(Projection p) {
    return Delays.constant(network, grid, p);
  }

  /** The delay of all projections; 0 where there is no such. */
  private int commonDelay(List<Projection> projections) {
    int common = 1;
    boolean first = true;
    for (Projection p : projections) {
      int one = delay(p);
      if (one == 0 || !first && one != common) {
        return 0;
      }
      common = one;
      first = false;
    }
    return common;
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
