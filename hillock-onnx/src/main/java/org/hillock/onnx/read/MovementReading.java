package org.hillock.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Operators that only move elements: they make no neurons. */
final class MovementReading {

  private MovementReading() {}

  static void addTo(Map<String, NodeReader> readers) {
    for (String same : List.of("Identity", "Dropout", "Cast", "CastLike")) {
      readers.put(same, MovementReading::same);
    }
    for (String layout : List.of("Reshape", "Flatten", "Squeeze", "Unsqueeze")) {
      readers.put(layout, MovementReading::reshape);
    }
    readers.put("Transpose", MovementReading::transpose);
    readers.put("Concat", MovementReading::concat);
    readers.put("Split", MovementReading::split);
    readers.put("Slice", MovementReading::slice);
    readers.put("Gather", MovementReading::gather);
    readers.put("Expand", n -> moved(n, Move.expand(n.input(0).dims(), n.outputDims())));
    readers.put("Tile", MovementReading::tile);
    readers.put("Pad", MovementReading::pad);
    readers.put("DepthToSpace", n -> blocks(n, false));
    readers.put("SpaceToDepth", n -> blocks(n, true));
    readers.put("Upsample", MovementReading::grow);
    readers.put("Resize", MovementReading::grow);
  }

  private static List<Value> moved(NodeReading node, Move move) {
    return List.of(node.input(0).moved(move));
  }

  private static List<Value> same(NodeReading node) {
    boolean training = node.has(2) && node.fixed(2, "mode").numbers()[0] != 0;
    if (node.node().getOpType().equals("Dropout") && (training || node.usesOutput(1))) {
      throw new NotRepresentable("it drops values at random or gives the mask of what it dropped");
    }
    return List.of(node.input(0));
  }

  private static List<Value> reshape(NodeReading node) {
    return moved(node, Move.reshape(node.input(0).dims(), node.outputDims()));
  }

  private static List<Value> transpose(NodeReading node) {
    int rank = node.input(0).dims().length;
    int[] order = new int[rank];
    Arrays.setAll(order, i -> rank - 1 - i);
    node.attributes()
        .wholes("perm")
        .ifPresent(perm -> Arrays.setAll(order, i -> Math.toIntExact(perm.get(i))));
    return moved(node, Move.transpose(node.input(0).dims(), order));
  }

