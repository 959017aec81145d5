package org.hillock.lab.analysis;

/** How much the neurons of a population do at the same time. */
public final class Synchrony {

  private Synchrony() {}

  /**
   * χ of Golomb and Rinzel: the deviation over time of the mean of all neurons, over that of a
   * single neuron, χ² = var(mean of neurons) / mean(var of neurons) (Golomb & Rinzel 1993, doi
   * 10.1103/PhysRevE.48.4810). 1 where all do the same; about 1/√n where each goes its own way.
   *
   * @param spikes in bins, which stand for potentials
   * @return not a number where nothing changes, or of fewer than two neurons
   */
  public static double chi(BinnedSpikes spikes) {
    double alone = 0;
    for (int n = 0; n < spikes.neurons(); n++) {
      alone += Moments.variance(spikes.numbers(n)) / spikes.neurons();
    }
    double together =
        Moments.variance(spikes.together()) / ((double) spikes.neurons() * spikes.neurons());
    return spikes.neurons() < 2 ? Double.NaN : Math.sqrt(together / alone);
  }

  /**
   * The mean coefficient of correlation of the counts of two neurons, over all pairs of those that
   * fire; from the variance of the sum where many neurons would make many pairs.
   *
   * <p>Each neuron's counts are divided by their deviation first, so the variance of the sum of n
   * of them is n + n·(n − 1)·r.
   *
   * @return not a number of fewer than two neurons that fire
   */
  public static double meanCorrelation(BinnedSpikes spikes) {
    double[] sum = new double[spikes.bins()];
    int firing = 0;
    for (int n = 0; n < spikes.neurons(); n++) {
      double[] counts = spikes.numbers(n);
      double deviation = Math.sqrt(Moments.variance(counts));
      if (deviation > 0) {
        firing++;
        for (int b = 0; b < sum.length; b++) {
          sum[b] += counts[b] / deviation;
        }
      }
    }
    return firing < 2
        ? Double.NaN
        : (Moments.variance(sum) - firing) / ((double) firing * (firing - 1));
  }
}
