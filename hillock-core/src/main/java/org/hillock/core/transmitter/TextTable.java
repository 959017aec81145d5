package org.hillock.core.transmitter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A table as text: remarks after {@code #}, columns between {@code |}, the first line names them.
 *
 * @param rows by column; {@code -} has become empty
 */
record TextTable(List<Map<String, String>> rows) {

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException naming the line that has not the columns of the first, or a
   *     name that stands twice
   */
  static TextTable read(String text) {
    List<String> columns = List.of();
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = cells(line);
      if (columns.isEmpty()) {
        columns = cells;
        continue;
      }
      check(
          cells.size() == columns.size(),
          number,
          "has " + cells.size() + " columns where the first line has " + columns.size());
      check(!names.contains(cells.getFirst()), number, "'" + cells.getFirst() + "' stands twice");
      names.add(cells.getFirst());
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        check(!cells.get(i).isEmpty(), number, "says nothing of " + columns.get(i));
        row.put(columns.get(i), cells.get(i).equals("-") ? "" : cells.get(i));
      }
      rows.add(row);
    }
    return new TextTable(rows);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', from)) {
      cells.add(line.substring(from, bar).strip());
      from = bar + 1;
    }
    cells.add(line.substring(from).strip());
    return cells;
  }

  private static void check(boolean holds, int line, String wrong) {
    if (!holds) {
      throw new IllegalArgumentException("line " + line + " " + wrong);
    }
  }

  /**
   * Something for every row.
   *
   * @throws IllegalArgumentException naming the row that it cannot be made of
   */
  <T> List<T> map(Function<Row, T> made) {
    List<T> all = new ArrayList<>();
    for (Map<String, String> cells : rows) {
      Row row = new Row(cells);
      try {
        all.add(made.apply(row));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(row.text("name") + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(all);
  }

  /** One line. */
  record Row(Map<String, String> cells) {

    /** The text of a column, empty where it says nothing. */
    String text(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    /** The text of a column that must say something. */
    String needed(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        throw new IllegalArgumentException("has no " + column);
      }
      return text;
    }

    /** The words of a column, which commas separate. */
    List<String> words(String column) {
      String text = text(column);
      return text.isEmpty() ? List.of() : List.of(text.split(", "));
    }

    /** The numbers of a column, which spaces separate. */
    List<Double> numbers(String column) {
      String text = text(column);
      return text.isEmpty()
          ? List.of()
          : java.util.Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
    }
  }
}
