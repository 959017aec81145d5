package org.hillock.report.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.data.Table;
import org.hillock.core.session.Recording;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.bench.Seen;

/** What was recorded, for a program. */
public final class RecordingJson {

  private RecordingJson() {}

  /**
   * In short: one entry for each site.
   *
   * @param length of the run in ms, or passes
   */
  public static Map<String, Object> of(
      String network, Map<SiteRef, Recording> kept, double length) {
    List<Map<String, Object>> sites = new ArrayList<>();
    kept.forEach((site, recording) -> sites.add(entry(site, Seen.of(recording, length))));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("network", network);
    tree.put("sites", sites);
    return tree;
  }

  private static Map<String, Object> entry(SiteRef site, Seen seen) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("site", site.toString());
    tree.put("rows", seen.rows());
    if (seen.inSpikes()) {
      tree.put("neuronsThatFired", seen.neurons());
      tree.put("firstMs", seen.least());
      tree.put("lastMs", seen.most());
    } else {
      tree.put("unit", seen.unit());
      tree.put("neurons", seen.neurons());
      tree.put("least", seen.least());
      tree.put("mean", seen.mean());
      tree.put("most", seen.most());
    }
    tree.values().removeIf(v -> v instanceof Double d && d.isNaN());
    return tree;
  }

  /** Every row. */
  public static Table table(Recording recording) {
    RecordingSchema schema = recording.schema().orElseThrow();
    Table.Builder table = Table.of(schema.columns().toArray(String[]::new));
    for (int i = 0; i < recording.size(); i++) {
      if (schema.hasValue()) {
        table.row(recording.along(i), recording.neuron(i), recording.value(i));
      } else {
        table.row(recording.along(i), recording.neuron(i));
      }
    }
    return table.build();
  }
}
