package org.hillock.formats.census;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Block;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Uncounted;
import org.hillock.core.census.Part;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/** Networks by the config.json that Hugging Face keeps beside their weights. */
final class ConfigCensus {

  /** What the networks that we do not know mostly state, too. */
  private static final List<String> SIZES =
      List.of(
          "hidden_size",
          "d_model",
          "num_hidden_layers",
          "num_layers",
          "num_attention_heads",
          "intermediate_size",
          "vocab_size",
          "max_position_embeddings",
          "num_local_experts");

  /** What a family of networks is made of. */
  interface Family extends Function<ConfigFile, Described> {}

  /**
   * Parts of a network with what goes into it.
   *
   * @param input what one input is
   * @param parts in order
   * @param remarks what to know of the counts
   */
  record Described(Architecture.Input input, List<Part> parts, List<String> remarks) {}

  private static final Map<String, Family> FAMILIES = new LinkedHashMap<>();

  static {
    FAMILIES.put("gpt2", LanguageConfigs::gpt2);
    FAMILIES.put("llama", LanguageConfigs::llama);
    FAMILIES.put("mistral", LanguageConfigs::mistral);
    FAMILIES.put("qwen2", LanguageConfigs::qwen2);
    FAMILIES.put("bert", EncoderConfigs::bert);
    FAMILIES.put("vit", EncoderConfigs::vit);
  }

  private ConfigCensus() {}

  /**
   * Reads it.
   *
   * @param name of the entry
   * @throws UsageException where its kind is unknown, with what it states all the same
   */
  static Architecture read(String name, Path path) {
    ConfigFile config = ConfigFile.read(path);
    String type = config.text("model_type", "");
    Family family = FAMILIES.get(type);
    if (family == null) {
      throw new UsageException(
          path
              + ": model_type '"
              + type
              + "' is not counted; "
              + NearestName.hint(type, FAMILIES.keySet())
              + "; it states "
              + config.stated(SIZES));
    }
    Described described;
    try {
      described = family.apply(config);
    } catch (ArithmeticException e) {
      throw new UsageException(path + ": a count of it is beyond 2^63 - 1");
    }
    List<Part> parts = new ArrayList<>(described.parts());
    if (config.flag("add_cross_attention", false)) {
      parts.add(
          Layer.of(
              "cross-attention",
              new Uncounted("cross-attention", "a config does not say to what it attends")));
    }
    return new Architecture(
        name,
        type + (config.classes().isEmpty() ? "" : " (" + String.join(", ", config.classes()) + ")"),
        path.toString(),
        described.input(),
        parts,
        described.remarks());
  }

  /** How many blocks. */
  static int blocks(ConfigFile config, String key) {
    long blocks = config.needed(key);
    if (blocks > Block.MOST) {
      throw new UsageException(config.path() + ": " + key, blocks + " is not in 1.." + Block.MOST);
    }
    return (int) blocks;
  }

  /** The width of a head, where all heads share a width. */
  static long headWidth(ConfigFile config, long width, long heads) {
    if (width % heads != 0) {
      throw new UsageException(
          config.path() + ": " + heads + " heads do not divide a width of " + width);
    }
    return width / heads;
  }

  /** A head of a class that is not known. */
  static Layer unknownHead(String saved) {
    return Layer.of(
        "head", new Uncounted(saved, "what this class has beside the blocks is not known"));
  }
}
