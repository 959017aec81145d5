package org.hillock.core.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A small table, such as an answer has: named columns of numbers or texts.
 *
 * @param columns names, with the unit behind an underscore where there is one ({@code value_mV})
 * @param rows each with an entry for each column: a {@link Double}, a {@link Long} or a {@link
 *     String}; in one column always of the same kind
 */
public record Table(List<String> columns, List<List<Object>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row.size() + " entries for columns " + columns);
      }
    }
  }

  /** Fills one row by row. */
  public static Builder of(String... columns) {
    return new Builder(List.of(columns));
  }

  /** Takes rows. */
  public static final class Builder {
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    private Builder(List<String> columns) {
      this.columns = columns;
    }

    /** Adds a row; whole numbers of any width become long ones. */
    public Builder row(Object... entries) {
      List<Object> row = new ArrayList<>();
      for (Object entry : entries) {
        row.add(
            entry instanceof Integer whole
                ? Long.valueOf(whole)
                : entry instanceof Float real ? Double.valueOf(real) : entry);
      }
      rows.add(List.copyOf(row));
      return this;
    }

    public Table build() {
      return new Table(columns, rows);
    }
  }
}
