package org.hillock.lab.analysis;

import java.util.Arrays;
import java.util.List;
import org.hillock.lab.bench.SpikeTrains;

/** How fast neurons fire: on average, moment by moment, and over trials. */
public final class FiringRate {

  /** A Gaussian kernel ends after so many standard deviations. */
  private static final double CUT_OFF = 5;

  private FiringRate() {}

  /**
   * Spikes per second from one time to another, both included; Elephant's {@code mean_firing_rate}.
   */
  public static double mean(double[] timesMs, double fromMs, double toMs) {
    long spikes = Arrays.stream(timesMs).filter(t -> t >= fromMs && t <= toMs).count();
    return spikes * 1000 / (toMs - fromMs);
  }

  /**
   * Rate at each sample: spikes are counted in bins as wide as the distance of samples, and the
   * counts weighed with a Gaussian of area 1 around the bin, cut off at five standard deviations;
   * Elephant's {@code instantaneous_rate} with a {@code GaussianKernel}, {@code center_kernel =
   * True} and {@code border_correction = False}: near the ends the rate is too low.
   *
   * @param stepMs distance of samples in ms, > 0
   * @param sigmaMs standard deviation of the kernel in ms, > 0
   * @return in Hz
   */
  public static double[] instantaneous(
      double[] timesMs, double fromMs, double toMs, double stepMs, double sigmaMs) {
    int[] counts =
        BinnedSpikes.of(SpikeTrains.of(new double[][] {timesMs}), fromMs, toMs, stepMs).of(0);
    int reach = (int) Math.floor(CUT_OFF * sigmaMs / stepMs + BinnedSpikes.TOLERANCE);
    double[] kernel = new double[reach + 1];
    for (int k = 0; k <= reach; k++) {
      double z = k * stepMs / sigmaMs;
      kernel[k] = Math.exp(-z * z / 2) / (sigmaMs / 1000 * Math.sqrt(2 * Math.PI));
    }
    double[] rate = new double[counts.length];
    for (int b = 0; b < counts.length; b++) {
      for (int i = Math.max(0, b - reach);
          counts[b] > 0 && i <= Math.min(rate.length - 1, b + reach);
          i++) {
        rate[i] += counts[b] * kernel[Math.abs(i - b)];
      }
    }
    return rate;
  }

  /**
   * Peri-stimulus time histogram: the mean over trials and neurons of the rate in each bin;
   * Elephant's {@code time_histogram} with {@code output = "rate"}.
   *
   * @param trials the same neurons, each trial with time 0 at the stimulus
   * @return in Hz, bin by bin
   */
  public static double[] psth(List<SpikeTrains> trials, double fromMs, double toMs, double binMs) {
    double[] sum = new double[0];
    int trains = 0;
    for (SpikeTrains trial : trials) {
      double[] counts = BinnedSpikes.of(trial, fromMs, toMs, binMs).together();
      double[] before = sum;
      sum = counts;
      for (int b = 0; b < before.length; b++) {
        sum[b] += before[b];
      }
      trains += trial.neurons();
    }
    double scale = 1000 / (binMs * trains);
    return Arrays.stream(sum).map(count -> count * scale).toArray();
  }
}
