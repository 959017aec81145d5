package org.hillock.onnx.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hillock.core.census.Axis;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator;
import org.hillock.core.census.Operator.Convolution;
import org.hillock.core.census.Operator.Pooling;
import org.hillock.core.census.Operator.WeightsOnly;
import org.hillock.onnx.shape.Window;

/** Filters and windows that slide over an image. */
final class WindowNodes {

  private WindowNodes() {}

  /**
   * A convolution.
   *
   * @param w the input that holds its filters
   * @param b the input that holds its biases, where it has any
   */
  static void convolution(Node node, GraphCount count, int w, int b) {
    Optional<long[]> filters = node.dims(w);
    if (!node.kept(w) || filters.isEmpty() || filters.get().length < 3) {
      count.uncounted(node, "its filters are not kept in the file");
      return;
    }
    long[] f = filters.get();
    boolean bias = node.kept(b);
    List<String> kept = bias ? List.of(node.input(w), node.input(b)) : List.of(node.input(w));
    long pairs = Math.multiplyExact(f[0], f[1]);
    Optional<List<Axis>> axes = axes(node, f);
    Operator operator;
    if (axes.isPresent()) {
      long groups = Math.max(1, node.attributes().whole("group", 1));
      operator = new Convolution(axes.get(), Math.multiplyExact(f[1], groups), f[0], pairs, bias);
    } else {
      long weights = pairs;
      for (int i = 2; i < f.length; i++) {
        weights = Math.multiplyExact(weights, f[i]);
      }
      operator =
          new WeightsOnly(
              "convolution",
              Math.addExact(weights, bias ? f[0] : 0),
              "the extent of the image is open");
    }
    count.add(Layer.of(node.name(), operator), kept, node.output());
    if (node.operator().startsWith("Fused")) {
      count.activation(node, node.attributes().text("activation", "activation"));
    }
  }

  private static Optional<List<Axis>> axes(Node node, long[] kernel) {
    Optional<long[]> source = node.dims(0);
    Optional<long[]> target = node.outputDims();
    if (source.isEmpty()
        || target.isEmpty()
        || source.get().length != kernel.length
        || target.get().length != kernel.length) {
      return Optional.empty();
    }
    int axes = kernel.length - 2;
    Window window = new Window(node.attributes(), axes);
    List<Axis> all = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      long size = source.get()[2 + i];
      long cells = kernel[2 + i];
      all.add(
          new Axis(
              size,
              cells,
              window.stride(i),
              window.dilation(i),
              window.margins(i, size, cells)[0],
              target.get()[2 + i]));
    }
    return Optional.of(all);
  }

  /** Pooling by a window, or of all places. */
  static void pooling(Node node, GraphCount count) {
    Optional<long[]> source = node.dims(0);
    String kind =
        node.operator().replace("Global", "").replace("Pool", "").toLowerCase(Locale.ROOT);
    if (source.isEmpty() || source.get().length < 3) {
      count.weightless(node);
      return;
    }
    long[] kernel = source.get().clone();
    Window window = new Window(node.attributes(), kernel.length - 2);
    boolean global = node.operator().startsWith("Global");
    for (int i = 2; i < kernel.length; i++) {
      kernel[i] = Math.max(1, global ? kernel[i] : window.kernel(i - 2).orElse(1L));
    }
    Optional<List<Axis>> axes = axes(node, kernel);
    if (axes.isEmpty()) {
      count.weightless(node);
      return;
    }
    String word = kind.equals("average") ? "mean" : kind;
    count.add(Layer.of(node.name(), new Pooling(word, axes.get(), kernel[1], false)));
    count.pass(node);
  }
}
