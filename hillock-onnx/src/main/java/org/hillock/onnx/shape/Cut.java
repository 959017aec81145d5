package org.hillock.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Slice takes: on each of some axes the places from a start to before an end.
 *
 * @param axes counted from the front
 * @param starts as stated: below 0 counts from the end
 * @param ends as stated
 * @param steps as stated; never 0
 */
public record Cut(List<Integer> axes, List<Extent> starts, List<Extent> ends, List<Long> steps) {

  static Optional<Cut> of(NodeShapes node, int rank) {
    boolean early = node.opset() < 10;
    Attributes attributes = node.attributes();
    Optional<List<Extent>> starts =
        list(node, early ? attributes.wholes("starts") : Optional.empty(), 1);
    Optional<List<Extent>> ends =
        list(node, early ? attributes.wholes("ends") : Optional.empty(), 2);
    if (starts.isEmpty() || ends.isEmpty() || starts.get().size() != ends.get().size()) {
      return Optional.empty();
    }
    int count = starts.get().size();
    Optional<List<Long>> named = early ? attributes.wholes("axes") : node.wholes("axes", 3);
    Optional<List<Long>> steps = early ? Optional.empty() : node.wholes("steps", 4);
    if (!early && ((node.has(3) && named.isEmpty()) || (node.has(4) && steps.isEmpty()))) {
      return Optional.empty();
    }
    List<Integer> axes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      axes.add(named.isPresent() ? NodeShapes.axis(named.get().get(i), rank) : i);
    }
    List<Long> strides = steps.orElseGet(() -> java.util.Collections.nCopies(count, 1L));
    if (strides.size() != count || strides.contains(0L)) {
      throw new ShapeMismatch("steps " + strides + " for " + count + " axes");
    }
    return Optional.of(new Cut(axes, starts.get(), ends.get(), strides));
  }

  private static Optional<List<Extent>> list(
      NodeShapes node, Optional<List<Long>> attribute, int input) {
    return attribute.isPresent()
        ? attribute.map(l -> Constant.wholes(l).extents())
        : node.constant(input).map(Constant::extents);
  }

  /**
   * First place, step and count of what is taken along cut axis {@code i} of {@code whole} places.
   */
  public Optional<long[]> places(int i, long whole) {
    if (!(starts.get(i) instanceof Extent.Known from && ends.get(i) instanceof Extent.Known to)) {
      return Optional.empty();
    }
    long step = steps.get(i);
    long first = fromFront(from.number(), whole);
    long end = fromFront(to.number(), whole);
    first = step > 0 ? Math.clamp(first, 0, whole) : Math.clamp(first, 0, Math.max(0, whole - 1));
    end = step > 0 ? Math.clamp(end, 0, whole) : Math.clamp(end, -1, Math.max(0, whole - 1));
    long distance = step > 0 ? end - first : first - end;
    long size = Math.abs(Math.max(step, -Long.MAX_VALUE));
    long count = distance <= 0 ? 0 : (distance - 1) / size + 1;
    return Optional.of(new long[] {first, step, count});
  }

  private static long fromFront(long place, long whole) {
    return place < 0 ? place + whole : place;
  }

  Extent extent(int i, Extent whole) {
    if (whole instanceof Extent.Known known) {
      return places(i, known.number()).map(p -> Extent.of(p[2])).orElse(Extent.UNKNOWN);
    }
    boolean all =
        starts.get(i).is(0)
            && ends.get(i) instanceof Extent.Known to
            && to.number() >= Integer.MAX_VALUE
            && steps.get(i) == 1;
    return all ? whole : Extent.UNKNOWN;
  }
}
