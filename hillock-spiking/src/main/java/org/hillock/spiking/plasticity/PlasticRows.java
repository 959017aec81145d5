package org.hillock.spiking.plasticity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hillock.core.wiring.Synapses;

/**
 * Synapses of one projection and one delay that end in a part of its target, by source and from
 * there in the order of the projection. Where every source reaches every target of the part, in
 * order, nothing more is kept; elsewhere the target of each synapse, and the way back from a target
 * to its synapses.
 *
 * @param delay in steps
 * @param sources neurons of the source population
 * @param targets neurons of the part
 * @param start by source, its first synapse, and one end more; empty where dense
 * @param target by synapse, counted within the part; empty where dense
 * @param backStart by target, the first of its synapses in {@code back}; empty where dense
 * @param back synapses by target, ascending
 * @param backSource the source of each of these
 */
record PlasticRows(
    int delay,
    int sources,
    int targets,
    int[] start,
    int[] target,
    int[] backStart,
    int[] back,
    int[] backSource) {

  boolean dense() {
    return start.length == 0;
  }

  int synapses() {
    return dense() ? sources * targets : target.length;
  }

  int rowStart(int source) {
    return dense() ? source * targets : start[source];
  }

  int rowEnd(int source) {
    return dense() ? (source + 1) * targets : start[source + 1];
  }

  /** The source of a synapse. */
  int source(int synapse) {
    if (dense()) {
      return synapse / targets;
    }
    int source = 0;
    while (start[source + 1] <= synapse) {
      source++;
    }
    return source;
  }

  /** The target of a synapse, counted within the part. */
  int targetOf(int synapse) {
    return dense() ? synapse % targets : target[synapse];
  }

  /** Synapses of the target with the most. */
  int longestColumn() {
    int longest = dense() ? sources : 0;
    for (int j = 0; j + 1 < backStart.length; j++) {
      longest = Math.max(longest, backStart[j + 1] - backStart[j]);
    }
    return longest;
  }

  /** Synapses of the source with the most. */
  int longestRow() {
    int longest = dense() ? targets : 0;
    for (int i = 0; i + 1 < start.length; i++) {
      longest = Math.max(longest, start[i + 1] - start[i]);
    }
    return longest;
  }

  /** Where each synapse of the projection went: to rows of its delay, at a place. */
  interface Placed {
    /**
     * One synapse.
     *
     * @param number in the order of the projection
     * @param rows number of the rows, in the order of delays
     * @param place of the synapse in them
     */
    void at(int number, int rows, int place);
  }

  /**
   * Lays out the synapses that end in a part of the target.
   *
   * @param delays by synapse, in steps
   * @param first target of the part
   * @param end of the part
   * @param placed is told where each went
   * @return by delay, shortest first
   */
  static List<PlasticRows> of(
      Synapses synapses, int[] delays, int sources, int first, int end, Placed placed) {
    TreeMap<Integer, int[]> counts = new TreeMap<>();
    for (int k = 0; k < synapses.count(); k++) {
      int post = synapses.post()[k];
      if (post >= first && post < end) {
        counts.computeIfAbsent(delays[k], _ -> new int[sources + 1])[synapses.pre()[k] + 1]++;
      }
    }
    List<PlasticRows> all = new ArrayList<>();
    for (var entry : counts.entrySet()) {
      int[] start = entry.getValue();
      for (int i = 0; i < sources; i++) {
        start[i + 1] += start[i];
      }
      int[] next = start.clone();
      int[] target = new int[start[sources]];
      int number = all.size();
      for (int k = 0; k < synapses.count(); k++) {
        int post = synapses.post()[k];
        if (post >= first && post < end && delays[k] == entry.getKey()) {
          int place = next[synapses.pre()[k]]++;
          target[place] = post - first;
          placed.at(k, number, place);
        }
      }
      all.add(of(entry.getKey(), sources, end - first, start, target));
    }
    return all;
  }

  private static PlasticRows of(int delay, int sources, int targets, int[] start, int[] target) {
    if (isDense(sources, targets, target)) {
      int[] none = new int[0];
      return new PlasticRows(delay, sources, targets, none, none, none, none, none);
    }
    int[] backStart = new int[targets + 1];
    for (int j : target) {
      backStart[j + 1]++;
    }
    for (int j = 0; j < targets; j++) {
      backStart[j + 1] += backStart[j];
    }
    int[] next = backStart.clone();
    int[] back = new int[target.length];
    int[] backSource = new int[target.length];
    for (int i = 0; i < sources; i++) {
      for (int k = start[i]; k < start[i + 1]; k++) {
        int at = next[target[k]]++;
        back[at] = k;
        backSource[at] = i;
      }
    }
    return new PlasticRows(delay, sources, targets, start, target, backStart, back, backSource);
  }

  private static boolean isDense(int sources, int targets, int[] target) {
    if (target.length != (long) sources * targets) {
      return false;
    }
    for (int k = 0; k < target.length; k++) {
      if (target[k] != k % targets) {
        return false;
      }
    }
    return true;
  }
}
