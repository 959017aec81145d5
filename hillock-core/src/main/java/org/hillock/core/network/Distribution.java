package org.hillock.core.network;

import java.util.function.DoubleSupplier;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.DrawBatch;
import org.hillock.core.random.Draws;

/** What a number is drawn from; every figure is in {@link #unit()}. */
public sealed interface Distribution {

  /** The unit of the numbers drawn. */
  Unit unit();

  /** One number. */
  double draw(Draws draws);

  /** One number at each address of a batch: to the bit what {@link #draw} gives there. */
  default void drawAll(DrawBatch batch, double[] into) {
    for (int i = 0; i < batch.count(); i++) {
      into[i] = draw(batch.stream(i));
    }
  }

  /** The least number that can come, or minus infinity. */
  double least();

  /** The mean of what is drawn, bounds included. */
  double expectation();

  /**
   * What gives {@code factor} times the numbers that this one gives.
   *
   * @param factor above 0
   */
  Distribution times(double factor);

  /** Uniform in [low, high). */
  record Uniform(double low, double high, Unit unit) implements Distribution {
    public Uniform {
      check(low <= high, "uniform: low " + low + " is not <= high " + high);
    }

    @Override
    public double draw(Draws draws) {
      return low + (high - low) * draws.uniform();
    }

    @Override
    public void drawAll(DrawBatch batch, double[] into) {
      batch.uniform(into);
      for (int i = 0; i < batch.count(); i++) {
        into[i] = low + (high - low) * into[i];
      }
    }

    @Override
    public double least() {
      return low;
    }

    @Override
    public double expectation() {
      return low + (high - low) / 2;
    }

    @Override
    public Uniform times(double factor) {
      return new Uniform(low * factor, high * factor, unit);
    }
  }

  /**
   * Normal, drawn again until it falls in [least, most].
   *
   * @param mean before the bounds
   * @param sd standard deviation before the bounds, at least 0
   * @param least lower bound, may be minus infinity
   * @param most upper bound, may be infinity
   */
  record Normal(double mean, double sd, double least, double most, Unit unit)
      implements Distribution {
    public Normal {
      check(sd >= 0, "normal: sd " + sd + " is not >= 0");
      check(least < most, "normal: min " + least + " is not < max " + most);
      check(
          mean + 6 * sd >= least && mean - 6 * sd <= most,
          "normal: min and max leave out all that comes within 6 sd of the mean " + mean);
    }

    @Override
    public double draw(Draws draws) {
      return within(least, most, () -> mean + sd * draws.normal());
    }

    @Override
    public void drawAll(DrawBatch batch, double[] into) {
      batch.normal(into);
      for (int i = 0; i < batch.count(); i++) {
        into[i] = mean + sd * into[i];
      }
      redraw(this, least, most, batch, into);
    }

    @Override
    public double expectation() {
      if (sd == 0) {
        return mean;
      }
      double low = (least - mean) / sd;
      double high = (most - mean) / sd;
      return mean
          + sd
              * (NormalCurve.density(low) - NormalCurve.density(high))
              / NormalCurve.share(low, high);
    }

    @Override
    public Normal times(double factor) {
      return new Normal(mean * factor, sd * factor, least * factor, most * factor, unit);
    }
  }

