package org.hillock.onnx.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.network.Shape;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.DeclaredShape;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.read.InputRange;
import org.hillock.onnx.runtime.Holding;

/**
 * How images go into an input of a graph.
 *
 * @param input its name
 * @param type of its elements
 * @param dims its extents for one image; where the first axis is the batch, 1 there
 * @param batch how many images go in at once: {@link #ANY}, or a number
 * @param pixels which pixel each element of an image is
 * @param range what black and white become
 */
record Reception(
    String input, ElementType type, List<Long> dims, int batch, int[] pixels, InputRange range) {

  /** As many images at once as are wanted. */
  static final int ANY = 0;

  private static final long OPEN = -1;

  /**
   * Finds the input that takes images.
   *
   * @throws UsageException where none does, or several do and none is named, with what was expected
   */
  static Reception of(OnnxFile file, Wanted wanted) {
    List<ValueInfoProto> all = declared(file);
    List<String> names = all.stream().map(ValueInfoProto::getName).toList();
    wanted
        .input()
        .filter(name -> !names.contains(name))
        .ifPresent(name -> {
          throw new UsageException(
              file.path() + ": has no input '" + name + "'; " + NearestName.hint(name, names));
        });
    List<Reception> fitting =
        all.stream()
            .filter(i -> wanted.input().map(i.getName()::equals).orElse(true))
            .flatMap(i -> of(i, wanted).stream())
            .toList();
    if (fitting.size() != 1) {
      throw new UsageException(
          file.path()
              + (fitting.isEmpty()
                  ? ": no input takes an image of "
                      + wanted.data()
                      + ", "
                      + wanted.image()
                      + " pixels: expected numbers as "
                      + expected(wanted.image())
                      + " behind an axis for the batch, or without one"
                  : ": several inputs take an image; say with --image-input which")
              + "; it has "
              + all.stream().map(Reception::told).toList());
    }
    return fitting.getFirst();
  }

  /** The inputs that must be given something. */
  static List<ValueInfoProto> declared(OnnxFile file) {
    List<String> names = file.inputNames();
    return file.model().getGraph().getInputList().stream()
        .filter(i -> names.contains(i.getName()))
        .toList();
  }

  private static String told(ValueInfoProto input) {
    return input.getName()
        + " "
        + element(input).map(ElementType::toString).orElse("of another kind")
        + " "
        + DeclaredShape.text(shape(input));
  }

  static List<TensorShapeProto.Dimension> shape(ValueInfoProto input) {
    return input.getType().getTensorType().getShape().getDimList();
  }

  static Optional<ElementType> element(ValueInfoProto input) {
    return input.getType().hasTensorType()
        ? ElementType.numbered(input.getType().getTensorType().getElemType())
        : Optional.empty();
  }

  private static String expected(Shape image) {
    List<String> all = new ArrayList<>();
    layouts(image).forEach(l -> all.add(l.toString().replace(" ", "")));
    return String.join(" or ", all);
  }

  private static Optional<Reception> of(ValueInfoProto input, Wanted wanted) {
    Optional<ElementType> type = element(input);
    if (type.filter(t -> t.isFloating() || t == ElementType.UINT8).isEmpty()) {
      return Optional.empty();
    }
    List<Long> dims =
        shape(input).stream().map(d -> d.hasDimValue() ? d.getDimValue() : OPEN).toList();
    return fitted(dims, wanted.image())
        .map(fit ->
            new Reception(
                input.getName(),
                type.get(),
                fit.dims(),
                fit.batch(),
                order(fit, wanted.image()),
                wanted.range()));
  }

  /** Extents that an image has in a graph, and how many go in at once. */
  private record Fit(List<Long> dims, int batch) {}

  private static Optional<Fit> fitted(List<Long> dims, Shape image) {
    if (dims.isEmpty()) {
      return Optional.empty();
    }
    long open = dims.stream().filter(d -> d == OPEN).count();
    long known = dims.stream().filter(d -> d != OPEN).reduce(1L, (a, b) -> a * b);
    if (open <= 1 && known == image.size()) {
      // what is open is the batch, wherever it stands; what is not has none, or one of 1
      boolean first = dims.getFirst() == OPEN;
      return Optional.of(
          new Fit(dims.stream().map(d -> d == OPEN ? 1 : d).toList(), first ? 0 : 1));
    }
    List<Long> rest = dims.subList(1, dims.size());
    for (List<Long> layout : layouts(image)) {
      if (matches(rest, layout)) {
        List<Long> whole = new ArrayList<>(List.of(1L));
        whole.addAll(layout);
        long batch = dims.getFirst();
        return Optional.of(new Fit(whole, batch == OPEN ? ANY : Math.toIntExact(batch)));
      }
      if (matches(dims, layout)) {
        return Optional.of(new Fit(layout, 1));
      }
    }
    return Optional.empty();
  }

  private static boolean matches(List<Long> dims, List<Long> layout) {
    return dims.size() == layout.size()
        && IntStream.range(0, dims.size())
            .allMatch(i -> dims.get(i) == OPEN || dims.get(i).equals(layout.get(i)));
  }

  /** Channels before places, channels behind them, places alone, one row. */
  private static List<List<Long>> layouts(Shape image) {
    List<Integer> e = image.extents();
    long height = e.get(0);
    long width = e.size() > 1 ? e.get(1) : 1;
    long channels = image.size() / (height * width);
    List<List<Long>> all = new ArrayList<>();
    all.add(List.of(channels, height, width));
    all.add(List.of(height, width, channels));
    if (channels == 1) {
      all.add(List.of(height, width));
    }
    all.add(List.of((long) image.size()));
    return all;
  }

  /**
   * Hillock's pixels have their channels together; a graph's often come one sheet after another.
   */
  private static int[] order(Fit fit, Shape image) {
    List<Long> sheets = layouts(image).getFirst();
    int channels = Math.toIntExact(sheets.getFirst());
    List<Long> of = fit.dims().size() == 4 ? fit.dims().subList(1, 4) : fit.dims();
    int places = image.size() / channels;
    return of.equals(sheets)
        ? IntStream.range(0, image.size()).map(k -> k % places * channels + k / places).toArray()
        : IntStream.range(0, image.size()).toArray();
  }

  /** Images as a tensor. */
  TensorData shown(float[][] rows) {
    double[] flat = new double[rows.length * pixels.length];
    int at = 0;
    for (float[] row : rows) {
      for (int pixel : pixels) {
        double grey = range.black() + (range.white() - range.black()) * row[pixel];
        flat[at++] = type.isFloating() ? grey : Math.rint(grey);
      }
    }
    List<Long> extents = new ArrayList<>(dims);
    if (batch != 1) {
      extents.set(0, (long) rows.length);
    }
    return Holding.data(type, extents, flat);
  }
}
