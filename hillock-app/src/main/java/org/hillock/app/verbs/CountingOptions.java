package org.hillock.app.verbs;

import org.hillock.core.census.Definitions;
import org.hillock.core.census.Question;
import picocli.CommandLine.Option;

/** The options that say how a census counts; what each means stands in {@link Question}. */
final class CountingOptions {

  @Option(
      names = "--neurons",
      paramLabel = "HOW",
      description =
          "rows: one set of weights that gives one scalar; units: those with an"
              + " activation function; hidden: units that do not give the answer",
      defaultValue = "rows")
  private String neurons = "";

  @Option(
      names = "--places",
      paramLabel = "HOW",
      description = "of an image: each, or once for each filter",
      defaultValue = "each")
  private String places = "";

  @Option(
      names = "--tokens",
      paramLabel = "HOW",
      description = "of a text: once for all, or each",
      defaultValue = "once")
  private String tokens = "";

  @Option(
      names = "--padding",
      paramLabel = "HOW",
      description = "connections inside the image, or all, with zeros around it",
      defaultValue = "inside")
  private String padding = "";

  @Option(
      names = "--embedding",
      paramLabel = "HOW",
      description = "lookup, or one-hot: a sum over all entries",
      defaultValue = "lookup")
  private String embedding = "";

  @Option(
      names = "--bias",
      paramLabel = "HOW",
      description = "apart, or a synapse",
      defaultValue = "apart")
  private String bias = "";

  @Option(
      names = "--normalisation",
      paramLabel = "HOW",
      description = "part of the neuron before, or neurons",
      defaultValue = "part")
  private String normalisation = "";

  @Option(
      names = "--pooling",
      paramLabel = "HOW",
      description = "none, or neurons",
      defaultValue = "none")
  private String pooling = "";

  @Option(
      names = "--cells",
      paramLabel = "HOW",
      description = "of recurrent units: gates, or cells",
      defaultValue = "gates")
  private String cells = "";

  @Option(
      names = "--inputs",
      paramLabel = "HOW",
      description = "none, or neurons",
      defaultValue = "none")
  private String inputs = "";

  /**
   * How is counted.
   *
   * @throws org.hillock.core.problem.UsageException where an answer is none, with the nearest
   */
  Definitions definitions() {
    Definitions chosen = Definitions.standard();
    for (Question question : Question.values()) {
      chosen = chosen.with(question.answer(given(question)));
    }
    return chosen;
  }

  private String given(Question question) {
    return switch (question) {
      case NEURONS -> neurons;
      case PLACES -> places;
      case TOKENS -> tokens;
      case PADDING -> padding;
      case EMBEDDING -> embedding;
      case BIAS -> bias;
      case NORMALISATION -> normalisation;
      case POOLING -> pooling;
      case CELLS -> cells;
      case INPUTS -> inputs;
    };
  }
}
