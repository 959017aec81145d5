package org.hillock.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Network;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Purpose;
import org.hillock.core.wiring.Slide;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.onnx.proto.AttributeProto;

/** The nodes of what projections bring to one population. */
final class ProjectionNodes {

  private final Network network;
  private final Nodes nodes;
  private final Population to;
  private final boolean alone;
  private final Layout target;

  /**
   * Writes into a graph.
   *
   * @param alone whether the population hears one projection only, so that its weights are called
   *     after it
   */
  ProjectionNodes(Network network, Nodes nodes, Population to, boolean alone) {
    this.network = network;
    this.nodes = nodes;
    this.to = to;
    this.alone = alone;
    target = new Layout(to.shape());
  }

  /** Whether the node of a projection can add the biases, too. */
  static boolean takesBias(Projection projection, Population to, double[] bias) {
    return switch (projection.connectivity()) {
      case Pooling _, OneToOne _ -> false;
      case Convolution _ -> {
        int channels = to.shape().channels();
        boolean same = true;
        for (int i = channels; i < bias.length; i++) {
          same &= bias[i] == bias[i % channels];
        }
        yield same;
      }
      default -> true;
    };
  }

  /** Adds the nodes of a projection and gives the name of what it brings. */
  String write(Projection projection, String value, Optional<double[]> bias) {
    Population from = network.population(projection.from());
    Layout source = new Layout(from.shape());
    String heard = normalised(projection, from, value);
    return switch (projection.connectivity()) {
      case Convolution rule -> convolution(projection, rule, from, heard, bias);
      case Pooling rule -> pooling(projection, rule, from, heard);
      case OneToOne _ -> each(projection, source, heard);
      default -> full(projection, source, heard, bias);
    };
  }

  private String named(Projection projection, String part) {
    return (alone ? to.name() : projection.name()) + part;
  }

  private double[] weights(Projection projection, int count) {
    double gain = network.gain(to.name());
    double[] all =
        projection
            .weights()
            .resolve(
                count, Unit.NONE, network.seed(), Purpose.WEIGHT, network.pathwayIndex(projection));
    for (int i = 0; i < all.length; i++) {
      all[i] *= gain;
    }
    return all;
  }

  private String convolution(
      Projection projection,
      Convolution rule,
      Population from,
      String heard,
      Optional<double[]> bias) {
    int count = Math.toIntExact(SynapseCount.parameters(rule, from.shape(), to.shape()));
    double[] plain = weights(projection, count);
    int seen = from.shape().channels() / rule.groups();
    int filters = to.shape().channels();
    int places = rule.height() * rule.width();
    double[] turned = new double[count];
    for (int m = 0; m < filters; m++) {
      for (int place = 0; place < places; place++) {
        for (int c = 0; c < seen; c++) {
          turned[(m * seen + c) * places + place] = plain[(m * places + place) * seen + c];
        }
      }
    }
    List<String> inputs = new ArrayList<>();
    inputs.add(heard);
    inputs.add(
        nodes.weights(
            named(projection, ".weight"), turned, filters, seen, rule.height(), rule.width()));
    bias.ifPresent(b ->
        inputs.add(
            nodes.weights(to.name() + ".bias", java.util.Arrays.copyOf(b, filters), filters)));
    return nodes.add(
        "Conv",
        named(projection, "_sum"),
        inputs,
        List.of(
            Nodes.wholes("kernel_shape", List.of(rule.height(), rule.width())),
            Nodes.wholes("strides", List.of(rule.stride().vertical(), rule.stride().horizontal())),
            Nodes.wholes(
                "dilations", List.of(rule.dilation().vertical(), rule.dilation().horizontal())),
            Nodes.wholes(
                "pads",
                List.of(
                    rule.padding().top(),
                    rule.padding().left(),
                    rule.padding().bottom(),
                    rule.padding().right())),
            Nodes.whole("group", rule.groups())));
  }

