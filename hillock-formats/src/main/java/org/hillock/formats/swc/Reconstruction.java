package org.hillock.formats.swc;

import java.util.List;
import org.hillock.core.cell.Morphology;

/**
 * A cell as it was read from a file.
 *
 * @param morphology its shape
 * @param notes what was corrected or assumed, each a sentence
 */
public record Reconstruction(Morphology morphology, List<String> notes) {

  public Reconstruction {
    notes = List.copyOf(notes);
  }
}
