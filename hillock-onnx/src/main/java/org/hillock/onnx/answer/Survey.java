package org.hillock.onnx.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.Instrumented;
import org.hillock.onnx.runtime.ValueRef;

/**
 * What a graph is found to do when it is run a few times: which value is the answer, what extents
 * values have, whether several images go through at once as if each were alone.
 *
 * @param answer the value that is read; empty where nothing is asked
 * @param dims extents of each unit for one input
 * @param batch how many images go through at once: {@link Reception#ANY}, or a number
 * @param changing values that would be units, if their extents did not depend on what is shown
 */
record Survey(String answer, Map<String, List<Long>> dims, int batch, List<String> changing) {

  /** What rounding may make of a number where another number of images goes through beside it. */
  private static final double SAME = 1e-4;

  Set<String> units() {
    return dims.keySet();
  }

  /** Elements of a unit for one input. */
  int elements(String unit) {
    List<Long> extents = Objects.requireNonNull(dims.get(unit));
    return Math.toIntExact(TensorData.elements(extents));
  }

  /** Extents of a unit when so many images go through at once. */
  List<Long> dims(String unit, int rows) {
    List<Long> extents = new ArrayList<>(Objects.requireNonNull(dims.get(unit)));
    if (batch != 1) {
      extents.set(0, (long) rows);
    }
    return extents;
  }

  static Survey of(
      OnnxFile file,
      Map<ValueRef, TypeProto> types,
      UnitValues values,
      Optional<Reception> reception,
      Optional<Wanted> wanted) {
    Looking looking = new Looking(file, types, reception);
    List<String> outputs =
        file.model().getGraph().getOutputList().stream().map(o -> o.getName()).toList();
    int declared = reception.map(Reception::batch).orElse(1);
    int least = Math.max(1, declared);
    if (wanted.isEmpty()) {
      return alone(looking, "", values.units(types, ""), 1);
    }
    String answer =
        answer(file, looking.dims(looking.rows(least, 0), outputs), least, wanted.get());
    Set<String> units = values.units(types, answer);
    if (!units.contains(answer)) {
      throw new UsageException(
          file.path() + ": output '" + answer + "' does not depend on what is shown");
    }
    if (declared == 1) {
      return alone(looking, answer, units, 1);
    }
    boolean together =
        declared == Reception.ANY
            ? rowsFirst(looking, units, 2, 3) && looking.independent(answer)
            : rowsFirst(looking, units, declared);
    if (declared != Reception.ANY && !together) {
      throw new UsageException(
          file.path()
              + ": takes "
              + declared
              + " images at once, and not all of its values have an axis for them; export it with"
              + " an open batch, or one of 1");
    }
    return together
        ? new Survey(
            answer, looking.ofOne(looking.dims(looking.rows(least, 0), units)), declared, List.of())
        : alone(looking, answer, units, 1);
  }

  private static Survey alone(Looking looking, String answer, Set<String> units, int batch) {
    Map<String, List<Long>> dims = looking.dims(looking.rows(1, 1), units);
    Map<String, List<Long>> again = looking.dims(looking.rows(1, 2), units);
    List<String> changing =
        units.stream()
            .filter(u -> !Objects.equals(dims.get(u), again.get(u)) || empty(dims.get(u)))
            .toList();
    dims.keySet().removeAll(changing);
    return new Survey(answer, dims, batch, changing);
  }

  private static boolean empty(@org.jspecify.annotations.Nullable List<Long> extents) {
    return extents == null || extents.contains(0L);
  }

  /** Whether the first axis of all units is the batch, and nothing else of them is. */
  private static boolean rowsFirst(Looking looking, Set<String> units, int... counts) {
    Map<String, List<Long>> rest = new LinkedHashMap<>();
    for (int rows : counts) {
      Map<String, List<Long>> dims = looking.dims(looking.rows(rows, 0), units);
      for (String unit : units) {
        List<Long> of = dims.getOrDefault(unit, List.of());
        if (of.size() < 2 || of.getFirst() != rows || of.contains(0L)) {
          return false;
        }
        List<Long> others = of.subList(1, of.size());
        if (!rest.getOrDefault(unit, others).equals(others)) {
          return false;
        }
        rest.put(unit, others);
      }
    }
    return true;
  }

