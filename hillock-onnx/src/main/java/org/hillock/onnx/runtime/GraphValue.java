package org.hillock.onnx.runtime;

import java.util.List;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;

/** What an edge of a graph can carry. */
public sealed interface GraphValue {

  /** A tensor. */
  record Tensor(TensorData data) implements GraphValue {
    @Override
    public String toString() {
      return data.toString();
    }
  }

  /**
   * Tensors one after the other, of one type and of any shapes.
   *
   * @param type of the elements of each
   */
  record Sequence(ElementType type, List<TensorData> items) implements GraphValue {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return "sequence of " + items.size() + " " + type + " tensors";
    }
  }

  /** An optional value that is not there. */
  record Absent() implements GraphValue {
    @Override
    public String toString() {
      return "nothing";
    }
  }

  static GraphValue of(TensorData data) {
    return new Tensor(data);
  }
}