  /**
   * A window that reaches beyond the sheet does so in rows and columns that are added as margin.
   */
  private String pooling(Projection projection, Pooling rule, Population from, String heard) {
    boolean down = to.shape().extents().get(0) > Slide.down(rule, from.shape()).places();
    boolean along = to.shape().extents().get(1) > Slide.along(rule, from.shape()).places();
    boolean mean = rule.kind() == Pooling.Kind.MEAN;
    List<AttributeProto> attributes = new ArrayList<>();
    attributes.add(Nodes.wholes("kernel_shape", List.of(rule.height(), rule.width())));
    attributes.add(
        Nodes.wholes("strides", List.of(rule.stride().vertical(), rule.stride().horizontal())));
    attributes.add(
        Nodes.wholes(
            "pads",
            List.of(
                rule.padding().top(),
                rule.padding().left(),
                rule.padding().bottom(),
                rule.padding().right())));
    if (down || along) {
      attributes.add(Nodes.whole("ceil_mode", 1));
    }
    if (mean) {
      attributes.add(Nodes.whole("count_include_pad", rule.countPadding() ? 1 : 0));
    }
    String pooled =
        nodes.add(
            mean ? "AveragePool" : "MaxPool",
            named(projection, "_pool"),
            List.of(heard),
            attributes);
    double gain = network.gain(to.name());
    return gain == 1
        ? pooled
        : nodes.add("Mul", named(projection, "_sum"), pooled, nodes.number("gain", gain));
  }

  private String each(Projection projection, Layout source, String heard) {
    double[] weights = weights(projection, to.size());
    boolean sameShape = source.shape().equals(to.shape());
    String value = sameShape ? heard : reshaped(flat(source, heard, projection), projection);
    boolean ones = java.util.Arrays.stream(weights).allMatch(w -> w == 1);
    if (ones) {
      return value;
    }
    boolean one = java.util.Arrays.stream(weights).allMatch(w -> w == weights[0]);
    String factor =
        one
            ? nodes.number(named(projection, ".weight"), weights[0])
            : nodes.weights(named(projection, ".weight"), target.laid(weights), target.dims());
    return nodes.add("Mul", named(projection, "_sum"), value, factor);
  }

  /** A value's neurons in their own order: [batch, neurons]. */
  private String flat(Layout source, String value, Projection projection) {
    if (!source.isSheet()) {
      return value;
    }
    String turned =
        nodes.add(
            "Transpose",
            named(projection, "_rows"),
            List.of(value),
            List.of(Nodes.wholes("perm", List.of(0, 2, 3, 1))));
    return nodes.add("Flatten", named(projection, "_flat"), turned);
  }

  /** From [batch, neurons] to how the target lies. */
  private String reshaped(String flat, Projection projection) {
    if (!target.isSheet()) {
      return flat;
    }
    List<Integer> e = to.shape().extents();
    String shape = nodes.wholes(named(projection, "_shape"), -1, e.get(0), e.get(1), e.get(2));
    String rows = nodes.add("Reshape", named(projection, "_sheet"), flat, shape);
    return nodes.add(
        "Transpose",
        named(projection, "_sheet"),
        List.of(rows),
        List.of(Nodes.wholes("perm", List.of(0, 3, 1, 2))));
  }

  /** A full matrix, with 0 where there is no synapse; its columns in the order of the value. */
  private String full(Projection projection, Layout source, String heard, Optional<double[]> bias) {
    int sources = source.shape().size();
    int targets = to.size();
    double[] matrix = new double[Math.multiplyExact(sources, targets)];
    if (projection.connectivity() instanceof Dense) {
      double[] plain = weights(projection, matrix.length);
      for (int t = 0; t < targets; t++) {
        for (int s = 0; s < sources; s++) {
          matrix[target.element(t) * sources + source.element(s)] = plain[t * sources + s];
        }
      }
    } else {
      Synapses synapses = Wiring.of(network, projection);
      double gain = network.gain(to.name());
      for (int k = 0; k < synapses.pre().length; k++) {
        int at = target.element(synapses.post()[k]) * sources + source.element(synapses.pre()[k]);
        matrix[at] += gain * synapses.weight()[k];
      }
    }
    String flat =
        source.isSheet() ? nodes.add("Flatten", named(projection, "_flat"), heard) : heard;
    List<String> inputs = new ArrayList<>();
    inputs.add(flat);
    inputs.add(nodes.weights(named(projection, ".weight"), matrix, targets, sources));
    bias.ifPresent(b -> inputs.add(nodes.weights(to.name() + ".bias", target.laid(b), targets)));
    String sum =
        nodes.add("Gemm", named(projection, "_sum"), inputs, List.of(Nodes.whole("transB", 1)));
    if (!target.isSheet()) {
      return sum;
    }
    long[] dims = target.dims();
    String shape = nodes.wholes(named(projection, "_shape"), -1, dims[0], dims[1], dims[2]);
    return nodes.add("Reshape", named(projection, "_sheet"), sum, shape);
  }

  private String normalised(Projection projection, Population from, String value) {
    return switch (projection.normalisation()) {
      case Normalisation.None _ -> value;
      default ->
          new NormalisationNodes(nodes, from, named(projection, "_norm"))
              .write(projection.normalisation(), value);
    };
  }
}
