package org.hillock.app.bench;

import java.util.Locale;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.MorphologyBuilder;

/**
 * What stands in the membrane of the branched cell that is measured: a soma of 20 um and five
 * generations of 2, 4 … 32 branches of 100 um, 8 compartments each. {@code
 * hillock-verify/src/test/python/cell/speed.py} measures NEURON on the same cell.
 */
public enum BenchMembrane {
  LEAK {
    @Override
    CellBuilder equip(CellBuilder cell) {
      return passive(cell.celsius(6.3));
    }
  },
  HODGKIN_HUXLEY {
    @Override
    CellBuilder equip(CellBuilder cell) {
      return cell.celsius(6.3)
          .ion(Ion.SODIUM, 50, 440, 50)
          .ion(Ion.POTASSIUM, 400, 20, -77)
          .insert("all", "na-hh", Map.of())
          .insert("all", "k-hh", Map.of())
          .insert("all", "leak", Map.of());
    }
  },
  ALL_CHANNELS {
    @Override
    CellBuilder equip(CellBuilder cell) {
      return passive(cell.celsius(34))
          .ion(Ion.SODIUM, 15, 145, 60)
          .ion(Ion.POTASSIUM, 140, 4.5, -91)
          .ion(Ion.CALCIUM, 1e-4, 2)
          .insert("all", "na-mainen", Map.of("g", "5 mS/cm^2"))
          .insert("all", "k-mainen", Map.of("g", "3 mS/cm^2"))
          .insert("all", "k-a", Map.of("g", "2 mS/cm^2"))
          .insert("all", "k-m", Map.of("g", "0.05 mS/cm^2"))
          .insert("all", "ca-t", Map.of("p", "2e-5 cm/s"))
          .insert("all", "ca-l", Map.of("p", "2e-5 cm/s"))
          .insert("all", "k-ca", Map.of("g", "0.1 mS/cm^2"))
          .insert("all", "h", Map.of("g", "0.03 mS/cm^2"))
          .insert("all", "ca-shell", Map.of());
    }
  };

  /** 497, as 1 in the soma and 8 in each of 62 branches. */
  static final int COMPARTMENTS = 497;

  private static final int GENERATIONS = 5;

  abstract CellBuilder equip(CellBuilder cell);

  private static CellBuilder passive(CellBuilder cell) {
    return cell.insert("all", "leak", Map.of("g", "0.03 mS/cm^2", "e", "-70 mV"));
  }

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cell with that membrane. */
  Cell cell() {
    MorphologyBuilder tree = new MorphologyBuilder("branched").root("soma", 20, 20);
    for (int generation = 1; generation <= GENERATIONS; generation++) {
      double diameter = Math.max(0.6, 3 * Math.pow(0.7, generation));
      int first = (1 << generation) - 2;
      for (int i = first; i < first + (1 << generation); i++) {
        String from = generation == 1 ? "soma(1)" : "dend[" + (i - 2) / 2 + "](1)";
        tree.section("dend[" + i + "]", from, 100, diameter);
      }
    }
    CellBuilder cell =
        new CellBuilder("branched", tree.build())
            .initialMv(-65)
            .membrane("all", 1, 150)
            .grid(new GridRule(0.1, 100, Map.of("soma", 1, "dend", 8)));
    return equip(cell).build();
  }
}
