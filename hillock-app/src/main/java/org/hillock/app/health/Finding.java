package org.hillock.app.health;

/**
 * What a check of the machine found.
 *
 * @param what was looked at
 * @param state of it
 * @param found in a few words
 * @param mend how to put it right; empty where nothing is wrong
 */
public record Finding(String what, State state, String found, String mend) {

  /** How it stands. */
  public enum State {
    OK("ok"),
    WARNING("warning"),
    MISSING("missing");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As it is printed. */
    public String word() {
      return word;
    }
  }

  static Finding ok(String what, String found) {
    return new Finding(what, State.OK, found, "");
  }

  static Finding warning(String what, String found, String mend) {
    return new Finding(what, State.WARNING, found, mend);
  }

  static Finding missing(String what, String found, String mend) {
    return new Finding(what, State.MISSING, found, mend);
  }
}
