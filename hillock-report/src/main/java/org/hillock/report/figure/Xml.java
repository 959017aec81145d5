package org.hillock.report.figure;

/** Text made safe to stand in XML and HTML, between tags or in a quoted attribute. */
public final class Xml {

  private static final int REPLACEMENT = 0xFFFD;

  private Xml() {}

  /** Escapes markup and quotes; what XML 1.0 cannot hold becomes U+FFFD. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(holds(c) ? c : REPLACEMENT);
          }
        });
    return safe.toString();
  }

  private static boolean holds(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
