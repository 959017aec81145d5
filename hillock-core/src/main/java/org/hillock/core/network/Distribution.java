package org.hillock.core.network;

import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;

/** What a number is drawn from; every figure is in {@link #unit()}. */
public sealed interface Distribution {

  /** The unit of the numbers drawn. */
  Unit unit();

  /** One number. */
  double draw(Draws draws);

  /** The least number that can come, or minus infinity. */
  double least();

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
    public double least() {
      return low;
    }
  }

  /**
   * Normal, drawn again until it falls in [least, most].
   *
   * @param least lower bound, may be minus infinity
   * @param most upper bound, may be infinity
   */
  record Normal(double mean, double sd, double least, double most, Unit unit)
      implements Distribution {
    private static final int TRIES = 10_000;

    public Normal {
      check(sd >= 0, "normal: sd " + sd + " is not >= 0");
      check(least < most, "normal: min " + least + " is not < max " + most);
      check(
          mean + 6 * sd >= least && mean - 6 * sd <= most,
          "normal: min and max leave out all that comes within 6 sd of the mean " + mean);
    }

    @Override
    public double draw(Draws draws) {
      double x = mean;
      for (int i = 0; i < TRIES; i++) {
        x = mean + sd * draws.normal();
        if (x >= least && x <= most) {
          return x;
        }
      }
      return Math.clamp(x, least, most);
    }
  }

  /** Log-normal: exp of a normal with mean {@code log(median)} and deviation {@code sigma}. */
  record LogNormal(double median, double sigma, Unit unit) implements Distribution {
    public LogNormal {
      check(median > 0, "log-normal: median " + median + " is not > 0");
      check(sigma >= 0, "log-normal: sigma " + sigma + " is not >= 0");
    }

    @Override
    public double draw(Draws draws) {
      return median * StrictMath.exp(sigma * draws.normal());
    }

    @Override
    public double least() {
      return 0;
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
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new UsageException(message);
    }
  }
}
