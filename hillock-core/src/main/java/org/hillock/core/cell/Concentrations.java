package org.hillock.core.cell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.cell.Concentration.Side;
import org.hillock.core.problem.UsageException;

/**
 * The ions on both sides of a membrane.
 *
 * @param all at least one, each ion once
 */
public record Concentrations(List<Concentration> all) {

  /**
   * Each ion once.
   *
   * @throws UsageException where there is none, or one stands twice
   */
  public Concentrations {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new UsageException("ions", "there are none, but a membrane parts at least one");
    }
    Set<String> names = new HashSet<>();
    for (Concentration each : all) {
      if (!names.add(each.ion().name())) {
        throw new UsageException("ions." + each.ion().name(), "stands twice");
      }
    }
  }

  public static Concentrations of(Concentration... all) {
    return new Concentrations(List.of(all));
  }

  /** In order. */
  public List<Ion> ions() {
    return all.stream().map(Concentration::ion).toList();
  }

  /**
   * Those of one ion.
   *
   * @throws UsageException where it is not among them
   */
  public Concentration of(Ion ion) {
    Ion known = Ion.named("ions." + ion.name(), ion.name(), ions());
    return all.stream().filter(c -> c.ion().equals(known)).findFirst().orElseThrow();
  }

  /**
   * The same but for one concentration.
   *
   * @param mm in mM
   * @throws UsageException where the ion is not among them, or the value cannot be
   */
  public Concentrations with(Ion ion, Side side, double mm) {
    Concentration changed = of(ion).with(side, mm);
    return new Concentrations(all.stream().map(c -> c.ion().equals(ion) ? changed : c).toList());
  }
}
