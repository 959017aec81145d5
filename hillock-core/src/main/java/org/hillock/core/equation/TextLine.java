package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.problem.UsageException;

/**
 * A statement of a text with the lines that continue it.
 *
 * @param place of its first line
 * @param code without its comments
 * @param meaning its comments
 */
record TextLine(TextPlace place, String code, String meaning) {

  /** The longest text, in characters. */
  static final int LONGEST = 65_536;

  /**
   * The statements of a text.
   *
   * @throws UsageException where it is too long, holds characters that show nothing, or begins with
   *     a continuation
   */
  static List<TextLine> of(String source, String text) {
    if (text.length() > LONGEST) {
      throw new UsageException(
          source,
          "the text of "
              + text.length()
              + " characters is longer than the "
              + LONGEST
              + " that a neuron's text may have");
    }
    List<TextLine> all = new ArrayList<>();
    int number = 0;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int stop = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      number++;
      add(all, new TextPlace(source, number, ""), text.substring(at, stop));
      at = end + 1;
    }
    return all;
  }

  private static void add(List<TextLine> all, TextPlace place, String line) {
    checkCharacters(place, line);
    int hash = line.indexOf('#');
    String code = (hash < 0 ? line : line.substring(0, hash)).strip();
    String comment = hash < 0 ? "" : line.substring(pastHashes(line, hash)).strip();
    boolean continues = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
    if (continues && !all.isEmpty()) {
      TextLine before = all.removeLast();
      all.add(
          new TextLine(before.place, joined(before.code, code), joined(before.meaning, comment)));
    } else if (!code.isEmpty()) {
      if (continues) {
        throw place.problem(
            "begins with white space, which continues the line before it, but none is before it");
      }
      all.add(new TextLine(place, code, comment));
    }
  }

  private static int pastHashes(String line, int hash) {
    int at = hash;
    while (at < line.length() && line.charAt(at) == '#') {
      at++;
    }
    return at;
  }

  private static String joined(String before, String more) {
    return before.isEmpty() || more.isEmpty() ? before + more : before + " " + more;
  }

  /** Comments may be in any language; nothing may be there that a reader does not see. */
  private static void checkCharacters(TextPlace place, String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      int type = Character.getType(c);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < line.length()
              && Character.isLowSurrogate(line.charAt(i + 1));
      if (pair) {
        i++;
      } else if ((c != '\t' && type == Character.CONTROL)
          || type == Character.FORMAT
          || type == Character.SURROGATE
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        throw place.problem(
            "character "
                + (i + 1)
                + " is U+"
                + String.format(java.util.Locale.ROOT, "%04X", (int) c)
                + ", which shows nothing; only letters, digits, signs, spaces and tabs are read");
      }
    }
  }
}
