package org.hillock.lab.readout;

import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.training.Witness;

/**
 * The weights of a readout while it learns, around the mean of what each source leaves: a change of
 * a weight then leaves the mean sum of its neuron as it is, and the bias alone moves that.
 */
final class Learner {

  private final Readout readout;
  private final StreamTraces traces;
  private final double[] means;
  private final double rate;
  private final double[][] weights;
  private final double[] middle;

  /**
   * Begins with the weights that the network has.
   *
   * @param rate for a mean square of 1 of what the sources leave
   */
  Learner(Readout readout, StreamTraces traces, double rate) {
    this.readout = readout;
    this.traces = traces;
    means = traces.means();
    double power = traces.power(means);
    this.rate = power > 0 ? rate / power : 0;
    weights = readout.weights();
    double[] biases = readout.biases();
    middle = new double[weights.length];
    for (int n = 0; n < middle.length; n++) {
      middle[n] = biases[n] * readout.biasLeft() + meanSum(n);
    }
  }

  private double meanSum(int neuron) {
    double sum = 0;
    for (int k = 0; k < means.length; k++) {
      sum += weights[neuron][k] * means[k];
    }
    return sum;
  }

  /**
   * Learns from some images, whose changes are made when all have been heard.
   *
   * @param share of the rate
   * @return sum of their losses
   */
  double learn(
      Dataset data,
      int[] order,
      int from,
      int to,
      int epoch,
      double share,
      Teacher teacher,
      Witness witness) {
    double loss = 0;
    double[][] factors = new double[to - from][];
    for (int i = from; i < to; i++) {
      double[] sums = sums(traces.rows()[order[i]]);
      for (int n = 0; n < sums.length; n++) {
        witness.saw(readout.population().name(), n, sums[n]);
      }
      Teacher.Told told = teacher.hear(sums, data.labels()[order[i]], order[i], epoch);
      factors[i - from] = told.factors();
      loss += told.loss();
    }
    for (int i = from; i < to; i++) {
      change(traces.rows()[order[i]], factors[i - from], share * rate);
    }
    return loss;
  }

  /** The potentials at the time of the answer, in mV. */
  private double[] sums(float[] left) {
    double[] sums = middle.clone();
    for (int n = 0; n < sums.length; n++) {
      double[] own = weights[n];
      double sum = 0;
      for (int k = 0; k < own.length; k++) {
        sum += own[k] * (left[k] - means[k]);
      }
      sums[n] += sum;
    }
    return sums;
  }

  private void change(float[] left, double[] factors, double step) {
    for (int n = 0; n < factors.length; n++) {
      double by = step * factors[n];
      double[] own = weights[n];
      for (int k = 0; k < own.length; k++) {
        own[k] += by * (left[k] - means[k]);
      }
      middle[n] += by;
    }
  }

  /** The network as it has learnt. */
  Network network() {
    double[] biases = new double[middle.length];
    for (int n = 0; n < biases.length; n++) {
      biases[n] = (middle[n] - meanSum(n)) / readout.biasLeft();
    }
    return readout.with(weights, biases);
  }
}
