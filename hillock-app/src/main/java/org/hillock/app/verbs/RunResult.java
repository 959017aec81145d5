package org.hillock.app.verbs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.hillock.app.simulation.ForwardPass;
import org.hillock.app.simulation.TimedRun;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Session;

/** What came of a run, for run.json and for the terminal. */
final class RunResult {

  private static final int MOST_OUTPUTS_TOLD = 20;

  private RunResult() {}

  static Map<String, Object> facts(TimedRun.Outcome outcome) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("simulatedMs", outcome.simulatedMs());
    facts.put("stopped", outcome.stopped());
    outcome.runaway().ifPresent(runaway -> facts.put("runaway", runaway.told()));
    facts.put("spikes", outcome.fingerprint());
    facts.put("populations", outcome.rates().stream().map(RunResult::facts).toList());
    facts.put("synapticEvents", outcome.synapticEvents());
    facts.put("wallSeconds", outcome.wallSeconds());
    facts.put("realTimeFactor", outcome.realTimeFactor());
    return facts;
  }

  private static Map<String, Object> facts(TimedRun.Rate rate) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", rate.population());
    facts.put("neurons", rate.neurons());
    facts.put("spikes", rate.spikes());
    facts.put("meanRateHz", rate.meanRateHz());
    return facts;
  }

  static Map<String, Object> facts(ForwardPass pass) {
    Map<String, Object> facts = new LinkedHashMap<>();
    pass.answer().ifPresent(answer -> facts.put("answer", answer));
    facts.put("outputs", pass.outputs());
    return facts;
  }

  static String text(TimedRun.Outcome outcome, Session session) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s%s ms of '%s' on the %s engine in %.2f s: %.3g × real time",
            outcome.stopped() ? "Stopped after " : "",
            Quantity.text(outcome.simulatedMs()),
            session.network().name(),
            session.engine(),
            outcome.wallSeconds(),
            outcome.realTimeFactor()));
    for (TimedRun.Rate rate : outcome.rates()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-16s %,8d neurons %,12d spikes  mean rate %.3f Hz",
              rate.population(),
              rate.neurons(),
              rate.spikes(),
              rate.meanRateHz()));
    }
    lines.add(String.format(Locale.ROOT, "synaptic events: %,d", outcome.synapticEvents()));
    return lines.add("spikes: " + outcome.fingerprint()).toString();
  }

  static String text(ForwardPass pass) {
    StringJoiner lines = new StringJoiner("\n");
    pass.answer().ifPresent(answer -> lines.add("Answer: " + answer));
    pass.outputs().forEach((name, values) -> lines.add(outputs(name, values)));
    return lines.toString();
  }

  private static String outputs(String name, double[] values) {
    StringBuilder text = new StringBuilder(name).append(":");
    for (int i = 0; i < Math.min(MOST_OUTPUTS_TOLD, values.length); i++) {
      text.append(String.format(Locale.ROOT, " %.4g", values[i]));
    }
    return values.length <= MOST_OUTPUTS_TOLD
        ? text.toString()
        : text + " … (" + values.length + " in all)";
  }
}
