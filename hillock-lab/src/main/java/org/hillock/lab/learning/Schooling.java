package org.hillock.lab.learning;

/** How a network came to know what it knows. */
public sealed interface Schooling {

  /** It was taught by a rule, and can be taught again. */
  record Taught(Lesson lesson) implements Schooling {}

  /**
   * It was not taught here.
   *
   * @param because a sentence that begins with this word
   */
  record Untaught(String because) implements Schooling {}
}
