package org.hillock.lab.summation;

/**
 * Makes inputs of mean 0 and spread 1, so that one ridge fits synapses that are busy and ones that
 * are not.
 *
 * @param mean by synapse
 * @param spread by synapse, 1 where an input never changes
 */
@SuppressWarnings("ArrayRecordComponent") // inside this package only
record Standard(double[] mean, double[] spread) {

  static Standard of(Observations seen) {
    int n = seen.synapses();
    double[] mean = new double[n];
    double[] spread = new double[n];
    for (double[] row : seen.inputs()) {
      for (int k = 0; k < n; k++) {
        mean[k] += row[k] / seen.rows();
      }
    }
    for (double[] row : seen.inputs()) {
      for (int k = 0; k < n; k++) {
        spread[k] += (row[k] - mean[k]) * (row[k] - mean[k]) / seen.rows();
      }
    }
    for (int k = 0; k < n; k++) {
      spread[k] = spread[k] > 0 ? Math.sqrt(spread[k]) : 1;
    }
    return new Standard(mean, spread);
  }

  double[] of(double[] row) {
    double[] x = new double[row.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = (row[k] - mean[k]) / spread[k];
    }
    return x;
  }

  double[][] all(Observations seen) {
    double[][] x = new double[seen.rows()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = of(seen.inputs()[i]);
    }
    return x;
  }
}
