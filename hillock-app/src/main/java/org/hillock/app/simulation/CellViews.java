package org.hillock.app.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellSite;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.SectionKind;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.NeuronModel;

/**
 * Where one looks at a cell with parts to see what it does: the potential in the middle of its
 * root, at the far end of each kind of its sections, and where its spikes are seen.
 */
final class CellViews {

  private CellViews() {}

  static List<NeuronModel.Variable> of(Cell cell) {
    Set<Place> places = new LinkedHashSet<>();
    for (SectionKind kind : SectionKind.values()) {
      farthest(cell.morphology(), kind).ifPresent(places::add);
    }
    places.add(cell.output().place());
    places.remove(cell.bodyPlace());
    List<NeuronModel.Variable> views = new ArrayList<>();
    views.add(CellModels.variable(cell, CellSite.POTENTIAL));
    for (Place place : places) {
      views.add(CellModels.variable(cell, place + "." + CellSite.POTENTIAL));
    }
    return views;
  }

  /** The middle of the section of a kind that ends farthest from the middle of the root. */
  private static java.util.Optional<Place> farthest(Morphology tree, SectionKind kind) {
    int found = -1;
    for (int s = 1; s < tree.size(); s++) {
      if (tree.section(s).kind() == kind
          && (found < 0 || tree.distanceUm(s, 1) > tree.distanceUm(found, 1))) {
        found = s;
      }
    }
    return found < 0
        ? java.util.Optional.empty()
        : java.util.Optional.of(new Place(tree.section(found).name(), 0.5));
  }
}
