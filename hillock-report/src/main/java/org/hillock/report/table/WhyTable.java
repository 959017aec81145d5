package org.hillock.report.table;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.data.Table;
import org.hillock.lab.why.Answer;
import org.hillock.lab.why.Cause;
import org.hillock.lab.why.Explanation;

/** An explanation as a table: a row for each term of each neuron that was asked. */
public final class WhyTable {

  private static final List<String> COLUMNS =
      List.of(
          "site",
          "at_ms",
          "value",
          "unit",
          "rank",
          "kind",
          "source",
          "through",
          "arrived_ms",
          "sent_ms",
          "weight",
          "carried",
          "count",
          "contribution",
          "error");

  private WhyTable() {}

  /** The table. */
  public static Table of(Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    answer
        .explanation()
        .all()
        .forEach(e -> {
          for (int i = 0; i < e.causes().size(); i++) {
            rows.add(row(e, e.causes().get(i), i + 1));
          }
        });
    return new Table(COLUMNS, rows);
  }

  private static List<Object> row(Explanation e, Cause cause, long rank) {
    return List.of(
        e.site().toString(),
        e.atMs(),
        e.value(),
        e.unit(),
        rank,
        cause.term().kind().word(),
        cause.term().source().map(Object::toString).orElse(""),
        cause.term().through(),
        cause.term().atMs(),
        cause.term().sentMs(),
        cause.term().weight(),
        cause.term().carried(),
        (long) cause.count(),
        cause.contribution(),
        cause.error());
  }
}
