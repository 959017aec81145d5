package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.hillock.core.random.Draws;

/**
 * Which images were answered right at each level of damage, for each draw of damaged neurons. The
 * same images are asked about throughout, so answers vary in two ways at once: over images and over
 * draws.
 *
 * @param right by level, draw and image; at least one draw at each level, all of the same images
 */
record SilencedAnswers(boolean[][][] right) {

  private static final int RESAMPLES = 400;

  /** Share of right answers at each level, mean over draws. */
  double[] accuracy() {
    double[] accuracy = new double[right.length];
    for (int level = 0; level < accuracy.length; level++) {
      for (boolean[] draw : right[level]) {
        accuracy[level] += share(draw) / right[level].length;
      }
    }
    return accuracy;
  }

  /**
   * The interval of a number read off the curve. Its variance is that over images resampled, plus
   * that over draws resampled, less that of single answers, which both hold (Cameron, Gelbach and
   * Miller 2011, doi 10.1198/jbes.2010.07136). So few draws are there that one fewer than there are
   * is resampled, which keeps the variance of their mean right (Rao and Wu 1988, doi
   * 10.1080/01621459.1988.10478591). Where each level has one draw, what these do cannot be seen,
   * and the interval says that it is over images alone.
   *
   * @param least value that the number can take
   * @param most the largest
   */
  Measurement.Interval interval(
      ToDoubleFunction<double[]> number, double least, double most, Draws draws) {
    double value = number.applyAsDouble(accuracy());
    double variance =
        both(
            resampled(number, () -> otherImages(draws)),
            resampled(number, () -> otherDraws(draws)),
            resampled(number, () -> otherAnswers(draws)));
    double half = Confidence.NORMAL * Math.sqrt(variance);
    return new Measurement.Interval(
        Math.max(least, value - half), Math.min(most, value + half), "95 % over " + over());
  }

  /** Of two ways of varying that have the variance of single answers in common. */
  private static double both(double images, double draws, double answers) {
    return Math.max(Math.max(images, draws), images + draws - answers);
  }

  private static double resampled(ToDoubleFunction<double[]> number, Supplier<double[]> curve) {
    double[] again = new double[RESAMPLES];
    Arrays.setAll(again, _ -> number.applyAsDouble(curve.get()));
    return RESAMPLES * ofMean(again);
  }

  private double[] otherImages(Draws draws) {
    double[] weights = new double[images()];
    for (int i = 0; i < weights.length; i++) {
      weights[draws.below(weights.length)] += 1.0 / weights.length;
    }
    double[] curve = new double[right.length];
    for (int level = 0; level < curve.length; level++) {
      for (boolean[] draw : right[level]) {
        curve[level] += share(draw, weights) / right[level].length;
      }
    }
    return curve;
  }

  private double[] otherDraws(Draws draws) {
    double[] curve = new double[right.length];
    for (int level = 0; level < curve.length; level++) {
      boolean[][] all = right[level];
      int taken = Math.max(1, all.length - 1);
      for (int k = 0; k < taken; k++) {
        curve[level] += share(all[draws.below(all.length)]) / taken;
      }
    }
    return curve;
  }

  /** As if every answer were one of its own, at levels with several draws. */
  private double[] otherAnswers(Draws draws) {
    double[] curve = accuracy();
    for (int level = 0; level < curve.length; level++) {
      curve[level] += Math.sqrt(ofAnswers(right[level])) * draws.normal();
    }
    return curve;
  }

  /** Variance of the mean of single answers; 0 of one draw, where there are no others. */
  private static double ofAnswers(boolean[][] draws) {
    double variance = 0;
    for (boolean[] draw : draws) {
      double share = share(draw);
      variance += share * (1 - share) / draw.length / draws.length / draws.length;
    }
    return draws.length < 2 ? 0 : variance;
  }

  /**
   * Around each point of the curve: Wilson's, over as many independent answers as leave the
   * variance that images and draws make together.
   */
  List<Measurement.Interval> band() {
    double[] accuracy = accuracy();
    List<Measurement.Interval> band = new ArrayList<>();
    for (int level = 0; level < accuracy.length; level++) {
      double[] byDraw = Arrays.stream(right[level]).mapToDouble(SilencedAnswers::share).toArray();
      double variance =
          both(ofMean(byImage(right[level])), ofMean(byDraw), ofAnswers(right[level]));
      band.add(
          Confidence.ofShare(
              accuracy[level], variance, Math.max(1, images() - 1), images(), over()));
    }
    return band;
  }

  private int images() {
    return right[0][0].length;
  }

  private String over() {
    int draws = Arrays.stream(right).mapToInt(level -> level.length).max().orElse(1);
    return images()
        + " images"
        + (draws > 1 ? " and " + draws + " draws of neurons" : ", one draw of neurons");
  }

  /** How often each image was answered right, 0..1. */
  private static double[] byImage(boolean[][] draws) {
    double[] right = new double[draws[0].length];
    for (boolean[] draw : draws) {
      for (int i = 0; i < right.length; i++) {
        right[i] += draw[i] ? 1.0 / draws.length : 0;
      }
    }
    return right;
  }

  /** Variance of the mean of independent values; 0 of one alone. */
  private static double ofMean(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return values.length < 2 ? 0 : squares / (values.length - 1) / values.length;
  }

  private static double share(boolean[] right) {
    int count = 0;
    for (boolean is : right) {
      count += is ? 1 : 0;
    }
    return right.length == 0 ? 0 : (double) count / right.length;
  }

  private static double share(boolean[] right, double[] weights) {
    double share = 0;
    for (int i = 0; i < right.length; i++) {
      share += right[i] ? weights[i] : 0;
    }
    return share;
  }
}
