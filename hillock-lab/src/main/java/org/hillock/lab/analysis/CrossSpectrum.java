package org.hillock.lab.analysis;

/**
 * Power of two signals and what they share, frequency by frequency, by Welch's method.
 *
 * @param frequencyHz from 0 up to half the sampling rate
 * @param first density of the first signal
 * @param second density of the second
 * @param real part of the cross-spectral density
 * @param imaginary part
 */
public record CrossSpectrum(
    double[] frequencyHz, double[] first, double[] second, double[] real, double[] imaginary) {

  /** As {@link Spectrum#welch}, of two signals of the same length. */
  public static CrossSpectrum of(double[] one, double[] other, double samplingHz, int segments) {
    int length = (int) (one.length / (segments - 0.5 * (segments - 1)));
    if (length < 1 || one.length != other.length) {
      throw new IllegalArgumentException(
          one.length + " and " + other.length + " samples in " + segments + " segments");
    }
    double[] window = new double[length];
    double weight = 0;
    for (int i = 0; i < length; i++) {
      // the periodic window: as if the next segment began one sample after the last
      window[i] = length == 1 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
      weight += window[i] * window[i];
    }
    int step = length - length / 2;
    int count = (one.length - length) / step + 1;
    int half = length / 2 + 1;
    double[] frequency = new double[half];
    double[][] sums = new double[4][half];
    for (int k = 0; k < half; k++) {
      frequency[k] = k * samplingHz / length;
    }
    for (int s = 0; s < count; s++) {
      double[][] a = transformed(one, s * step, window);
      double[][] b = one == other ? a : transformed(other, s * step, window);
      for (int k = 0; k < half; k++) {
        boolean both = k > 0 && (length % 2 == 1 || k < half - 1);
        double scale = (both ? 2 : 1) / (samplingHz * weight * count);
        sums[0][k] += scale * (a[0][k] * a[0][k] + a[1][k] * a[1][k]);
        sums[1][k] += scale * (b[0][k] * b[0][k] + b[1][k] * b[1][k]);
        sums[2][k] += scale * (a[0][k] * b[0][k] + a[1][k] * b[1][k]);
        sums[3][k] += scale * (a[0][k] * b[1][k] - a[1][k] * b[0][k]);
      }
    }
    return new CrossSpectrum(frequency, sums[0], sums[1], sums[2], sums[3]);
  }

  private static double[][] transformed(double[] signal, int from, double[] window) {
    double mean = 0;
    for (int i = 0; i < window.length; i++) {
      mean += signal[from + i] / window.length;
    }
    double[] real = new double[window.length];
    for (int i = 0; i < window.length; i++) {
      real[i] = (signal[from + i] - mean) * window[i];
    }
    double[] imaginary = new double[window.length];
    Fourier.forward(real, imaginary);
    return new double[][] {real, imaginary};
  }

  /** That of the first signal alone. */
  public Spectrum spectrum() {
    return new Spectrum(frequencyHz, first);
  }

  /**
   * Share 0..1 of the power at each frequency that one signal has from the other by a linear law:
   * |S₁₂|² / (S₁·S₂); Elephant's {@code welch_coherence}, {@code scipy.signal.coherence}. Of a
   * single segment it is 1 everywhere and says nothing.
   */
  public double[] coherence() {
    double[] all = new double[real.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = (real[k] * real[k] + imaginary[k] * imaginary[k]) / (first[k] * second[k]);
    }
    return all;
  }

  /** By how much the second signal runs ahead, in radians, −π..π; below 0 it follows. */
  public double[] phase() {
    double[] all = new double[real.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = Math.atan2(imaginary[k], real[k]);
    }
    return all;
  }
}
