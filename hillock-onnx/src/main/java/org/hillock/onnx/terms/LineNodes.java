package org.hillock.onnx.terms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nodes that make an element of what lies along some axes of their input, and of no more. */
final class LineNodes {

  /** From this operator set on, a softmax runs along one axis and not over all behind it. */
  private static final int ONE_AXIS = 13;

  private LineNodes() {}

  static void addTo(Map<String, NodeTerms> known) {
    known.put("ReduceSum", q -> Optional.of(sum(q, false)));
    known.put("ReduceMean", q -> Optional.of(sum(q, true)));
    known.put("ReduceMax", q -> Optional.of(largest(q, 1)));
    known.put("ReduceMin", q -> Optional.of(largest(q, -1)));
    known.put("BatchNormalization", LineNodes::normalised);
    for (String name : "ReduceProd ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp".split(" ")) {
      known.put(name, q -> whole(q, reduced(q)));
    }
    known.put("ReduceSumSquare", q -> whole(q, reduced(q)));
    for (String name : List.of("Softmax", "LogSoftmax", "Hardmax")) {
      known.put(name, q -> whole(q, softmax(q)));
    }
    known.put("LpNormalization", q -> whole(q, along(q, axis(q, -1), false)));
    known.put("LayerNormalization", q -> whole(q, along(q, axis(q, -1), true)));
    known.put("RMSNormalization", q -> whole(q, along(q, axis(q, -1), true)));
    known.put("InstanceNormalization", q -> whole(q, along(q, 2, true)));
    known.put("CumSum", q -> whole(q, along(q, (int) q.tensor(1).whole(0), false)));
  }

  private static int axis(Question q, int otherwise) {
    return (int) q.attributes().whole("axis", otherwise);
  }

  /**
   * Elements of the input at the place of the element, all along an axis, or that and all behind.
   */
  private static List<Integer> along(Question q, int axis, boolean andBehind) {
    Places from = q.places(0);
    int first = axis < 0 ? axis + from.axes() : axis;
    Set<Integer> free = new HashSet<>();
    for (int i = first; i < (andBehind ? from.axes() : first + 1); i++) {
      free.add(i);
    }
    return through(from, free, q.place());
  }

  /**
   * Elements that agree with a place on all axes but some.
   *
   * @param place with an entry for each axis; those of free axes do not matter
   */
  private static List<Integer> through(Places from, Set<Integer> free, int[] place) {
    int[] extents = from.extents().clone();
    for (int i = 0; i < extents.length; i++) {
      extents[i] = free.contains(i) ? extents[i] : 1;
    }
    List<Integer> found = new ArrayList<>();
    new Places(extents)
        .each(cell -> {
          int[] at = cell.clone();
          for (int i = 0; i < at.length; i++) {
            at[i] = free.contains(i) ? cell[i] : place[i];
          }
          found.add(from.flat(at));
        });
    return found;
  }

  private static List<Integer> softmax(Question q) {
    return q.operators() < ONE_AXIS ? along(q, axis(q, 1), true) : along(q, axis(q, -1), false);
  }

  /** Elements that a reduction makes this one of. */
  private static List<Integer> reduced(Question q) {
    Places from = q.places(0);
    Optional<List<Long>> axes = q.wholes("axes", 1).filter(l -> !l.isEmpty());
    Set<Integer> free = new HashSet<>();
    axes.ifPresent(all -> all.forEach(a -> free.add(Math.toIntExact(a < 0 ? a + from.axes() : a))));
    if (axes.isEmpty() && q.attributes().whole("noop_with_empty_axes", 0) == 0) {
      for (int i = 0; i < from.axes(); i++) {
        free.add(i);
      }
    }
    int[] made = q.place();
    int[] place = new int[from.axes()];
    int next = 0;
    boolean kept = q.attributes().whole("keepdims", 1) != 0;
    for (int i = 0; i < place.length; i++) {
      if (!free.contains(i)) {
        place[i] = made[next++];
      } else if (kept) {
        next++;
      }
    }
    return through(from, free, place);
  }

  private static Reached sum(Question q, boolean mean) {
    List<Integer> elements = reduced(q);
    Products sum = new Products(q);
    elements.forEach(e -> sum.add(0, e, mean ? 1.0 / elements.size() : 1));
    return sum;
  }

  private static Reached largest(Question q, double sign) {
    Largest largest = new Largest(q, sign);
    reduced(q).forEach(e -> largest.add(0, e));
    return largest;
  }

  /** All of those elements of the first input, and all of inputs beside it, played. */
  private static Optional<Reached> whole(Question q, List<Integer> elements) {
    if (!q.element().value().equals(q.node().getOutput(0))) {
      return Optional.empty();
    }
    Replay replay = Replay.whole(q);
    for (int input : q.inputs()) {
      if (input == 0) {
        elements.forEach(e -> replay.add(0, e));
      } else if (!q.constant(input) && !q.operator().startsWith("Reduce")) {
        replay.addAll(input);
      }
    }
    return Optional.of(replay);
  }

  /** With mean and variance that are stored, each element is weighed by its channel. */
  private static Optional<Reached> normalised(Question q) {
    boolean training = q.attributes().whole("training_mode", 0) != 0;
    if (training || !q.allConstant(1, 2, 3, 4) || q.attributes().whole("spatial", 1) == 0) {
      return Optional.empty();
    }
    int channel = q.place().length > 1 ? q.place()[1] : 0;
    double epsilon = q.attributes().real("epsilon", 1e-5f);
    double weight = q.number(1, channel) / Math.sqrt(q.number(4, channel) + epsilon);
    double bias = q.number(2, channel) - q.number(3, channel) * weight;
    return Optional.of(new Products(q).add(0, q.element().flat(), weight).own(bias));
  }
}
