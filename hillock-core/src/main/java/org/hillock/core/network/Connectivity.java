package org.hillock.core.network;

import org.hillock.core.problem.UsageException;

/**
 * Which neurons of the source reach which of the target.
 *
 * <p>A rule is drawn from the network's seed; the same seed gives the same synapses. An autapse is
 * a synapse of a neuron onto itself; a multapse is a second one between the same two.
 */
public sealed interface Connectivity {

  /** The word for it in a network file. */
  String rule();

  /** A full matrix W of shape [target, source]; row i holds the weights of target neuron i. */
  record Dense() implements Connectivity {
    @Override
    public String rule() {
      return "dense";
    }
  }

  /**
   * A shared kernel slid over the source sheet [height, width, channels]; weights have shape
   * [filters, kernel rows, kernel columns, channels / groups]. A convolution along one direction is
   * one of height 1.
   *
   * @param height kernel rows
   * @param width kernel columns
   * @param stride from one place of the kernel to the next
   * @param padding rows and columns of zeros around the source
   * @param dilation from one row or column of the kernel to the next, in those of the source
   * @param groups into how many equal parts channels and filters are divided, in order; a filter
   *     sees the channels of its part alone
   */
  record Convolution(
      int height, int width, Across stride, Margins padding, Across dilation, int groups)
      implements Connectivity {

    /**
     * Checks itself.
     *
     * @throws UsageException with what is below its least
     */
    public Convolution {
      atLeast("height", height, 1);
      atLeast("width", width, 1);
      stride.requirePositive("stride");
      dilation.requirePositive("dilation");
      atLeast("groups", groups, 1);
    }

    /** The same stride and padding in all directions, no dilation, every filter sees all. */
    public Convolution(int height, int width, int stride, int padding) {
      this(height, width, Across.both(stride), Margins.all(padding), Across.ONE, 1);
    }

    /** One weight for each channel, whatever its place: a scale per channel. */
    public static Convolution perChannel(int channels) {
      return new Convolution(1, 1, Across.ONE, Margins.NONE, Across.ONE, channels);
    }

    @Override
    public String rule() {
      return "convolution";
    }
  }

  /**
   * The largest or the mean value within a window slid over the source sheet [height, width,
   * channels]; channels stay apart, and there are no weights. Where the source ends, a window may
   * reach beyond it as long as it begins within source and padding. The largest is no weighted sum:
   * it is run only as what it is.
   *
   * @param kind largest or mean
   * @param height window rows
   * @param width window columns
   * @param stride from one place of the window to the next
   * @param padding rows and columns around the source that belong to no neuron; narrower than the
   *     window
   * @param countPadding whether the mean divides by places within the padding, too
   */
  record Pooling(
      Kind kind, int height, int width, Across stride, Margins padding, boolean countPadding)
      implements Connectivity {

    /** What is sent on of a window. */
    public enum Kind {
      MAX,
      MEAN
    }

    /**
     * Checks itself.
     *
     * @throws UsageException with what is out of its range
     */
    public Pooling {
      atLeast("height", height, 1);
      atLeast("width", width, 1);
      stride.requirePositive("stride");
      if (countPadding && kind == Kind.MAX) {
        throw new UsageException("count_padding", "is for the mean; the largest counts nothing");
      }
      narrower(Math.max(padding.top(), padding.bottom()), height, "high");
      narrower(Math.max(padding.left(), padding.right()), width, "wide");
    }

    /** Windows side by side, without padding. */
    public static Pooling of(Kind kind, int height, int width) {
      return new Pooling(kind, height, width, new Across(height, width), Margins.NONE, false);
    }

    private static void narrower(int margin, int window, String extent) {
      if (margin >= window) {
        throw new UsageException(
            "padding", margin + " is not less than the window, which is " + window + " " + extent);
      }
    }

    @Override
    public String rule() {
      return kind == Kind.MAX ? "max-pooling" : "mean-pooling";
    }
  }

  /** Listed synapses: {@code pre[k]} reaches {@code post[k]}. */
  record EdgeList(Indices pre, Indices post) implements Connectivity {
    public EdgeList {
      if (pre.size() != post.size()) {
        throw new UsageException(
            "edges: " + pre.size() + " sources but " + post.size() + " targets");
      }
    }

    public static EdgeList of(int[] pre, int[] post) {
      return new EdgeList(Indices.of(pre), Indices.of(post));
    }

    @Override
    public String rule() {
      return "edges";
    }
  }

  /** Neuron i reaches neuron i; both populations have the same size. */
  record OneToOne() implements Connectivity {
    @Override
    public String rule() {
      return "one-to-one";
    }
  }

  /**
   * Neuron i reaches every neuron but neuron i; both populations have the same size. So a partner
   * of one's own, as inhibitory cells may have one, is spared.
   */
  record AllButOwn() implements Connectivity {
    @Override
    public String rule() {
      return "all-but-own";
    }
  }

  /** Every neuron reaches every neuron. */
  record AllToAll(boolean autapses) implements Connectivity {
    @Override
    public String rule() {
      return "all-to-all";
    }
  }

  /** Every target neuron receives {@code inDegree} synapses from sources drawn uniformly. */
  record FixedInDegree(int inDegree, boolean autapses, boolean multapses) implements Connectivity {
    public FixedInDegree {
      atLeast("in_degree", inDegree, 0);
    }

    @Override
    public String rule() {
      return "fixed-in-degree";
    }
  }

  /** {@code total} synapses, source and target of each drawn uniformly. */
  record FixedTotalNumber(long total, boolean autapses, boolean multapses) implements Connectivity {
    public FixedTotalNumber {
      if (total < 0) {
        throw new UsageException("total", total + " is not >= 0");
      }
    }

    @Override
    public String rule() {
      return "fixed-total-number";
    }
  }

  /** Each ordered pair is joined with probability {@code probability}, independently. */
  record PairwiseProbability(double probability, boolean autapses) implements Connectivity {
    public PairwiseProbability {
      if (!(probability >= 0 && probability <= 1)) {
        throw new UsageException("probability", probability + " is not in 0..1");
      }
    }

    @Override
    public String rule() {
      return "pairwise-probability";
    }
  }

  /**
   * {@code total} different pairs; sources are drawn in proportion to a number drawn from {@code
   * outDegree}, targets in proportion to one from {@code inDegree}.
   */
  record DegreeDistribution(
      long total, Distribution outDegree, Distribution inDegree, boolean autapses)
      implements Connectivity {
    public DegreeDistribution {
      if (total < 0) {
        throw new UsageException("total", total + " is not >= 0");
      }
      nonNegative("out_degree", outDegree);
      nonNegative("in_degree", inDegree);
    }

    private static void nonNegative(String name, Distribution distribution) {
      if (distribution.least() < 0) {
        throw new UsageException(
            name, "degrees are drawn from a distribution that can give " + distribution.least());
      }
    }

    @Override
    public String rule() {
      return "degree-distribution";
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new UsageException(name, value + " is not >= " + least);
    }
  }
}
