package org.hillock.lab.summation;

/** Says what a cell will do. */
public interface Predictor {

  /**
   * A score for a row of inputs: the logarithm of the odds of a spike, or a potential in mV,
   * according to what it was fitted to.
   */
  double score(double[] inputs);

  /** How many numbers were fitted. */
  int parameters();

  /** For every row. */
  default double[] scores(Observations seen) {
    double[] all = new double[seen.rows()];
    for (int i = 0; i < all.length; i++) {
      all[i] = score(seen.inputs()[i]);
    }
    return all;
  }
}
