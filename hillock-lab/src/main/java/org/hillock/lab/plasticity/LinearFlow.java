package org.hillock.lab.plasticity;

import java.util.Arrays;

/** The exact solution of dx/dt = A·x + b. */
final class LinearFlow {

  /** Terms of the exponential series; with arguments up to 1/2 the next is below 1e-20. */
  private static final int TERMS = 16;

  private final double[][] rates;
  private final double[] constants;
  private final boolean apart;

  /**
   * A flow.
   *
   * @param rates A, in 1/ms
   * @param constants b, per ms
   */
  LinearFlow(double[][] rates, double[] constants) {
    this.rates = rates;
    this.constants = constants;
    boolean diagonal = true;
    for (int i = 0; i < rates.length; i++) {
      for (int j = 0; j < rates.length; j++) {
        diagonal &= i == j || rates[i][j] == 0;
      }
    }
    apart = diagonal;
  }

  /** Moves the states on by a time in ms. */
  void move(double[] states, double ms) {
    if (ms == 0 || states.length == 0) {
      return;
    }
    if (apart) {
      for (int i = 0; i < states.length; i++) {
        double a = rates[i][i];
        states[i] =
            a == 0
                ? states[i] + constants[i] * ms
                : states[i] * Math.exp(a * ms) + constants[i] * Math.expm1(a * ms) / a;
      }
      return;
    }
    int n = states.length;
    double[][] generator = new double[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        generator[i][j] = rates[i][j] * ms;
      }
      generator[i][n] = constants[i] * ms;
    }
    double[][] moved = exponential(generator);
    double[] before = Arrays.copyOf(states, n + 1);
    before[n] = 1;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j <= n; j++) {
        sum += moved[i][j] * before[j];
      }
      states[i] = sum;
    }
  }

  /** By halving until the series converges at once, and squaring as often. */
  private static double[][] exponential(double[][] m) {
    int n = m.length;
    double norm = 0;
    for (double[] row : m) {
      norm = Math.max(norm, Arrays.stream(row).map(Math::abs).sum());
    }
    int halvings = norm > 0.5 ? (int) Math.ceil(Math.log(norm / 0.5) / Math.log(2)) : 0;
    double factor = Math.scalb(1.0, -halvings);
    double[][] sum = identity(n);
    double[][] term = identity(n);
    for (int k = 1; k <= TERMS; k++) {
      term = times(term, m, factor / k);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum[i][j] += term[i][j];
        }
      }
    }
    for (int h = 0; h < halvings; h++) {
      sum = times(sum, sum, 1);
    }
    return sum;
  }

  private static double[][] identity(int n) {
    double[][] one = new double[n][n];
    for (int i = 0; i < n; i++) {
      one[i][i] = 1;
    }
    return one;
  }

  private static double[][] times(double[][] a, double[][] b, double factor) {
    int n = a.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += a[i][k] * b[k][j];
        }
        product[i][j] = sum * factor;
      }
    }
    return product;
  }
}
