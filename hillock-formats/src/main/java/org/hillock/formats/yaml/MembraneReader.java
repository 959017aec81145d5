package org.hillock.formats.yaml;

import java.util.List;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.Membrane;
import org.hillock.core.cell.Morphology;
import org.hillock.core.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the membrane and the inside of regions are. A later region holds where several
 * overlap; of what it does not say, the earlier one holds on.
 */
final class MembraneReader {

  private static final Unit UF_PER_CM2 = Unit.parse("uF/cm^2");
  private static final Unit OHM_CM = Unit.parse("ohm*cm");

  private MembraneReader() {}

  static void read(Fields regions, Morphology morphology, CellBuilder builder) {
    @Nullable Membrane[] by = new Membrane[morphology.size()];
    for (String region : regions.keys()) {
      List<Integer> sections = CellReader.region(regions.at(region), morphology, region);
      Fields its = regions.mapping(region).allowing(CellVocabulary.MEMBRANE);
      for (int section : sections) {
        Membrane before = by[section];
        double capacitance =
            its.has("capacitance")
                ? CellReader.in(its, "capacitance", UF_PER_CM2)
                : before == null ? Membrane.CAPACITANCE : before.capacitanceUfPerCm2();
        double axial =
            its.has("axial")
                ? CellReader.in(its, "axial", OHM_CM)
                : before == null ? Membrane.AXIAL : before.axialOhmCm();
        by[section] = Place.within(its.path(), () -> new Membrane(region, capacitance, axial));
      }
      boolean whole = its.has("capacitance") && its.has("axial");
      Membrane first = by[sections.getFirst()];
      boolean same = sections.stream().allMatch(s -> first.equals(by[s]));
      if (whole || same) {
        builder.membrane(region, first.capacitanceUfPerCm2(), first.axialOhmCm());
      } else {
        for (int section : sections) {
          builder.membrane(
              morphology.section(section).name(),
              by[section].capacitanceUfPerCm2(),
              by[section].axialOhmCm());
        }
      }
    }
  }
}