  /**
   * Log-normal: exp of a normal with mean {@code log(median)} and deviation {@code sigma}, drawn
   * again until it falls in [least, most].
   *
   * @param median before the bounds, above 0
   * @param sigma deviation of the logarithm before the bounds, at least 0
   * @param least lower bound, at least 0
   * @param most upper bound, may be infinity
   */
  record LogNormal(double median, double sigma, double least, double most, Unit unit)
      implements Distribution {
    public LogNormal {
      check(median > 0, "log-normal: median " + median + " is not > 0");
      check(sigma >= 0, "log-normal: sigma " + sigma + " is not >= 0");
      check(least >= 0, "log-normal: min " + least + " is not >= 0");
      check(least < most, "log-normal: min " + least + " is not < max " + most);
      double span = StrictMath.exp(6 * sigma);
      check(
          median * span >= least && median / span <= most,
          "log-normal: min and max leave out all that comes within 6 sigma of the median "
              + median);
    }

    /** Without bounds. */
    public LogNormal(double median, double sigma, Unit unit) {
      this(median, sigma, 0, Double.POSITIVE_INFINITY, unit);
    }

    @Override
    public double draw(Draws draws) {
      return within(least, most, () -> median * StrictMath.exp(sigma * draws.normal()));
    }

    @Override
    public void drawAll(DrawBatch batch, double[] into) {
      batch.normal(into);
      for (int i = 0; i < batch.count(); i++) {
        into[i] = median * StrictMath.exp(sigma * into[i]);
      }
      redraw(this, least, most, batch, into);
    }

    @Override
    public double expectation() {
      if (sigma == 0) {
        return median;
      }
      double low = StrictMath.log(least / median) / sigma;
      double high = StrictMath.log(most / median) / sigma;
      return median
          * StrictMath.exp(sigma * sigma / 2)
          * NormalCurve.share(low - sigma, high - sigma)
          / NormalCurve.share(low, high);
    }

    @Override
    public LogNormal times(double factor) {
      return new LogNormal(median * factor, sigma, least * factor, most * factor, unit);
    }
  }

  /** Exponential with a mean above 0. */
  record Exponential(double mean, Unit unit) implements Distribution {
    public Exponential {
      check(mean > 0, "exponential: mean " + mean + " is not > 0");
    }

    @Override
    public double draw(Draws draws) {
      return mean * draws.exponential();
    }

    @Override
    public double least() {
      return 0;
    }

    @Override
    public double expectation() {
      return mean;
    }

    @Override
    public Exponential times(double factor) {
      return new Exponential(mean * factor, unit);
    }
  }

  /**
   * A count 1, 2, 3, … times a quantity, such as contacts times what one contact does: count k
   * comes with probability p·(1 - p)^(k - 1), p = 1/mean.
   *
   * @param mean of the counts, at least 1
   * @param each what one counts
   */
  record Geometric(double mean, double each, Unit unit) implements Distribution {
    public Geometric {
      check(
          mean >= 1 && mean < Double.POSITIVE_INFINITY,
          "geometric: mean " + mean + " is not >= 1 and finite");
    }

    @Override
    public double draw(Draws draws) {
      return number(draws.uniform(), logMiss());
    }

    @Override
    public void drawAll(DrawBatch batch, double[] into) {
      double logMiss = logMiss();
      batch.uniform(into);
      for (int i = 0; i < batch.count(); i++) {
        into[i] = number(into[i], logMiss);
      }
    }

    /** Minus infinity at mean 1, where the count is always 1. */
    private double logMiss() {
      return StrictMath.log1p(-1 / mean);
    }

    private double number(double uniform, double logMiss) {
      return each * (1 + Math.floor(StrictMath.log(1 - uniform) / logMiss));
    }

    @Override
    public double least() {
      return each >= 0 ? each : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double expectation() {
      return mean * each;
    }

    @Override
    public Geometric times(double factor) {
      return new Geometric(mean, each * factor, unit);
    }
  }

  /** Draws those outside their bounds again, each from the beginning of its stream. */
  private static void redraw(
      Distribution of, double least, double most, DrawBatch batch, double[] into) {
    for (int i = 0; i < batch.count(); i++) {
      if (!(into[i] >= least && into[i] <= most)) {
        into[i] = of.draw(batch.stream(i));
      }
    }
  }

  private static double within(double least, double most, DoubleSupplier once) {
    double x = once.getAsDouble();
    for (int tries = 1; tries < 10_000; tries++) {
      if (x >= least && x <= most) {
        return x;
      }
      x = once.getAsDouble();
    }
    return Math.clamp(x, least, most);
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new UsageException(message);
    }
  }
}
