package org.hillock.report.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.lab.why.Answer;
import org.hillock.lab.why.Cause;
import org.hillock.lab.why.Explanation;
import org.hillock.lab.why.Missing;
import org.hillock.lab.why.WhyNot;
import org.jspecify.annotations.Nullable;

/**
 * An explanation for programs; names of keys end in their unit, what has no meaning is {@code
 * null}. What stands behind a term is told in its {@code because}, in the same shape.
 */
public final class WhyJson {

  private WhyJson() {}

  /** The tree. */
  public static Map<String, @Nullable Object> of(Answer answer) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("network", answer.network());
    tree.put("engine", answer.engine());
    tree.putAll(of(answer.explanation()));
    tree.put("replays", answer.replays());
    tree.put("stopped", answer.stopped());
    return tree;
  }

  private static Map<String, @Nullable Object> of(Explanation e) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("site", e.site().toString());
    tree.put("atMs", number(e.atMs()));
    tree.put("pass", e.pass() == 0 ? null : e.pass());
    tree.put("fromMs", number(e.fromMs()));
    tree.put("value", number(e.value()));
    tree.put("unit", e.unit());
    tree.put("output", number(e.output()));
    tree.put("spiking", e.spiking());
    tree.put("threshold", e.threshold().map(WhyJson::number).orElse(null));
    tree.put("additive", e.additive());
    tree.put("method", e.method());
    tree.put("plays", e.plays());
    List<Map<String, @Nullable Object>> terms = new ArrayList<>();
    e.causes().forEach(cause -> terms.add(of(cause)));
    tree.put("terms", terms);
    tree.put("residual", number(e.residual()));
    e.whyNot().ifPresent(not -> tree.put("whyNot", of(not)));
    return tree;
  }

  private static Map<String, @Nullable Object> of(Cause cause) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("source", cause.term().source().map(Object::toString).orElse(null));
    tree.put("kind", cause.term().kind().word());
    tree.put("contribution", number(cause.contribution()));
    tree.put("error", number(cause.error()));
    tree.put("through", cause.term().through());
    tree.put("atMs", number(cause.term().atMs()));
    tree.put("sentMs", number(cause.term().sentMs()));
    tree.put("weight", number(cause.term().weight()));
    tree.put("carried", number(cause.term().carried()));
    tree.put("count", cause.count());
    if (!cause.end().isEmpty()) {
      tree.put("end", cause.end());
    }
    cause.because().ifPresent(because -> tree.put("because", of(because)));
    return tree;
  }

  private static Map<String, @Nullable Object> of(WhyNot not) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("gap", not.gap().map(WhyJson::number).orElse(null));
    tree.put("remark", not.remark());
    tree.put("silentSources", not.silent());
    List<Map<String, @Nullable Object>> missing = new ArrayList<>();
    for (Missing each : not.missing()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("source", each.source().toString());
      one.put("through", each.through());
      one.put("weight", number(each.weight()));
      one.put("unit", each.unit());
      one.put("carried", number(each.carried()));
      missing.add(one);
    }
    tree.put("missing", missing);
    return tree;
  }

  /** What JSON can hold of a number. */
  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
