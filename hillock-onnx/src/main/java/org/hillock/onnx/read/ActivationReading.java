package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Functions of single sums, and softmax over a population. */
final class ActivationReading {

  /** Those that give something else than 0 for 0. */
  private static final Set<String> LIFT_ZERO =
      Set.of("sigmoid", "hard-sigmoid", "softplus", "softmax", "log-softmax");

  private static final double SELU_ALPHA = 1.67326319217681884765625;
  private static final double SELU_GAMMA = 1.05070102214813232421875;
  private static final float QUICK_GELU = 1.702f;

  private ActivationReading() {}

  static void addTo(Map<String, NodeReader> readers) {
    readers.put("Relu", n -> List.of(bent(n, "relu", Map.of())));
    readers.put("Sigmoid", n -> List.of(bent(n, "sigmoid", Map.of())));
    readers.put("Tanh", n -> List.of(bent(n, "tanh", Map.of())));
    readers.put("Softplus", n -> List.of(bent(n, "softplus", Map.of())));
    readers.put("Silu", n -> List.of(bent(n, "silu", Map.of())));
    readers.put("Swish", ActivationReading::swish);
    readers.put("FastGelu", n -> List.of(bent(plusBias(n), "gelu-tanh", Map.of())));
    readers.put("BiasGelu", n -> List.of(bent(plusBias(n), "gelu", Map.of())));
    readers.put("QuickGelu", n -> List.of(sharpened(n, n.attributes().real("alpha", QUICK_GELU))));
    readers.put("Gelu", ActivationReading::gelu);
    readers.put("LeakyRelu", n -> List.of(leaky(n, n.attributes().real("alpha", 0.01f))));
    readers.put("PRelu", ActivationReading::prelu);
    readers.put(
        "Elu",
        n -> List.of(bent(n, "elu", Map.of("alpha", (double) n.attributes().real("alpha", 1)))));
    readers.put("Selu", ActivationReading::selu);
    readers.put("HardSigmoid", ActivationReading::hardSigmoid);
    readers.put("HardSwish", ActivationReading::hardSwish);
    readers.put("Clip", ActivationReading::clip);
    readers.put("Softmax", n -> List.of(softmax(n, "softmax")));
    readers.put("LogSoftmax", n -> List.of(softmax(n, "log-softmax")));
  }

  private static Signal bent(NodeReading node, String model, Map<String, Double> params) {
    return bent(node, node.signal(0), model, params);
  }

  /** A node whose first input has its bias added. */
  private static NodeReading plusBias(NodeReading node) {
    if (!node.has(1)) {
      return node;
    }
    Signal sum = ArithmeticReading.plus(node, node.signal(0), node.fixed(1, "biases"));
    return new NodeReading(
        node.draft(),
        node.node(),
        List.of(sum),
        node.opset(),
        node.shapes(),
        node.hint(),
        node.last());
  }

  static Signal bent(NodeReading node, Signal signal, String model, Map<String, Double> params) {
    Signal read =
        signal.hasZeros() && LIFT_ZERO.contains(model) ? Ownership.gathered(node, signal) : signal;
    boolean settle = read.factor() != 1 && read.exclusive() && read.coversOnce(node.draft());
    return node.draft().bent(node.hint(), settle ? Ownership.own(node, read) : read, model, params);
  }

  private static Signal leaky(NodeReading node, double alpha) {
    return bent(node, "leaky-relu", Map.of("alpha", alpha));
  }

  private static List<Signal> swish(NodeReading node) {
    return List.of(sharpened(node, node.attributes().real("alpha", 1)));
  }

  /** x·sigmoid(βx) = silu(βx) / β. */
  private static Signal sharpened(NodeReading node, float beta) {
    Signal signal = node.signal(0);
    Signal made = bent(node, signal.withFactor(signal.factor() * beta), "silu", Map.of());
    return made.withFactor(made.factor() / beta);
  }

  private static List<Signal> gelu(NodeReading node) {
    boolean rough = node.attributes().text("approximate", "none").equals("tanh");
    return List.of(bent(node, rough ? "gelu-tanh" : "gelu", Map.of()));
  }

  private static List<Signal> prelu(NodeReading node) {
    OptionalDouble slope = node.fixed(1, "slopes").same();
    if (slope.isEmpty()) {
      throw new NotRepresentable("its slope differs from channel to channel");
    }
    return List.of(leaky(node, slope.getAsDouble()));
  }

  private static List<Signal> selu(NodeReading node) {
    double alpha = node.attributes().real("alpha", (float) SELU_ALPHA);
    double gamma = node.attributes().real("gamma", (float) SELU_GAMMA);
    Signal made = bent(node, "elu", Map.of("alpha", alpha));
    return List.of(made.withFactor(made.factor() * gamma));
  }

  private static List<Signal> hardSigmoid(NodeReading node) {
    double alpha = node.attributes().real("alpha", 0.2f);
    double beta = node.attributes().real("beta", 0.5f);
    return List.of(bent(node, "hard-sigmoid", Map.of("alpha", alpha, "beta", beta)));
  }

  /** x · hard-sigmoid(x) with slope 1/6. */
  private static List<Signal> hardSwish(NodeReading node) {
    Signal signal = node.signal(0).shared();
    Signal gate = bent(node, signal, "hard-sigmoid", Map.of("alpha", 1.0 / 6, "beta", 0.5));
    return List.of(ArithmeticReading.multiplied(node, signal, gate));
  }

  /** Between two bounds: a hard sigmoid, stretched; above 0 alone: a ReLU. */
  private static List<Value> clip(NodeReading node) {
    double least = bound(node, "min", 1, Double.NEGATIVE_INFINITY);
    double most = bound(node, "max", 2, Double.POSITIVE_INFINITY);
    if (node.input(0) instanceof Fixed fixed) {
      return List.of(fixed.map(x -> Math.min(most, Math.max(least, x))));
    }
    boolean open = most >= Float.MAX_VALUE;
    if (open && least == 0) {
      return List.of(bent(node, "relu", Map.of()));
    }
    if (open || least <= -Float.MAX_VALUE || !(least < most)) {
      throw new NotRepresentable("it is bounded to " + least + ".." + most);
    }
    double width = most - least;
    Signal gate = bent(node, "hard-sigmoid", Map.of("alpha", 1 / width, "beta", -least / width));
    Signal wide = gate.withFactor(gate.factor() * width);
    Fixed shift = new Fixed(new int[0], new double[] {least});
    return List.of(ArithmeticReading.plus(node, wide, shift));
  }

  private static double bound(NodeReading node, String attribute, int input, double otherwise) {
    if (node.attributes().has(attribute)) {
      return node.attributes().real(attribute, 0);
    }
    return node.optional(input, attribute).map(f -> f.numbers()[0]).orElse(otherwise);
  }

  private static Signal softmax(NodeReading node, String model) {
    Signal signal = node.signal(0);
    int[] dims = signal.dims();
    int axis = node.axis(node.attributes().whole("axis", node.opset() >= 13 ? -1 : 1), dims.length);
    int group =
        node.opset() >= 13 ? dims[axis] : Value.count(Arrays.copyOfRange(dims, axis, dims.length));
    if (group != signal.cells().length) {
      throw new NotRepresentable(
          "it is taken over groups of "
              + group
              + " among "
              + signal.cells().length
              + " neurons; a population has one softmax");
    }
    boolean whole = signal.coversOnce(node.draft()) && signal.populations().size() == 1;
    return bent(node, whole ? signal : Ownership.gathered(node, signal), model, Map.of());
  }
}
