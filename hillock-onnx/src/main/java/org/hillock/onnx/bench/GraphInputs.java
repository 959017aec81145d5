package org.hillock.onnx.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Stimulus;
import org.hillock.onnx.graph.DeclaredShape;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TensorProto;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.Holding;

/** What the inputs of a graph are given: zeros, where nothing is. */
final class GraphInputs {

  private final Map<String, ValueInfoProto> declared = new LinkedHashMap<>();
  private final Map<String, GraphValue> given = new LinkedHashMap<>();

  /** A graph's inputs, without those that are constants. */
  GraphInputs(OnnxFile file) {
    Set<String> constants = new HashSet<>();
    for (TensorProto tensor : file.model().getGraph().getInitializerList()) {
      constants.add(tensor.getName());
    }
    for (ValueInfoProto input : file.model().getGraph().getInputList()) {
      if (!constants.contains(input.getName())) {
        declared.put(input.getName(), input);
      }
    }
  }

  /** The names of the inputs, in order. */
  List<String> names() {
    return List.copyOf(declared.keySet());
  }

  private ValueInfoProto declared(String name) {
    ValueInfoProto input = declared.get(name);
    if (input == null) {
      throw new UsageException(
          "the graph has no input '" + name + "'; " + NearestName.hint(name, declared.keySet()));
    }
    return input;
  }

  /**
   * Gives a value to an input.
   *
   * @throws UsageException where there is no such input, or type or shape do not fit, with both
   */
  void feed(String name, GraphValue value) {
    ValueInfoProto input = declared(name);
    if (value instanceof GraphValue.Tensor(TensorData data) && input.getType().hasTensorType()) {
      ElementType wanted = element(input);
      List<TensorShapeProto.Dimension> shape = shape(input);
      boolean fits =
          !input.getType().getTensorType().hasShape() || shape.size() == data.dims().size();
      for (int i = 0; fits && i < shape.size(); i++) {
        fits = !shape.get(i).hasDimValue() || shape.get(i).getDimValue() == data.dims().get(i);
      }
      if (data.type() != wanted || !fits) {
        throw new UsageException(
            "input '"
                + name
                + "' takes "
                + wanted
                + " "
                + DeclaredShape.text(shape)
                + ", not "
                + data);
      }
    }
    given.put(name, value);
  }

  /** Shows rows of numbers, or takes them away. */
  void present(Stimulus stimulus) {
    switch (stimulus) {
      case Stimulus.Frames(String name, float[][] rows) ->
          feed(name, GraphValue.of(rows(name, rows)));
      case Stimulus.Nothing(String name) -> given.remove(declared(name).getName());
      case Stimulus.SpikeTrains(String name, var _) ->
          throw new UsageException(
              "input '" + name + "' takes no spike trains: a graph runs without time");
    }
  }

  void clear() {
    given.clear();
  }

  private TensorData rows(String name, float[][] rows) {
    ValueInfoProto input = declared(name);
    List<TensorShapeProto.Dimension> shape = shape(input);
    List<Long> dims = new ArrayList<>();
    dims.add((long) rows.length);
    long known = 1;
    int open = -1;
    for (int i = 1; i < shape.size(); i++) {
      if (shape.get(i).hasDimValue()) {
        dims.add(shape.get(i).getDimValue());
        known *= shape.get(i).getDimValue();
      } else {
        open = open < 0 ? i : open;
        dims.add(1L);
      }
    }
    if (open > 0 && known > 0 && rows[0].length % known == 0) {
      dims.set(open, rows[0].length / known);
      known = rows[0].length;
    }
    double[] flat = new double[rows.length * rows[0].length];
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != known) {
        throw new UsageException(
            "a stimulus for '"
                + name
                + "' has "
                + rows[r].length
                + " numbers in row "
                + r
                + ", but the input takes "
                + DeclaredShape.text(shape)
                + ", "
                + known
                + " a row");
      }
      for (int i = 0; i < known; i++) {
        flat[(int) (r * known) + i] = rows[r][i];
      }
    }
    return Holding.data(element(input), dims, flat);
  }

  private static List<TensorShapeProto.Dimension> shape(ValueInfoProto input) {
    return input.getType().getTensorType().getShape().getDimList();
  }

  private static ElementType element(ValueInfoProto input) {
    return ElementType.numbered(input.getType().getTensorType().getElemType())
        .orElseThrow(() ->
            new UsageException("input '" + input.getName() + "' is no tensor of a known type"));
  }

  /** What all inputs are given: zeros with one of everything that is open where nothing is said. */
  Map<String, GraphValue> values() {
    Map<String, GraphValue> values = new LinkedHashMap<>();
    declared.forEach((name, input) -> {
      GraphValue value = given.get(name);
      if (value == null && !input.getType().hasTensorType()) {
        throw new UsageException("input '" + name + "' is no tensor and must be given a value");
      }
      values.put(name, value == null ? GraphValue.of(zeros(input)) : value);
    });
    return values;
  }

  private static TensorData zeros(ValueInfoProto input) {
    List<Long> dims =
        shape(input).stream().map(d -> d.hasDimValue() ? d.getDimValue() : 1L).toList();
    return TensorData.zeros(element(input), dims);
  }
}
