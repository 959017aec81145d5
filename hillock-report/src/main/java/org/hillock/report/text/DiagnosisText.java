package org.hillock.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.lab.diagnosis.Checked;
import org.hillock.lab.diagnosis.Diagnosis;
import org.hillock.lab.diagnosis.Evidence;
import org.hillock.lab.diagnosis.Finding;
import org.hillock.lab.diagnosis.Remedy;

/** What is wrong with a network, for the terminal. */
public final class DiagnosisText {

  private static final int MOST_REMEDIES = 6;
  private static final int MOST_NEURONS = 10;

  private DiagnosisText() {}

  /** Findings with their causes and what was tried, then the numbers of all else. */
  public static String of(Diagnosis diagnosis) {
    StringBuilder text = new StringBuilder();
    if (diagnosis.findings().isEmpty()) {
      text.append("Nothing found.\n");
    }
    for (Finding finding : diagnosis.findings()) {
      finding(text, finding);
    }
    text.append('\n').append(measured(diagnosis));
    impossible(diagnosis).forEach(line -> text.append(line).append('\n'));
    if (diagnosis.inputs() > 0) {
      text.append("shown: ").append(NumberText.number(diagnosis.inputs())).append(" inputs, ");
      text.append(diagnosis.inputsFrom()).append('\n');
    }
    return text.toString();
  }

  private static void finding(StringBuilder text, Finding finding) {
    text.append(finding.population()).append(" is ").append(finding.sign().word());
    text.append(": ").append(finding.sign().meaning());
    if (finding.concerned() < finding.of()) {
      text.append(" (").append(NumberText.number(finding.concerned())).append(" of ");
      text.append(NumberText.number(finding.of())).append(')');
    }
    if (!finding.neurons().isEmpty()) {
      text.append(": neurons ");
      text.append(
          finding.neurons().stream()
              .limit(MOST_NEURONS)
              .map(Object::toString)
              .collect(java.util.stream.Collectors.joining(", ")));
      text.append(finding.concerned() > MOST_NEURONS ? ", …" : "");
    }
    text.append("\n  measured: ").append(told(finding.evidence()));
    text.append("\n  cause:    ").append(finding.cause()).append('\n');
    for (Remedy remedy : finding.remedies().stream().limit(MOST_REMEDIES).toList()) {
      text.append("  tried:    ").append(remedy.change()).append(": ").append(remedy.measure());
      text.append(' ').append(value(remedy.before(), remedy.unit())).append(" → ");
      text.append(value(remedy.after(), remedy.unit()));
      text.append(remedy.helps() ? ": helps" : ": does not help");
      text.append(remedy.note().isEmpty() ? "" : ", " + remedy.note()).append('\n');
    }
  }

  /** {@code χ 0.91, a finding from 0.4 on; …}. */
  private static String told(Evidence evidence) {
    StringBuilder text = new StringBuilder(evidence.measure()).append(' ');
    text.append(value(evidence.value(), evidence.unit()));
    text.append(", a finding ").append(evidence.above() ? "from " : "at ");
    text.append(value(evidence.limit(), evidence.unit()));
    text.append(evidence.above() ? " on" : "");
    if (!Double.isNaN(evidence.control())) {
      text.append("; control ").append(value(evidence.control(), evidence.unit()));
      text.append(": ").append(evidence.controlMeaning());
    }
    return text.toString();
  }

  private static String value(double value, String unit) {
    return AnalysisText.number(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String measured(Diagnosis diagnosis) {
    List<Checked> all = diagnosis.checked().stream().filter(c -> c.evidence().isPresent()).toList();
    if (all.isEmpty()) {
      return "";
    }
    Columns columns = new Columns();
    columns.row(List.of("measured", "for", "what", "value", "a finding", "control", ""));
    for (Checked checked : all) {
      Evidence e = checked.evidence().orElseThrow();
      columns.row(
          List.of(
              checked.population(),
              checked.sign().word(),
              e.measure(),
              value(e.value(), e.unit()),
              (e.above() ? "from " : "at ") + value(e.limit(), e.unit()),
              AnalysisText.number(e.control()),
              diagnosis.found(checked.sign(), checked.population()) ? "found" : "–"));
    }
    return columns.text();
  }

  /** What could not be measured, populations with the same reason together. */
  private static List<String> impossible(Diagnosis diagnosis) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Checked checked : diagnosis.checked()) {
      if (checked.evidence().isEmpty()) {
        reasons
            .computeIfAbsent(checked.sign().word() + ": " + checked.why(), _ -> new ArrayList<>())
            .add(checked.population());
      }
    }
    List<String> lines = new ArrayList<>();
    reasons.forEach((reason, populations) -> {
      int colon = reason.indexOf(':');
      lines.add(
          "not asked: "
              + reason.substring(0, colon)
              + " of "
              + some(populations)
              + reason.substring(colon));
    });
    return lines;
  }

  private static String some(List<String> names) {
    return names.size() <= 4
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
  }
}
