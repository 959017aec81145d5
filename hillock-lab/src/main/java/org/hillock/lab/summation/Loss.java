package org.hillock.lab.summation;

/** How wrong a score is: what fits make small, and what is compared on rows that were held out. */
enum Loss {
  /** A score is the logarithm of the odds of a spike; the loss is less the log-likelihood. */
  SPIKES {
    @Override
    double of(double score, double output) {
      // log(1 + e^s) without overflow
      double soft = Math.max(score, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(score)));
      return soft - output * score;
    }

    @Override
    double slope(double score, double output) {
      return sigmoid(score) - output;
    }

    @Override
    double bend(double score) {
      double p = sigmoid(score);
      return p * (1 - p);
    }

    @Override
    double constant(double mean) {
      return StrictMath.log(mean / (1 - mean));
    }
  },
  /** A score is a potential; the loss is half the square of the error. */
  POTENTIALS {
    @Override
    double of(double score, double output) {
      return 0.5 * (score - output) * (score - output);
    }

    @Override
    double slope(double score, double output) {
      return score - output;
    }

    @Override
    double bend(double score) {
      return 1;
    }

    @Override
    double constant(double mean) {
      return mean;
    }
  };

  static Loss of(Observations seen) {
    return seen.spikes() ? SPIKES : POTENTIALS;
  }

  abstract double of(double score, double output);

  /** Against the score. */
  abstract double slope(double score, double output);

  /** Second derivative against the score. */
  abstract double bend(double score);

  /** The best score where nothing is known but the mean of the outputs. */
  abstract double constant(double mean);

  static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
