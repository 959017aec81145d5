package org.hillock.spiking.equation;

import java.math.BigDecimal;
import java.math.MathContext;

/** Linear equations solved with 60 decimal digits by their Taylor series. */
final class Reference {

  private static final MathContext DIGITS = new MathContext(60);

  private Reference() {}

  /**
   * Where dx/dt = A x + b leads from {@code x} after {@code ms}: Σ of xk, x(k+1) = (A xk) ms/(k+1),
   * which starts with x and (A x + b) ms.
   */
  static double[] after(double[][] a, double[] b, double[] x, double ms) {
    int n = x.length;
    BigDecimal[] sum = new BigDecimal[n];
    BigDecimal[] term = new BigDecimal[n];
    for (int i = 0; i < n; i++) {
      sum[i] = new BigDecimal(x[i]);
      term[i] = sum[i];
    }
    // with |A| ms below 10 the terms are below 1e-60 by then
    for (int k = 1; k <= 120; k++) {
      BigDecimal share = new BigDecimal(ms).divide(new BigDecimal(k), DIGITS);
      BigDecimal[] next = new BigDecimal[n];
      for (int i = 0; i < n; i++) {
        BigDecimal slope = k == 1 ? new BigDecimal(b[i]) : BigDecimal.ZERO;
        for (int j = 0; j < n; j++) {
          slope = slope.add(new BigDecimal(a[i][j]).multiply(term[j]), DIGITS);
        }
        next[i] = slope.multiply(share, DIGITS);
        sum[i] = sum[i].add(next[i], DIGITS);
      }
      term = next;
    }
    double[] there = new double[n];
    for (int i = 0; i < n; i++) {
      there[i] = sum[i].doubleValue();
    }
    return there;
  }
}
