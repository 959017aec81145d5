package org.hillock.onnx.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Session;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.read.OnnxNetwork;
import org.hillock.onnx.read.Unread;
import org.hillock.onnx.runtime.Instrumented;
import org.hillock.onnx.runtime.RuntimeProblem;
import org.hillock.onnx.runtime.ValueRef;

/**
 * A graph that is asked as it stands. The elements of its units (see {@link UnitValues}) are the
 * neurons of an {@linkplain #outline() outline} that has no projections; a session shows images to
 * the graph itself, silences and reads its values.
 */
public final class AnsweringGraph {

  private final OnnxFile file;
  private final Optional<Wanted> wanted;
  private final Map<ValueRef, TypeProto> types;
  private final Chances chances;
  private final Doors doors;
  private final Survey survey;
  private final Dataflow dataflow;

  private AnsweringGraph(OnnxFile file, Optional<Wanted> wanted) {
    this.file = file;
    this.wanted = wanted;
    types = Instrumented.types(file);
    chances = new Chances(file);
    UnitValues values = new UnitValues(file);
    Optional<Reception> reception = wanted.map(w -> Reception.of(file, w));
    survey = Survey.of(file, types, values, reception, wanted);
    doors = Doors.of(file, survey, reception, values);
    dataflow = dataflow(values);
  }

  /**
   * A graph that is shown images and read as a classifier.
   *
   * @throws UsageException where ONNX Runtime does not take it, no input takes the images, or no
   *     output can be the answer
   */
  public static AnsweringGraph of(OnnxFile file, Wanted wanted) {
    return opened(file, Optional.of(wanted));
  }

  /**
   * A graph that is asked nothing.
   *
   * @throws UsageException where ONNX Runtime does not take it
   */
  public static AnsweringGraph leftAlone(OnnxFile file) {
    return opened(file, Optional.empty());
  }

  private static AnsweringGraph opened(OnnxFile file, Optional<Wanted> wanted) {
    try {
      return new AnsweringGraph(file, wanted);
    } catch (RuntimeProblem e) {
      throw told(file, e);
    }
  }

  static UsageException told(OnnxFile file, RuntimeProblem e) {
    return new UsageException(
        file.path().toString(),
        (e.kind() == RuntimeProblem.Kind.NOT_SUPPORTED
                ? "ONNX Runtime does not support it: "
                : "ONNX Runtime cannot run it: ")
            + e.getMessage());
  }

  /** The same graph with other ends of grey. */
  public AnsweringGraph with(org.hillock.onnx.read.InputRange range) {
    return opened(file, wanted.map(w -> w.with(range)));
  }

  /**
   * The same graph with each node that draws, as far as it can be, giving what it gives on average.
   */
  public AnsweringGraph steady() {
    return opened(chances.steady(), wanted);
  }

  /** Where images go in and the answer comes out, and units between, as populations. */
  public Network outline() {
    return doors.outline();
  }

  /** What is made of what, and how much is counted. */
  public Dataflow dataflow() {
    return dataflow;
  }

  /** How images go in and where the answer is read, in a sentence or two. */
  public String told() {
    return doors.told();
  }

  /** Opens it. The seed is that of the nodes that draw; others ignore it. */
  public Session open(long seed) {
    return new AnsweringSession(this, seed);
  }

  OnnxFile file() {
    return file;
  }

  Map<ValueRef, TypeProto> types() {
    return types;
  }

  Chances chances() {
    return chances;
  }

  Doors doors() {
    return doors;
  }

  Survey survey() {
    return survey;
  }

  private Dataflow dataflow(UnitValues values) {
    GraphProto graph = file.model().getGraph();
    Set<NodeProto> live = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    live.addAll(values.live());
    List<Dataflow.Step> steps = new ArrayList<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      if (live.contains(node)) {
        steps.add(
            new Dataflow.Step(
                ValueRef.called(node, i),
                node.getOpType(),
                Rounds.reads(node).stream().filter(values::varies).toList(),
                node.getOutputList().stream().filter(o -> !o.isEmpty()).toList(),
                Rounds.of(node)));
      }
    }
    Map<String, Integer> units = new LinkedHashMap<>();
    survey.units().forEach(unit -> units.put(unit, survey.elements(unit)));
    return new Dataflow(
        file.inputNames(),
        graph.getOutputList().stream().map(o -> o.getName()).toList(),
        steps,
        units,
        GraphTotals.of(file),
        chances.sources(),
        OnnxNetwork.of(file).losses().stream().map(Unread::toString).toList());
  }

  /** The name in the outline of a unit, or of the input that takes images. */
  String population(String value) {
    return Objects.requireNonNull(doors.populations().get(value));
  }
}
