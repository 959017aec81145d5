package org.hillock.lab.diagnosis;

import java.util.List;

/**
 * What was found in a network, and what was looked for.
 *
 * @param network its name
 * @param lengthMs of the run that was watched; not a number without time
 * @param inputs that were shown
 * @param inputsFrom where they come from
 * @param findings what is wrong, population by population
 * @param checked everything that was measured or could not be, findings included
 */
public record Diagnosis(
    String network,
    double lengthMs,
    int inputs,
    String inputsFrom,
    List<Finding> findings,
    List<Checked> checked) {

  public Diagnosis {
    findings = List.copyOf(findings);
    checked = List.copyOf(checked);
  }

  /** Whether a sign was found in a population. */
  public boolean found(Sign sign, String population) {
    return findings.stream().anyMatch(f -> f.sign() == sign && f.population().equals(population));
  }
}
