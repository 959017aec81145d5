package org.hillock.onnx.shape;

import java.util.List;
import java.util.Map;

/** RNN, GRU and LSTM: the sequence of states, and the last one. */
final class RecurrentRules {

  private RecurrentRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("RNN", n -> outputs(n, 1));
    rules.put("GRU", n -> outputs(n, 3));
    rules.put("LSTM", n -> outputs(n, 4));
  }

  private static List<ValueShape> outputs(NodeShapes node, int gates) {
    Extent directions =
        Extent.of(node.attributes().text("direction", "forward").equals("bidirectional") ? 2 : 1);
    Extent hidden =
        node.attributes().has("hidden_size")
            ? Extent.of(node.attributes().whole("hidden_size", 0))
            : node.extents(1)
                .filter(e -> e.size() == 3)
                .map(e -> Extents.map(e.get(1), n -> n / gates))
                .orElse(Extent.UNKNOWN);
    List<Extent> source = node.extents(0).filter(e -> e.size() == 3).orElse(Extents.unknown(3));
    boolean batchFirst = node.attributes().whole("layout", 0) == 1;
    Extent steps = source.get(batchFirst ? 1 : 0);
    Extent batch = source.get(batchFirst ? 0 : 1);
    ValueShape sequence =
        ValueShape.of(
            node.type(0),
            batchFirst
                ? List.of(batch, steps, directions, hidden)
                : List.of(steps, directions, batch, hidden));
    ValueShape last =
        ValueShape.of(
            node.type(0),
            batchFirst ? List.of(batch, directions, hidden) : List.of(directions, batch, hidden));
    return List.of(sequence, last, last);
  }
}
