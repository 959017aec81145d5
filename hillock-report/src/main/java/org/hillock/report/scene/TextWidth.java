package org.hillock.report.scene;

/** How many columns of a terminal a text takes: Korean letters take two. */
final class TextWidth {

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::columns).sum();
  }

  /** Wide and fullwidth ranges of Unicode's East Asian width that Hillock writes. */
  private static int columns(int c) {
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0x303E)
            || (c >= 0x3041 && c <= 0x33FF)
            || (c >= 0x4E00 && c <= 0x9FFF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xFF01 && c <= 0xFF60);
    return wide ? 2 : 1;
  }

  /** The words in lines of at most so many columns; later lines begin with {@code indent}. */
  static String wrapped(String text, int width, String indent) {
    StringBuilder all = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && of(line + " " + word) > width) {
        all.append(line).append('\n');
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    return all.append(line).append('\n').toString();
  }
}
