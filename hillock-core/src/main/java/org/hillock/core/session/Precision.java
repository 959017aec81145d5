package org.hillock.core.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/** How many bits an engine that offers the choice keeps the state of its neurons in. */
public enum Precision {
  /** 32-bit floating point: half the memory, twice as many neurons in a vector. */
  SINGLE,
  /** 64-bit floating point. */
  DOUBLE;

  /** The word for it on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * From its word.
   *
   * @throws UsageException with the nearest word
   */
  public static Precision parse(String word) {
    List<String> words = Arrays.stream(values()).map(Precision::word).toList();
    return Arrays.stream(values())
        .filter(p -> p.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "precision '" + word + "' is unknown; " + NearestName.hint(word, words)));
  }
}
