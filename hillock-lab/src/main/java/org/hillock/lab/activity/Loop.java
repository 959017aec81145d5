package org.hillock.lab.activity;

import java.util.List;
import java.util.Locale;

/**
 * Populations of which each excites the next, and the last the first.
 *
 * @param populations their names; one alone excites itself
 * @param weakestDriveMvPerMs mean excitatory drive along its weakest link: in-degree × weight ×
 *     rate of the source
 */
public record Loop(List<String> populations, double weakestDriveMvPerMs) {

  public Loop {
    populations = List.copyOf(populations);
  }

  /** For people: {@code exc → relay → exc (at least 12.5 mV/ms along each link)}. */
  public String told() {
    return String.format(
        Locale.ROOT,
        "%s → %s (at least %.3g mV/ms of excitation along each link)",
        String.join(" → ", populations),
        populations.getFirst(),
        weakestDriveMvPerMs);
  }
}