  private static List<Value> concat(NodeReading node) {
    int axis = node.axis(node.attributes().whole("axis", 1), node.input(0).dims().length);
    List<Signal> parts = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      parts.add(asSignal(node, i));
    }
    double common = parts.getFirst().factor();
    if (parts.stream().anyMatch(p -> p.factor() != common)) {
      parts.replaceAll(p -> p.factor() == 1 ? p : node.draft().behind(node.hint(), p));
    }
    return List.of(Move.concat(parts, axis));
  }

  private static Signal asSignal(NodeReading node, int i) {
    if (node.input(i) instanceof Fixed fixed) {
      if (!fixed.isAll(0)) {
        throw new NotRepresentable("it joins what neurons give with constants other than 0");
      }
      long[] cells = new long[fixed.numbers().length];
      Arrays.fill(cells, Signal.ZERO);
      return new Signal(fixed.dims(), cells, 1, true);
    }
    return node.signal(i);
  }

  private static List<Value> split(NodeReading node) {
    int[] dims = node.input(0).dims();
    int axis = node.axis(node.attributes().whole("axis", 0), dims.length);
    int parts = node.node().getOutputCount();
    int each = (dims[axis] + parts - 1) / parts;
    int[] sizes =
        node.wholes("split", 1)
            .orElseGet(() -> {
              int[] even = new int[parts];
              Arrays.setAll(even, i -> Math.clamp(dims[axis] - (long) i * each, 0, each));
              return even;
            });
    List<Value> all = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < parts; i++) {
      int start = from;
      int[] places = new int[sizes[i]];
      Arrays.setAll(places, k -> start + k);
      Value part = node.input(0).moved(Move.select(dims, axis, places));
      // The parts are neurons of the same populations, so none may change them.
      all.add(part instanceof Signal signal && parts > 1 ? signal.shared() : part);
      from += sizes[i];
    }
    return all;
  }

  private static List<Value> slice(NodeReading node) {
    Value value = node.input(0);
    int[] starts = required(node, "starts", 1);
    int[] ends = required(node, "ends", 2);
    int[] axes = node.wholes("axes", 3).orElseGet(() -> Draft.straight(starts.length));
    int[] steps = node.wholes("steps", 4).orElseGet(() -> ones(starts.length));
    for (int i = 0; i < starts.length; i++) {
      int axis = node.axis(axes[i], value.dims().length);
      int whole = value.dims()[axis];
      int step = steps[i];
      long first = starts[i] < 0 ? (long) starts[i] + whole : starts[i];
      long end = ends[i] < 0 ? (long) ends[i] + whole : ends[i];
      first = Math.clamp(first, 0, step > 0 ? whole : Math.max(0, whole - 1));
      end = step > 0 ? Math.clamp(end, 0, whole) : Math.clamp(end, -1, whole);
      long reach = step > 0 ? end - first : first - end;
      int count = reach <= 0 ? 0 : (int) ((reach - 1) / Math.abs((long) step) + 1);
      int[] places = new int[count];
      int from = (int) first;
      Arrays.setAll(places, k -> from + k * step);
      value = value.moved(Move.select(value.dims(), axis, places));
    }
    return List.of(value);
  }

  private static int[] required(NodeReading node, String what, int input) {
    return node.wholes(what, input)
        .orElseThrow(() -> new NotRepresentable("its " + what + " are not given"));
  }

  private static int[] ones(int count) {
    int[] all = new int[count];
    Arrays.fill(all, 1);
    return all;
  }

  private static List<Value> gather(NodeReading node) {
    int[] dims = node.input(0).dims();
    int axis = node.axis(node.attributes().whole("axis", 0), dims.length);
    Fixed indices = node.fixed(1, "indices");
    int[] places =
        Arrays.stream(indices.numbers())
            .mapToInt(d -> (int) (d < 0 ? d + dims[axis] : d))
            .toArray();
    Value taken = node.input(0).moved(Move.select(dims, axis, places));
    return List.of(taken.moved(Move.reshape(taken.dims(), node.outputDims())));
  }

  private static List<Value> tile(NodeReading node) {
    return moved(node, Move.tile(node.input(0).dims(), required(node, "repeats", 1)));
  }

  private static List<Value> pad(NodeReading node) {
    int[] dims = node.input(0).dims();
    String mode = node.attributes().text("mode", "constant");
    double value =
        node.attributes().has("value")
            ? node.attributes().real("value", 0)
            : node.optional(2, "value").map(f -> f.numbers()[0]).orElse(0.0);
    if (!mode.equals("constant") || value != 0) {
      throw new NotRepresentable("it adds margins of other values than 0 (" + mode + ")");
    }
    int[] pads = required(node, "pads", 1);
    int[] axes = node.wholes("axes", 3).orElseGet(() -> Draft.straight(dims.length));
    int[] before = new int[dims.length];
    int[] behind = new int[dims.length];
    for (int i = 0; i < axes.length; i++) {
      int axis = node.axis(axes[i], dims.length);
      before[axis] = pads[i];
      behind[axis] = pads[i + axes.length];
    }
    return moved(node, Move.pad(dims, before, behind));
  }

  private static List<Value> blocks(NodeReading node, boolean intoDepth) {
    int[] d = node.input(0).dims();
    int b = Math.toIntExact(node.attributes().whole("blocksize", 1));
    boolean columnsFirst = node.attributes().text("mode", "DCR").equals("CRD");
    int[] split;
    int[] order;
    if (intoDepth) {
      split = new int[] {d[0], d[1], d[2] / b, b, d[3] / b, b};
      order = new int[] {0, 3, 5, 1, 2, 4};
    } else if (columnsFirst) {
      split = new int[] {d[0], d[1] / (b * b), b, b, d[2], d[3]};
      order = new int[] {0, 1, 4, 2, 5, 3};
    } else {
      split = new int[] {d[0], b, b, d[1] / (b * b), d[2], d[3]};
      order = new int[] {0, 3, 4, 1, 5, 2};
    }
    Value mixed = node.input(0).moved(Move.reshape(d, split)).moved(Move.transpose(split, order));
    return List.of(mixed.moved(Move.reshape(mixed.dims(), node.outputDims())));
  }

  /** Repeats each element a whole number of times along each axis: the nearest, enlarged. */
  private static List<Value> grow(NodeReading node) {
    int[] old = node.input(0).dims();
    int[] dims = node.outputDims();
    int[] times = new int[old.length];
    for (int axis = 0; axis < old.length; axis++) {
      times[axis] = old[axis] == 0 ? 1 : dims[axis] / old[axis];
      if (times[axis] * old[axis] != dims[axis]) {
        throw new NotRepresentable("it enlarges by a factor that is not whole, or makes smaller");
      }
    }
    String mode = node.attributes().text("mode", "nearest");
    String place = node.attributes().text("coordinate_transformation_mode", "half_pixel");
    boolean plain = place.equals("half_pixel") || place.equals("asymmetric");
    if (!mode.equals("nearest") || (node.node().getOpType().equals("Resize") && !plain)) {
      throw new NotRepresentable("it blends neighbours (" + mode + ", " + place + ")");
    }
    int[] strides = Move.strides(old);
    return moved(
        node,
        Move.of(
            dims,
            at -> {
              int from = 0;
              for (int axis = 0; axis < at.length; axis++) {
                from += at[axis] / times[axis] * strides[axis];
              }
              return from;
            }));
  }
}
