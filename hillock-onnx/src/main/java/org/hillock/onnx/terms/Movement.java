package org.hillock.onnx.terms;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.session.Term;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.runtime.RuntimeProblem;

/**
 * Nodes that move elements and change none. Such a node is run on the numbers of its elements in
 * place of these, and so says itself where each of its own came from; 0 is what it filled in.
 */
final class Movement {

  /** Which inputs are moved, where it is not the first alone. */
  private static final Map<String, Set<Integer>> MOVED =
      Map.of(
          "Pad", Set.of(0, 2),
          "ScatterElements", Set.of(0, 2),
          "ScatterND", Set.of(0, 2),
          "Scatter", Set.of(0, 2),
          "Where", Set.of(1, 2));

  private static final Set<String> KNOWN =
      Set.of(
          ("Reshape Transpose Slice Gather GatherElements GatherND Concat Split Pad Flatten Squeeze"
                  + " Unsqueeze Expand Tile Identity DepthToSpace SpaceToDepth Dropout"
                  + " ReverseSequence ScatterElements ScatterND Scatter Where Compress Trilu")
              .split(" "));

  /** In single precision, whole numbers are told apart up to here. */
  private static final int MOST_AS_FLOAT = 1 << 24;

  private final LoneNodes nodes;

  /** Of values that were asked about since the last pass, where their elements came from. */
  private final Map<String, long[]> origins = new HashMap<>();

  Movement(LoneNodes nodes) {
    this.nodes = nodes;
  }

  /** Forgets where elements came from: another pass may move others. */
  void forget() {
    origins.clear();
  }

  private static Set<Integer> moved(Question q) {
    if (q.operator().equals("Concat")) {
      return Set.copyOf(q.inputs());
    }
    return MOVED.getOrDefault(q.operator(), Set.of(0));
  }

  /** What reached an element; empty where its node moves none, or cannot be run on numbers. */
  Optional<Reached> of(Question q) {
    boolean reduces = !q.attributes().text("reduction", "none").equals("none");
    if (!KNOWN.contains(q.operator()) || reduces || isNoMove(q)) {
      return Optional.empty();
    }
    long[] from = origins.computeIfAbsent(q.element().value(), _ -> origins(q));
    if (from.length == 0) {
      return Optional.empty();
    }
    long number = from[q.element().flat()];
    for (int input : moved(q)) {
      long first = first(q, input);
      if (q.given(input) && number >= first && number < first + q.tensor(input).size()) {
        return found(q, input, (int) (number - first));
      }
    }
    return Optional.of(Reached.own(Term.Kind.BIAS, q.value()));
  }

  /** The second value of a Dropout is which elements it took. */
  private static boolean isNoMove(Question q) {
    return q.operator().equals("Dropout") && !q.element().value().equals(q.node().getOutput(0));
  }

  private static Optional<Reached> found(Question q, int input, int flat) {
    if (q.constant(input) && q.operator().equals("Gather") && !q.constant(1)) {
      return Optional.of(chosen(q));
    }
    return Optional.of(new Products(q).add(input, flat, 1));
  }

  /** From a table of weights: what reached the element is which of them is chosen. */
  private static Reached chosen(Question q) {
    int axes = q.places(0).axes();
    long stated = q.attributes().whole("axis", 0);
    int axis = Math.toIntExact(stated < 0 ? stated + axes : stated);
    Places chosen = q.places(1);
    int[] place = new int[chosen.axes()];
    System.arraycopy(q.place(), axis, place, 0, place.length);
    Replay replay = Replay.whole(q);
    replay.add(1, chosen.flat(place));
    return replay;
  }

  /** The number of the first element of an input. */
  private static long first(Question q, int input) {
    return 1
        + moved(q).stream()
            .filter(i -> i < input && q.given(i))
            .mapToLong(i -> q.tensor(i).size())
            .sum();
  }

  private long[] origins(Question q) {
    for (ElementType as : List.of(ElementType.INT64, ElementType.FLOAT)) {
      try {
        Map<String, TensorData> inputs = new LinkedHashMap<>();
        long last = 0;
        for (int input : q.inputs()) {
          TensorData data = q.tensor(input);
          boolean numbered = moved(q).contains(input);
          last = numbered ? Math.max(last, first(q, input) + data.size()) : last;
          inputs.merge(
              q.name(input),
              numbered ? numbers(as, data.dims(), first(q, input)) : data,
              (before, _) -> before);
        }
        if (as == ElementType.FLOAT && last > MOST_AS_FLOAT) {
          return new long[0];
        }
        TensorData made = nodes.run(q.index(), inputs, q.element().value());
        return IntStream.range(0, made.size()).mapToLong(made::whole).toArray();
      } catch (RuntimeProblem e) {
        // the operator does not move numbers of this type
        Objects.requireNonNull(e);
      }
    }
    return new long[0];
  }

  private static TensorData numbers(ElementType type, List<Long> dims, long first) {
    int count = Math.toIntExact(TensorData.elements(dims));
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(count, type.bytes()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      if (type == ElementType.INT64) {
        bytes.putLong(i * Long.BYTES, first + i);
      } else {
        bytes.putFloat(i * Float.BYTES, first + i);
      }
    }
    return TensorData.of(type, dims, bytes);
  }
}
