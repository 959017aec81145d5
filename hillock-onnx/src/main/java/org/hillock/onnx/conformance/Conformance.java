package org.hillock.onnx.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TypeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.runtime.Executable;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.Instrumented;
import org.hillock.onnx.runtime.NodeByNode;
import org.hillock.onnx.runtime.RuntimeProblem;
import org.hillock.onnx.runtime.ValueRef;

/**
 * Puts one test through the graph engine.
 *
 * <ol>
 *   <li>As the file is, by ONNX Runtime itself: a test that this does not pass is one that the
 *       runtime does not support, and nothing of ours is asked.
 *   <li>With a tap on every value that nodes make, within branches and bodies too: outputs must be
 *       those of the file as it is, to the bit.
 *   <li>Of a graph with {@value #FEW} or more values: each is silenced once, in one prepared graph,
 *       and all that comes of it must be what {@link NodeByNode} finds.
 * </ol>
 */
public final class Conformance {

  /** From so many values on they are silenced. */
  public static final int FEW = 5;

  private static final Agreement AGREEMENT = Agreement.STANDARD;

  /** What came of a test. */
  public enum Verdict {
    PASSED,
    NOT_SUPPORTED,
    FAILED
  }

  /**
   * The result of a test.
   *
   * @param name of the test
   * @param reason why it did not pass, or empty
   * @param values that nodes of its model make
   * @param tapped of them
   * @param silenced how many silencings were checked
   * @param toTheBit of these, how many agreed in every bit
   * @param refused of these, how many neither way could be run, because a silent shape or index
   *     fits nothing
   */
  public record Result(
      String name,
      Verdict verdict,
      String reason,
      int values,
      int tapped,
      int silenced,
      int toTheBit,
      int refused) {}

  private final BackendTest test;
  private int values;
  private int tapped;
  private int silenced;
  private int toTheBit;
  private int refused;

  /** Whether what was compared last agreed in every bit. */
  private boolean exactly;

  private Conformance(BackendTest test) {
    this.test = test;
  }

  /** Puts a test through. */
  public static Result of(BackendTest test) {
    return new Conformance(test).run();
  }

