package org.hillock.core.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.problem.UsageException;

/**
 * A place on the tree of a cell, written {@code dend[2](0.5)}; {@code soma} alone is its middle.
 *
 * @param section name of the section
 * @param position along the section, from 0 (its beginning) to 1 (its end)
 */
public record Place(String section, double position) {

  private static final Pattern TEXT = Pattern.compile("\\s*([^()\\s]+)\\s*(?:\\(([^()]*)\\))?\\s*");

  public Place {
    check(section, section, position);
  }

  private static void check(String path, String section, double position) {
    Section.checkName(path, section);
    if (!(position >= 0 && position <= 1)) {
      throw new UsageException(
          path,
          "position "
              + position
              + " on '"
              + section
              + "' is not within 0 (its beginning) … 1 (its end)");
    }
  }

  /**
   * Reads a place.
   *
   * @param path where the text stands, for messages
   * @throws UsageException if it is none
   */
  public static Place parse(String path, String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw notAPlace(path, text);
    }
    String position = matcher.group(2);
    double value;
    try {
      value = position == null ? 0.5 : Double.parseDouble(position.strip());
    } catch (NumberFormatException e) {
      throw notAPlace(path, text);
    }
    check(path, matcher.group(1), value);
    return new Place(matcher.group(1), value);
  }

  private static UsageException notAPlace(String path, String text) {
    return new UsageException(
        path, "'" + text + "' is not a place: write a section and a position, as dend[2](0.5)");
  }

  /** As it is written. */
  @Override
  public String toString() {
    String number =
        position == Math.rint(position)
            ? Long.toString((long) position)
            : Double.toString(position);
    return section + "(" + number + ")";
  }
}
