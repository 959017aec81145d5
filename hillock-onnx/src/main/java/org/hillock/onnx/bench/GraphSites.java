package org.hillock.onnx.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.Instrumented;
import org.hillock.onnx.runtime.ValueRef;
import org.jspecify.annotations.Nullable;

/**
 * What can be addressed in a graph, with the extents that its values have for the inputs as they
 * are: it is run once to find them.
 */
final class GraphSites {

  private final OnnxFile file;
  private final Map<ValueRef, TypeProto> types;
  private final GraphInputs inputs;
  private final int threads;
  private final Map<String, ValueRef> known = new LinkedHashMap<>();
  private final Map<String, List<Long>> dims = new LinkedHashMap<>();
  private BooleanSupplier stop = () -> false;
  private @Nullable Network network;

  GraphSites(OnnxFile file, Map<ValueRef, TypeProto> types, GraphInputs inputs, int threads) {
    this.file = file;
    this.types = types;
    this.inputs = inputs;
    this.threads = threads;
    for (ValueRef value : Instrumented.values(file)) {
      known.put(value.toString(), value);
    }
  }

  void stopWhen(BooleanSupplier wanted) {
    stop = wanted;
  }

  /** All values that nodes make, by address. */
  Map<String, ValueRef> known() {
    return known;
  }

  /** Values of the graph itself that can be read. */
  List<ValueRef> outer() {
    return Instrumented.readable(types, known.values()).stream().filter(ValueRef::isOuter).toList();
  }

  /** The extents may be others from now on. */
  void forget() {
    network = null;
  }

  /**
   * The graph as populations.
   *
   * @throws org.hillock.onnx.runtime.RuntimeProblem where it cannot be run
   */
  Network network() {
    if (network == null) {
      survey();
      network = GraphNetwork.of(file, dims);
    }
    return Objects.requireNonNull(network);
  }

  /** Runs with every value tapped, to learn their extents. */
  private void survey() {
    List<ValueRef> outer = outer();
    dims.clear();
    try (Instrumented all = new Instrumented(file, types, List.of(), outer, threads)) {
      all.stopWhen(stop);
      Map<String, GraphValue> fed = inputs.values();
      Instrumented.Result result = all.run(fed, java.util.Set.of());
      fed.forEach(this::note);
      for (ValueRef value : outer) {
        note(value.name(), Objects.requireNonNull(result.seen().get(value)));
      }
    }
  }

  private void note(String name, GraphValue value) {
    if (value instanceof GraphValue.Tensor(TensorData data) && data.type().isReal()) {
      dims.put(name, data.dims());
    }
  }

  /** The extents of a value that holds numbers. */
  List<Long> dims(String name) {
    return Objects.requireNonNull(dims.get(name));
  }

  /** The rows of the batch that a value has. */
  int rows(String name) {
    List<Long> extents = dims.getOrDefault(name, List.of());
    return extents.size() < 2 ? 1 : Math.toIntExact(extents.getFirst());
  }

  /** How many numbers all values hold together. */
  long numbers() {
    return dims.values().stream().mapToLong(TensorData::elements).sum();
  }

  /** As {@link org.hillock.core.session.Session#bind}. */
  Site bind(SiteRef ref) {
    Population population = population(ref);
    String wanted = ref.variable().orElse(GraphNetwork.NUMBER.name());
    if (!wanted.equals(GraphNetwork.NUMBER.name())) {
      throw new UsageException(
          "site '" + ref + "': values of a graph have no variable '" + wanted + "', only 'value'");
    }
    GraphSite site = find(ref);
    return new Site(
        ref, population, Indices.of(site.elements()), GraphNetwork.NUMBER, Optional.empty());
  }

  private Population population(SiteRef ref) {
    Population population = network().populations().get(ref.owner());
    if (population == null) {
      if (known.containsKey(ref.owner())) {
        throw new UsageException(
            "site '"
                + ref
                + "': the value holds no numbers, or lies within a node, where it can be silenced"
                + " as a whole");
      }
      throw new UsageException(
          "site '"
              + ref
              + "': the graph has no value '"
              + ref.owner()
              + "'; "
              + NearestName.hint(ref.owner(), network().populations().keySet()));
    }
    if (!ref.names().isEmpty()) {
      throw new UsageException(
          "site '"
              + ref
              + "' has '"
              + ref.names().getFirst()
              + "' where a number or a range such as 0..9 belongs; elements of a graph have no"
              + " names");
    }
    return population;
  }

  GraphSite find(SiteRef ref) {
    population(ref);
    return GraphSite.find(
        ref, dims(ref.owner()), ExtentNames.of(file.model().getGraph(), ref.owner()));
  }
}
