package org.hillock.lab.analysis;

import java.util.Arrays;
import org.hillock.lab.bench.SpikeTrains;

/**
 * Spikes of a population, counted in bins of time of equal width.
 *
 * <p>A bin holds its start and not its end. A spike that lies less than {@value #TOLERANCE} of a
 * bin before an edge is on the edge, so that times on a grid fall where they belong, as in
 * Elephant's {@code BinnedSpikeTrain}.
 */
public final class BinnedSpikes {

  static final double TOLERANCE = 1e-8;

  private final int[][] counts;
  private final double binMs;

  private BinnedSpikes(int[][] counts, double binMs) {
    this.counts = counts;
    this.binMs = binMs;
  }

  /**
   * Counts.
   *
   * @param fromMs start of the first bin
   * @param toMs end; what does not fill a bin is left out
   * @param binMs width, > 0 and at most {@code toMs − fromMs}
   */
  public static BinnedSpikes of(SpikeTrains trains, double fromMs, double toMs, double binMs) {
    int bins = bin(toMs - fromMs, binMs);
    if (!(binMs > 0) || bins < 1) {
      throw new IllegalArgumentException(
          "no bin of " + binMs + " ms in " + fromMs + ".." + toMs + " ms");
    }
    int[][] counts = new int[trains.neurons()][bins];
    for (int n = 0; n < counts.length; n++) {
      for (double t : trains.of(n)) {
        int bin = bin(t - fromMs, binMs);
        if (bin >= 0 && bin < bins) {
          counts[n][bin]++;
        }
      }
    }
    return new BinnedSpikes(counts, binMs);
  }

  static int bin(double ms, double binMs) {
    return (int) Math.floor(ms / binMs + TOLERANCE);
  }

  public int neurons() {
    return counts.length;
  }

  public int bins() {
    return counts.length == 0 ? 0 : counts[0].length;
  }

  public double binMs() {
    return binMs;
  }

  /** The counts of a neuron, bin by bin; not to be written. */
  public int[] of(int neuron) {
    return counts[neuron];
  }

  /** The same as numbers. */
  public double[] numbers(int neuron) {
    return Arrays.stream(counts[neuron]).asDoubleStream().toArray();
  }

  /** Counts of all neurons together, bin by bin. */
  public double[] together() {
    double[] sum = new double[bins()];
    for (int[] neuron : counts) {
      for (int b = 0; b < sum.length; b++) {
        sum[b] += neuron[b];
      }
    }
    return sum;
  }

  /**
   * Covariance of the counts of each pair of neurons over bins, divided by the number of bins less
   * one; Elephant's {@code covariance} with {@code binary = False}.
   */
  public double[][] covariance() {
    double[][] all = new double[neurons()][neurons()];
    for (int i = 0; i < all.length; i++) {
      for (int j = i; j < all.length; j++) {
        all[i][j] = product(i, j) / (bins() - 1);
        all[j][i] = all[i][j];
      }
    }
    return all;
  }

  /**
   * Pearson's coefficient of correlation of the counts of each pair of neurons; Elephant's {@code
   * correlation_coefficient}. Not a number where a neuron's count never changes.
   */
  public double[][] correlation() {
    double[][] all = covariance();
    double[] deviation = new double[all.length];
    Arrays.setAll(deviation, i -> Math.sqrt(all[i][i]));
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all.length; j++) {
        all[i][j] /= deviation[i] * deviation[j];
      }
    }
    return all;
  }

  /** Sum of the products of deviations from the means. */
  private double product(int i, int j) {
    double both = 0;
    double one = 0;
    double other = 0;
    for (int b = 0; b < bins(); b++) {
      both += (double) counts[i][b] * counts[j][b];
      one += counts[i][b];
      other += counts[j][b];
    }
    return both - one * other / bins();
  }

  /**
   * How the spikes of one neuron follow those of another: for each lag in bins the number of pairs
   * of spikes, the second's so many bins after the first's; Elephant's {@code
   * cross_correlation_histogram} without correction of borders.
   *
   * @param most lags from −{@code most} to {@code most}
   * @return entry {@code most} is lag 0
   */
  public double[] crossCorrelogram(int first, int second, int most) {
    double[] pairs = new double[2 * most + 1];
    for (int lag = -most; lag <= most; lag++) {
      for (int b = Math.max(0, -lag); b < bins() && b + lag < bins(); b++) {
        pairs[lag + most] += (double) counts[first][b] * counts[second][b + lag];
      }
    }
    return pairs;
  }
}
