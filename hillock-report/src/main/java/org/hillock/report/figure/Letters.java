package org.hillock.report.figure;

import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The letters of a text as fonts that a page or an SVG file carries with it, so that they are as
 * wide wherever it is read as they were when it was laid out.
 */
public final class Letters {

  private Letters() {}

  /**
   * CSS rules {@code @font-face} with a font that holds the characters of the text and no others;
   * markup in it does no harm. Equal characters give equal rules.
   */
  public static String css(String text) {
    // A space is always needed: without one, a font may be taken for empty.
    Set<Integer> codePoints = new TreeSet<>(Set.of((int) ' '));
    text.codePoints().filter(c -> !Character.isISOControl(c)).forEach(codePoints::add);
    return Typeface.subsets(codePoints).entrySet().stream()
        .map(font -> rule(font.getKey(), font.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String rule(String family, byte[] file) {
    String data = Base64.getEncoder().encodeToString(file);
    return "@font-face{font-family:'"
        + family
        + "';src:url(data:font/ttf;base64,"
        + data
        + ") format('truetype')}";
  }
}
