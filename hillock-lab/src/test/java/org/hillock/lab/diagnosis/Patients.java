package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.SessionOptions;
import org.hillock.lab.Nets;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;

/**
 * Random networks in which one population is ill, or, with the same draws, is not.
 *
 * <p>In time: 200 random sources drive 60 excitatory and 20 inhibitory cells that are wired at
 * random. Without time: an image, a layer that may be ill, an output.
 */
final class Patients {

  static final int EXC = 60;
  private static final Connectivity ALL = new Connectivity.AllToAll(true);

  private Patients() {}

  static Experiment run(Network network, double length) {
    return new Experiment(
        Openable.of(network),
        List.of(),
        length,
        List.of(),
        SessionOptions.seeded(network.seed()).withStepMs(0.5),
        0);
  }

  private static Draws draws(long seed, int about) {
    return new Draws(seed, Purpose.EXPERIMENT, about);
  }

  private static String text(double value, String unit) {
    return String.format(java.util.Locale.ROOT, "%.4f %s", value, unit);
  }

  /**
   * A healthy network in time whose excitatory cells are driven by what is called {@code drive}.
   */
  private static NetworkBuilder around(long seed, String name, NetworkBuilder begun) {
    Draws draws = draws(seed, 1);
    return begun
        .population("exc", EXC, "lif-delta")
        .population("inh", 20, "lif-delta")
        .projection(
            "drive",
            "inh",
            new Connectivity.FixedInDegree(20, false, false),
            p -> p.weight(text(0.14 + 0.04 * draws.uniform(), "mV")))
        .projection("exc", "inh", probable(0.1), p -> p.weight("0.3 mV").delay("1.5 ms"))
        .projection("inh", "exc", probable(0.2), p -> p.weight("-0.5 mV").delay("1 ms"))
        .projection("exc", "exc", probable(0.1), p -> p.weight("0.2 mV").delay("1.5 ms"));
  }

  private static Connectivity probable(double probability) {
    return new Connectivity.PairwiseProbability(probability, false);
  }

  private static NetworkBuilder poisson(long seed, String name) {
    return Network.builder(name)
        .seed(seed)
        .population("drive", 200, "poisson", p -> p.param("rate", "300 Hz"));
  }

  private static NetworkBuilder driven(long seed, String name, double milliVolts) {
    return around(seed, name, poisson(seed, name))
        .projection(
            "drive",
            "exc",
            new Connectivity.FixedInDegree(20, false, false),
            p -> p.weight(text(milliVolts, "mV")));
  }

  private static double usual(long seed) {
    return 0.15 + 0.04 * draws(seed, 2).uniform();
  }

  static Network healthy(long seed) {
    return driven(seed, "healthy", usual(seed)).build();
  }

  /** Too weak a drive, a brake, or too high a threshold: one of the three. */
  static Network silent(long seed) {
    return switch ((int) (seed % 3)) {
      case 0 -> driven(seed, "weak", 0.3 * usual(seed)).build();
      case 1 ->
          driven(seed, "braked", usual(seed))
              .population("brake", 40, "poisson", p -> p.param("rate", "200 Hz"))
              .projection("brake", "exc", ALL, p -> p.weight("-0.4 mV"))
              .build();
      default ->
          around(seed, "high", poisson(seed, "high"))
              .population("deaf", 30, "lif-delta", p -> p.param("v_th", "70 mV"))
              .projection("exc", "deaf", probable(0.2), p -> p.weight("0.5 mV"))
              .projection(
                  "drive",
                  "exc",
                  new Connectivity.FixedInDegree(20, false, false),
                  p -> p.weight(text(usual(seed), "mV")))
              .build();
    };
  }

  static String silentOne(long seed) {
    return seed % 3 == 2 ? "deaf" : "exc";
  }

  /** So strong a drive that each cell fires as soon as it may. */
  static Network saturated(long seed) {
    return driven(seed, "saturated", 12 + 6 * draws(seed, 3).uniform()).build();
  }

