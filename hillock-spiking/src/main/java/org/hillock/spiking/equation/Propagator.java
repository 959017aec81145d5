package org.hillock.spiking.equation;

import java.util.Arrays;

/**
 * What a step of {@code stepMs} does to linear equations dx/dt = A x + C s + b + g·xi, exactly: x ←
 * P x + Q s + q + L·n with independent standard normal n (Van Loan 1978, doi
 * 10.1109/TAC.1978.1101743).
 *
 * @param p by row and column; likewise {@code q}, whose last column multiplies 1
 * @param noise the lower triangle L
 */
record Propagator(double[][] p, double[][] q, double[][] noise) {

  static Propagator of(double[][] a, double[][] c, double[] b, double[] g, double stepMs) {
    int n = a.length;
    int symbols = n == 0 ? 0 : c[0].length;
    int width = n + symbols + 1;
    double[][] augmented = new double[width][width];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        augmented[i][j] = a[i][j] * stepMs;
      }
      for (int j = 0; j < symbols; j++) {
        augmented[i][n + j] = c[i][j] * stepMs;
      }
      augmented[i][width - 1] = b[i] * stepMs;
    }
    double[][] e = MatrixExponential.of(augmented);
    double[][] p = new double[n][];
    double[][] q = new double[n][];
    for (int i = 0; i < n; i++) {
      p[i] = Arrays.copyOf(e[i], n);
      q[i] = Arrays.copyOfRange(e[i], n, width);
    }
    return new Propagator(p, q, cholesky(covariance(a, g, stepMs)));
  }

  /** ∫ exp(A s) g gᵀ exp(Aᵀ s) ds over the step. */
  private static double[][] covariance(double[][] a, double[] g, double stepMs) {
    int n = a.length;
    if (Arrays.stream(g).allMatch(x -> x == 0)) {
      return new double[n][n];
    }
    double[][] block = new double[2 * n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        block[i][j] = -a[i][j] * stepMs;
        block[i][n + j] = g[i] * g[j] * stepMs;
        block[n + i][n + j] = a[j][i] * stepMs;
      }
    }
    double[][] e = MatrixExponential.of(block);
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          covariance[i][j] += e[n + k][n + i] * e[k][n + j];
        }
      }
    }
    return covariance;
  }

  /** Of a positive semidefinite matrix: a column without variance of its own is 0. */
  private static double[][] cholesky(double[][] m) {
    int n = m.length;
    double[][] l = new double[n][n];
    for (int j = 0; j < n; j++) {
      double left = m[j][j];
      for (int k = 0; k < j; k++) {
        left -= l[j][k] * l[j][k];
      }
      double root = left > 1e-14 * Math.abs(m[j][j]) ? Math.sqrt(left) : 0;
      l[j][j] = root;
      for (int i = j + 1; i < n && root > 0; i++) {
        double sum = m[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = sum / root;
      }
    }
    return l;
  }

  /**
   * Where dx/dt = A x + b stands still.
   *
   * @return null where that is nowhere, everywhere, or too far to tell
   */
  static double @org.jspecify.annotations.Nullable [] fixedPoint(double[][] a, double[] b) {
    int n = b.length;
    double[][] m = new double[n][];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      m[i] = a[i].clone();
      x[i] = -b[i];
    }
    for (int col = 0; col < n; col++) {
      int pivot = col;
      for (int i = col + 1; i < n; i++) {
        pivot = Math.abs(m[i][col]) > Math.abs(m[pivot][col]) ? i : pivot;
      }
      if (!(Math.abs(m[pivot][col]) > 1e-9)) {
        return null;
      }
      double[] row = m[pivot];
      m[pivot] = m[col];
      m[col] = row;
      double held = x[pivot];
      x[pivot] = x[col];
      x[col] = held;
      for (int i = col + 1; i < n; i++) {
        double factor = m[i][col] / row[col];
        if (factor != 0) {
          for (int j = col; j < n; j++) {
            m[i][j] -= factor * row[j];
          }
          x[i] -= factor * x[col];
        }
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= m[i][j] * x[j];
      }
      x[i] /= m[i][i];
    }
    return x;
  }
}
