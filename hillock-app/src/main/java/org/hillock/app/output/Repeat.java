package org.hillock.app.output;

import java.util.List;
import java.util.stream.Collectors;

/** The command that repeats a result, as a shell reads it. */
public final class Repeat {

  private static final String LAUNCHER = "./hillock";

  private Repeat() {}

  /** The launcher with these words, quoted where a shell would take them apart. */
  public static String command(List<String> words) {
    return LAUNCHER + words.stream().map(word -> " " + quoted(word)).collect(Collectors.joining());
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
