package org.hillock.onnx.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.proto.TypeProto;

/**
 * A file prepared once for any number of interventions: gates in all values that can be held, taps
 * behind all that can be read, or only those that are asked for.
 *
 * <p>It runs without the runtime's optimisation, node by node as the file says, because only then a
 * tap or an open gate changes no bit of the outputs: optimised, nodes are fused, and a value that
 * is looked at cannot be.
 */
public final class Instrumented implements AutoCloseable {

  private final Instruments instruments;
  private final Executable executable;
  private final Set<String> ownOutputs = new LinkedHashSet<>();
  private final Set<ValueRef> tapped;

  /**
   * Prepares a file.
   *
   * @param types from {@link #types}
   * @param gated values that can be held
   * @param tapped values that can be read
   * @throws RuntimeProblem where one of them cannot be, or the runtime does not take the file
   */
  public Instrumented(
      OnnxFile file,
      Map<ValueRef, TypeProto> types,
      Collection<ValueRef> gated,
      Collection<ValueRef> tapped,
      int threads) {
    instruments = new Instruments(file.model(), types, gated, tapped);
    executable =
        new Executable(
            instruments.model(),
            file.folder(),
            threads,
            OnnxRuntime.Optimisation.NONE,
            instruments.hints(types));
    file.model().getGraph().getOutputList().forEach(o -> ownOutputs.add(o.getName()));
    this.tapped = Set.copyOf(tapped);
  }

  /** Ends a run early where this becomes true while it runs. */
  public void stopWhen(BooleanSupplier wanted) {
    executable.stopWhen(wanted);
  }

  /** The types of all values of a file, as far as they are tensors or sequences of tensors. */
  public static Map<ValueRef, TypeProto> types(OnnxFile file) {
    return ValueTypes.of(file);
  }

  /** All values of a file that nodes make, those within nodes too. */
  public static List<ValueRef> values(OnnxFile file) {
    return ValueRef.all(file.model().getGraph());
  }

  /** Those of some values that can be held. */
  public static List<ValueRef> holdable(
      OnnxFile file, Map<ValueRef, TypeProto> types, Collection<ValueRef> values) {
    long operators = Instruments.operatorSet(file.model());
    return values.stream()
        .filter(v -> types.containsKey(v))
        .filter(v ->
            ValueTypes.element(Objects.requireNonNull(types.get(v)))
                .filter(t -> Gate.refusal(t, operators).isEmpty())
                .isPresent())
        .toList();
  }

  /** Those of some values that can be read. */
  public static List<ValueRef> readable(
      Map<ValueRef, TypeProto> types, Collection<ValueRef> values) {
    return values.stream()
        .filter(v -> types.containsKey(v))
        .filter(v ->
            v.isOuter() || ValueTypes.element(Objects.requireNonNull(types.get(v))).isPresent())
        .toList();
  }

  /** What a run gave. */
  public record Result(Map<String, GraphValue> outputs, Map<ValueRef, GraphValue> seen) {}

  /**
   * Runs the graph.
   *
   * @param inputs of the model, by name
   * @param silent values that are zero in this run
   */
  public Result run(Map<String, GraphValue> inputs, Set<ValueRef> silent) {
    return run(inputs, Map.of(), silent);
  }

  /**
   * Runs the graph.
   *
   * @param inputs of the model, by name
   * @param held what is held of values that can be
   * @param silent values that are zero as a whole, whatever their shape
   */
  public Result run(
      Map<String, GraphValue> inputs, Map<ValueRef, Holding> held, Set<ValueRef> silent) {
    Map<String, GraphValue> fed = new LinkedHashMap<>(inputs);
    held.forEach((value, holding) -> instruments.gate(value).feed(fed, holding));
    silent.forEach(value -> instruments.gate(value).feedSilence(fed));
    return run(fed);
  }

  private Result run(Map<String, GraphValue> fed) {
    instruments.feedOpen(fed);
    Set<String> wanted = new LinkedHashSet<>(ownOutputs);
    tapped.forEach(value -> wanted.add(instruments.output(value)));
    Map<String, GraphValue> all = executable.run(fed, wanted);
    Map<ValueRef, GraphValue> seen = new HashMap<>();
    for (ValueRef value : tapped) {
      seen.put(value, Objects.requireNonNull(all.get(instruments.output(value))));
    }
    Map<String, GraphValue> outputs = new LinkedHashMap<>(all);
    outputs.keySet().retainAll(ownOutputs);
    return new Result(outputs, seen);
  }

  @Override
  public void close() {
    executable.close();
  }
}
