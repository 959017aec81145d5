package org.hillock.report.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.lab.isolate.Isolation;
import org.hillock.lab.isolate.Isolation.Input;
import org.hillock.lab.isolate.Isolation.Response;
import org.jspecify.annotations.Nullable;

/** A neuron by itself, for programs; names of keys end in their unit. */
public final class IsolationJson {

  private IsolationJson() {}

  /** The tree. */
  public static Map<String, @Nullable Object> of(Isolation i) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("network", i.network());
    tree.put("engine", i.engine());
    tree.put("site", i.site().toString());
    tree.put("spiking", i.spiking());
    tree.put("fromMs", WhyJson.number(i.fromMs()));
    tree.put("atMs", WhyJson.number(i.atMs()));
    tree.put("unit", i.unit());
    tree.put("threshold", i.threshold().map(WhyJson::number).orElse(null));
    tree.put("additive", i.additive());
    tree.put("inNetwork", of(i.within()));
    tree.put("alone", of(i.alone()));
    tree.put("same", i.same());
    List<Map<String, @Nullable Object>> inputs = new ArrayList<>();
    for (Input input : i.inputs()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("source", input.source().map(Object::toString).orElse(null));
      one.put("kind", input.kind().word());
      one.put("through", input.through());
      one.put("terms", input.count());
      one.put("without", of(input.without()));
      one.put("doubled", of(input.doubled()));
      one.put("only", of(input.only()));
      inputs.add(one);
    }
    tree.put("inputs", inputs);
    tree.put("inputsNotSwept", i.others());
    List<Map<String, @Nullable Object>> curves = new ArrayList<>();
    for (Isolation.Curve curve : i.curves()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("input", curve.input());
      one.put("factors", curve.factors());
      one.put("sums", curve.responses().stream().map(Response::sum).toList());
      one.put("outputs", curve.responses().stream().map(Response::output).toList());
      curves.add(one);
    }
    tree.put("curves", curves);
    tree.put("stopped", i.stopped());
    return tree;
  }

  private static Map<String, @Nullable Object> of(Response response) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("sum", WhyJson.number(response.sum()));
    tree.put("output", WhyJson.number(response.output()));
    return tree;
  }
}
