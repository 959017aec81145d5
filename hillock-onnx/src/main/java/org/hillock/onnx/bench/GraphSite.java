package org.hillock.onnx.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SiteRef;
import org.hillock.onnx.graph.TensorData;

/**
 * A site of a graph, found: which rows of the batch and which elements of each.
 *
 * <p>A value of two or more axes has rows along its first, the batch. Of three axes the second is
 * {@code token}; of four they are {@code batch, channel, row, column}. Every axis can be named
 * {@code axis0, axis1, …} too, and as the file names its extent. What is not chosen by name is
 * counted as neurons, the last axis fastest; of a value with tokens the neurons are those of each
 * token.
 *
 * @param rows of the batch, in order
 * @param elements of each row, in order
 */
record GraphSite(int[] rows, int[] elements) {

  /**
   * Finds a site.
   *
   * @param dims of the value now
   * @param extentNames names that the file gives to extents, by axis, empty where it gives none
   * @throws UsageException where an axis is unknown or an index outside
   */
  static GraphSite find(SiteRef ref, List<Long> dims, List<String> extentNames) {
    return new Finder(ref, dims, extentNames).find();
  }

  /**
   * The number in the whole value of the one element that this is in a row.
   *
   * @param ref as it is asked for; where it names the batch, that is the row
   * @param row of the batch; where the value has but one, that
   * @param all rows of the batch
   * @throws UsageException where it is more than one, or the row is outside
   */
  int elementAt(SiteRef ref, int row, int all, List<Long> dims) {
    if (elements.length != 1) {
      throw new UsageException(
          "site '"
              + ref
              + "' has "
              + elements.length
              + " elements in a row; one is cut out at a time: name "
              + (dims.size() == 3 ? "its token and its neuron" : "its neuron"));
    }
    if (row < 0 || row >= all || rows.length > 1 && row >= rows.length) {
      throw new UsageException(
          "site '"
              + ref
              + "': row "
              + row
              + " is outside the last pass, which had rows 0.."
              + (rows.length > 1 ? rows.length - 1 : all - 1));
    }
    int width = Math.toIntExact(TensorData.elements(GraphNetwork.ofRow(dims)));
    return (rows.length == 1 ? rows[0] : rows[row]) * width + elements[0];
  }

  private record Finder(SiteRef ref, List<Long> dims, List<String> extentNames) {

    GraphSite find() {
      Map<Integer, List<Integer>> chosen = new LinkedHashMap<>();
      ref.axes()
          .forEach((name, ranges) -> {
            int axis = axis(name);
            chosen.put(axis, positions(name, ranges, Math.toIntExact(dims.get(axis))));
          });
      boolean batched = dims.size() >= 2;
      List<Integer> rows =
          batched ? chosen.getOrDefault(0, all(Math.toIntExact(dims.getFirst()))) : List.of(0);
      List<Integer> counted = counted(chosen.keySet());
      int neurons = 1;
      for (int axis : counted) {
        neurons = Math.multiplyExact(neurons, Math.toIntExact(dims.get(axis)));
      }
      List<Integer> wanted =
          ref.neurons().isEmpty() ? all(neurons) : positions("neuron", ref.neurons(), neurons);
      List<Integer> elements = new ArrayList<>();
      boolean allAxesCount = dims.size() != 3 && batched && Set.of(0).containsAll(chosen.keySet());
      if (allAxesCount) {
        // a neuron's number is its element's, and a large value need not be walked for a few
        wanted.stream().sorted().forEach(elements::add);
      } else {
        collect(batched ? 1 : 0, 0, 0, chosen, counted, new LinkedHashSet<>(wanted), elements);
      }
      return new GraphSite(
          rows.stream().mapToInt(Integer::intValue).toArray(),
          elements.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The axes that neurons are counted along. */
    private List<Integer> counted(Set<Integer> chosen) {
      if (dims.size() == 3) {
        return chosen.contains(2) ? List.of() : List.of(2);
      }
      return IntStream.range(dims.size() >= 2 ? 1 : 0, dims.size())
          .filter(axis -> !chosen.contains(axis))
          .boxed()
          .toList();
    }

    /** Walks the axes from {@code axis} on and notes the elements that are wanted. */
    private void collect(
        int axis,
        int element,
        int neuron,
        Map<Integer, List<Integer>> chosen,
        List<Integer> counted,
        Set<Integer> wanted,
        List<Integer> into) {
      if (axis == dims.size()) {
        if (wanted.contains(neuron)) {
          into.add(element);
        }
        return;
      }
      int extent = Math.toIntExact(dims.get(axis));
      boolean counts = counted.contains(axis);
      for (int at : chosen.getOrDefault(axis, all(extent))) {
        collect(
            axis + 1,
            element * extent + at,
            counts ? neuron * extent + at : neuron,
            chosen,
            counted,
            wanted,
            into);
      }
    }

    private int axis(String name) {
      List<String> known = new ArrayList<>();
      for (int axis = 0; axis < dims.size(); axis++) {
        for (String own : names(axis)) {
          if (own.equals(name)) {
            return axis;
          }
          known.add(own);
        }
      }
      throw new UsageException(
          "site '"
              + ref
              + "': the value has no axis '"
              + name
              + "'; "
              + NearestName.hint(name, known));
    }

    private List<String> names(int axis) {
      List<String> names = new ArrayList<>();
      if (axis == 0 && dims.size() >= 2) {
        names.add("batch");
      } else if (dims.size() == 3 && axis == 1) {
        names.add("token");
      } else if (dims.size() == 4) {
        names.add(List.of("batch", "channel", "row", "column").get(axis));
      }
      names.add("axis" + axis);
      if (axis < extentNames.size() && !extentNames.get(axis).isEmpty()) {
        names.add(extentNames.get(axis));
      }
      return names;
    }

    private static List<Integer> all(int extent) {
      return IntStream.range(0, extent).boxed().toList();
    }

    private List<Integer> positions(String axis, List<SiteRef.Range> ranges, int extent) {
      Set<Integer> positions = new LinkedHashSet<>();
      for (SiteRef.Range range : ranges) {
        if (range.last() >= extent) {
          throw new UsageException(
              "site '"
                  + ref
                  + "': "
                  + axis
                  + " "
                  + range.last()
                  + " is outside 0.."
                  + (extent - 1));
        }
        IntStream.rangeClosed(range.first(), range.last()).forEach(positions::add);
      }
      return List.copyOf(positions);
    }
  }
}
