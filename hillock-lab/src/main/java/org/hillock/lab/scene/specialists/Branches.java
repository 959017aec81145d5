package org.hillock.lab.scene.specialists;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;

/** A network of two equal branches, and things of four forms in four colours to tell apart. */
final class Branches {

  static final int UNITS = 16;
  static final int KINDS = 4;
  static final List<String> READ = List.of("left2", "right2");
  private static final int HALF = 10;
  private static final double NOISE = 0.3;

  /**
   * Weights begin at a third of what keeps signals equally strong: then what one branch has begun
   * to learn it learns faster than the other, as pathways of several layers do (Shi, Shea-Brown and
   * Buice 2022).
   */
  private static final double SMALL = 1.0 / 3;

  private Branches() {}

  /** Both branches hear all inputs, and both reach all answers. */
  static Network network(long seed) {
    return network(seed, true);
  }

  /** The left branch hears of the form alone, the right one of the colour. */
  static Network apart(long seed) {
    return network(seed, false);
  }

  private static Connectivity heard(boolean all, boolean left) {
    if (all) {
      return new Connectivity.Dense();
    }
    int[] pre = new int[HALF * UNITS];
    int[] post = new int[pre.length];
    for (int k = 0; k < pre.length; k++) {
      post[k] = k / HALF;
      pre[k] = k % HALF + (left ? 0 : HALF);
    }
    return Connectivity.EdgeList.of(pre, post);
  }

  private static Network network(long seed, boolean all) {
    NetworkBuilder builder =
        Network.builder("branches")
            .seed(seed)
            .population("features", new Shape(List.of(1, 2 * HALF, 1)), "input", p -> p);
    for (String branch : List.of("left", "right")) {
      builder
          .population(branch + "1", UNITS, "relu", p -> p.bias(Values.constant(0)))
          .population(branch + "2", UNITS, "relu", p -> p.bias(Values.constant(0)))
          .projection(
              "features",
              branch + "1",
              heard(all, branch.equals("left")),
              drawn(all ? 2 * HALF : HALF))
          .projection(branch + "1", branch + "2", new Connectivity.Dense(), drawn(UNITS));
    }
    return builder
        .population("out", KINDS * KINDS, "softmax", p -> p.bias(Values.constant(0)))
        .projection("left2", "out", new Connectivity.Dense(), drawn(UNITS))
        .projection("right2", "out", new Connectivity.Dense(), drawn(UNITS))
        .decision(new Decision.LargestValue("out"))
        .build();
  }

  private static UnaryOperator<NetworkBuilder.ProjectionParts> drawn(int fanIn) {
    return p ->
        p.weight(
                Values.drawn(
                    new Distribution.Normal(
                        0,
                        SMALL * Math.sqrt(2.0 / fanIn),
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        Unit.NONE)))
            .learning(new LearningRule("backpropagation", Map.of()));
  }

  /**
   * Things: label = 4·form + colour; the form is in ten of the inputs, the colour in the others.
   */
  static Dataset things(int count, long seed, long stream) {
    double[][] prototypes = new double[2 * KINDS][HALF];
    for (int k = 0; k < prototypes.length; k++) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 91, k);
      for (int i = 0; i < HALF; i++) {
        prototypes[k][i] = draws.normal();
      }
    }
    float[][] images = new float[count][2 * HALF];
    int[] labels = new int[count];
    for (int n = 0; n < count; n++) {
      labels[n] = n % (KINDS * KINDS);
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, stream, n);
      double[] form = prototypes[labels[n] / KINDS];
      double[] colour = prototypes[KINDS + labels[n] % KINDS];
      for (int i = 0; i < HALF; i++) {
        images[n][i] = (float) (form[i] + NOISE * draws.normal());
        images[n][HALF + i] = (float) (colour[i] + NOISE * draws.normal());
      }
    }
    return new Dataset(
        "things", new Shape(List.of(1, 2 * HALF, 1)), images, labels, KINDS * KINDS, "drawn here");
  }

  /** The same things with the labels dealt out anew. */
  static Dataset shuffled(Dataset data, long seed) {
    int[] labels = data.labels().clone();
    new Draws(seed, Purpose.EXPERIMENT, 92).shuffle(labels);
    return new Dataset(
        data.name(), data.shape(), data.images(), labels, data.classes(), data.attribution());
  }
}
