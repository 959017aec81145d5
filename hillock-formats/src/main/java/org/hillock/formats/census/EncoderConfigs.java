package org.hillock.formats.census;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.census.Architecture.Input;
import org.hillock.core.census.Axis;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Constants;
import org.hillock.core.census.Operator.Convolution;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Part;
import org.hillock.core.census.Transformer;
import org.hillock.core.census.Transformer.Attention;
import org.hillock.core.census.Transformer.Mlp;
import org.hillock.core.census.Transformer.Norm;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.census.ConfigCensus.Described;

/** Transformers that see all of their input at once: BERT for texts, ViT for images. */
final class EncoderConfigs {

  private EncoderConfigs() {}

  static Described bert(ConfigFile config) {
    long tokens = config.needed("max_position_embeddings");
    Transformer transformer = encoder(config, tokens, true);
    long vocabulary = config.needed("vocab_size");
    List<Part> parts = new ArrayList<>();
    parts.add(transformer.embedding("embedding", vocabulary));
    parts.add(transformer.embedding("positions", tokens));
    parts.add(transformer.embedding("types", config.number("type_vocab_size").orElse(2)));
    parts.add(transformer.normalisation("embedding_norm"));
    parts.add(transformer.stack());
    String saved = config.classes().isEmpty() ? "BertModel" : config.classes().getFirst();
    switch (saved) {
      case "BertModel" -> parts.add(pooler(transformer));
      case "BertForMaskedLM" -> masked(parts, transformer, vocabulary);
      case "BertForPreTraining" -> {
        parts.add(pooler(transformer));
        masked(parts, transformer, vocabulary);
        parts.add(answer("next_sentence", 2, transformer));
      }
      case "BertForSequenceClassification" -> {
        parts.add(pooler(transformer));
        parts.add(answer("classifier", config.labels(), transformer));
      }
      default -> parts.add(ConfigCensus.unknownHead(saved));
    }
    List<String> remarks =
        config.classes().isEmpty()
            ? List.of("It does not say which class was saved; one with a pooler is taken.")
            : List.of();
    return new Described(new Input("a token among " + tokens, vocabulary, true), parts, remarks);
  }

  /** What predicts hidden tokens: its matrix is the embedding's, its bias its own. */
  private static void masked(List<Part> parts, Transformer transformer, long vocabulary) {
    long width = transformer.width();
    long tokens = transformer.tokens();
    parts.add(
        Layer.of("transform", new Linear(width, width, true))
            .then(transformer.mlp().activation())
            .on(tokens));
    parts.add(transformer.normalisation("transform_norm"));
    parts.add(
        Layer.of("unembedding", new Linear(vocabulary, width, false))
            .on(tokens)
            .then("softmax")
            .answering()
            .tiedTo("embedding"));
    parts.add(Layer.of("unembedding_bias", new Constants("biases", vocabulary)));
  }

  private static Layer pooler(Transformer transformer) {
    return Layer.of("pooler", new Linear(transformer.width(), transformer.width(), true))
        .then("tanh");
  }

  private static Layer answer(String name, long labels, Transformer transformer) {
    return Layer.of(name, new Linear(labels, transformer.width(), true))
        .then("softmax")
        .answering();
  }

  static Described vit(ConfigFile config) {
    long image = config.number("image_size").orElse(224);
    long patch = config.number("patch_size").orElse(16);
    long channels = config.number("num_channels").orElse(3);
    if (patch > image || patch > Axis.LONGEST_KERNEL || image > 1_000_000) {
      throw new UsageException(
          config.path() + ": patches of " + patch + " do not fit an image of " + image);
    }
    Axis axis = Axis.sliding(image, patch, patch, 0);
    long tokens = axis.places() * axis.places() + 1;
    Transformer transformer = encoder(config, tokens, config.flag("qkv_bias", true));
    long width = transformer.width();
    List<Part> parts = new ArrayList<>();
    parts.add(
        Layer.of("patches", Convolution.grouped(List.of(axis, axis), channels, width, 1, true)));
    parts.add(Layer.of("class_token", new Constants("class token", width)));
    parts.add(Layer.of("positions", new Constants("positions", Math.multiplyExact(tokens, width))));
    parts.add(transformer.stack());
    parts.add(transformer.normalisation("norm"));
    String saved =
        config.classes().isEmpty() ? "ViTForImageClassification" : config.classes().getFirst();
    switch (saved) {
      case "ViTModel" -> parts.add(pooler(transformer));
      case "ViTForImageClassification" ->
          parts.add(answer("classifier", config.labels(), transformer));
      default -> parts.add(ConfigCensus.unknownHead(saved));
    }
    String described = "an image of " + image + " × " + image + " × " + channels;
    return new Described(
        new Input(described, image * image * channels, false),
        parts,
        List.of(
            "An image is "
                + tokens
                + " tokens: a row of weights that works on all of them is one neuron (--tokens each"
                + " counts one for each), multiply-adds are for all."));
  }

  private static Transformer encoder(ConfigFile config, long tokens, boolean inputBias) {
    long width = config.needed("hidden_size");
    long heads = config.needed("num_attention_heads");
    return new Transformer(
        ConfigCensus.blocks(config, "num_hidden_layers"),
        width,
        new Attention(
            heads,
            heads,
            ConfigCensus.headWidth(config, width, heads),
            tokens,
            false,
            inputBias,
            true),
        new Mlp(config.needed("intermediate_size"), config.text("hidden_act", "gelu"), false, true),
        Norm.LAYER,
        tokens);
  }
}
