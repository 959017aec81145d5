package org.hillock.onnx.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The standard's Attention: queries, keys and values as [batch, heads, tokens, width] or flat. */
final class AttentionRules {

  private AttentionRules() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Attention", AttentionRules::attention);
  }

  private static List<ValueShape> attention(NodeShapes node) {
    Optional<List<Extent>> queries = node.extents(0);
    Optional<List<Extent>> values = node.extents(2);
    if (queries.isEmpty() || values.isEmpty() || queries.get().size() != values.get().size()) {
      return node.typeOnly();
    }
    int last = queries.get().size() - 1;
    if (last == 3) {
      return node.like(Extents.with(queries.get(), last, values.get().get(last)));
    }
    long heads = node.attributes().whole("q_num_heads", 0);
    long valueHeads = node.attributes().whole("kv_num_heads", 0);
    if (last != 2 || heads <= 0 || valueHeads <= 0) {
      return node.typeOnly();
    }
    Extent width = Extents.map(values.get().get(2), n -> n / valueHeads * heads);
    return node.like(Extents.with(queries.get(), last, width));
  }
}
