package org.hillock.lab.summation;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/**
 * A network of two layers: hidden units, each the tanh of a weighted sum, and one unit that adds
 * them up. One hidden unit is one sum with a nonlinearity of either sign and any steepness.
 */
public final class HiddenLayer implements Predictor {

  private final Standard standard;
  private final int units;
  private final double[] at;
  private final double centre;
  private final double scale;

  private HiddenLayer(Standard standard, int units, double[] at, double centre, double scale) {
    this.standard = standard;
    this.units = units;
    this.at = at;
    this.centre = centre;
    this.scale = scale;
  }

  /**
   * How it is fitted.
   *
   * @param ridge times half the squared weights is added to the mean loss; biases go free
   * @param starts so often with other weights drawn; the fit of least loss counts
   * @param mostSteps of each
   * @param seed of the draws
   */
  public record Effort(double ridge, int starts, int mostSteps, long seed) {

    /** Three starts of at most 400 steps. */
    public static Effort usual(long seed) {
      return new Effort(1e-4, 3, 400, seed);
    }
  }

  /**
   * Fits one of {@code units} hidden units by limited-memory BFGS on all rows at once; the same
   * effort gives the same bits.
   *
   * @param units at least 1
   */
  public static HiddenLayer fit(Observations seen, int units, Effort effort) {
    if (units < 1) {
      throw new IllegalArgumentException(units + " hidden units");
    }
    Standard standard = Standard.of(seen);
    Objective objective = Objective.of(seen, standard.all(seen), units, effort.ridge());
    double[] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < effort.starts(); start++) {
      double[] from = objective.drawn(new Draws(effort.seed(), Purpose.TRAINING, units, start));
      double[] fitted = Minimiser.minimise(objective, from, effort.mostSteps());
      double value = objective.at(fitted, new double[fitted.length]);
      if (value < least) {
        least = value;
        best = fitted;
      }
    }
    return new HiddenLayer(standard, units, best, objective.centre, objective.scale);
  }

  @Override
  public double score(double[] inputs) {
    return centre + scale * sum(at, standard.of(inputs), units, new double[units]);
  }

  @Override
  public int parameters() {
    return at.length;
  }

  /** Hidden units. */
  public int units() {
    return units;
  }

  /**
   * The output; by unit, parameters are the weights of its inputs, its bias and its weight; the
   * last is the output's bias.
   */
  private static double sum(double[] at, double[] x, int units, double[] hidden) {
    int width = x.length + 2;
    double out = at[units * width];
    for (int u = 0; u < units; u++) {
      int from = u * width;
      double in = at[from + x.length];
      for (int k = 0; k < x.length; k++) {
        in += at[from + k] * x[k];
      }
      hidden[u] = StrictMath.tanh(in);
      out += at[from + x.length + 1] * hidden[u];
    }
    return out;
  }

  /** Mean loss with its ridge, against all parameters. */
  static final class Objective implements Minimiser.Smooth {

    private final Loss loss;
    private final double[][] x;
    private final double[] y;
    private final int units;
    private final double ridge;
    private final double centre;
    private final double scale;

    private Objective(
        Loss loss, double[][] x, double[] y, int units, double ridge, double centre, double scale) {
      this.loss = loss;
      this.x = x;
      this.y = y;
      this.units = units;
      this.ridge = ridge;
      this.centre = centre;
      this.scale = scale;
    }

    /** Potentials are brought to mean 0 and spread 1, so that one ridge fits all. */
    static Objective of(Observations seen, double[][] x, int units, double ridge) {
      if (seen.spikes()) {
        return new Objective(Loss.SPIKES, x, seen.outputs(), units, ridge, 0, 1);
      }
      double mean = seen.mean();
      double squares = 0;
      for (double y : seen.outputs()) {
        squares += (y - mean) * (y - mean) / seen.rows();
      }
      double spread = Math.sqrt(squares);
      double[] y = seen.outputs().clone();
      for (int i = 0; i < y.length; i++) {
        y[i] = (y[i] - mean) / spread;
      }
      return new Objective(Loss.POTENTIALS, x, y, units, ridge, mean, spread);
    }

    /** Weights that make sums of spread 1, and small ones behind them. */
    double[] drawn(Draws draws) {
      int synapses = x[0].length;
      int width = synapses + 2;
      double[] from = new double[units * width + 1];
      for (int u = 0; u < units; u++) {
        for (int k = 0; k < synapses; k++) {
          from[u * width + k] = draws.normal() / Math.sqrt(synapses);
        }
        from[u * width + synapses] = 0.5 * draws.normal();
        from[u * width + synapses + 1] = draws.normal() / Math.sqrt(units);
      }
      double mean = 0;
      for (double each : y) {
        mean += each / y.length;
      }
      from[units * width] = loss.constant(mean);
      return from;
    }

    @Override
    public double at(double[] at, double[] slopes) {
      int synapses = x[0].length;
      int width = synapses + 2;
      java.util.Arrays.fill(slopes, 0);
      double[] hidden = new double[units];
      double value = 0;
      for (int i = 0; i < y.length; i++) {
        double score = sum(at, x[i], units, hidden);
        value += loss.of(score, y[i]) / y.length;
        double back = loss.slope(score, y[i]) / y.length;
        slopes[units * width] += back;
        for (int u = 0; u < units; u++) {
          int from = u * width;
          slopes[from + synapses + 1] += back * hidden[u];
          double inner = back * at[from + synapses + 1] * (1 - hidden[u] * hidden[u]);
          slopes[from + synapses] += inner;
          for (int k = 0; k < synapses; k++) {
            slopes[from + k] += inner * x[i][k];
          }
        }
      }
      for (int p = 0; p < units * width; p++) {
        if (p % width != synapses) {
          value += ridge / 2 * at[p] * at[p];
          slopes[p] += ridge * at[p];
        }
      }
      return value;
    }
  }
}
