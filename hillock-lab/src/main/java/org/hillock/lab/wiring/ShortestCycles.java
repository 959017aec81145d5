package org.hillock.lab.wiring;

import java.util.Arrays;
import org.hillock.core.random.Draws;

/** How many synapses it takes at least for a neuron's signal to come back to it. */
public final class ShortestCycles {

  private ShortestCycles() {}

  /**
   * Lengths of the shortest cycles through neurons, by breadth-first search from each; 1 is a
   * synapse onto itself, 0 stands where there is none.
   *
   * @param neurons which; stops before the next one when so many edges have been gone through
   * @param mostEdges that are gone through
   * @return one length for each neuron that was done, in order
   */
  public static int[] through(NeuronGraph graph, int[] neurons, long mostEdges) {
    int[] row = graph.rows();
    int[] target = graph.targets(row);
    int[] seen = new int[graph.neurons()];
    int[] queue = new int[graph.neurons()];
    int[] depth = new int[graph.neurons()];
    int[] found = new int[neurons.length];
    long gone = 0;
    for (int i = 0; i < neurons.length; i++) {
      if (gone > mostEdges) {
        return Arrays.copyOf(found, i);
      }
      int start = neurons[i];
      int head = 0;
      int tail = 0;
      queue[tail++] = start;
      depth[start] = 0;
      while (head < tail && found[i] == 0) {
        int n = queue[head++];
        for (int k = row[n]; k < row[n + 1]; k++) {
          int next = target[k];
          gone++;
          if (next == start) {
            found[i] = depth[n] + 1;
            break;
          }
          if (seen[next] != i + 1) {
            seen[next] = i + 1;
            depth[next] = depth[n] + 1;
            queue[tail++] = next;
          }
        }
      }
    }
    return found;
  }

  /** So many neurons, drawn without choosing one twice, or all; in order of their numbers. */
  public static int[] some(int neurons, int most, Draws draws) {
    int[] all = java.util.stream.IntStream.range(0, neurons).toArray();
    if (neurons <= most) {
      return all;
    }
    draws.shuffle(all);
    int[] some = Arrays.copyOf(all, most);
    Arrays.sort(some);
    return some;
  }

  /** The median of those that there are; 0 where there are none. */
  public static double median(int[] lengths) {
    int[] there = Arrays.stream(lengths).filter(n -> n > 0).sorted().toArray();
    int half = there.length / 2;
    return there.length == 0
        ? 0
        : there.length % 2 == 1 ? there[half] : (there[half - 1] + there[half]) / 2.0;
  }

  /** The share of neurons with a cycle. */
  public static double share(int[] lengths) {
    return lengths.length == 0
        ? 0
        : (double) Arrays.stream(lengths).filter(n -> n > 0).count() / lengths.length;
  }
}
