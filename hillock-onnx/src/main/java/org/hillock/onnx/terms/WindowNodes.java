package org.hillock.onnx.terms;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.onnx.shape.Window;

/** Nodes that slide a window over the axes after batch and channels. */
final class WindowNodes {

  /** Batch and channel stand before the axes that a window slides over. */
  private static final int AHEAD = 2;

  /** From this operator set on, what a mean counts of the margins ends with them. */
  private static final int MARGINS_END = 19;

  private WindowNodes() {}

  static void addTo(Map<String, NodeTerms> known) {
    known.put("Conv", q -> Optional.of(convolution(q)));
    known.put("ConvTranspose", q -> Optional.of(transposed(q)));
    known.put("AveragePool", q -> Optional.of(mean(q)));
    known.put("MaxPool", WindowNodes::largest);
    known.put("GlobalAveragePool", q -> Optional.of(mean(q, q.places(0))));
    known.put("GlobalMaxPool", q -> Optional.of(largest(q, q.places(0))));
  }

  /** Where the cells of the window of one target fall. */
  private interface Cell {
    /**
     * Takes a cell.
     *
     * @param cell its place in the window
     * @param source its place in the source, with room for batch and channel before
     */
    void take(int[] cell, int[] source);
  }

  /**
   * Goes through the cells that fall on the source.
   *
   * @param kernel extents of the window
   */
  private static void slide(Question q, int[] kernel, Cell each) {
    int axes = kernel.length;
    Window window = new Window(q.attributes(), axes);
    Places from = q.places(0);
    int[] place = q.place();
    new Places(kernel)
        .each(cell -> {
          int[] source = Arrays.copyOf(place, AHEAD + axes);
          boolean inside = true;
          for (int i = 0; i < axes; i++) {
            int extent = from.extent(AHEAD + i);
            long before = window.margins(i, extent, kernel[i])[0];
            long at = place[AHEAD + i] * window.stride(i) - before + cell[i] * window.dilation(i);
            inside &= at >= 0 && at < extent;
            source[AHEAD + i] = (int) at;
          }
          if (inside) {
            each.take(cell, source);
          }
        });
  }

