package org.hillock.spiking.lowered;

/** From the sums of a population of rate neurons to their values. */
public enum Activation {
  IDENTITY,
  SIGMOID,
  TANH,
  RELU,
  SOFTMAX,
  STEP;

  /** Whether a neuron's value hangs on the sums of its whole population. */
  public boolean looksAtNeighbours() {
    return this == SOFTMAX;
  }

  /** The value at sum {@code z} of a neuron that does not look at its neighbours. */
  public double of(double z) {
    return switch (this) {
      case IDENTITY -> z;
      case SIGMOID -> 1 / (1 + StrictMath.exp(-z));
      case TANH -> StrictMath.tanh(z);
      case RELU -> Math.max(0, z);
      case STEP -> z > 0 ? 1 : 0;
      case SOFTMAX -> throw new IllegalArgumentException("softmax has no value of one sum");
    };
  }

  /** The values of a softmax population: exp(z_i - max) over their sum, so that none overflows. */
  public static void softmax(double[] z, double[] a) {
    double most = Double.NEGATIVE_INFINITY;
    for (double one : z) {
      most = Math.max(most, one);
    }
    double total = 0;
    for (int i = 0; i < z.length; i++) {
      a[i] = StrictMath.exp(z[i] - most);
      total += a[i];
    }
    for (int i = 0; i < z.length; i++) {
      a[i] /= total;
    }
  }
}
