package org.hillock.lab.summation;

import java.util.Arrays;

/**
 * One weighted sum, Σ w·a + b: what an axon hillock is said to do. Where it predicts spikes, a
 * sigmoid of it is their probability (logistic regression); where it predicts potentials it is the
 * potential.
 *
 * @param weights by synapse, for one event each
 * @param bias without any event
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record WeightedSum(double[] weights, double bias) implements Predictor {

  private static final int MOST_STEPS = 100;

  /**
   * The best one: least mean loss plus half the ridge times the square of the weights (of inputs
   * with spread 1; the bias goes free). Newton's method, which for logistic regression is
   * iteratively reweighted least squares; steps are halved where they overshoot. The problem has
   * one minimum, so nothing is drawn.
   *
   * @param ridge above 0; keeps weights finite where spikes can be told without error
   */
  public static WeightedSum fit(Observations seen, double ridge) {
    Standard standard = Standard.of(seen);
    double[][] x = standard.all(seen);
    Loss loss = Loss.of(seen);
    int n = seen.synapses();
    double[] at = new double[n + 1];
    at[n] = loss.constant(seen.mean());
    double value = value(loss, x, seen.outputs(), ridge, at);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] move = newton(loss, x, seen.outputs(), ridge, at);
      double share = 1;
      double[] next = moved(at, move, share);
      double less = value(loss, x, seen.outputs(), ridge, next);
      while (less > value && share > 1e-6) {
        share /= 2;
        next = moved(at, move, share);
        less = value(loss, x, seen.outputs(), ridge, next);
      }
      if (!(less < value)) {
        break;
      }
      at = next;
      value = less;
    }
    double[] weights = Arrays.copyOf(at, n);
    double bias = at[n];
    for (int k = 0; k < n; k++) {
      weights[k] /= standard.spread()[k];
      bias -= weights[k] * standard.mean()[k];
    }
    return new WeightedSum(weights, bias);
  }

  private static double[] moved(double[] at, double[] move, double share) {
    double[] next = at.clone();
    for (int k = 0; k < next.length; k++) {
      next[k] -= share * move[k];
    }
    return next;
  }

  private static double score(double[] row, double[] at) {
    double sum = at[row.length];
    for (int k = 0; k < row.length; k++) {
      sum += at[k] * row[k];
    }
    return sum;
  }

  private static double value(Loss loss, double[][] x, double[] y, double ridge, double[] at) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += loss.of(score(x[i], at), y[i]);
    }
    double squares = 0;
    for (int k = 0; k < at.length - 1; k++) {
      squares += at[k] * at[k];
    }
    return sum / y.length + ridge / 2 * squares;
  }

  /** The gradient over the second derivatives. */
  private static double[] newton(Loss loss, double[][] x, double[] y, double ridge, double[] at) {
    int n = at.length - 1;
    double[] slope = new double[n + 1];
    double[][] bend = new double[n + 1][n + 1];
    for (int i = 0; i < y.length; i++) {
      double s = score(x[i], at);
      double g = loss.slope(s, y[i]) / y.length;
      double h = loss.bend(s) / y.length;
      for (int j = 0; j <= n; j++) {
        double xj = j < n ? x[i][j] : 1;
        slope[j] += g * xj;
        for (int k = 0; k <= j; k++) {
          bend[j][k] += h * xj * (k < n ? x[i][k] : 1);
        }
      }
    }
    for (int k = 0; k < n; k++) {
      slope[k] += ridge * at[k];
      bend[k][k] += ridge;
    }
    bend[n][n] += 1e-12; // where all scores are far off, the bias would have no curvature
    Cholesky.solve(bend, slope);
    return slope;
  }

  @Override
  public double score(double[] inputs) {
    double sum = bias;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * inputs[k];
    }
    return sum;
  }

  @Override
  public int parameters() {
    return weights.length + 1;
  }
}