  private static int[] stated(Question q) {
    return q.attributes().wholes("kernel_shape").orElseThrow().stream()
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  private static Reached convolution(Question q) {
    Places from = q.places(0);
    Places weights = q.places(1);
    int[] kernel = Arrays.copyOfRange(weights.extents(), AHEAD, weights.axes());
    int filter = q.place()[1];
    int groups = (int) q.attributes().whole("group", 1);
    int channels = weights.extent(1);
    int first = filter / (weights.extent(0) / groups) * channels;
    Products sum = new Products(q);
    for (int c = 0; c < channels; c++) {
      int channel = c;
      slide(
          q,
          kernel,
          (cell, source) -> {
            source[1] = first + channel;
            sum.add(0, from.flat(source), 1, weights.flat(weight(filter, channel, cell)), 1);
          });
    }
    return withBias(q, sum);
  }

  private static Reached withBias(Question q, Products sum) {
    return q.given(2) ? sum.add(2, q.place()[1], 1) : sum;
  }

  private static int[] weight(int first, int second, int[] cell) {
    return IntStream.concat(IntStream.of(first, second), Arrays.stream(cell)).toArray();
  }

  /** Each source is spread through the kernel; here are those that reach one target. */
  private static Reached transposed(Question q) {
    Places from = q.places(0);
    Places weights = q.places(1);
    int axes = from.axes() - AHEAD;
    int[] kernel = Arrays.copyOfRange(weights.extents(), AHEAD, weights.axes());
    Window window = new Window(q.attributes(), axes);
    int[] place = q.place();
    int groups = (int) q.attributes().whole("group", 1);
    int channels = from.extent(1) / groups;
    int first = place[1] / weights.extent(1) * channels;
    long[] before = new long[axes];
    Arrays.setAll(before, i -> marginBefore(q, window, i, from.extent(AHEAD + i), kernel[i]));
    Products sum = new Products(q);
    new Places(kernel)
        .each(cell -> {
          int[] source = place.clone();
          boolean inside = true;
          for (int i = 0; i < axes; i++) {
            long spread = place[AHEAD + i] + before[i] - cell[i] * window.dilation(i);
            long at = Math.floorDiv(spread, window.stride(i));
            inside &= at * window.stride(i) == spread && at >= 0 && at < from.extent(AHEAD + i);
            source[AHEAD + i] = (int) at;
          }
          for (int c = first; inside && c < first + channels; c++) {
            source[1] = c;
            int weight = weights.flat(weight(c, place[1] % weights.extent(1), cell));
            sum.add(0, from.flat(source), 1, weight, 1);
          }
        });
    return withBias(q, sum);
  }

  /** What is cut off before: stated, or such that the extent is what it is. */
  private static long marginBefore(Question q, Window window, int axis, int source, int kernel) {
    boolean same = window.automatic().startsWith("SAME");
    if (!same && !q.attributes().has("output_shape")) {
      return window.margins(axis, source, kernel)[0];
    }
    long more = q.attributes().wholes("output_padding", window.axes(), 0).get(axis);
    long whole = window.stride(axis) * (source - 1L) + more + window.reach(axis, kernel);
    long all = Math.max(0, whole - Places.of(q.made().dims()).extent(AHEAD + axis));
    return window.automatic().equals("SAME_UPPER") ? all / 2 : all - all / 2;
  }

  private static Reached mean(Question q) {
    Places from = q.places(0);
    int[] kernel = stated(q);
    int[] inside = new int[1];
    slide(q, kernel, (_, _) -> inside[0]++);
    boolean margins = q.attributes().whole("count_include_pad", 0) != 0;
    double weight = 1.0 / (margins ? withMargins(q, kernel) : inside[0]);
    Products sum = new Products(q);
    slide(q, kernel, (_, source) -> sum.add(0, from.flat(source), weight));
    return sum;
  }

  /** The cells of a window that fall on the source or its margins. */
  private static int withMargins(Question q, int[] kernel) {
    int counted = 1;
    Window window = new Window(q.attributes(), kernel.length);
    for (int i = 0; i < kernel.length; i++) {
      int extent = q.places(0).extent(AHEAD + i);
      long[] margins = window.margins(i, extent, kernel[i]);
      long start = q.place()[AHEAD + i] * window.stride(i) - margins[0];
      long free = extent + margins[1] - start;
      long cells = Math.ceilDiv(free, window.dilation(i));
      counted *= q.operators() < MARGINS_END ? kernel[i] : (int) Math.min(kernel[i], cells);
    }
    return counted;
  }

  /** Where the places of the winners are asked for as well, they are another value. */
  private static Optional<Reached> largest(Question q) {
    if (!q.element().value().equals(q.node().getOutput(0))) {
      return Optional.empty();
    }
    Largest largest = new Largest(q, 1);
    Places from = q.places(0);
    slide(q, stated(q), (_, source) -> largest.add(0, from.flat(source)));
    return Optional.of(largest);
  }

  private static Places channel(Places from) {
    return new Places(Arrays.copyOfRange(from.extents(), AHEAD, from.axes()));
  }

  private static int[] within(Question q, int[] cell) {
    return weight(q.place()[0], q.place()[1], cell);
  }

  private static Reached mean(Question q, Places from) {
    Products sum = new Products(q);
    double cells = Arrays.stream(channel(from).extents()).asLongStream().reduce(1, (a, b) -> a * b);
    channel(from).each(cell -> sum.add(0, from.flat(within(q, cell)), 1 / cells));
    return sum;
  }

  private static Reached largest(Question q, Places from) {
    Largest largest = new Largest(q, 1);
    channel(from).each(cell -> largest.add(0, from.flat(within(q, cell))));
    return largest;
  }
}
