package org.hillock.spiking.block;

/** The weights of rows of synapses, as few bits as do, and how they are added to cells. */
sealed interface Weights {

  /** Adds the weights of some synapses to their cells in a row. */
  void scatter(char[] target, int from, int to, Cells cells, int row);

  /** What synapse {@code k} adds, in quanta or in the unit of weights. */
  double at(int k);

  /** All the same, in quanta. */
  record OneInt(int weight) implements Weights {
    @Override
    public void scatter(char[] target, int from, int to, Cells cells, int row) {
      Bins bins = cells.bins;
      if (bins == null) {
        int[] sums = cells.ints;
        int base = row * cells.width();
        for (int k = from; k < to; k++) {
          sums[base + target[k]] += weight;
        }
      } else {
        for (int k = from; k < to; k++) {
          bins.add(row, target[k], weight);
        }
      }
    }

    @Override
    public double at(int k) {
      return weight;
    }
  }

  /** Each its own, in quanta. */
  record Ints(int[] weight) implements Weights {
    @Override
    public void scatter(char[] target, int from, int to, Cells cells, int row) {
      Bins bins = cells.bins;
      if (bins == null) {
        int[] sums = cells.ints;
        int base = row * cells.width();
        for (int k = from; k < to; k++) {
          sums[base + target[k]] += weight[k];
        }
      } else {
        for (int k = from; k < to; k++) {
          bins.add(row, target[k], weight[k]);
        }
      }
    }

    @Override
    public double at(int k) {
      return weight[k];
    }
  }

  /** All the same, for cells in double precision. */
  record OneDouble(double weight) implements Weights {
    @Override
    public void scatter(char[] target, int from, int to, Cells cells, int row) {
      double[] sums = cells.doubles;
      int base = row * cells.width();
      for (int k = from; k < to; k++) {
        sums[base + target[k]] += weight;
      }
    }

    @Override
    public double at(int k) {
      return weight;
    }
  }

  /** Each its own, for cells in double precision. */
  record Doubles(double[] weight) implements Weights {
    @Override
    public void scatter(char[] target, int from, int to, Cells cells, int row) {
      double[] sums = cells.doubles;
      int base = row * cells.width();
      for (int k = from; k < to; k++) {
        sums[base + target[k]] += weight[k];
      }
    }

    @Override
    public double at(int k) {
      return weight[k];
    }
  }
}
