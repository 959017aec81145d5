package org.hillock.spiking.equation;

/**
 * exp(M) of a small square matrix, each entry right to about one unit in its last place: the matrix
 * is halved until its norm is below {@value #NEAR}, its Taylor series summed in {@link Twofold}
 * numbers, and the result squared as often (Moler and Van Loan 2003, doi 10.1137/S00361445024180,
 * method 3). O(n³ log |M|).
 */
final class MatrixExponential {

  private static final double NEAR = 0x1p-6;

  /** NEAR^12 / 12! is below 2^-100. */
  private static final int TERMS = 14;

  private MatrixExponential() {}

  static double[][] of(double[][] m) {
    int n = m.length;
    int halvings = Math.max(0, Math.getExponent(norm(m) / NEAR) + 1);
    Twofold[][] scaled = new Twofold[n][n];
    Twofold[][] sum = new Twofold[n][n];
    Twofold[][] term = new Twofold[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = Twofold.of(Math.scalb(m[i][j], -halvings));
        term[i][j] = i == j ? Twofold.ONE : Twofold.ZERO;
        sum[i][j] = Twofold.ZERO;
      }
    }
    // exp - 1 is what is kept, so that squaring loses nothing of small entries
    for (int k = 1; k <= TERMS; k++) {
      term = times(term, scaled);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          term[i][j] = term[i][j].over(k);
          sum[i][j] = sum[i][j].plus(term[i][j]);
        }
      }
    }
    for (int s = 0; s < halvings; s++) {
      Twofold[][] square = times(sum, sum);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum[i][j] = sum[i][j].times(2).plus(square[i][j]);
        }
      }
    }
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result[i][j] = (i == j ? sum[i][j].plus(Twofold.ONE) : sum[i][j]).value();
      }
    }
    return result;
  }

  private static Twofold[][] times(Twofold[][] a, Twofold[][] b) {
    int n = a.length;
    Twofold[][] product = new Twofold[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Twofold sum = Twofold.ZERO;
        for (int k = 0; k < n; k++) {
          if (a[i][k].high() != 0 && b[k][j].high() != 0) {
            sum = sum.plus(a[i][k].times(b[k][j]));
          }
        }
        product[i][j] = sum;
      }
    }
    return product;
  }

  private static double norm(double[][] m) {
    double most = 0;
    for (double[] row : m) {
      double sum = 0;
      for (double x : row) {
        sum += Math.abs(x);
      }
      most = Math.max(most, sum);
    }
    if (!(most < 1e12)) {
      throw new IllegalArgumentException("norm " + most);
    }
    return most;
  }
}
