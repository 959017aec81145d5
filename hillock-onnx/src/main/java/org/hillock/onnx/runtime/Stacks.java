package org.hillock.onnx.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.hillock.onnx.graph.ElementType;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TensorShapeProto;
import org.hillock.onnx.proto.ValueInfoProto;

/** Tensors along a new axis, and the slices of one along an axis. */
final class Stacks {

  private Stacks() {}

  /**
   * Tensors of one shape along a new axis.
   *
   * @param items possibly none
   * @param axis where the new axis stands
   * @param declared what one item is, for the case that there is none
   */
  static TensorData stacked(List<TensorData> items, int axis, ValueInfoProto declared) {
    if (items.isEmpty()) {
      List<Long> dims = new ArrayList<>();
      TensorShapeProto shape = declared.getType().getTensorType().getShape();
      shape.getDimList().forEach(d -> dims.add(d.getDimValue()));
      dims.addFirst(0L);
      ElementType type =
          ElementType.numbered(declared.getType().getTensorType().getElemType())
              .orElse(ElementType.FLOAT);
      return TensorData.zeros(type, dims);
    }
    TensorData first = items.getFirst();
    for (TensorData item : items) {
      if (!item.dims().equals(first.dims()) || item.type() != first.type()) {
        throw new RuntimeProblem(
            RuntimeProblem.Kind.INVALID,
            "steps give " + first + " and " + item + ", which cannot be stacked");
      }
    }
    List<Long> dims = new ArrayList<>(first.dims());
    dims.add(axis, (long) items.size());
    int outer = Math.toIntExact(TensorData.elements(first.dims().subList(0, axis)));
    if (first.type() == ElementType.STRING) {
      List<String> texts = new ArrayList<>();
      int run = first.size() / Math.max(1, outer);
      for (int o = 0; o < outer; o++) {
        for (TensorData item : items) {
          texts.addAll(item.texts().subList(o * run, (o + 1) * run));
        }
      }
      return TensorData.of(dims, texts);
    }
    int run = first.bytes().capacity() / Math.max(1, outer);
    ByteBuffer out =
        ByteBuffer.allocate(first.bytes().capacity() * items.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int o = 0; o < outer; o++) {
      for (TensorData item : items) {
        out.put(item.bytes().slice(o * run, run));
      }
    }
    return TensorData.of(first.type(), dims, out.flip());
  }

  /** One slice across an axis, which is taken away. */
  static TensorData slice(TensorData data, int axis, int at) {
    List<Long> dims = new ArrayList<>(data.dims());
    int extent = Math.toIntExact(dims.remove(axis));
    int outer = Math.toIntExact(TensorData.elements(data.dims().subList(0, axis)));
    int inner =
        Math.toIntExact(TensorData.elements(data.dims().subList(axis + 1, data.dims().size())));
    if (data.type() == ElementType.STRING) {
      List<String> texts = new ArrayList<>();
      for (int o = 0; o < outer; o++) {
        int from = (o * extent + at) * inner;
        texts.addAll(data.texts().subList(from, from + inner));
      }
      return TensorData.of(dims, texts);
    }
    int run = inner * data.type().bytes();
    ByteBuffer out = ByteBuffer.allocate(outer * run).order(ByteOrder.LITTLE_ENDIAN);
    for (int o = 0; o < outer; o++) {
      out.put(data.bytes().slice((o * extent + at) * run, run));
    }
    return TensorData.of(data.type(), dims, out.flip());
  }
}
