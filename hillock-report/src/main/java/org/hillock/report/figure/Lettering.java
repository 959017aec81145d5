package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;

/** Fits text into the width that there is. */
final class Lettering {

  private static final String CUT = "…";

  private Lettering() {}

  /** The text, its end replaced by an ellipsis where it is wider than {@code width} px. */
  static String fit(String text, double size, double width) {
    if (Typeface.width(text, size) <= width) {
      return text;
    }
    int[] codePoints = text.codePoints().toArray();
    for (int keep = codePoints.length - 1; keep > 0; keep--) {
      String shorter = new String(codePoints, 0, keep).stripTrailing() + CUT;
      if (Typeface.width(shorter, size) <= width) {
        return shorter;
      }
    }
    return CUT;
  }

  /** The text in at most {@code most} lines, broken at spaces; what is left over is cut. */
  static List<String> wrap(String text, double size, double width, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    String[] words = text.strip().split("\\s+");
    for (int i = 0; i < words.length; i++) {
      String longer = line.isEmpty() ? words[i] : line + " " + words[i];
      if (line.isEmpty() || Typeface.width(longer, size) <= width) {
        line.setLength(0);
        line.append(longer);
      } else if (lines.size() == most - 1) {
        line.append(' ').append(String.join(" ", List.of(words).subList(i, words.length)));
        break;
      } else {
        lines.add(fit(line.toString(), size, width));
        line.setLength(0);
        line.append(words[i]);
      }
    }
    lines.add(fit(line.toString(), size, width));
    return lines;
  }
}
