package org.hillock.core.cell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * How easily ions pass a membrane. At rest only their ratios matter; for currents they are in cm/s.
 *
 * @param byIon at least 0 each, one of them above; an ion that is not there cannot pass
 */
public record Permeabilities(Map<Ion, Double> byIon) {

  /**
   * Checks the numbers.
   *
   * @throws UsageException at {@code permeability.NAME}, or at {@code permeability} where nothing
   *     can pass
   */
  public Permeabilities {
    byIon = Collections.unmodifiableMap(new LinkedHashMap<>(byIon));
    boolean any = false;
    for (Map.Entry<Ion, Double> each : byIon.entrySet()) {
      double p = each.getValue();
      if (!(p >= 0 && p < Double.POSITIVE_INFINITY)) {
        throw new UsageException(
            "permeability." + each.getKey().name(),
            (Double.isFinite(p) ? Quantity.text(p) : Double.toString(p)) + " is not >= 0");
      }
      any |= p > 0;
    }
    if (!any) {
      throw new UsageException(
          "permeability", "no ion can pass, so that there is no rest; one must be > 0");
    }
  }

  /** Of one ion, 0 where nothing is said of it. */
  public double of(Ion ion) {
    return byIon.getOrDefault(ion, 0.0);
  }

  /** The same but for one ion. */
  public Permeabilities with(Ion ion, double permeability) {
    Map<Ion, Double> changed = new LinkedHashMap<>(byIon);
    changed.put(ion, permeability);
    return new Permeabilities(changed);
  }

  /** Those that pass. */
  public List<Ion> passing() {
    return byIon.entrySet().stream().filter(e -> e.getValue() > 0).map(Map.Entry::getKey).toList();
  }
}
