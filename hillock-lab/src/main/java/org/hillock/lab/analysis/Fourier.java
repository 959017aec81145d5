package org.hillock.lab.analysis;

/**
 * The discrete Fourier transform of any length: of powers of two by halving, of others by
 * Bluestein's chirp (Bluestein 1970, doi 10.1109/TAU.1970.1162132).
 */
final class Fourier {

  private Fourier() {}

  /** Σ x[k]·exp(−2πi·jk/n), in place. */
  static void forward(double[] real, double[] imaginary) {
    int n = real.length;
    if (n > 1 && Integer.bitCount(n) == 1) {
      halving(real, imaginary, false);
    } else if (n > 1) {
      chirp(real, imaginary);
    }
  }

  private static void halving(double[] re, double[] im, boolean backward) {
    int n = re.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
    for (int length = 2; length <= n; length <<= 1) {
      double angle = (backward ? 2 : -2) * Math.PI / length;
      for (int k = 0; k < length / 2; k++) {
        double c = Math.cos(angle * k);
        double s = Math.sin(angle * k);
        for (int a = k; a < n; a += length) {
          int b = a + length / 2;
          double tr = re[b] * c - im[b] * s;
          double ti = re[b] * s + im[b] * c;
          re[b] = re[a] - tr;
          im[b] = im[a] - ti;
          re[a] += tr;
          im[a] += ti;
        }
      }
    }
  }

  private static void swap(double[] of, int i, int j) {
    double held = of[i];
    of[i] = of[j];
    of[j] = held;
  }

  private static void chirp(double[] re, double[] im) {
    int n = re.length;
    int m = Integer.highestOneBit(2 * n - 1) << 1;
    double[] cos = new double[n];
    double[] sin = new double[n];
    for (int k = 0; k < n; k++) {
      // k² modulo 2n keeps the angle small and so exact
      double angle = Math.PI * ((long) k * k % (2L * n)) / n;
      cos[k] = Math.cos(angle);
      sin[k] = Math.sin(angle);
    }
    double[] ar = new double[m];
    double[] ai = new double[m];
    double[] br = new double[m];
    double[] bi = new double[m];
    for (int k = 0; k < n; k++) {
      ar[k] = re[k] * cos[k] + im[k] * sin[k];
      ai[k] = im[k] * cos[k] - re[k] * sin[k];
      br[k] = cos[k];
      bi[k] = sin[k];
      br[(m - k) % m] = cos[k];
      bi[(m - k) % m] = sin[k];
    }
    halving(ar, ai, false);
    halving(br, bi, false);
    for (int k = 0; k < m; k++) {
      double real = ar[k] * br[k] - ai[k] * bi[k];
      ai[k] = ar[k] * bi[k] + ai[k] * br[k];
      ar[k] = real;
    }
    halving(ar, ai, true);
    for (int k = 0; k < n; k++) {
      re[k] = (ar[k] * cos[k] + ai[k] * sin[k]) / m;
      im[k] = (ai[k] * cos[k] - ar[k] * sin[k]) / m;
    }
  }
}
