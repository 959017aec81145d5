package org.hillock.lab.census;

import java.util.List;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Architecture.Input;
import org.hillock.core.census.Transformer;
import org.hillock.core.census.Transformer.Attention;
import org.hillock.core.census.Transformer.Mlp;
import org.hillock.core.census.Transformer.Norm;

/** Language models that everyone knows. */
final class LanguageModels {

  private static final long VOCABULARY = 50_257;

  private LanguageModels() {}

  /** The small one. */
  static Architecture gpt2() {
    return gpt(
        "gpt-2",
        "GPT-2, the small one of four",
        "Radford et al. 2019, Language models are unsupervised multitask learners",
        new Dimensions(12, 768, 12, 1_024),
        List.of("The unembedding has the embedding's weights: 124,439,808 parameters."));
  }

  /** The large one. */
  static Architecture gpt3() {
    return gpt(
        "gpt-3",
        "GPT-3 175B",
        "Brown et al. 2020, arXiv:2005.14165",
        new Dimensions(96, 12_288, 96, 2_048),
        List.of(
            "Counted: every row of a weight matrix as a neuron, every weight as a synapse.",
            "The paper gives 96 layers, 96 heads of 128, width 12,288 and context 2,048; hidden"
                + " units four times the width, GPT-2's vocabulary and tied embeddings are taken as"
                + " in GPT-2.",
            "Every second layer of the published model sees only a band of the context; products of"
                + " attention are counted as if all saw all of it."));
  }

  private record Dimensions(int blocks, long width, long heads, long context) {}

  private static Architecture gpt(
      String name, String about, String source, Dimensions d, List<String> remarks) {
    long headWidth = d.width() / d.heads();
    Transformer transformer =
        new Transformer(
            d.blocks(),
            d.width(),
            Attention.plain(d.heads(), headWidth, d.context(), true, true),
            new Mlp(4 * d.width(), "gelu", false, true),
            Norm.LAYER,
            d.context());
    return new Architecture(
        name,
        about,
        source,
        new Input("a token at the end of " + d.context(), VOCABULARY, true),
        transformer.languageModel(VOCABULARY, d.context(), true),
        remarks);
  }
}
