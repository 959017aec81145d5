package org.hillock.onnx.runtime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.ModelProto;
import org.hillock.onnx.proto.NodeProto;
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
  private final Map<String, ElementType> hinted;
  private final Map<String, ElementType> carriedOut = new HashMap<>();
  private @Nullable OrtSession session;
  private String signature = "";

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
    this.hinted = hinted;
  }

  /** A file as it is, with all that the runtime does to make it fast. */
  public static Executable plain(OnnxFile file, int threads) {
    return new Executable(
        file.model(), file.folder(), threads, OnnxRuntime.Optimisation.ALL, Map.of());
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
    OrtSession open = opened(doors, InputDoors.signature(inputs));
    Map<String, OnnxTensor> fed = new HashMap<>();
    try {
      for (Map.Entry<String, TensorData> feed : doors.feeds().entrySet()) {
        fed.put(feed.getKey(), OrtValues.tensor(OnnxRuntime.environment(), feed.getValue()));
      }
      Set<String> asked = new LinkedHashSet<>();
      wanted.forEach(name -> asked.add(carriedOut.containsKey(name) ? carriedName(name) : name));
      try (OrtSession.Result result = open.run(fed, asked)) {
        Map<String, GraphValue> values = new LinkedHashMap<>();
        for (String name : wanted) {
          values.put(name, value(result, name));
        }
        return values;
      }
    } catch (OrtException e) {
      throw RuntimeProblem.of(e);
    } finally {
      fed.values().forEach(OnnxTensor::close);
    }
  }

  private GraphValue value(OrtSession.Result result, String name) throws OrtException {
    ElementType carried = carriedOut.get(name);
    if (carried == null) {
      return OrtValues.of(result.get(name).orElseThrow());
    }
    GraphValue value = OrtValues.of(result.get(carriedName(name)).orElseThrow());
    return value instanceof GraphValue.Tensor(TensorData data)
        ? GraphValue.of(OrtValues.restored(data, carried))
        : value;
  }

  private static String carriedName(String name) {
    return name + "__carried";
  }

  private OrtSession opened(InputDoors doors, String wanted) {
    if (session != null && signature.equals(wanted)) {
      return session;
    }
    close();
    GraphProto graph = doors.graph();
    try {
      OrtSession first = open(withCarriers(graph));
      session = first;
      if (findCarried(first)) {
        close();
        session = open(withCarriers(graph));
      }
    } catch (OrtException e) {
      throw RuntimeProblem.of(e);
    }
    signature = wanted;
    return Objects.requireNonNull(session);
  }

  private OrtSession open(GraphProto graph) {
    return OnnxRuntime.open(
        model.toBuilder().setGraph(graph).build(), folder, threads, optimisation);
  }

  /** Notes which outputs have types that cannot be read; whether there are new ones. */
  private boolean findCarried(OrtSession open) throws OrtException {
    boolean found = false;
    for (Map.Entry<String, NodeInfo> output : open.getOutputInfo().entrySet()) {
      if (output.getValue().getInfo() instanceof TensorInfo info) {
        Optional<ElementType> type = OrtValues.type(info);
        if (type.isEmpty() || !OrtValues.readable(type.get())) {
          Optional<ElementType> known =
              type.or(() -> Optional.ofNullable(hinted.get(output.getKey())));
          if (known.isPresent() && known.get().isReal()) {
            found |= carriedOut.put(output.getKey(), known.get()) == null;
          }
        }
      }
    }
    return found;
  }

  private GraphProto withCarriers(GraphProto graph) {
    if (carriedOut.isEmpty()) {
      return graph;
    }
    List<ValueInfoProto> outputs = new ArrayList<>();
    List<NodeProto> after = new ArrayList<>();
    for (ValueInfoProto output : graph.getOutputList()) {
      ElementType type = carriedOut.get(output.getName());
      if (type == null) {
        outputs.add(output);
      } else {
        String carried = carriedName(output.getName());
        after.add(Types.cast(output.getName(), OrtValues.carrier(type), carried));
        outputs.add(Types.value(carried, Types.tensor(OrtValues.carrier(type))));
      }
    }
    return graph.toBuilder().clearOutput().addAllOutput(outputs).addAllNode(after).build();
  }

  /** What the runtime says of the outputs' types, once it has been run. */
  Map<String, ElementType> outputTypes() {
    Map<String, ElementType> types = new LinkedHashMap<>(carriedOut);
    if (session == null) {
      return types;
    }
    try {
      for (Map.Entry<String, NodeInfo> output : session.getOutputInfo().entrySet()) {
        if (output.getValue().getInfo() instanceof TensorInfo info) {
          OrtValues.type(info).ifPresent(type -> types.putIfAbsent(output.getKey(), type));
        }
      }
    } catch (OrtException e) {
      throw RuntimeProblem.of(e);
    }
    return types;
  }

  @Override
  public void close() {
    if (session != null) {
      try {
        session.close();
      } catch (OrtException e) {
        throw RuntimeProblem.of(e);
      } finally {
        session = null;
      }
    }
  }
}
