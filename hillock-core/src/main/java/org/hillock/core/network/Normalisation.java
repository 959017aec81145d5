package org.hillock.core.network;

import org.hillock.core.problem.UsageException;

/**
 * What is done to the values that a population sends, as a group, before a projection weighs them.
 *
 * <p>Gain and bias that usually go with it are no part of it: the gain is the projection's weights
 * ({@code one-to-one}, or for one number per channel a {@code convolution} of 1×1 with as many
 * groups as channels), the bias is that of the target.
 */
public sealed interface Normalisation {

  /** The word for it in a network file. */
  String word();

  /**
   * What the projection weighs, in plain arithmetic.
   *
   * @param sent one number for each neuron of the source
   * @param shape of the source
   */
  double[] of(double[] sent, Shape shape);

  /** Nothing is done. */
  static Normalisation none() {
    return None.ONLY;
  }

  /** See {@link RootMeanSquare}. */
  static Normalisation rms() {
    return RootMeanSquare.ONLY;
  }

  /** Nothing is done. */
  record None() implements Normalisation {
    private static final None ONLY = new None();

    @Override
    public String word() {
      return "none";
    }

    @Override
    public double[] of(double[] sent, Shape shape) {
      return sent;
    }
  }

  /**
   * Divided by their root mean square (plus {@value #FLOOR}), so that only the pattern goes on and
   * not its strength: what Forward-Forward needs between layers (Hinton 2022, arXiv:2212.13345).
   */
  record RootMeanSquare() implements Normalisation {

    /** Added to the root mean square before dividing, so that a silent population gives 0. */
    public static final double FLOOR = 1e-8;

    private static final RootMeanSquare ONLY = new RootMeanSquare();

    @Override
    public String word() {
      return "rms";
    }

    @Override
    public double[] of(double[] sent, Shape shape) {
      double squares = 0;
      for (double value : sent) {
        squares += value * value;
      }
      double scale = 1 / (Math.sqrt(squares / sent.length) + FLOOR);
      double[] heard = new double[sent.length];
      for (int i = 0; i < heard.length; i++) {
        heard[i] = sent[i] * scale;
      }
      return heard;
    }
  }

  /**
   * Less their mean and divided by √(variance + ε), for each input by itself (Ba, Kiros, Hinton
   * 2016, arXiv:1607.06450).
   *
   * @param epsilon ε, above 0
   * @param over which values form a group
   */
  record Layer(double epsilon, Over over) implements Normalisation {

    /** ε where none is given. */
    public static final double STANDARD_EPSILON = 1e-5;

    /** Which values form a group. */
    public enum Over {
      /** All neurons of the source. */
      NEURONS,
      /** The channels at each place. */
      CHANNELS
    }

    /**
     * Checks itself.
     *
     * @throws UsageException where ε is not above 0
     */
    public Layer {
      requirePositive("epsilon", epsilon);
    }

    @Override
    public String word() {
      return "layer";
    }

    @Override
    public double[] of(double[] sent, Shape shape) {
      int group = over == Over.NEURONS ? sent.length : shape.channels();
      double[] heard = new double[sent.length];
      for (int from = 0; from < sent.length; from += group) {
        double mean = 0;
        for (int i = from; i < from + group; i++) {
          mean += sent[i] / group;
        }
        double variance = 0;
        for (int i = from; i < from + group; i++) {
          variance += (sent[i] - mean) * (sent[i] - mean) / group;
        }
        double scale = 1 / Math.sqrt(variance + epsilon);
        for (int i = from; i < from + group; i++) {
          heard[i] = (sent[i] - mean) * scale;
        }
      }
      return heard;
    }
  }

  /**
   * Less the mean of their channel and divided by √(its variance + ε), both as the network has them
   * stored (Ioffe, Szegedy 2015, arXiv:1502.03167). While it is trained, mean and variance of the
   * batch stand in their place, over all places and inputs, and the stored ones follow: new = (1 -
   * momentum) · old + momentum · that of the batch, the variance with n - 1.
   *
   * @param mean of each channel of the source
   * @param variance of each channel, at least 0
   * @param epsilon ε, above 0
   * @param momentum 0..1
   */
  record Batch(Numbers mean, Numbers variance, double epsilon, double momentum)
      implements Normalisation {

    /** ε where none is given. */
    public static final double STANDARD_EPSILON = 1e-5;

    /** Momentum where none is given. */
    public static final double STANDARD_MOMENTUM = 0.1;

    /**
     * Checks itself.
     *
     * @throws UsageException with the number that is out of its range
     */
    public Batch {
      requirePositive("epsilon", epsilon);
      if (!(momentum >= 0 && momentum <= 1)) {
        throw new UsageException("momentum", momentum + " is not in 0..1");
      }
      if (mean.size() != variance.size()) {
        throw new UsageException(
            "variance", "lists " + variance.size() + " numbers beside " + mean.size() + " means");
      }
      for (int c = 0; c < variance.size(); c++) {
        if (variance.get(c) < 0) {
          throw new UsageException("variance[" + c + "]", variance.get(c) + " is not >= 0");
        }
      }
    }

    /** Mean 0 and variance 1 of so many channels: before anything was learnt. */
    public static Batch fresh(int channels) {
      double[] ones = new double[channels];
      java.util.Arrays.fill(ones, 1);
      return new Batch(
          Numbers.of(new double[channels]), Numbers.of(ones), STANDARD_EPSILON, STANDARD_MOMENTUM);
    }

    @Override
    public String word() {
      return "batch";
    }

    /** What a channel's values are multiplied with. */
    public double scale(int channel) {
      return 1 / Math.sqrt(variance.get(channel) + epsilon);
    }

    @Override
    public double[] of(double[] sent, Shape shape) {
      double[] heard = new double[sent.length];
      for (int i = 0; i < heard.length; i++) {
        int channel = i % mean.size();
        heard[i] = (sent[i] - mean.get(channel)) * scale(channel);
      }
      return heard;
    }

    void check(String path, Population from) {
      if (mean.size() != from.shape().channels()) {
        throw new UsageException(
            path + ".mean",
            "lists "
                + mean.size()
                + " numbers, but '"
                + from.name()
                + "' ("
                + from.shape()
                + ") has "
                + from.shape().channels()
                + " channels");
      }
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new UsageException(name, value + " is not > 0");
    }
  }
}
