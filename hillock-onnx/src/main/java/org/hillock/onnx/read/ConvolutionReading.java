package org.hillock.onnx.read;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Margins;
import org.hillock.onnx.shape.Window;

/** Conv and the poolings: windows slid over a sheet. */
final class ConvolutionReading {

  private ConvolutionReading() {}

  static void addTo(Map<String, NodeReader> readers) {
    readers.put("Conv", ConvolutionReading::convolution);
    readers.put("MaxPool", n -> pooling(n, Pooling.Kind.MAX));
    readers.put("AveragePool", n -> pooling(n, Pooling.Kind.MEAN));
    readers.put("GlobalMaxPool", n -> global(n, Pooling.Kind.MAX));
    readers.put("GlobalAveragePool", n -> global(n, Pooling.Kind.MEAN));
  }

  /** A signal over one or two axes as one over two: [1, channels, height, width]. */
  private static Signal flat(Signal signal) {
    int[] dims = signal.dims();
    if (dims.length == 3 && dims[0] == 1) {
      return signal.moved(Move.reshape(dims, new int[] {1, dims[1], 1, dims[2]}));
    }
    if (dims.length == 4 && dims[0] == 1) {
      return signal;
    }
    throw new NotRepresentable(
        dims.length > 4
            ? "it slides over " + (dims.length - 2) + " axes; sheets of neurons have 2"
            : "it slides over a value "
                + Arrays.toString(dims)
                + ", which is no sheet of one input");
  }

  private static List<Signal> convolution(NodeReading node) {
    Signal source = flat(node.signal(0));
    Fixed weights = node.fixed(1, "weights");
    boolean alongOne = node.signal(0).dims().length == 3;
    int[] w = weights.dims();
    if (w.length != (alongOne ? 3 : 4)) {
      throw new NotRepresentable("weights " + Arrays.toString(w) + " for a value with other axes");
    }
    int[] kernel = alongOne ? new int[] {w[0], w[1], 1, w[2]} : w;
    Window window = new Window(node.attributes(), alongOne ? 1 : 2);
    Grid grid = Grid.of(window, source, kernel[2], kernel[3], alongOne);
    int groups = Math.toIntExact(node.attributes().whole("group", 1));
    if (kernel[1] * groups != source.dims()[1]) {
      throw new NotRepresentable(
          "weights for " + kernel[1] * groups + " channels, but there are " + source.dims()[1]);
    }
    Optional<double[]> bias = node.optional(2, "biases").map(Fixed::numbers);
    Signal made = convolved(node, source, new Fixed(kernel, weights.numbers()), bias, grid, groups);
    return List.of(alongOne ? unflat(made) : made);
  }

  private static Signal unflat(Signal signal) {
    int[] dims = signal.dims();
    return signal.moved(Move.reshape(dims, new int[] {1, dims[1], dims[3]}));
  }

  /**
   * A sheet of neurons that weigh a sheet by kernels.
   *
   * @param weights [filters, channels / groups, rows, columns]
   */
  static Signal convolved(
      NodeReading node,
      Signal source,
      Fixed weights,
      Optional<double[]> bias,
      Grid grid,
      int groups) {
    Signal read = source;
    Optional<Sheet> sheet = Sheet.of(node.draft(), read);
    if (sheet.isEmpty() || (groups > 1 && !sheet.get().isWhole(node.draft()))) {
      read = gathered(node, source);
      sheet = Sheet.of(node.draft(), read);
    }
    Sheet sheets = sheet.orElseThrow();
    int filters = weights.dims()[0];
    Margins margins =
        new Margins(
            grid.margins().top() + sheets.top(),
            grid.margins().left() + sheets.left(),
            grid.margins().bottom() + sheets.bottom(),
            grid.margins().right() + sheets.right());
    Convolution rule =
        new Convolution(
            weights.dims()[2], weights.dims()[3], grid.stride(), margins, grid.dilation(), groups);
    DraftPopulation made = node.draft().add(node.hint(), grid.rows(), grid.columns(), filters);
    bias.ifPresent(made::addBias);
    Map<Integer, double[]> kernels = new LinkedHashMap<>();
    for (int c = 0; c < source.dims()[1]; c++) {
      DraftPopulation from = node.draft().population(sheets.population()[c]);
      int seen = from.channels() / groups;
      double[] kernel =
          kernels.computeIfAbsent(
              from.id(), f -> new double[filters * weights.dims()[2] * weights.dims()[3] * seen]);
      lay(kernel, seen, weights, c, sheets.channel()[c], groups, read.factor());
    }
    kernels.forEach((from, kernel) -> made.incoming().add(DraftProjection.of(from, rule, kernel)));
    return sheetSignal(made);
  }

