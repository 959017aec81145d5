package org.hillock.onnx.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.ValueInfoProto;
import org.hillock.onnx.runtime.GraphValue;
import org.hillock.onnx.runtime.Holding;

/** What all inputs of a graph are given in a run. */
final class Feeding {

  private Feeding() {}

  /**
   * Images, and zeros or what is said elsewhere.
   *
   * @param rows of pixels
   * @param beside numbers for one image at other inputs, by name; those not named get zeros
   */
  static Map<String, GraphValue> all(
      OnnxFile file, Optional<Reception> reception, float[][] rows, Map<String, float[]> beside) {
    Map<String, GraphValue> fed = new LinkedHashMap<>();
    for (ValueInfoProto input : Reception.declared(file)) {
      String name = input.getName();
      boolean image = reception.filter(r -> r.input().equals(name)).isPresent();
      fed.put(
          name,
          GraphValue.of(
              image
                  ? reception.get().shown(rows)
                  : given(input, rows.length, beside.getOrDefault(name, new float[0]))));
    }
    return fed;
  }

  /** The extents of an input beside the image: 1 where they are open, and as many rows. */
  static List<Long> dims(ValueInfoProto input, int rows) {
    List<TensorShapeProto.Dimension> shape = Reception.shape(input);
    List<Long> dims = new java.util.ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      long open = i == 0 ? rows : 1;
      dims.add(shape.get(i).hasDimValue() ? shape.get(i).getDimValue() : open);
    }
    return dims;
  }

  private static TensorData given(ValueInfoProto input, int rows, float[] row) {
    ElementType type =
        Reception.element(input)
            .orElseThrow(() ->
                new UsageException(
                    "input '"
                        + input.getName()
                        + "' is no tensor, and there is no way to give it"
                        + " something here"));
    List<Long> dims = dims(input, rows);
    double[] flat = new double[Math.toIntExact(TensorData.elements(dims))];
    for (int i = 0; i < flat.length && row.length > 0; i++) {
      flat[i] = row[i % row.length];
    }
    return type == ElementType.STRING || !type.isReal()
        ? TensorData.zeros(type, dims)
        : Holding.data(type, dims, flat);
  }
}
