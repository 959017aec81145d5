package org.hillock.report.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, the first column to the left and all others to the right. */
final class Columns {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  void row(List<String> cells) {
    rows.add(cells.stream().map(c -> c.replaceAll("\\p{Cntrl}", " ")).toList());
  }

  /** Each row as a line; a line below the first. */
  String text() {
    int count = rows.getFirst().size();
    int[] widths = new int[count];
    for (List<String> row : rows) {
      for (int i = 0; i < count; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < count; i++) {
        String cell = rows.get(r).get(i);
        String room = " ".repeat(widths[i] - length(cell));
        line.append(i == 0 ? cell + room : GAP + room + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
      if (r == 0) {
        text.append("─".repeat(line.length())).append('\n');
      }
    }
    return text.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
