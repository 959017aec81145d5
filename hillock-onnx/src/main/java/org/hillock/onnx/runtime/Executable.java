package org.hillock.onnx.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.jspecify.annotations.Nullable;

/**
 * A graph that can be run: opened when the kinds of its inputs are known, and kept as long as they
 * stay. Not thread-safe.
 */
public final class Executable implements AutoCloseable {

  private final ModelProto model;
  private final Path folder;
  private final int threads;
  private final OnnxRuntime.Optimisation optimisation;
  private final OutputDoors out;
  private BooleanSupplier stop = () -> false;
  private final Kept whole;

  /** With the items of sequences as outputs: as many as have been counted. */
  private final Kept withItems;

  /**
   * A graph to be run.
   *
   * @param folder where its tensors lie that are in other files
   * @param threads at least 1
   * @param hinted types of outputs that the runtime may have no word for
   */
  Executable(
      ModelProto model,
      Path folder,
      int threads,
      OnnxRuntime.Optimisation optimisation,
      Map<String, ElementType> hinted) {
    this.model = model;
    this.folder = folder;
    this.threads = threads;
    this.optimisation = optimisation;
    out = new OutputDoors(hinted);
    whole = new Kept(out::graph);
    withItems = new Kept(out::graphWithItems);
  }

  /** A file as it is, with all that the runtime does to make it fast. */
  public static Executable optimised(OnnxFile file, int threads) {
    return new Executable(
        file.model(), file.folder(), threads, OnnxRuntime.Optimisation.ALL, declared(file));
  }

  /**
   * A file as it is, node by node.
   *
   * @param types of its values, from {@link Instrumented#types}
   */
  public static Executable plain(OnnxFile file, Map<ValueRef, TypeProto> types, int threads) {
    return new Executable(
        new Instruments(file.model(), types, List.of(), List.of()).model(),
        file.folder(),
        threads,
        OnnxRuntime.Optimisation.NONE,
        declared(file));
  }

  private static Map<String, ElementType> declared(OnnxFile file) {
    Map<String, ElementType> declared = new HashMap<>();
    for (ValueInfoProto output : file.model().getGraph().getOutputList()) {
      ValueTypes.element(output.getType()).ifPresent(t -> declared.put(output.getName(), t));
    }
    return declared;
  }

  /** Ends a run early where this becomes true while it runs. */
  public void stopWhen(BooleanSupplier wanted) {
    stop = wanted;
  }

  /**
   * Runs the graph.
   *
   * @param inputs by name
   * @param wanted outputs of the graph
   * @throws RuntimeProblem where the runtime cannot
   */
  public Map<String, GraphValue> run(Map<String, GraphValue> inputs, Collection<String> wanted) {
    InputDoors doors = new InputDoors(model.getGraph(), inputs);
    String kinds = InputDoors.signature(inputs);
    Map<String, OnnxTensor> fed = new HashMap<>();
    try {
      for (Map.Entry<String, TensorData> feed : doors.feeds().entrySet()) {
        fed.put(feed.getKey(), OrtValues.tensor(OnnxRuntime.environment(), feed.getValue()));
      }
      OrtSession open = whole.opened(doors.graph(), kinds);
      if (out.hasSequences(wanted)) {
        out.measure(wanted, run(open, fed, out.lengths(wanted)));
        open = withItems.opened(doors.graph(), kinds + out.counts());
      }
      Map<String, GraphValue> made = run(open, fed, out.names(wanted));
      Map<String, GraphValue> values = new LinkedHashMap<>();
      wanted.forEach(name -> values.put(name, out.value(name, made)));
      return values;
    } catch (OrtException e) {
      throw RuntimeProblem.of(e);
    } finally {
      fed.values().forEach(OnnxTensor::close);
    }
  }

  private Map<String, GraphValue> run(
      OrtSession open, Map<String, OnnxTensor> fed, Set<String> names) {
    try (Termination termination = new Termination(stop);
        OrtSession.Result result = open.run(fed, names, termination.options())) {
      Map<String, GraphValue> values = new LinkedHashMap<>();
      for (String name : names) {
        values.put(name, OrtValues.of(result.get(name).orElseThrow()));
      }
      return values;
    } catch (OrtException e) {
      throw RuntimeProblem.of(e);
    }
  }

  private OrtSession open(GraphProto graph) {
    return OnnxRuntime.open(
        model.toBuilder().setGraph(graph).build(), folder, threads, optimisation);
  }

  /** A session that is kept as long as what it was opened for stays the same. */
  private final class Kept {
    private final UnaryOperator<GraphProto> fitted;
    private @Nullable OrtSession session;
    private String signature = "";

    /**
     * Nothing opened yet.
     *
     * @param fitted puts doors to the outputs of a graph
     */
    Kept(UnaryOperator<GraphProto> fitted) {
      this.fitted = fitted;
    }

    OrtSession opened(GraphProto graph, String wanted) {
      if (session != null && signature.equals(wanted)) {
        return session;
      }
      close();
      OrtSession first = open(fitted.apply(graph));
      session = first;
      try {
        if (out.look(first.getOutputInfo())) {
          close();
          session = open(fitted.apply(graph));
        }
      } catch (OrtException e) {
        throw RuntimeProblem.of(e);
      }
      signature = wanted;
      return Objects.requireNonNull(session);
    }

    void close() {
      OrtSession one = session;
      session = null;
      if (one != null) {
        try {
          one.close();
        } catch (OrtException e) {
          throw RuntimeProblem.of(e);
        }
      }
    }
  }

  @Override
  public void close() {
    whole.close();
    withItems.close();
  }
}
