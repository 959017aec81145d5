package org.hillock.lab.readout;

/**
 * The weights of a readout while it learns, around the mean of what each source leaves: a change of
 * a weight then leaves the mean sum of its neuron as it is, and the bias alone moves that.
 */
final class Learner {

  private final StreamTraces traces;
  private final double[] means;
  private final double rate;
  private final double[][] weights;
  private final double[] middle;

  /**
   * Begins with some weights.
   *
   * @param rate for as many sources as there are, that is: a step is this, divided by their number
   * @param weights [neuron][source], changed in place
   * @param constants what each neuron adds to its sum, in mV
   */
  Learner(StreamTraces traces, double rate, double[][] weights, double[] constants) {
    this.traces = traces;
    this.weights = weights;
    means = traces.means();
    this.rate = rate / Math.max(1, means.length);
    middle = constants.clone();
    for (int n = 0; n < middle.length; n++) {
      middle[n] += meanSum(n);
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
   * @param labels of all images
   * @param order of the images, of which these stand from {@code from} on
   * @param share of the rate
   * @param heard what each neuron's sum is
   * @return sum of their losses
   */
  double learn(
      int[] labels,
      int[] order,
      int from,
      int to,
      int epoch,
      double share,
      Teacher teacher,
      SumWitness heard) {
    double loss = 0;
    double[][] factors = new double[to - from][];
    for (int i = from; i < to; i++) {
      double[] sums = sums(traces.rows()[order[i]]);
      heard.saw(sums);
      Teacher.Told told = teacher.hear(sums, labels[order[i]], order[i], epoch);
      factors[i - from] = told.factors();
      loss += told.loss();
    }
    for (int i = from; i < to; i++) {
      change(traces.rows()[order[i]], factors[i - from], share * rate);
    }
    return loss;
  }

  /** The potentials at the time of the answer, in mV. */
  double[] sums(float[] left) {
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

  double[][] weights() {
    return weights;
  }

  /** What each neuron adds to its sum now, in mV. */
  double[] constants() {
    double[] constants = middle.clone();
    for (int n = 0; n < constants.length; n++) {
      constants[n] -= meanSum(n);
    }
    return constants;
  }

  /** Hears the sums of an answer. */
  interface SumWitness {
    void saw(double[] sums);
  }
}
