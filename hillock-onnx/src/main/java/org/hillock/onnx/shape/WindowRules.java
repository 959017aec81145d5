package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.onnx.graph.ElementType;

/** Operators that slide a window over the axes after batch and channels. */
final class WindowRules {

  private WindowRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Conv", n -> convolution(n, 1, n.type(0)));
    rules.put("ConvInteger", n -> convolution(n, 1, ElementType.INT32.number()));
    rules.put("QLinearConv", n -> convolution(n, 3, n.type(7)));
    rules.put("DeformConv", n -> convolution(n, 1, n.type(0)));
    rules.put("ConvTranspose", WindowRules::transposed);
    for (String pool : List.of("MaxPool", "AveragePool", "LpPool")) {
      rules.put(pool, WindowRules::pooling);
    }
    for (String pool : List.of("GlobalMaxPool", "GlobalAveragePool", "GlobalLpPool")) {
      rules.put(pool, WindowRules::global);
    }
  }

  private static List<ValueShape> convolution(NodeShapes node, int weights, int type) {
    Optional<List<Extent>> source = node.extents(0);
    Optional<List<Extent>> kernel = node.extents(weights);
    if (source.isEmpty() || source.get().size() < 2) {
      return List.of(ValueShape.ofType(type));
    }
    int spatial = source.get().size() - 2;
    List<Extent> all = new ArrayList<>();
    all.add(source.get().getFirst());
    all.add(kernel.map(List::getFirst).orElse(Extent.UNKNOWN));
    Window window = new Window(node.attributes(), spatial);
    kernel.ifPresent(k -> checkChannels(node, source.get(), k));
    for (int i = 0; i < spatial; i++) {
      int axis = i + 2;
      Extent size =
          window
              .kernel(i)
              .<Extent>map(Extent::of)
              .orElseGet(() ->
                  kernel.filter(k -> k.size() > axis).map(k -> k.get(axis)).orElse(Extent.UNKNOWN));
      all.add(window.slid(i, source.get().get(axis), size, false));
    }
    return List.of(ValueShape.of(type, all));
  }

  private static void checkChannels(NodeShapes node, List<Extent> source, List<Extent> kernel) {
    if (kernel.size() != source.size()) {
      throw new ShapeMismatch(
          "weights with " + kernel.size() + " axes for a value with " + source.size());
    }
    Extent groups = Extent.of(node.attributes().whole("group", 1));
    Extents.same("channels", source.get(1), Extents.product(kernel.get(1), groups));
  }

  private static List<ValueShape> transposed(NodeShapes node) {
    Optional<List<Extent>> source = node.extents(0);
    Optional<List<Extent>> kernel = node.extents(1);
    if (source.isEmpty() || source.get().size() < 2) {
      return node.typeOnly();
    }
    int spatial = source.get().size() - 2;
    Extent groups = Extent.of(node.attributes().whole("group", 1));
    List<Extent> all = new ArrayList<>();
    all.add(source.get().getFirst());
    all.add(kernel.map(k -> Extents.product(k.get(1), groups)).orElse(Extent.UNKNOWN));
    Window window = new Window(node.attributes(), spatial);
    for (int i = 0; i < spatial; i++) {
      int axis = i + 2;
      Extent size =
          window
              .kernel(i)
              .<Extent>map(Extent::of)
              .orElseGet(() -> kernel.map(k -> k.get(axis)).orElse(Extent.UNKNOWN));
      all.add(window.unfolded(i, source.get().get(axis), size));
    }
    return node.like(all);
  }

  private static List<ValueShape> pooling(NodeShapes node) {
    Optional<List<Extent>> source = node.extents(0);
    if (source.isEmpty() || source.get().size() < 2) {
      return node.typeOnly();
    }
    int spatial = source.get().size() - 2;
    Window window = new Window(node.attributes(), spatial);
    boolean ceil = node.attributes().whole("ceil_mode", 0) == 1;
    List<Extent> all = new ArrayList<>(source.get().subList(0, 2));
    for (int i = 0; i < spatial; i++) {
      Extent size = window.kernel(i).<Extent>map(Extent::of).orElse(Extent.UNKNOWN);
      all.add(window.slid(i, source.get().get(i + 2), size, ceil));
    }
    return List.of(
        ValueShape.of(node.type(0), all), ValueShape.of(ElementType.INT64.number(), all));
  }

  private static List<ValueShape> global(NodeShapes node) {
    Optional<List<Extent>> source = node.extents(0);
    if (source.isEmpty() || source.get().size() < 2) {
      return node.typeOnly();
    }
    List<Extent> all = new ArrayList<>(source.get().subList(0, 2));
    while (all.size() < source.get().size()) {
      all.add(Extent.of(1));
    }
    return node.like(all);
  }
}
