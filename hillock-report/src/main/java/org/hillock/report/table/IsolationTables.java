package org.hillock.report.table;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.data.Table;
import org.hillock.lab.isolate.Isolation;
import org.hillock.lab.isolate.Isolation.Response;

/** A neuron by itself as tables. */
public final class IsolationTables {

  private IsolationTables() {}

  /** A row for each input that was swept. */
  public static Table inputs(Isolation isolation) {
    List<List<Object>> rows = new ArrayList<>();
    for (Isolation.Input input : isolation.inputs()) {
      rows.add(
          List.of(
              input.kind().word(),
              input.source().map(Object::toString).orElse(""),
              input.through(),
              (long) input.count(),
              input.without().output(),
              input.doubled().output(),
              input.only().output(),
              input.without().sum(),
              input.doubled().sum(),
              input.only().sum()));
    }
    return new Table(
        List.of(
            "kind",
            "source",
            "through",
            "terms",
            "output_without",
            "output_doubled",
            "output_only",
            "sum_without",
            "sum_doubled",
            "sum_only"),
        rows);
  }

  /** A row for each strength of each input that was played at several. */
  public static Table curves(Isolation isolation) {
    List<List<Object>> rows = new ArrayList<>();
    for (Isolation.Curve curve : isolation.curves()) {
      for (int i = 0; i < curve.factors().length; i++) {
        Response response = curve.responses().get(i);
        rows.add(List.of(curve.input(), curve.factors()[i], response.output(), response.sum()));
      }
    }
    return new Table(List.of("input", "factor", "output", "sum"), rows);
  }
}