  /** Puts the weights of one channel where the network has them: channel fastest. */
  private static void lay(
      double[] kernel, int seen, Fixed weights, int c, int channel, int groups, double factor) {
    int filters = weights.dims()[0];
    int perGroup = weights.dims()[1];
    int places = weights.dims()[2] * weights.dims()[3];
    for (int m = 0; m < filters; m++) {
      if (m / (filters / groups) != c / perGroup) {
        continue;
      }
      for (int place = 0; place < places; place++) {
        int from = (m * perGroup + c % perGroup) * places + place;
        kernel[(m * places + place) * seen + channel % seen] += factor * weights.numbers()[from];
      }
    }
  }

  /** A population [height, width, channels] as [1, channels, height, width]. */
  static Signal sheetSignal(DraftPopulation made) {
    int[] shape = made.shape();
    Signal straight = Signal.of(made.id(), 1, shape[0], shape[1], shape[2]);
    return straight.moved(Move.transpose(straight.dims(), new int[] {0, 3, 1, 2}));
  }

  /** The same values on one sheet of neurons that only send on what they hear. */
  static Signal gathered(NodeReading node, Signal source) {
    int[] d = source.dims();
    int[] target = new int[source.cells().length];
    for (int i = 0; i < target.length; i++) {
      int place = i % (d[2] * d[3]);
      target[i] = place * d[1] + i / (d[2] * d[3]);
    }
    int[] shape = {d[2], d[3], d[1]};
    return sheetSignal(node.draft().gather(node.hint() + "_in", source, shape, target));
  }

  private static List<Signal> pooling(NodeReading node, Pooling.Kind kind) {
    if (node.usesOutput(1)) {
      throw new NotRepresentable("it also gives the places of the largest values (Indices)");
    }
    Signal source = flat(node.signal(0));
    boolean alongOne = node.signal(0).dims().length == 3;
    Window window = new Window(node.attributes(), alongOne ? 1 : 2);
    int height = alongOne ? 1 : Math.toIntExact(window.kernel(0).orElse(1L));
    int width = Math.toIntExact(window.kernel(alongOne ? 0 : 1).orElse(1L));
    Grid grid = Grid.of(window, source, height, width, alongOne);
    if (!grid.dilation().equals(Across.ONE)) {
      throw new NotRepresentable("its window has gaps (dilations " + grid.dilation() + ")");
    }
    boolean counts = node.attributes().whole("count_include_pad", 0) != 0;
    Signal made =
        pooled(
            node,
            source,
            new Pooling(
                kind,
                height,
                width,
                grid.stride(),
                grid.margins(),
                counts && kind == Pooling.Kind.MEAN),
            grid.rows(),
            grid.columns());
    return List.of(alongOne ? unflat(made) : made);
  }

  private static List<Signal> global(NodeReading node, Pooling.Kind kind) {
    Signal source = flat(node.signal(0));
    boolean alongOne = node.signal(0).dims().length == 3;
    Pooling rule = Pooling.of(kind, source.dims()[2], source.dims()[3]);
    Signal made = pooled(node, source, rule, 1, 1);
    return List.of(alongOne ? unflat(made) : made);
  }

  /** Channels stay apart, so each population that they come of is pooled by itself. */
  static Signal pooled(NodeReading node, Signal source, Connectivity rule, int rows, int columns) {
    Signal read = source;
    Optional<Sheet> sheet = Sheet.of(node.draft(), read);
    // A factor below 0 would make the largest the least.
    if (sheet.isEmpty() || sheet.get().hasMargins() || read.factor() <= 0) {
      read = gathered(node, source);
      sheet = Sheet.of(node.draft(), read);
    }
    Sheet sheets = sheet.orElseThrow();
    Map<Integer, DraftPopulation> made = new LinkedHashMap<>();
    int channels = source.dims()[1];
    long[] cells = new long[channels * rows * columns];
    for (int c = 0; c < channels; c++) {
      DraftPopulation from = node.draft().population(sheets.population()[c]);
      DraftPopulation to =
          made.computeIfAbsent(
              from.id(), f -> node.draft().add(node.hint(), rows, columns, from.channels()));
      for (int place = 0; place < rows * columns; place++) {
        cells[c * rows * columns + place] =
            Signal.cell(to.id(), place * from.channels() + sheets.channel()[c]);
      }
    }
    made.forEach((from, to) -> to.incoming().add(DraftProjection.of(from, rule, 1)));
    return new Signal(new int[] {1, channels, rows, columns}, cells, read.factor(), true);
  }
}
