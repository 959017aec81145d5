package org.hillock.formats.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Answer;
import org.hillock.core.census.Census;
import org.hillock.core.census.Counted;
import org.hillock.core.census.Counts;
import org.hillock.core.census.Definitions;
import org.hillock.core.census.WeightSigns;
import org.hillock.core.network.Numbers;
import org.hillock.formats.safetensors.ElementType;
import org.hillock.formats.safetensors.SafetensorsFile;
import org.hillock.formats.safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFilesTest {

  private static final String GPT2 =
      "{\"model_type\":\"gpt2\",\"architectures\":[\"GPT2LMHeadModel\"],\"n_layer\":12,"
          + "\"n_embd\":768,\"n_head\":12,\"n_positions\":1024,\"vocab_size\":50257}";

  @TempDir Path folder;

  private static Census census(Path path) {
    return Census.of(ModelFiles.read(path, false).architecture(), Definitions.standard());
  }

  private static Counts part(Census census, String path) {
    return census.find(path).map(Counted::one).orElseThrow();
  }

  private Census config(String text) throws Exception {
    Files.writeString(folder.resolve("config.json"), text);
    return census(folder);
  }

  /** 124,439,808 by hand (see the built-in entry); masks of 12 · 1,024² are none of them. */
  @Test
  void aHeaderGivesParametersExactly() {
    Path file = HeaderFile.gpt2().write(folder.resolve("model.safetensors"));
    Census census = census(file);
    assertThat(census.total().parameters()).isEqualTo(Amount.of(124_439_808));
    // rows of turned matrices are told by their biases
    assertThat(part(census, "h.0.attn.c_attn").neurons()).isEqualTo(Amount.of(2_304));
    assertThat(part(census, "h.11.mlp.c_proj").neurons()).isEqualTo(Amount.of(768));
    assertThat(census.parts())
        .extracting(p -> p.part().name())
        .containsSubsequence("h.2.ln_1", "h.10.ln_1", "wpe");
    assertThat(census.total().neurons()).isEqualTo(Amount.of(12 * (2_304 + 768 + 3_072 + 768)));
    // whether there is an activation is not in a header
    Census units =
        Census.of(
            ModelFiles.read(file, false).architecture(), Definitions.standard().with(Answer.UNITS));
    assertThat(units.total().neurons().state()).isEqualTo(Amount.State.UNKNOWN);
  }

  @Test
  void aConfigBesideTheHeaderFillsIn() throws Exception {
    HeaderFile.gpt2().write(folder.resolve("model.safetensors"));
    Census census = config(GPT2);
    assertThat(census.total().parameters()).isEqualTo(Amount.of(124_439_808));
    assertThat(part(census, "block.mlp.up").neurons()).isEqualTo(Amount.of(3_072));
    assertThat(census.architecture().remarks())
        .contains("The headers hold as many parameters as the config.json beside them states.");
    assertThat(config(GPT2.replace("12,\"n_embd", "11,\"n_embd")).architecture().remarks())
        .anyMatch(r -> r.contains("describes another network, of 117351936 parameters"));
    assertThat(config("{\"model_type\":\"gpt9\"}").architecture().remarks())
        .anyMatch(r -> r.contains("does not help") && r.contains("did you mean 'gpt2'?"));
  }

  /** A model of a trillion bytes is counted by its header. */
  @Test
  void filtersAndUnknownsAreSaid() {
    HeaderFile file = new HeaderFile();
    file.floats("conv1.weight", 64, 3, 7, 7).floats("bn1.weight", 64).floats("bn1.bias", 64);
    file.floats("bn1.running_mean", 64).add("bn1.num_batches_tracked", "I64", 8);
    file.floats("fc.weight", 10, 64).floats("fc.bias", 10);
    file.floats("rnn.weight_ih_l0", 20, 3).floats("rnn.weight_hh_l0", 20, 5);
    file.floats("rnn.bias_ih_l0", 20).floats("rnn.bias_hh_l0", 20);
    file.add("packed.qweight", "I32", 4, 8, 8).floats("token", 1, 1, 8).floats("odd.weight");
    Census census = census(file.write(folder.resolve("a.safetensors")));
    assertThat(part(census, "conv1").parameters()).isEqualTo(Amount.of(9_408));
    assertThat(part(census, "conv1").neurons().state()).isEqualTo(Amount.State.UNKNOWN);
    assertThat(part(census, "bn1").parameters()).isEqualTo(Amount.of(128));
    assertThat(part(census, "fc").parameters()).isEqualTo(Amount.of(650));
    // LSTM of 5 units on 3 values: 4 · 5 · (3 + 5) weights, two biases for each gate
    assertThat(part(census, "rnn.l0").parameters()).isEqualTo(Amount.of(160 + 40));
    assertThat(part(census, "rnn.l0").neurons()).isEqualTo(Amount.of(20));
    assertThat(part(census, "token").parameters()).isEqualTo(Amount.of(8));
    assertThat(census.total().parameters().state()).isEqualTo(Amount.State.PARTLY);
    assertThat(census.uncounted())
        .anyMatch(u -> u.startsWith("packed.qweight: I32 [8, 8]: several weights"))
        .anyMatch(u -> u.startsWith("conv1: parameters only: how often filters [64, 3, 7, 7]"));
  }

  @Test
  void weightsAreReadForTheirSignsWhenAskedTo() {
    Path file = folder.resolve("a.safetensors");
    SafetensorsFile.write(
        file,
        Map.of(
            "fc.weight",
            Tensor.of(ElementType.BF16, List.of(1L, 4L), Numbers.of(1, -1, 0, 2)),
            "fc.running_mean",
            Tensor.of(List.of(1L), Numbers.of(-1))));
    assertThat(ModelFiles.read(file, false).signs()).isEmpty();
    assertThat(ModelFiles.read(file, true).signs()).contains(new WeightSigns(2, 1, 1, 0));
  }

  /**
   * Llama 2 7B: 2 · 32,000 · 4,096 + 32 · (4 · 4,096² + 3 · 4,096 · 11,008 + 2 · 4,096) + 4,096.
   * Mistral 7B: K and V of 8 · 128, 14,336 units. BERT: 109,482,240 with its pooler. ViT-B/16:
   * 86,567,656 with 1,000 labels. Qwen2 0.5B: 494,032,768, tied.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "124439808; {\"model_type\":\"gpt2\",\"n_layer\":12,\"n_embd\":768,\"n_head\":12,\"n_ctx\":1024,\"vocab_size\":50257}",
        "6738415616; {\"model_type\":\"llama\",\"architectures\":[\"LlamaForCausalLM\"],\"num_hidden_layers\":32,\"hidden_size\":4096,\"num_attention_heads\":32,\"intermediate_size\":11008,\"vocab_size\":32000,\"max_position_embeddings\":4096,\"tie_word_embeddings\":false}",
        "7241732096; {\"model_type\":\"mistral\",\"num_hidden_layers\":32,\"hidden_size\":4096,\"num_attention_heads\":32,\"num_key_value_heads\":8,\"intermediate_size\":14336,\"vocab_size\":32000,\"max_position_embeddings\":32768,\"sliding_window\":4096}",
        "494032768; {\"model_type\":\"qwen2\",\"num_hidden_layers\":24,\"hidden_size\":896,\"num_attention_heads\":14,\"num_key_value_heads\":2,\"intermediate_size\":4864,\"vocab_size\":151936,\"max_position_embeddings\":131072,\"tie_word_embeddings\":true}",
        "109482240; {\"model_type\":\"bert\",\"num_hidden_layers\":12,\"hidden_size\":768,\"num_attention_heads\":12,\"intermediate_size\":3072,\"vocab_size\":30522,\"max_position_embeddings\":512,\"type_vocab_size\":2}",
        "109514298; {\"model_type\":\"bert\",\"architectures\":[\"BertForMaskedLM\"],\"num_hidden_layers\":12,\"hidden_size\":768,\"num_attention_heads\":12,\"intermediate_size\":3072,\"vocab_size\":30522,\"max_position_embeddings\":512,\"type_vocab_size\":2}",
        "86389248; {\"model_type\":\"vit\",\"architectures\":[\"ViTModel\"],\"num_hidden_layers\":12,\"hidden_size\":768,\"num_attention_heads\":12,\"intermediate_size\":3072,\"image_size\":224,\"patch_size\":16}",
        "86567656; {\"model_type\":\"vit\",\"num_labels\":1000,\"num_hidden_layers\":12,\"hidden_size\":768,\"num_attention_heads\":12,\"intermediate_size\":3072}"
      })
  void configsAreCountedByHand(long parameters, String text) throws Exception {
    Census census = config(text);
    assertThat(census.total().parameters()).isEqualTo(Amount.of(parameters));
    assertThat(census.uncounted()).isEmpty();
    assertThat(census.total().neurons().known()).isTrue();
  }

  /** Per image: 197 tokens; 17.56e9 with the products of attention. */
  @Test
  void anImageIsAllItsTokens() throws Exception {
    Census census =
        config(
            "{\"model_type\":\"vit\",\"num_labels\":1000,\"num_hidden_layers\":12,"
                + "\"hidden_size\":768,\"num_attention_heads\":12,\"intermediate_size\":3072}");
    long matrices = 197L * 12 * (4 * 768 * 768 + 2 * 768 * 3072);
    long patches = 196L * 768 * 768;
    assertThat(census.total().multiplyAdds().value()).isEqualTo(matrices + patches + 768_000);
    assertThat(census.total().products().value()).isEqualTo(12L * 2 * 197 * 197 * 768);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[]; is not a JSON object",
        "{; is not JSON",
        "{\"model_type\":\"t5\",\"d_model\":512,\"vocab_size\":32128}; model_type 't5' is not counted; known: gpt2, llama, mistral, qwen2, bert, vit; it states d_model 512, vocab_size 32128",
        "{}; model_type '' is not counted",
        "{\"model_type\":\"gpt2\"}; states no n_embd",
        "{\"model_type\":\"gpt2\",\"n_embd\":-1}; n_embd: -1 is not a whole number of 1 to 1099511627776",
        "{\"model_type\":\"gpt2\",\"n_embd\":768,\"n_head\":13,\"n_ctx\":4,\"n_layer\":1}; 13 heads do not divide a width of 768",
        "{\"model_type\":\"gpt2\",\"n_embd\":4,\"n_head\":2,\"n_ctx\":4,\"n_layer\":1000000000}; n_layer: 1000000000 is not in 1..100000",
        "{\"model_type\":\"gpt2\",\"n_embd\":1099511627776,\"n_head\":1,\"n_ctx\":4,\"n_layer\":1,\"vocab_size\":9}; beyond 2^63 - 1",
        "{\"model_type\":\"vit\",\"hidden_size\":4,\"num_attention_heads\":1,\"image_size\":8,\"num_hidden_layers\":1,\"intermediate_size\":4}; patches of 16 do not fit an image of 8",
        "{\"model_type\":\"gpt2\",\"model_type\":\"gpt2\"}; is not JSON",
        "{\"model_type\":\"llama\",\"attention_bias\":1}; attention_bias: 1 is not true or false"
      })
  void aWrongConfigIsTold(String text, String message) {
    assertThatThrownBy(() -> config(text)).hasMessageContaining(message);
  }

  @Test
  void headsThatAreNotKnownAreUncounted() throws Exception {
    Census bare = config(GPT2.replace("GPT2LMHeadModel", "GPT2Model"));
    assertThat(bare.uncounted()).isEmpty();
    assertThat(bare.find("unembedding")).isEmpty();
    Census odd = config(GPT2.replace("GPT2LMHeadModel", "GPT2ForTokenClassification"));
    assertThat(odd.uncounted()).hasSize(1);
    assertThat(odd.total().neurons().state()).isEqualTo(Amount.State.PARTLY);
    assertThat(ModelFiles.isOne(folder)).isTrue();
    assertThat(ModelFiles.isOne(folder.resolve("none"))).isFalse();
  }
}
