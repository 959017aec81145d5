package org.hillock.onnx.shape;

import java.util.List;
import java.util.Optional;
import org.hillock.onnx.proto.AttributeProto;
import org.hillock.onnx.proto.GraphProto;
import org.hillock.onnx.proto.NodeProto;
import org.hillock.onnx.proto.TensorProto;

/** The settings of a node, by name. */
public record Attributes(NodeProto node) {

  /** The attribute itself, where the node has it. */
  public Optional<AttributeProto> find(String name) {
    return node.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
  }

  public boolean has(String name) {
    return find(name).isPresent();
  }

  public long whole(String name, long otherwise) {
    return find(name).map(AttributeProto::getI).orElse(otherwise);
  }

  public float real(String name, float otherwise) {
    return find(name).map(AttributeProto::getF).orElse(otherwise);
  }

  /** A list of whole numbers, where the node has it. */
  public Optional<List<Long>> wholes(String name) {
    return find(name).map(AttributeProto::getIntsList);
  }

  /** A list of whole numbers, or {@code count} times {@code otherwise}. */
  public List<Long> wholes(String name, int count, long otherwise) {
    return wholes(name)
        .filter(l -> l.size() == count)
        .orElseGet(() -> java.util.Collections.nCopies(count, otherwise));
  }

  public List<Float> reals(String name) {
    return find(name).map(AttributeProto::getFloatsList).orElse(List.of());
  }

  public String text(String name, String otherwise) {
    return find(name).map(a -> a.getS().toStringUtf8()).orElse(otherwise);
  }

  /** A list of texts; empty where the node has none. */
  public List<String> texts(String name) {
    return find(name)
        .map(a -> a.getStringsList().stream().map(s -> s.toStringUtf8()).toList())
        .orElse(List.of());
  }

  public Optional<TensorProto> tensor(String name) {
    return find(name).filter(AttributeProto::hasT).map(AttributeProto::getT);
  }

  public Optional<GraphProto> graph(String name) {
    return find(name).filter(AttributeProto::hasG).map(AttributeProto::getG);
  }
}