  private Result run() {
    try {
      OnnxFile file = OnnxFile.read(test.modelFile());
      List<DataSet> sets =
          test.dataSets().stream().map(s -> DataSet.read(s, file.model().getGraph())).toList();
      Optional<String> unsupported = unsupported(file, sets);
      if (unsupported.isPresent()) {
        return result(Verdict.NOT_SUPPORTED, unsupported.get());
      }
      Optional<String> failure = failure(file, sets);
      return failure
          .map(reason -> result(Verdict.FAILED, reason))
          .orElseGet(() -> result(Verdict.PASSED, ""));
    } catch (UsageException e) {
      return result(Verdict.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private Result result(Verdict verdict, String reason) {
    return new Result(test.name(), verdict, reason, values, tapped, silenced, toTheBit, refused);
  }

  /** Why the runtime itself does not pass. */
  private static Optional<String> unsupported(OnnxFile file, List<DataSet> sets) {
    try (Executable plain = Executable.optimised(file, 1)) {
      for (DataSet set : sets) {
        Map<String, GraphValue> got = plain.run(set.inputs(), asked(file, set));
        Optional<String> difference = difference(set.outputs(), got);
        if (difference.isPresent()) {
          return Optional.of("ONNX Runtime itself gives other values: " + difference.get());
        }
      }
      return Optional.empty();
    } catch (RuntimeProblem e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** The outputs that are known, or all of them where none is. */
  private static List<String> asked(OnnxFile file, DataSet set) {
    return set.outputs().isEmpty()
        ? file.model().getGraph().getOutputList().stream().map(ValueInfoProto::getName).toList()
        : List.copyOf(set.outputs().keySet());
  }

  private static Optional<String> difference(
      Map<String, GraphValue> expected, Map<String, GraphValue> got) {
    for (Map.Entry<String, GraphValue> output : expected.entrySet()) {
      GraphValue value = got.get(output.getKey());
      Optional<String> difference =
          value == null
              ? Optional.of("is missing")
              : AGREEMENT.difference(output.getValue(), value);
      if (difference.isPresent()) {
        return difference.map(d -> "'" + output.getKey() + "': " + d);
      }
    }
    return Optional.empty();
  }

  private Optional<String> failure(OnnxFile file, List<DataSet> sets) {
    try {
      List<ValueRef> all = Instrumented.values(file);
      values = all.size();
      Map<ValueRef, TypeProto> types = Instrumented.types(file);
      List<ValueRef> readable = Instrumented.readable(types, all);
      tapped = readable.size();
      for (DataSet set : sets) {
        Optional<String> failure = tapChanges(file, types, readable, set);
        if (failure.isEmpty() && values >= FEW) {
          failure = silencingDiffers(file, types, set);
        }
        if (failure.isPresent()) {
          return failure;
        }
      }
      return Optional.empty();
    } catch (RuntimeProblem e) {
      return Optional.of("with instruments: " + e.getMessage());
    }
  }

  private Optional<String> tapChanges(
      OnnxFile file, Map<ValueRef, TypeProto> types, List<ValueRef> readable, DataSet set) {
    try (Executable plain = Executable.plain(file, types, 1);
        Instrumented with =
            new Instrumented(
                file, types, Instrumented.holdable(file, types, readable), readable, 1)) {
      Map<String, GraphValue> bare = plain.run(set.inputs(), asked(file, set));
      Map<String, GraphValue> got = with.run(set.inputs(), Set.of()).outputs();
      for (Map.Entry<String, GraphValue> output : bare.entrySet()) {
        if (!sameBits(output.getValue(), got.get(output.getKey()))) {
          return Optional.of(
              "taps change output '"
                  + output.getKey()
                  + "'"
                  + difference(bare, got).map(d -> ": " + d).orElse(" in its last bits"));
        }
      }
      return difference(set.outputs(), got).map(d -> "with taps: " + d);
    }
  }

  private static boolean sameBits(
      GraphValue expected, @org.jspecify.annotations.Nullable GraphValue got) {
    if (expected instanceof GraphValue.Tensor(TensorData e)
        && got instanceof GraphValue.Tensor(TensorData g)) {
      return e.sameBits(g);
    }
    if (expected instanceof GraphValue.Sequence(_, List<TensorData> e)
        && got instanceof GraphValue.Sequence(_, List<TensorData> g)) {
      boolean same = e.size() == g.size();
      for (int i = 0; same && i < e.size(); i++) {
        same = e.get(i).sameBits(g.get(i));
      }
      return same;
    }
    return expected.equals(got);
  }

  private Optional<String> silencingDiffers(
      OnnxFile file, Map<ValueRef, TypeProto> types, DataSet set) {
    List<ValueRef> held = Instrumented.holdable(file, types, Instrumented.values(file));
    List<ValueRef> outer = held.stream().filter(ValueRef::isOuter).toList();
    try (NodeByNode judge = new NodeByNode(file);
        Instrumented with = new Instrumented(file, types, held, outer, 1)) {
      judge.silence(Set.of());
      Map<String, GraphValue> known = judge.run(set.inputs());
      Optional<String> difference = compare(with.run(set.inputs(), Set.of()), known);
      if (difference.isPresent()) {
        return difference.map(d -> "node by node: " + d);
      }
      for (ValueRef value : held) {
        difference = silenced(file, judge, with, value, known, set);
        if (difference.isPresent()) {
          return difference.map(d -> "with '" + value + "' silent: " + d);
        }
      }
      return Optional.empty();
    }
  }

  private Optional<String> silenced(
      OnnxFile file,
      NodeByNode judge,
      Instrumented with,
      ValueRef value,
      Map<String, GraphValue> known,
      DataSet set) {
    silenced++;
    judge.silence(Set.of(value));
    Map<String, GraphValue> expected;
    try {
      expected = judge.runFrom(known, changed(file, value));
    } catch (RuntimeProblem e) {
      return refusedToo(with, value, set, String.valueOf(e.getMessage()));
    }
    Optional<String> difference = compare(with.run(set.inputs(), Set.of(value)), expected);
    if (difference.isEmpty() && exactly) {
      toTheBit++;
    }
    return difference;
  }

  /** What the judge could not run, the engine must refuse as well. */
  private Optional<String> refusedToo(
      Instrumented with, ValueRef value, DataSet set, String because) {
    refused++;
    try {
      with.run(set.inputs(), Set.of(value));
      return Optional.of("it ran, but node by node it does not: " + because);
    } catch (RuntimeProblem e) {
      return Optional.empty();
    }
  }

  private static Set<String> changed(OnnxFile file, ValueRef value) {
    return value.isOuter()
        ? Set.of(value.name())
        : new HashSet<>(
            file.model().getGraph().getNode(value.within().getFirst().node()).getOutputList());
  }

  private Optional<String> compare(Instrumented.Result got, Map<String, GraphValue> expected) {
    boolean exact = true;
    List<ValueRef> seen = new ArrayList<>(got.seen().keySet());
    for (ValueRef value : seen) {
      GraphValue e = expected.get(value.name());
      GraphValue g = got.seen().get(value);
      if (e == null || g == null) {
        return Optional.of("'" + value + "' is missing");
      }
      exact &= sameBits(e, g);
      Optional<String> difference = AGREEMENT.difference(e, g);
      if (difference.isPresent()) {
        return difference.map(d -> "'" + value + "': " + d);
      }
    }
    exactly = exact;
    return Optional.empty();
  }
}
