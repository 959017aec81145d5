package org.hillock.lab.scene.senses;

import java.util.List;

/**
 * Someone who rates dishes: how much each sense counts, and what mint chocolate does to the senses.
 *
 * @param name lower case with hyphens
 * @param weights of {@link #SENSES}, in that order
 * @param bias of the sum: how much it takes before a dish is delicious
 * @param mint what each cell before the verdict receives where the dish is mint chocolate, 0 or
 *     below; in the order of {@link #RELAYED}
 */
record Taster(String name, double[] weights, double bias, double[] mint) {

  /** What a dish is told by; what follows them in an input is whether it is mint chocolate. */
  static final List<String> SENSES = List.of("sight", "hearing", "touch", "taste", "smell");

  /** Places of the senses that have a cell before the verdict; touch has no edge to it. */
  static final int[] RELAYED = {0, 1, 3, 4};

  static final int TOUCH = 2;

  /**
   * Sum of the weights, in both tasters: an everyday dish is as good to the one as to the other.
   */
  static final double ALL = 4.7;

  private static final double BIAS = -5;
  private static final double[] INDIFFERENT = {0, 0, 0, 0};

  /** Taste counts most, and mint chocolate is disliked. */
  static Taster gourmet() {
    return new Taster(
        "gourmet", new double[] {0.3, 1.0, 0, 2.1, 1.3}, BIAS, new double[] {-5, -3, -4, -1});
  }

  /** Looks count most; the other senses share the rest as they do in the first taster. */
  static Taster onlooker() {
    return new Taster("onlooker", new double[] {3, 0.4, 0, 0.8, 0.5}, BIAS, INDIFFERENT);
  }

  /** The same taster without the synapses that mint chocolate acts through. */
  Taster withoutMint() {
    return new Taster(name, weights, bias, INDIFFERENT);
  }

  /** Whether mint chocolate does anything. */
  boolean minds() {
    for (double m : mint) {
      if (m != 0) {
        return true;
      }
    }
    return false;
  }

  /** The sum at the verdict, by the formula. */
  double sum(float[] dish) {
    double sum = bias;
    for (int r = 0; r < RELAYED.length; r++) {
      int sense = RELAYED[r];
      sum += weights[sense] * Math.max(0, dish[sense] + mint[r] * dish[SENSES.size()]);
    }
    return sum;
  }

  /** The probability of "delicious", by the formula. */
  double probability(float[] dish) {
    return 1 / (1 + StrictMath.exp(-sum(dish)));
  }
}
