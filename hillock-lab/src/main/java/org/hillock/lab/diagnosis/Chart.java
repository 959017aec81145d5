package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** What is written down while a network is examined. */
final class Chart {

  private final List<Finding> findings = new ArrayList<>();
  private final List<Checked> checked = new ArrayList<>();

  void measured(Sign sign, String population, Evidence evidence) {
    checked.add(Checked.measured(sign, population, evidence));
  }

  void impossible(Sign sign, String population, String why) {
    checked.add(Checked.impossible(sign, population, why));
  }

  void found(Finding finding) {
    findings.add(finding);
  }

  boolean found(Sign sign, String population) {
    return findings.stream().anyMatch(f -> f.sign() == sign && f.population().equals(population));
  }

  List<Finding> findings() {
    return findings;
  }

  List<Checked> checked() {
    return checked;
  }
}
