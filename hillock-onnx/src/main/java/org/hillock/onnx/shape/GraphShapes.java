package org.hillock.onnx.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a graph's values.
 *
 * @param values by name: inputs, initialisers, and what nodes give; of a subgraph also what it
 *     reads from outside
 * @param inner the subgraphs, by {@link #place}
 * @param contradictions nodes whose inputs do not fit together, each with what was expected and
 *     found
 */
public record GraphShapes(
    Map<String, ValueShape> values, Map<String, GraphShapes> inner, List<String> contradictions) {

  public GraphShapes {
    values = Map.copyOf(values);
    inner = Map.copyOf(inner);
    contradictions = List.copyOf(contradictions);
  }

  /** What is known of a value; {@link ValueShape#UNKNOWN} where nothing is. */
  public ValueShape of(String value) {
    return values.getOrDefault(value, ValueShape.UNKNOWN);
  }

  /** The subgraph that node number {@code node} holds under an attribute. */
  public Optional<GraphShapes> inner(int node, String attribute) {
    return Optional.ofNullable(inner.get(place(node, attribute)));
  }

  static String place(int node, String attribute) {
    return node + "." + attribute;
  }
}
