package org.hillock.app.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.formats.swc.Reconstruction;

/** What is known of the shape of a cell. */
public final class MorphologyFacts {

  private MorphologyFacts() {}

  /** Its tree, and what was corrected or assumed as it was read. */
  public static Map<String, Object> of(Reconstruction read) {
    Cell bare = new CellBuilder("bare", read.morphology()).notes(read.notes()).build();
    Map<String, Object> cell = CellFacts.of(bare);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("morphology", read.morphology().name());
    for (String key :
        java.util.List.of("sections", "length um", "area um2", "compartments", "tree")) {
      if (cell.get(key) instanceof Object value) {
        facts.put(key, value);
      }
    }
    facts.put("notes", CellFacts.sentences("note", read.notes()));
    facts.put(
        "told",
        "compartments: with 1 uF/cm^2 and 150 ohm*cm; a *.cell.yaml puts channels into it"
            + " (docs/cells.md)");
    return facts;
  }
}
