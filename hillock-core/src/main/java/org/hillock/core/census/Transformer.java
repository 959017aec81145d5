package org.hillock.core.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.problem.UsageException;

/**
 * The layers of a transformer (Vaswani et al. 2017, arXiv:1706.03762) and of what grew out of it.
 *
 * @param blocks how many follow each other
 * @param width of the stream that goes through all blocks
 * @param attention heads and what belongs to them
 * @param mlp the two or three matrices behind attention
 * @param norm what normalises
 * @param tokens of a full context
 */
public record Transformer(
    int blocks, long width, Attention attention, Mlp mlp, Norm norm, long tokens) {

  /**
   * Attention.
   *
   * @param heads of queries
   * @param keyHeads of keys and values, which several heads may share
   * @param headWidth numbers of one head
   * @param window tokens that one sees at most
   * @param causal whether it sees only those before it and itself
   * @param inputBias whether Q, K and V have biases
   * @param outputBias whether the output has
   */
  public record Attention(
      long heads,
      long keyHeads,
      long headWidth,
      long window,
      boolean causal,
      boolean inputBias,
      boolean outputBias) {

    /** One of each for every head, all with biases or none. */
    public static Attention plain(
        long heads, long headWidth, long window, boolean causal, boolean bias) {
      return new Attention(heads, heads, headWidth, window, causal, bias, bias);
    }
  }

  /**
   * The layers behind attention.
   *
   * @param hidden units
   * @param activation of these
   * @param gated whether a third matrix gates them (Shazeer 2020, arXiv:2002.05202)
   * @param bias whether they have biases
   */
  public record Mlp(long hidden, String activation, boolean gated, boolean bias) {}

  /**
   * Normalisation.
   *
   * @param kind layer or rms
   * @param shift whether it also shifts
   * @param perBlock how many in each block
   */
  public record Norm(String kind, boolean shift, int perBlock) {
    /** Two of layer normalisation. */
    public static final Norm LAYER = new Norm("layer", true, 2);

    /** Two by the root mean square, without shifts (Zhang and Sennrich 2019, arXiv:1910.07467). */
    public static final Norm RMS = new Norm("rms", false, 2);
  }

  public Transformer {
    if (attention.heads() < 1 || attention.keyHeads() < 1) {
      throw new UsageException("a transformer needs a head, not " + attention.heads());
    }
  }

  /** All blocks. */
  public Block stack() {
    List<Part> parts = new ArrayList<>();
    boolean normed = norm.perBlock() > 0;
    if (normed) {
      parts.add(normalisation("norm1"));
    }
    parts.add(attentionBlock());
    if (norm.perBlock() > 1) {
      parts.add(normalisation("norm2"));
    }
    parts.add(mlpBlock());
    return new Block("block", blocks, parts);
  }

  /** A normalisation of the stream. */
  public Layer normalisation(String name) {
    return Layer.of(
            name, new Operator.Normalisation(norm.kind(), width, norm.shift() ? width : 0, width))
        .on(tokens);
  }

  private Block attentionBlock() {
    long queries =
        Exact.at("attention", () -> Exact.times(attention.heads(), attention.headWidth()));
    long keys =
        Exact.at("attention", () -> Exact.times(attention.keyHeads(), attention.headWidth()));
    long seen = Math.min(attention.window(), tokens);
    return Block.of(
        "attention",
        linear("query", queries, width, attention.inputBias()),
        linear("key", keys, width, attention.inputBias()),
        linear("value", keys, width, attention.inputBias()),
        products("scores", "QKᵀ", queries, seen),
        weightless("softmax", "softmax"),
        products("mixture", "AV", queries, seen),
        linear("output", width, queries, attention.outputBias()),
        weightless("residual", "addition"));
  }

  private Layer products(String name, String word, long products, long seen) {
    return Layer.of(name, new Operator.Products(word, products, seen, attention.causal()))
        .on(tokens);
  }

  private Layer linear(String name, long outputs, long inputs, boolean bias) {
    return Layer.of(name, new Operator.Linear(outputs, inputs, bias)).on(tokens);
  }

  private static Layer weightless(String name, String word) {
    return Layer.of(name, new Operator.Weightless(word));
  }

  private Block mlpBlock() {
    List<Part> parts = new ArrayList<>();
    Layer up = linear("up", mlp.hidden(), width, mlp.bias());
    if (mlp.gated()) {
      parts.add(linear("gate", mlp.hidden(), width, mlp.bias()).then(mlp.activation()));
      parts.add(up);
      parts.add(
          Layer.of("product", Operator.Products.elementwise("gate × up", mlp.hidden())).on(tokens));
    } else {
      parts.add(up.then(mlp.activation()));
    }
    parts.add(linear("down", width, mlp.hidden(), mlp.bias()));
    parts.add(weightless("residual", "addition"));
    return new Block("mlp", 1, parts);
  }

  /**
   * A language model of these blocks, behind an embedding and before an unembedding.
   *
   * @param vocabulary tokens that there are
   * @param positions learnt ones, 0 where positions are not learnt
   * @param tied whether the unembedding has the embedding's weights
   */
  public List<Part> languageModel(long vocabulary, long positions, boolean tied) {
    List<Part> parts = new ArrayList<>();
    parts.add(embedding("embedding", vocabulary));
    if (positions > 0) {
      parts.add(embedding("positions", positions));
    }
    parts.add(stack());
    parts.add(normalisation("norm"));
    Layer head = linear("unembedding", vocabulary, width, false).then("softmax").answering();
    parts.add(Optional.of(head).filter(_ -> tied).map(h -> h.tiedTo("embedding")).orElse(head));
    return parts;
  }

  /** A table of as many rows. */
  public Layer embedding(String name, long entries) {
    return Layer.of(name, new Operator.Embedding(entries, width)).on(tokens);
  }
}
