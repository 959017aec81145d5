package org.hillock.app.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Concentration;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Rest;
import org.hillock.core.cell.RestPreset;

/** What is known of a membrane at rest. */
public final class IonFacts {

  private IonFacts() {}

  /**
   * Everything about it.
   *
   * @param preset that it began as
   * @param now the same, or changed
   */
  public static Map<String, Object> of(RestPreset preset, Rest now) {
    Map<String, Object> facts = new LinkedHashMap<>();
    boolean same = now.equals(preset.rest());
    facts.put("cell", preset.name());
    facts.put("about", preset.about() + (same ? "" : ", changed"));
    facts.put("celsius", number(now.temperature().celsius()));
    facts.put("thermal mV", potential(now.temperature().rtOverFMv()));
    facts.put("rest mV", potential(now.potentialMv()));
    facts.put("ions", now.concentrations().all().stream().map(c -> row(now, c)).toList());
    if (!same) {
      List<Rest.Move> moves = now.movedFrom(preset.rest());
      facts.put("moved", moves.isEmpty() ? "nothing" : moves.stream().map(IonFacts::row).toList());
    }
    facts.put(
        "told",
        "thermal: R·T/F; rest: Goldman, Hodgkin and Katz; drive: rest less Nernst; tenfold: slope of"
            + " the rest against that concentration, for each factor of ten");
    facts.put("source", preset.source() + ", doi " + preset.doi());
    return facts;
  }

  private static Map<String, Object> row(Rest rest, Concentration c) {
    Ion ion = c.ion();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("ion", ion.toString());
    facts.put("inside mM", number(c.insideMm()));
    facts.put("outside mM", number(c.outsideMm()));
    facts.put("permeability", number(rest.permeabilities().of(ion)));
    facts.put("Nernst mV", potential(rest.nernstMv(ion)));
    facts.put("drive mV", potential(rest.drivingForceMv(ion)));
    for (Rest.Sensitivity s : rest.sensitivities()) {
      if (s.ion().equals(ion)) {
        facts.put("tenfold " + s.side().word() + " mV", potential(s.mvPerTenfold()));
      }
    }
    return facts;
  }

  private static Map<String, Object> row(Rest.Move move) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("what", move.what());
    facts.put("from mV", potential(move.beforeMv()));
    facts.put("to mV", potential(move.afterMv()));
    facts.put("by mV", potential(move.byMv()));
    return facts;
  }

  /** As it was given: plain digits, no zeros behind them. */
  private static BigDecimal number(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** To a hundredth of a millivolt. */
  private static BigDecimal potential(double mv) {
    return BigDecimal.valueOf(mv).setScale(2, RoundingMode.HALF_EVEN);
  }
}
