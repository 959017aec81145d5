package org.hillock.core.census;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/** What people differ about when they count; each has several {@link Answer}s. */
public enum Question {
  NEURONS("neurons", "what a neuron is"),
  PLACES("places", "a set of weights that is used at many places of an image"),
  TOKENS("tokens", "a set of weights that is used for many tokens or steps of a sequence"),
  PADDING("padding", "connections of a convolution with the zeros around its source"),
  EMBEDDING("embedding", "a table from which a row is fetched"),
  BIAS("bias", "the constant term of a sum"),
  NORMALISATION("normalisation", "values that are scaled and shifted"),
  POOLING("pooling", "the largest or mean of a window, without weights"),
  CELLS("cells", "the gates of recurrent units"),
  INPUTS("inputs", "the values that come from outside");

  private final String word;
  private final String meaning;

  Question(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** As on the command line and in JSON. */
  public String word() {
    return word;
  }

  /** What is asked. */
  public String meaning() {
    return meaning;
  }

  /** The answers, the standard one first. */
  public List<Answer> answers() {
    return Arrays.stream(Answer.values()).filter(a -> a.question() == this).toList();
  }

  /** The answer that holds where nothing else is said. */
  public Answer standard() {
    return answers().getFirst();
  }

  /**
   * The answer of that name.
   *
   * @throws UsageException where there is none, with the nearest
   */
  public Answer answer(String given) {
    for (Answer answer : answers()) {
      if (answer.word().equals(given)) {
        return answer;
      }
    }
    throw new UsageException(
        "--" + word,
        "'"
            + given
            + "' is no way to count "
            + meaning
            + "; "
            + NearestName.hint(given, answers().stream().map(Answer::word).toList()));
  }
}
