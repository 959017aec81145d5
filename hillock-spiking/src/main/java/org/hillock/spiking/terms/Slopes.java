package org.hillock.spiking.terms;

import java.util.Map;

/**
 * What 1 of something has become in the variable that is explained, for each step from {@code
 * begin} to before {@code end}; in the last step it has just come.
 *
 * @param arriving by slot and step since the beginning
 * @param pushing added to the bias, by step since the beginning
 * @param places added as a current at places of a cell with parts, by site and step
 * @param history what the state at the beginning has become, as far as it is not that of a start
 * @param noise what was drawn has become
 * @param held what is held has become, counted from where it would settle
 */
record Slopes(
    long begin,
    double[][] arriving,
    double[] pushing,
    Map<String, double[]> places,
    double history,
    double noise,
    double held) {

  long steps() {
    return pushing.length;
  }

  long end() {
    return begin + pushing.length;
  }

  double arriving(int slot, long n) {
    return arriving[slot][(int) (n - begin)];
  }
}
