package org.hillock.spiking.equation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

/** Matrices whose exponentials are known. */
class MatrixExponentialTest {

  /** One is what the closed forms may be off by themselves. */
  private static final int ULPS = 2;

  private static void requireUlps(double found, double exact, String what) {
    assertThat(Math.abs(found - exact) / Math.ulp(exact))
        .as("%s: %s, not %s, in units of the last place", what, found, exact)
        .isLessThanOrEqualTo(ULPS);
  }

  @Test
  void triangular() {
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 0);
    for (int k = 0; k < 500; k++) {
      double a = -3 * draws.uniform();
      double b = a - 2 * draws.uniform();
      double c = draws.normal();
      double[][] matrix = {{a, c}, {0, b}};
      double[][] e = MatrixExponential.of(matrix);
      requireUlps(e[0][0], StrictMath.exp(a), "upper");
      requireUlps(e[1][1], StrictMath.exp(b), "lower");
      assertThat(e[1][0]).isZero();
      // c (e^a - e^b)/(a - b), with digits enough for what cancels
      double[] column = Reference.after(matrix, new double[2], new double[] {0, 1}, 1);
      requireUlps(e[0][1], column[0], "coupled");
    }
  }

  /** Equal time constants: the alpha function. */
  @Test
  void defective() {
    for (double a : new double[] {-0.05, -0.5, -1, -2, -20, 0.25}) {
      double[][] e = MatrixExponential.of(new double[][] {{a, 1, 0}, {0, a, 1}, {0, 0, a}});
      for (int k = 0; k < 3; k++) {
        requireUlps(e[k][k], StrictMath.exp(a), "diagonal of " + a);
      }
      requireUlps(e[0][1], StrictMath.exp(a), "first beside it of " + a);
      requireUlps(e[0][2], StrictMath.exp(a) / 2, "second beside it of " + a);
    }
  }

  @Test
  void stiff() {
    for (double fast : new double[] {-1e2, -1e4, -1e6}) {
      double[][] e = MatrixExponential.of(new double[][] {{-1e-3, 1}, {0, fast}});
      requireUlps(e[0][0], StrictMath.exp(-1e-3), "slow");
      // what is left of the fast one is below 1e-43 and vanishes in the sum
      requireUlps(e[0][1], StrictMath.exp(-1e-3) / (-1e-3 - fast), "from the fast one");
      assertThat(e[1][1]).isBetween(-1e-30, 1e-30);
    }
  }

  @Test
  void rotation() {
    for (double w : new double[] {1e-9, 0.1, 1, 3, 50}) {
      double[][] e = MatrixExponential.of(new double[][] {{0, -w}, {w, 0}});
      requireUlps(e[0][0], StrictMath.cos(w), "cosine of " + w);
      requireUlps(e[1][0], StrictMath.sin(w), "sine of " + w);
      assertThat(e[0][1]).isEqualTo(-e[1][0]);
    }
  }
}
