package org.hillock.onnx.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Cell;
import org.hillock.core.census.Operator.Embedding;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Products;
import org.hillock.core.census.Operator.Recurrent;

/** What works on sequences: recurrent units, tables of tokens, attention. */
final class SequenceNodes {

  private static final String OPEN = "how many tokens come is open";

  private SequenceNodes() {}

  /** Input weights [directions, gates × hidden, inputs], recurrent ones beside them. */
  static void recurrent(Node node, GraphCount count) {
    Optional<long[]> w = node.dims(1);
    Optional<long[]> r = node.dims(2);
    boolean known = node.kept(1) && node.kept(2) && w.isPresent() && r.isPresent();
    if (!known || w.get().length != 3 || r.get().length != 3) {
      count.uncounted(node, "its weights are not kept in the file");
      return;
    }
    Cell cell = Cell.valueOf(node.operator());
    boolean peepholes = node.has(7) && cell == Cell.LSTM;
    List<String> kept = new ArrayList<>(List.of(node.input(1), node.input(2)));
    if (node.kept(3)) {
      kept.add(node.input(3));
    }
    Recurrent recurrent =
        new Recurrent(
            cell, w.get()[2], r.get()[2], (int) w.get()[0], node.kept(3) ? 2 : 0, peepholes);
    int axis = node.attributes().whole("layout", 0) == 0 ? 0 : 1;
    OptionalLong steps =
        node.dims(0).map(d -> OptionalLong.of(d[axis])).orElse(OptionalLong.empty());
    Layer layer = Layer.of(node.name(), recurrent).then("gates").on(count.uses(steps, 1));
    String first =
        node.proto().getOutputList().stream().filter(o -> !o.isEmpty()).findFirst().orElse("");
    count.add(layer, kept, first);
    for (String output : node.proto().getOutputList()) {
      count.also(output, first);
    }
  }

  /** Fetching rows of a table that is kept; anything else moves values. */
  static void gather(Node node, GraphCount count) {
    Optional<long[]> table = node.dims(0);
    boolean rows = node.attributes().whole("axis", 0) == 0;
    if (node.kept(0) && rows && table.isPresent() && table.get().length == 2) {
      long uses = count.uses(node.size(1), 1);
      Embedding embedding = new Embedding(table.get()[0], table.get()[1]);
      count.add(Layer.of(node.name(), embedding).on(uses), List.of(node.input(0)), node.output());
      return;
    }
    if (node.kept(0)) {
      count.constants(node.name() + ".numbers", "a table", List.of(node.input(0)));
    }
    count.weightless(node);
  }

  /** The standard's attention gets Q, K and V; Microsoft's makes them of its input first. */
  static void attention(Node node, GraphCount count) {
    if (!node.proto().getDomain().equals("com.microsoft")) {
      standard(node, count);
      return;
    }
    Optional<long[]> weights = node.dims(1);
    Optional<long[]> source = node.dims(0);
    if (!node.kept(1) || weights.isEmpty() || weights.get().length != 2) {
      count.uncounted(node, "its weights are not kept in the file");
      return;
    }
    long outputs = weights.get()[1];
    List<Long> sizes = node.attributes().wholes("qkv_hidden_sizes", 3, outputs / 3);
    boolean bias = node.kept(2);
    OptionalLong tokens =
        source.map(d -> OptionalLong.of(d[d.length - 2])).orElse(OptionalLong.empty());
    count.add(
        Layer.of(node.name() + ".qkv", new Linear(outputs, weights.get()[0], bias))
            .on(count.uses(tokens, 1)),
        bias ? List.of(node.input(1), node.input(2)) : List.of(node.input(1)),
        node.output());
    boolean causal = node.attributes().whole("unidirectional", 0) != 0;
    products(node, count, new Sizes(sizes.get(0), sizes.get(2), tokens, tokens, causal));
  }

  private static void standard(Node node, GraphCount count) {
    Optional<long[]> q = node.dims(0);
    Optional<long[]> k = node.dims(1);
    Optional<long[]> v = node.dims(2);
    if (q.isEmpty() || k.isEmpty() || v.isEmpty()) {
      count.uncounted(node, OPEN);
      return;
    }
    boolean causal = node.attributes().whole("is_causal", 0) != 0;
    long[] query = q.get();
    long[] value = v.get();
    if (query.length == 4) {
      OptionalLong seen = OptionalLong.of(k.get()[2]);
      products(
          node,
          count,
          new Sizes(
              Math.multiplyExact(query[1], query[3]),
              Math.multiplyExact(query[1], value[3]),
              OptionalLong.of(query[2]),
              seen,
              causal));
      return;
    }
    long heads = node.attributes().whole("q_num_heads", 1);
    long keyHeads = Math.max(1, node.attributes().whole("kv_num_heads", heads));
    products(
        node,
        count,
        new Sizes(
            query[2],
            Math.multiplyExact(value[2] / keyHeads, heads),
            OptionalLong.of(query[1]),
            OptionalLong.of(k.get()[1]),
            causal));
  }

  /** Q, K and V of all heads side by side. */
  static void heads(Node node, GraphCount count) {
    Optional<long[]> q = node.dims(0);
    Optional<long[]> k = node.dims(1);
    Optional<long[]> v = node.dims(2);
    boolean known = q.isPresent() && k.isPresent() && v.isPresent();
    if (!known || q.get().length != 3 || k.get().length != 3 || v.get().length != 3) {
      count.uncounted(node, OPEN);
      return;
    }
    if (node.kept(3)) {
      count.constants(node.name() + ".bias", "biases", List.of(node.input(3)));
    }
    boolean causal = node.attributes().whole("unidirectional", 0) != 0;
    products(
        node,
        count,
        new Sizes(
            q.get()[2],
            v.get()[2],
            OptionalLong.of(q.get()[1]),
            OptionalLong.of(k.get()[1]),
            causal));
  }

  /**
   * What attention multiplies.
   *
   * @param queries numbers of a token that are held against a key
   * @param values numbers of a token that are mixed
   * @param tokens that ask
   * @param keys that are asked
   * @param causal whether a token sees only those before it and itself
   */
  private record Sizes(
      long queries, long values, OptionalLong tokens, OptionalLong keys, boolean causal) {}

  private static void products(Node node, GraphCount count, Sizes sizes) {
    if (sizes.tokens().isEmpty() || sizes.keys().isEmpty()) {
      count.uncounted(node, OPEN);
      return;
    }
    long tokens = sizes.tokens().getAsLong();
    long keys = sizes.keys().getAsLong();
    boolean causal = sizes.causal() && keys <= tokens;
    count.add(
        Layer.of(node.name() + ".scores", new Products("QKᵀ", sizes.queries(), keys, causal))
            .on(tokens));
    count.add(
        Layer.of(node.name() + ".mixture", new Products("AV", sizes.values(), keys, causal))
            .on(tokens));
    count.pass(node);
  }
}
