package org.hillock.core.census;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How is counted: one answer to each question.
 *
 * @param answers exactly one of each question
 */
public record Definitions(Set<Answer> answers) {

  public Definitions {
    answers = Set.copyOf(answers);
    for (Question question : Question.values()) {
      if (answers.stream().filter(a -> a.question() == question).count() != 1) {
        throw new IllegalArgumentException(answers + " answer " + question + " not once");
      }
    }
  }

  /** The standard answers. */
  public static Definitions standard() {
    Set<Answer> all = EnumSet.noneOf(Answer.class);
    for (Question question : Question.values()) {
      all.add(question.standard());
    }
    return new Definitions(all);
  }

  /** The same with another answer. */
  public Definitions with(Answer answer) {
    Set<Answer> all = EnumSet.copyOf(answers);
    all.removeIf(a -> a.question() == answer.question());
    all.add(answer);
    return new Definitions(all);
  }

  /** Whether that is how is counted. */
  public boolean take(Answer answer) {
    return answers.contains(answer);
  }

  /** The answer to a question. */
  public Answer to(Question question) {
    return answers.stream().filter(a -> a.question() == question).findFirst().orElseThrow();
  }

  /** The word of each answer by the word of its question, in the order of the questions. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    for (Question question : Question.values()) {
      words.put(question.word(), to(question).word());
    }
    return words;
  }
}
