package org.hillock.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.data.Table;
import org.hillock.lab.diagnosis.Checked;
import org.hillock.lab.diagnosis.Diagnosis;
import org.hillock.lab.diagnosis.Evidence;
import org.hillock.lab.diagnosis.Finding;
import org.hillock.lab.diagnosis.Remedy;

/** The tables of a diagnosis. */
public final class DiagnosisTables {

  private DiagnosisTables() {}

  /** All that there are, by the name of their file. */
  public static Map<String, Table> of(Diagnosis diagnosis) {
    Table.Builder measured =
        Table.of("population", "sign", "measure", "value", "unit", "limit", "control", "found");
    for (Checked checked : diagnosis.checked()) {
      if (checked.evidence().isPresent()) {
        Evidence e = checked.evidence().get();
        boolean found = diagnosis.found(checked.sign(), checked.population());
        measured.row(
            checked.population(),
            checked.sign().word(),
            e.measure(),
            e.value(),
            e.unit(),
            e.limit(),
            e.control(),
            found ? "yes" : "no");
      }
    }
    Table.Builder tried =
        Table.of("population", "sign", "change", "measure", "before", "after", "unit", "helps");
    for (Finding finding : diagnosis.findings()) {
      for (Remedy r : finding.remedies()) {
        tried.row(
            finding.population(),
            finding.sign().word(),
            r.change(),
            r.measure(),
            r.before(),
            r.after(),
            r.unit(),
            r.helps() ? "yes" : "no");
      }
    }
    Map<String, Table> all = new LinkedHashMap<>();
    all.put("measured", measured.build());
    if (!tried.build().rows().isEmpty()) {
      all.put("tried", tried.build());
    }
    return all;
  }
}
