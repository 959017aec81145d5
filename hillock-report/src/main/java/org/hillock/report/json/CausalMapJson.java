package org.hillock.report.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.data.Table;
import org.hillock.lab.patch.CausalMap;

/** A causal map, for a program. */
public final class CausalMapJson {

  private CausalMapJson() {}

  /** As a tree. */
  public static Map<String, Object> of(String network, CausalMap map) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("network", network);
    tree.put("target", map.target());
    tree.put("unit", map.unit());
    tree.put("inA", map.inA());
    tree.put("inB", map.inB());
    tree.put("runs", map.runs());
    tree.put("patches", map.patches().stream().map(CausalMapJson::of).toList());
    return tree;
  }

  private static Map<String, Object> of(CausalMap.Patch p) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("site", p.site());
    tree.put("neurons", p.neurons().length);
    tree.put("differing", p.differing());
    tree.put("value", p.value());
    if (!Double.isNaN(p.share())) {
      tree.put("share", p.share());
    }
    return tree;
  }

  /** As a table: a row for each site. */
  public static Table table(CausalMap map) {
    Table.Builder table = Table.of("site", "neurons", "differing", "value", "share");
    map.patches()
        .forEach(p -> table.row(p.site(), p.neurons().length, p.differing(), p.value(), p.share()));
    return table.build();
  }
}
