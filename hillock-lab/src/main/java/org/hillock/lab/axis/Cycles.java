package org.hillock.lab.axis;

import java.util.Arrays;

/**
 * Strongly connected components of a graph of neurons (Tarjan 1972, doi 10.1137/0201010), without
 * recursion, on packed arrays: O(neurons + synapses) time and memory, so that a whole connectome
 * passes.
 */
public final class Cycles {

  private Cycles() {}

  /** Growing list of directed edges. */
  public static final class Edges {
    private final int neurons;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int count;

    /** None as yet. */
    public Edges(int neurons) {
      this.neurons = neurons;
    }

    /** One more. */
    public void add(int source, int target) {
      if (count == from.length) {
        from = Arrays.copyOf(from, Math.multiplyExact(count, 2));
        to = Arrays.copyOf(to, from.length);
      }
      from[count] = source;
      to[count] = target;
      count++;
    }

    /** Targets grouped by source: those of neuron n lie in row[n]..row[n+1]-1. */
    private int[] rows() {
      int[] row = new int[neurons + 1];
      for (int k = 0; k < count; k++) {
        row[from[k] + 1]++;
      }
      for (int n = 0; n < neurons; n++) {
        row[n + 1] += row[n];
      }
      return row;
    }

    private int[] targets(int[] row) {
      int[] next = row.clone();
      int[] target = new int[count];
      for (int k = 0; k < count; k++) {
        target[next[from[k]]++] = to[k];
      }
      return target;
    }
  }

  /** How many neurons lie on a cycle, a synapse onto oneself included. */
  public static int neuronsOnCycles(Edges edges) {
    int[] row = edges.rows();
    int[] target = edges.targets(row);
    return new Search(edges.neurons, row, target).run();
  }

  /** One depth-first search with its own stack. */
  private static final class Search {
    private final int neurons;
    private final int[] row;
    private final int[] target;
    private final int[] order;
    private final int[] low;
    private final int[] at;
    private final int[] open;
    private final boolean[] isOpen;
    private int opened;
    private int visited;
    private int onCycle;

    Search(int neurons, int[] row, int[] target) {
      this.neurons = neurons;
      this.row = row;
      this.target = target;
      order = new int[neurons];
      low = new int[neurons];
      at = row.clone();
      open = new int[neurons];
      isOpen = new boolean[neurons];
    }

    int run() {
      int[] path = new int[neurons];
      for (int root = 0; root < neurons; root++) {
        if (order[root] == 0) {
          visit(root, path);
        }
      }
      return onCycle;
    }

    private void visit(int root, int[] path) {
      int depth = 0;
      path[0] = root;
      enter(root);
      while (depth >= 0) {
        int n = path[depth];
        if (at[n] < row[n + 1]) {
          int next = target[at[n]++];
          if (order[next] == 0) {
            path[++depth] = next;
            enter(next);
          } else if (isOpen[next]) {
            low[n] = Math.min(low[n], order[next]);
          }
        } else {
          if (low[n] == order[n]) {
            close(n);
          }
          depth--;
          if (depth >= 0) {
            low[path[depth]] = Math.min(low[path[depth]], low[n]);
          }
        }
      }
    }

    private void enter(int n) {
      order[n] = ++visited;
      low[n] = visited;
      open[opened++] = n;
      isOpen[n] = true;
    }

    /** Takes a finished component from the stack; a lone neuron counts if it reaches itself. */
    private void close(int n) {
      int size = 0;
      int last;
      do {
        last = open[--opened];
        isOpen[last] = false;
        size++;
      } while (last != n);
      if (size > 1 || reachesItself(n)) {
        onCycle += size;
      }
    }

    private boolean reachesItself(int n) {
      for (int k = row[n]; k < row[n + 1]; k++) {
        if (target[k] == n) {
          return true;
        }
      }
      return false;
    }
  }
}
