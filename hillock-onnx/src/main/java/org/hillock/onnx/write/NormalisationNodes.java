package org.hillock.onnx.write;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Population;

/** The nodes of what is done to a population's values before they are weighed. */
final class NormalisationNodes {

  private final Nodes nodes;
  private final Population from;
  private final String name;
  private final Layout layout;

  NormalisationNodes(Nodes nodes, Population from, String name) {
    this.nodes = nodes;
    this.from = from;
    this.name = name;
    layout = new Layout(from.shape());
  }

  String write(Normalisation how, String value) {
    return switch (how) {
      case Normalisation.None _ -> value;
      case Normalisation.RootMeanSquare _ -> rootMeanSquare(value);
      case Normalisation.Layer layer -> layer(layer, value);
      case Normalisation.Batch batch -> batch(batch, value);
    };
  }

  private List<Integer> axes() {
    return layout.isSheet() ? List.of(1, 2, 3) : List.of(1);
  }

  private String rootMeanSquare(String value) {
    String square = nodes.add("Mul", name + "_square", value, value);
    String mean =
        nodes.add(
            "ReduceMean",
            name + "_mean",
            List.of(square),
            List.of(Nodes.wholes("axes", axes()), Nodes.whole("keepdims", 1)));
    String root = nodes.add("Sqrt", name + "_root", mean);
    String floor = nodes.number(name + "_floor", Normalisation.RootMeanSquare.FLOOR);
    return nodes.add("Div", name, value, nodes.add("Add", name + "_divisor", root, floor));
  }

  private String layer(Normalisation.Layer layer, String value) {
    boolean channels = layout.isSheet() && layer.over() == Normalisation.Layer.Over.CHANNELS;
    long[] dims = channels ? new long[] {from.shape().channels()} : layout.dims();
    double[] ones = new double[(int) Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
    Arrays.fill(ones, 1);
    String gain = nodes.weights(name + "_gain", ones, dims);
    String read = channels ? turned(value, List.of(0, 2, 3, 1)) : value;
    String made =
        nodes.add(
            "LayerNormalization",
            name,
            List.of(read, gain),
            List.of(
                Nodes.whole("axis", channels ? -1 : 1), Nodes.real("epsilon", layer.epsilon())));
    return channels ? turned(made, List.of(0, 3, 1, 2)) : made;
  }

  private String turned(String value, List<Integer> order) {
    return nodes.add(
        "Transpose", name + "_turned", List.of(value), List.of(Nodes.wholes("perm", order)));
  }

  private String batch(Normalisation.Batch batch, String value) {
    int channels = from.shape().channels();
    double[] scale = new double[channels];
    double[] shift = new double[channels];
    for (int c = 0; c < channels; c++) {
      scale[c] = batch.scale(c);
      shift[c] = -batch.mean().get(c) * batch.scale(c);
    }
    String scaled =
        nodes.add(
            "Mul",
            name + "_scaled",
            value,
            nodes.weights(name + "_scale", scale, layout.channelDims()));
    return nodes.add(
        "Add", name, scaled, nodes.weights(name + "_shift", shift, layout.channelDims()));
  }
}
