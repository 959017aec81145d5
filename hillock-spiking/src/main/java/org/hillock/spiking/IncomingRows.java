package org.hillock.spiking;

/**
 * The synapses of a projection by target, for sums that are computed anew when one of their terms
 * changes: in the order of the source neurons, then of delays, then of the projection.
 *
 * @param start first synapse of each target, and one end more
 * @param bundle of {@link SynapseRows} that each synapse belongs to
 * @param weight of each
 */
record IncomingRows(int[] start, int[] bundle, double[] weight) {

  static IncomingRows of(SynapseRows rows, int targets) {
    int[] next = new int[targets + 1];
    for (int post : rows.post()) {
      next[post + 1]++;
    }
    for (int i = 0; i < targets; i++) {
      next[i + 1] += next[i];
    }
    int[] start = next.clone();
    int[] bundle = new int[rows.synapses()];
    double[] weight = new double[rows.synapses()];
    for (int b = 0; b < rows.bundles(); b++) {
      for (int k = rows.synapseStart()[b]; k < rows.synapseStart()[b + 1]; k++) {
        int at = next[rows.post()[k]]++;
        bundle[at] = b;
        weight[at] = rows.weight()[k];
      }
    }
    return new IncomingRows(start, bundle, weight);
  }

  /** Σ w·a over the synapses of a target; {@code value} holds a of each bundle. */
  double sum(int target, double[] value) {
    double sum = 0;
    for (int k = start[target]; k < start[target + 1]; k++) {
      sum += weight[k] * value[bundle[k]];
    }
    return sum;
  }

  /** The part of {@link #sum} whose weights are below 0, or the part whose weights are not. */
  double sumOfSign(int target, double[] value, boolean below0) {
    double sum = 0;
    for (int k = start[target]; k < start[target + 1]; k++) {
      if (weight[k] < 0 == below0) {
        sum += weight[k] * value[bundle[k]];
      }
    }
    return sum;
  }
}
