package org.hillock.lab.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;

/**
 * What a neuron waits for, found with noise: how much its response changes with each pixel.
 *
 * <p>The field is the covariance of response and pixel over the pixel's variance. Of independent
 * pixels that is, up to the factor mean response over variance, the spike-triggered average less
 * the mean image (Chichilnisky 2001, doi 10.1080/713663221), and of a neuron that is a weighted sum
 * it is its weights.
 *
 * @param neuron its number
 * @param field response per unit of a pixel, for each
 * @param weights of its direct synapses from the pixels; empty where it has none
 * @param agreement coefficient of correlation of field and weights; not a number without weights
 */
public record ReceptiveField(
    int neuron, double[] field, Optional<double[]> weights, double agreement) {

  /** Images of independent pixels, uniform in 0..1. */
  public static float[][] noise(int images, int pixels, long seed) {
    float[][] all = new float[images][pixels];
    for (int i = 0; i < images; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, i);
      for (int k = 0; k < pixels; k++) {
        all[i][k] = (float) draws.uniform();
      }
    }
    return all;
  }

  /**
   * The field of a neuron.
   *
   * @param responses one for each image
   * @param weights as {@link #weights}
   */
  public static ReceptiveField of(
      int neuron, double[] responses, float[][] images, Optional<double[]> weights) {
    int pixels = images[0].length;
    double mean = Moments.mean(responses);
    double[] level = new double[pixels];
    for (float[] image : images) {
      for (int k = 0; k < pixels; k++) {
        level[k] += image[k] / (double) images.length;
      }
    }
    double[] field = new double[pixels];
    double[] spread = new double[pixels];
    for (int i = 0; i < images.length; i++) {
      for (int k = 0; k < pixels; k++) {
        double away = images[i][k] - level[k];
        field[k] += (responses[i] - mean) * away;
        spread[k] += away * away;
      }
    }
    for (int k = 0; k < pixels; k++) {
      field[k] = spread[k] == 0 ? 0 : field[k] / spread[k];
    }
    double agreement = weights.map(w -> Moments.correlation(field, w)).orElse(Double.NaN);
    return new ReceptiveField(neuron, field, weights, agreement);
  }

  /**
   * The spike-triggered average: the mean of the images, each as often as it made a spike.
   *
   * @return not numbers where there was no response
   */
  public static double[] triggeredAverage(double[] responses, float[][] images) {
    double[] sum = new double[images[0].length];
    for (int i = 0; i < images.length; i++) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += responses[i] * images[i][k];
      }
    }
    double all = Arrays.stream(responses).sum();
    return Arrays.stream(sum).map(s -> s / all).toArray();
  }

  /** The weights of the synapses from one population straight to another, [neuron][source]. */
  public static Optional<double[][]> weights(Network network, String from, String to) {
    double[][] all = new double[network.population(to).size()][network.population(from).size()];
    boolean any = false;
    for (Projection p : network.into(to)) {
      if (p.from().equals(from)) {
        any = true;
        Synapses synapses = Wiring.of(network, p);
        for (int s = 0; s < synapses.pre().length; s++) {
          all[synapses.post()[s]][synapses.pre()[s]] += synapses.weight()[s];
        }
      }
    }
    return any ? Optional.of(all) : Optional.empty();
  }
}
