package org.hillock.deep;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.ParameterTracker;

/** The rules by which a gradient moves a weight. */
final class Optimisers {

  /**
   * A step after which a weight in single precision is little else than its gradient: with a small
   * one, most digits of the gradient are lost in those of the weight. A power of two, which changes
   * no digit.
   */
  static final double LEGIBLE = 0x1p20;

  private Optimisers() {}

  /** Kingma and Ba 2015, arXiv:1412.6980, with β 0.9 and 0.999. */
  static Optimizer adam(double rate, double weightDecay, int steps) {
    return Optimizer.adam()
        .optLearningRateTracker(cosine(rate, steps))
        .optWeightDecays((float) weightDecay)
        .build();
  }

  /** Stochastic gradient descent with momentum. */
  static Optimizer descent(double rate, double momentum, double weightDecay, int steps) {
    return Optimizer.sgd()
        .setLearningRateTracker(cosine(rate, steps))
        .optMomentum((float) momentum)
        .optWeightDecays((float) weightDecay)
        .build();
  }

  /** The rate in the first step, falling along half a cosine to 0 after the last. */
  private static ParameterTracker cosine(double rate, int steps) {
    return (parameter, update) ->
        (float) (rate * 0.5 * (1 + StrictMath.cos(Math.PI * (update - 1) / steps)));
  }
}
