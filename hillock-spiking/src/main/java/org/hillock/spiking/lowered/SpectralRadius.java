package org.hillock.spiking.lowered;

/** The largest magnitude of an eigenvalue of a matrix. */
final class SpectralRadius {

  /** Squarings of the matrix: enough for its largest eigenvalue to stand out. */
  private static final int SQUARINGS = 7;

  private SpectralRadius() {}

  /** |J^(2^k)|^(1/2^k); 0 where the matrix is 0 or holds what is no number. */
  static double of(double[][] j) {
    double[][] power = j;
    double log = 0;
    double share = 1;
    for (int s = 0; s <= SQUARINGS; s++) {
      double norm = 0;
      for (double[] row : power) {
        double sum = 0;
        for (double x : row) {
          sum += Math.abs(x);
        }
        norm = Math.max(norm, sum);
      }
      if (!(norm > 0) || !Double.isFinite(norm)) {
        return 0;
      }
      log += share * Math.log(norm);
      share /= 2;
      power = squared(power, norm);
    }
    return Math.exp(log);
  }

  private static double[][] squared(double[][] m, double norm) {
    int n = m.length;
    double[][] square = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          square[i][j] += m[i][k] / norm * (m[k][j] / norm);
        }
      }
    }
    return square;
  }
}
