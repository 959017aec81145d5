package org.hillock.formats.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.core.census.Architecture.Input;
import org.hillock.core.census.Part;
import org.hillock.core.census.Transformer;
import org.hillock.core.census.Transformer.Attention;
import org.hillock.core.census.Transformer.Mlp;
import org.hillock.core.census.Transformer.Norm;
import org.hillock.formats.census.ConfigCensus.Described;

/** Language models that go on with a text. */
final class LanguageConfigs {

  /** Classes without an unembedding. */
  private static final Set<String> BARE =
      Set.of("GPT2Model", "LlamaModel", "MistralModel", "Qwen2Model");

  private LanguageConfigs() {}

  static Described gpt2(ConfigFile config) {
    long width = config.needed("n_embd");
    long heads = config.needed("n_head");
    long context = config.number("n_positions").orElseGet(() -> config.needed("n_ctx"));
    Transformer transformer =
        new Transformer(
            ConfigCensus.blocks(config, "n_layer"),
            width,
            Attention.plain(
                heads, ConfigCensus.headWidth(config, width, heads), context, true, true),
            new Mlp(
                config.number("n_inner").orElse(Math.multiplyExact(4L, width)),
                config.text("activation_function", "gelu_new"),
                false,
                true),
            Norm.LAYER,
            context);
    return described(config, transformer, context, config.flag("tie_word_embeddings", true));
  }

  static Described llama(ConfigFile config) {
    boolean bias = config.flag("attention_bias", false);
    return rotary(config, bias, bias, config.needed("num_attention_heads"), false);
  }

  static Described mistral(ConfigFile config) {
    return rotary(config, false, false, 8, config.number("sliding_window").isPresent());
  }

  static Described qwen2(ConfigFile config) {
    boolean window = config.flag("use_sliding_window", false);
    return rotary(config, true, false, config.needed("num_attention_heads"), window);
  }

  /** Positions by rotation, which takes no parameters; gated units; norms without shifts. */
  private static Described rotary(
      ConfigFile config, boolean inputBias, boolean outputBias, long keyHeads, boolean window) {
    long width = config.needed("hidden_size");
    long heads = config.needed("num_attention_heads");
    long context = config.needed("max_position_embeddings");
    long headWidth =
        config.number("head_dim").orElseGet(() -> ConfigCensus.headWidth(config, width, heads));
    Transformer transformer =
        new Transformer(
            ConfigCensus.blocks(config, "num_hidden_layers"),
            width,
            new Attention(
                heads,
                config.number("num_key_value_heads").orElse(keyHeads),
                headWidth,
                window ? config.number("sliding_window").orElse(context) : context,
                true,
                inputBias,
                outputBias),
            new Mlp(
                config.needed("intermediate_size"),
                config.text("hidden_act", "silu"),
                true,
                config.flag("mlp_bias", false)),
            Norm.RMS,
            context);
    return described(config, transformer, 0, config.flag("tie_word_embeddings", false));
  }

  private static Described described(
      ConfigFile config, Transformer transformer, long positions, boolean tied) {
    long vocabulary = config.needed("vocab_size");
    List<Part> parts = new ArrayList<>(transformer.languageModel(vocabulary, positions, tied));
    List<String> remarks = new ArrayList<>();
    if (!config.classes().isEmpty()) {
      String saved = config.classes().getFirst();
      if (!saved.endsWith("LMHeadModel") && !saved.endsWith("ForCausalLM")) {
        parts.removeLast();
        if (!BARE.contains(saved)) {
          parts.add(ConfigCensus.unknownHead(saved));
        }
      }
    } else {
      remarks.add("It does not say which class was saved; one with an unembedding is taken.");
    }
    Input input = new Input("a token at the end of " + transformer.tokens(), vocabulary, true);
    return new Described(input, parts, remarks);
  }
}
