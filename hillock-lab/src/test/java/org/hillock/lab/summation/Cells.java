package org.hillock.lab.summation;

import java.util.function.ToDoubleFunction;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/** Cells that we know through and through. */
final class Cells {

  private Cells() {}

  /** Rows of inputs, each 0, 1, 2 or 3 events. */
  static double[][] events(int rows, int synapses, long seed) {
    Draws draws = new Draws(seed, Purpose.TRIAL, 1);
    double[][] x = new double[rows][synapses];
    for (double[] row : x) {
      for (int k = 0; k < synapses; k++) {
        row[k] = draws.below(4);
      }
    }
    return x;
  }

  /** A cell that spikes with the probability that a sigmoid gives of {@code odds}. */
  static Observations spiking(int rows, int synapses, ToDoubleFunction<double[]> odds, long seed) {
    double[][] x = events(rows, synapses, seed);
    Draws draws = new Draws(seed, Purpose.TRIAL, 2);
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      y[i] = draws.uniform() < Loss.sigmoid(odds.applyAsDouble(x[i])) ? 1 : 0;
    }
    return new Observations(x, y, true);
  }

  /** A cell whose potential is {@code mv} and noise of that spread. */
  static Observations graded(
      int rows, int synapses, ToDoubleFunction<double[]> mv, double noise, long seed) {
    double[][] x = events(rows, synapses, seed);
    Draws draws = new Draws(seed, Purpose.TRIAL, 3);
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      y[i] = mv.applyAsDouble(x[i]) + noise * draws.normal();
    }
    return new Observations(x, y, false);
  }
}
