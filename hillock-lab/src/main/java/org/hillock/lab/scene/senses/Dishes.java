package org.hillock.lab.scene.senses;

import java.util.Arrays;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Shape;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * Dishes: how strongly each sense is touched, from 0 (nothing) through 1 (as by an everyday dish)
 * to 2 (twice that), and whether it is mint chocolate (1) or not (0).
 *
 * <p>On this scale an everyday dish has the sum 4.7 − 5, just below the threshold; half of it is
 * dull (7 %), half as much again delicious (89 %).
 */
final class Dishes {

  /** Twice an everyday dish. */
  static final double MOST = 2;

  static final int INPUTS = Taster.SENSES.size() + 1;

  private Dishes() {}

  /** All senses touched alike. */
  static float[] even(double strength) {
    float[] dish = new float[INPUTS];
    Arrays.fill(dish, 0, Taster.SENSES.size(), (float) strength);
    return dish;
  }

  /** The same dish as mint chocolate. */
  static float[] minty(float[] dish) {
    float[] mint = dish.clone();
    mint[Taster.SENSES.size()] = 1;
    return mint;
  }

  /** Dishes whose senses are drawn uniformly, each for itself; none is mint chocolate. */
  static float[][] drawn(int count, long seed, long number) {
    float[][] dishes = new float[count][];
    for (int i = 0; i < count; i++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, number, i);
      dishes[i] = even(0);
      for (int s = 0; s < Taster.SENSES.size(); s++) {
        dishes[i][s] = (float) (MOST * draws.uniform());
      }
    }
    return dishes;
  }

  /** What a taster says of dishes, drawn with the probabilities of the formula: 1 is delicious. */
  static int[] rated(Taster taster, float[][] dishes, long seed, long number) {
    int[] ratings = new int[dishes.length];
    for (int i = 0; i < dishes.length; i++) {
      Draws draws = new Draws(seed, Purpose.TRIAL, number, i);
      ratings[i] = draws.uniform() < taster.probability(dishes[i]) ? 1 : 0;
    }
    return ratings;
  }

  /** Ratings as examples to learn from: the five senses, and 0 or 1. */
  static Dataset examples(float[][] dishes, int[] ratings) {
    float[][] senses =
        Arrays.stream(dishes)
            .map(d -> Arrays.copyOf(d, Taster.SENSES.size()))
            .toArray(float[][]::new);
    return new Dataset(
        "rated dishes",
        Shape.of(1, Taster.SENSES.size(), 1),
        senses,
        ratings,
        2,
        "drawn by the scene");
  }
}