  /** Sources that swing with a beat of 15 to 60 Hz, or with none. */
  static Network swinging(long seed, boolean swings) {
    double beat = 15 + 45 * draws(seed, 4).uniform();
    return around(
            seed,
            "swinging",
            Network.builder("swinging")
                .seed(seed)
                .population(
                    "drive",
                    200,
                    "poisson-inhomogeneous",
                    p ->
                        p.param("mean_rate", "300 Hz")
                            .param("depth", swings ? "1" : "0")
                            .param("frequency", text(beat, "Hz"))))
        .projection(
            "drive",
            "exc",
            new Connectivity.FixedInDegree(20, false, false),
            p -> p.weight(text(1.1 * usual(seed), "mV")))
        .build();
  }

  /** Kicks at irregular times: the same for all excitatory cells, or of its own for each. */
  static Network kicked(long seed, boolean together) {
    double[][] times = new double[EXC][];
    for (int n = 0; n < EXC; n++) {
      Draws draws = draws(seed, together ? 5 : 100 + n);
      List<Double> kicks = new ArrayList<>();
      for (double t = 30 * draws.exponential(); t < 600; t += 15 + 30 * draws.exponential()) {
        kicks.add((double) Math.round(t));
      }
      times[n] = kicks.stream().mapToDouble(Double::doubleValue).toArray();
    }
    return driven(seed, "kicked", 0.6 * usual(seed))
        .population("kick", EXC, "spike-list", p -> p.spikes(times))
        .projection(
            "kick", "exc", new Connectivity.OneToOne(), p -> p.weight("25 mV").delay("1 ms"))
        .build();
  }

  /** Excitatory cells that excite each other far too strongly, or weakly. */
  static Network explosive(long seed, boolean strongly) {
    double each = strongly ? 1.5 + draws(seed, 6).uniform() : 0.005;
    return driven(seed, "explosive", usual(seed))
        .projection("loop", "exc", "exc", ALL, p -> p.weight(text(each, "mV")).delay("2 ms"))
        .build();
  }

  private static double[] normal(int count, double sd, long seed, int about) {
    Draws draws = draws(seed, about);
    double[] all = new double[count];
    Arrays.setAll(all, i -> sd * draws.normal());
    return all;
  }

  private static Network layered(
      long seed, String neuron, double[] weights, double[] bias, double[] out) {
    int hidden = bias.length;
    return Network.builder("layers")
        .seed(seed)
        .population("image", weights.length / hidden, "input")
        .population("hidden", hidden, neuron, p -> p.bias(Values.listed(Numbers.of(bias), "")))
        .population("out", out.length / hidden, "identity")
        .projection("image", "hidden", Nets.dense(), Nets.weights(weights))
        .projection("hidden", "out", Nets.dense(), Nets.weights(out))
        .build();
  }

  /** Half of a relu layer, or another share, far below its edge, or none of it. */
  static Network dead(long seed, boolean ill) {
    double[] bias = new double[30];
    Arrays.fill(bias, 0.8);
    double share = 0.3 + 0.7 * draws(seed, 7).uniform();
    for (int n = 0; ill && n < share * bias.length; n++) {
      bias[n] = -9;
    }
    return layered(seed, "relu", normal(600, 0.25, seed, 8), bias, normal(150, 0.3, seed, 9));
  }

  /** A sigmoid or tanh layer with weights far too large, or fitting ones. */
  static Network flat(long seed, boolean ill) {
    return layered(
        seed,
        seed % 2 == 0 ? "sigmoid" : "tanh",
        normal(600, ill ? 40 : 0.3, seed, 8),
        normal(30, 0.1, seed, 10),
        normal(150, 0.3, seed, 9));
  }

  /** A relu layer some of whose neurons have the weights of another, or the same ones shuffled. */
  static Network copied(long seed, boolean ill) {
    double[] weights = normal(600, 0.25, seed, 8);
    double[] bias = new double[30];
    Arrays.fill(bias, 0.8);
    int copies = 1 + draws(seed, 11).below(8);
    for (int k = 0; k < copies; k++) {
      int from = 20 * (2 * k);
      System.arraycopy(weights, from, weights, from + 20, 20);
      if (!ill) {
        int[] order = java.util.stream.IntStream.range(0, 20).toArray();
        draws(seed, 12 + k).shuffle(order);
        for (int i = 0; i < 20; i++) {
          weights[from + 20 + i] = weights[from + order[i]];
        }
      }
    }
    return layered(seed, "relu", weights, bias, normal(150, 0.3, seed, 9));
  }
}
