package org.hillock.core.network;

import java.util.regex.Pattern;
import org.hillock.core.problem.UsageException;

/** The rule for names of populations, projections and modulators. */
final class Names {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private Names() {}

  /** A name that was given elsewhere: anything that can be seen. */
  static void checkForeign(String section, String name) {
    if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException(section, "'" + name + "' is not a name: it cannot be seen");
    }
  }

  static void check(String section, String name) {
    if (!ALLOWED.matcher(name).matches()) {
      throw new UsageException(
          section,
          "'" + name + "' is not a name: letters, digits, '_' and '-', starting with a letter");
    }
  }
}
