package org.hillock.lab.analysis;

/**
 * Power by frequency, one-sided, as a density: the unit of the signal squared, per Hz.
 *
 * @param frequencyHz from 0 up to half the sampling rate
 * @param power as long
 */
public record Spectrum(double[] frequencyHz, double[] power) {

  /** Segments where nothing else is asked for. */
  public static final int SEGMENTS = 8;

  /**
   * By Welch's method: segments that overlap by half, each less its mean and under a Hann window,
   * their periodograms averaged (Welch 1967, doi 10.1109/TAU.1967.1161901); Elephant's {@code
   * welch_psd}, {@code scipy.signal.welch}.
   *
   * @param signal samples at equal distances
   * @param samplingHz samples per second
   * @param segments how many; their length is n / (segments − (segments − 1)/2), rounded down
   */
  public static Spectrum welch(double[] signal, double samplingHz, int segments) {
    return CrossSpectrum.of(signal, signal, samplingHz, segments).spectrum();
  }

  /** The frequency of the highest power above a frequency; not a number where there is none. */
  public double dominantHz(double aboveHz) {
    int best = peak(aboveHz);
    return best < 0 || !(power[best] > 0) ? Double.NaN : frequencyHz[best];
  }

  /** The place of the highest power above a frequency; -1 where nothing is above it. */
  public int peak(double aboveHz) {
    int best = -1;
    for (int k = 0; k < power.length; k++) {
      if (frequencyHz[k] > aboveHz && (best < 0 || power[k] > power[best])) {
        best = k;
      }
    }
    return best;
  }
}