  /** The output that the answer is read from. */
  private static String answer(
      OnnxFile file, Map<String, List<Long>> outputs, int rows, Wanted wanted) {
    wanted
        .answer()
        .filter(name -> !outputs.containsKey(name))
        .ifPresent(name -> {
          throw new UsageException(
              file.path()
                  + ": has no output '"
                  + name
                  + "' that holds numbers; "
                  + NearestName.hint(name, outputs.keySet()));
        });
    List<String> fitting =
        outputs.keySet().stream()
            .filter(o -> wanted.answer().map(o::equals).orElse(true))
            .filter(o ->
                TensorData.elements(Objects.requireNonNull(outputs.get(o)))
                    == (long) wanted.classes() * rows)
            .toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    List<String> told = new ArrayList<>();
    outputs.forEach((name, dims) -> told.add(name + " " + dims.toString().replace(" ", "")));
    throw new UsageException(
        file.path()
            + (fitting.isEmpty()
                ? ": no output can be the answer: expected "
                    + wanted.classes()
                    + " numbers for each image, one for each label of '"
                    + wanted.data()
                    + "'; for "
                    + (rows == 1 ? "one image" : rows + " images")
                    + " it gives "
                : ": several outputs can be the answer; say with --answer which of ")
            + told);
  }

  /** Runs a graph to look at its values. */
  private record Looking(
      OnnxFile file, Map<ValueRef, TypeProto> types, Optional<Reception> reception) {

    /** So many images of random pixels; where none are taken, none. */
    float[][] rows(int count, long which) {
      if (reception.isEmpty()) {
        return new float[count][0];
      }
      float[][] rows = new float[count][reception.get().pixels().length];
      for (int r = 0; r < count; r++) {
        Draws draws = new Draws(1, Purpose.EXPERIMENT, which, r);
        for (int k = 0; k < rows[r].length; k++) {
          rows[r][k] = (float) draws.uniform();
        }
      }
      return rows;
    }

    Map<String, TensorData> run(float[][] rows, Collection<String> wanted) {
      Set<ValueRef> tapped = new LinkedHashSet<>();
      wanted.forEach(w -> tapped.add(ValueRef.of(w)));
      tapped.retainAll(Instrumented.readable(types, types.keySet()));
      Map<String, TensorData> found = new LinkedHashMap<>();
      try (Instrumented all = new Instrumented(file, types, List.of(), tapped, 1)) {
        Map<String, GraphValue> fed = Feeding.all(file, reception, rows, Map.of());
        Instrumented.Result result = all.run(fed, Set.of());
        Map<String, GraphValue> values = new LinkedHashMap<>(result.outputs());
        result.seen().forEach((value, seen) -> values.put(value.name(), seen));
        for (String name : wanted) {
          if (values.get(name) instanceof GraphValue.Tensor(TensorData data)
              && data.type().isReal()) {
            found.put(name, data);
          }
        }
      }
      return found;
    }

    Map<String, List<Long>> dims(float[][] rows, Collection<String> wanted) {
      Map<String, List<Long>> dims = new LinkedHashMap<>();
      run(rows, wanted).forEach((name, data) -> dims.put(name, data.dims()));
      return dims;
    }

    /** With one image in place of all. */
    Map<String, List<Long>> ofOne(Map<String, List<Long>> dims) {
      dims.replaceAll((_, extents) -> {
        List<Long> one = new ArrayList<>(extents);
        one.set(0, 1L);
        return one;
      });
      return dims;
    }

    /** Whether an image gets the same answer beside others as alone, but for rounding. */
    boolean independent(String answer) {
      OnnxFile steady = new Chances(file).steady();
      if (new Chances(steady).sources().isEmpty()) {
        Looking looking = new Looking(steady, Instrumented.types(steady), reception);
        float[][] rows = looking.rows(3, 3);
        double[] together =
            Objects.requireNonNull(looking.run(rows, List.of(answer)).get(answer)).numbers();
        int width = together.length / rows.length;
        for (int r = 0; r < rows.length; r++) {
          double[] alone =
              Objects.requireNonNull(
                      looking.run(new float[][] {rows[r]}, List.of(answer)).get(answer))
                  .numbers();
          for (int k = 0; k < width; k++) {
            double apart = Math.abs(alone[k] - together[r * width + k]);
            if (!(apart <= SAME * Math.max(1, Math.abs(alone[k])))) {
              return false;
            }
          }
        }
      }
      return true;
    }
  }
}
