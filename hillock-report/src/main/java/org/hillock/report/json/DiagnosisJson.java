package org.hillock.report.json;

import java.util.Map;
import org.hillock.lab.diagnosis.Checked;
import org.hillock.lab.diagnosis.Diagnosis;
import org.hillock.lab.diagnosis.Evidence;
import org.hillock.lab.diagnosis.Finding;
import org.hillock.lab.diagnosis.Remedy;
import org.jspecify.annotations.Nullable;

/** What is wrong with a network as JSON; what is not a number is null. */
public final class DiagnosisJson {

  private DiagnosisJson() {}

  /** The facts. */
  public static Map<String, @Nullable Object> of(Diagnosis diagnosis) {
    return new Tree()
        .put("network", diagnosis.network())
        .put("lengthMs", diagnosis.lengthMs())
        .put("inputs", diagnosis.inputs())
        .put("inputsFrom", diagnosis.inputsFrom())
        .put("findings", diagnosis.findings().stream().map(DiagnosisJson::finding).toList())
        .put("checked", diagnosis.checked().stream().map(DiagnosisJson::checked).toList())
        .map();
  }

  private static Tree finding(Finding finding) {
    return new Tree()
        .put("sign", finding.sign().word())
        .put("population", finding.population())
        .put("neurons", (Object) finding.neurons())
        .put("concerned", finding.concerned())
        .put("of", finding.of())
        .put("evidence", evidence(finding.evidence()))
        .put("cause", finding.cause())
        .put("tried", finding.remedies().stream().map(DiagnosisJson::remedy).toList());
  }

  private static Tree evidence(Evidence evidence) {
    return new Tree()
        .put("measure", evidence.measure())
        .put("value", evidence.value())
        .put("unit", evidence.unit())
        .put("limit", evidence.limit())
        .put("above", (Object) evidence.above())
        .put("control", evidence.control())
        .put("controlMeaning", evidence.controlMeaning());
  }

  private static Tree remedy(Remedy remedy) {
    return new Tree()
        .put("change", remedy.change())
        .put("measure", remedy.measure())
        .put("before", remedy.before())
        .put("after", remedy.after())
        .put("unit", remedy.unit())
        .put("helps", (Object) remedy.helps())
        .put("note", remedy.note());
  }

  private static Tree checked(Checked checked) {
    Tree tree =
        new Tree().put("sign", checked.sign().word()).put("population", checked.population());
    checked.evidence().ifPresent(e -> tree.put("evidence", evidence(e)));
    return checked.why().isEmpty() ? tree : tree.put("why", checked.why());
  }
}
