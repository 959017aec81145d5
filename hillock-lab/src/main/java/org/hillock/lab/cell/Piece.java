package org.hillock.lab.cell;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.Section;

/**
 * A stretch of a section, short enough to be drawn in one colour.
 *
 * @param section its number
 * @param from position on the section where it begins, 0..1
 * @param to where it ends, above {@code from}
 * @param place its middle
 */
public record Piece(int section, double from, double to, Place place) {

  /** Cuts every section of a tree into equal pieces at most so long. */
  public static List<Piece> of(Morphology tree, double mostUm) {
    List<Piece> pieces = new ArrayList<>();
    for (int s = 0; s < tree.size(); s++) {
      Section section = tree.section(s);
      int n = Math.max(1, (int) Math.ceil(section.lengthUm() / mostUm - 1e-9));
      for (int i = 0; i < n; i++) {
        pieces.add(
            new Piece(s, (double) i / n, (i + 1.0) / n, new Place(section.name(), (i + 0.5) / n)));
      }
    }
    return pieces;
  }

  /** The potential there, as a site of a cell. */
  public String potential() {
    return place + ".v";
  }
}
