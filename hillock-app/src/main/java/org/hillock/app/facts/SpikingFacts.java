package org.hillock.app.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.session.SessionOptions;
import org.hillock.spiking.lowered.ModelFacts;
import org.hillock.spiking.lowered.Stiffness;

/** What the spiking engines make of a model told by equations. */
final class SpikingFacts implements EngineFacts {

  @Override
  public Map<String, Object> of(NeuronModel model) {
    if (model.equations().isEmpty()) {
      return Map.of();
    }
    double stepMs = SessionOptions.seeded(0).stepMs();
    ModelFacts facts = ModelFacts.of(model, stepMs);
    List<Map<String, Object>> methods = new ArrayList<>();
    facts
        .integration()
        .forEach(i -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("state", i.state());
          row.put("method", i.method());
          row.put("why", i.why());
          methods.add(row);
        });
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("integration", methods);
    Stiffness.of(model, stepMs)
        .ifPresent(s -> all.put("largest stable step", "%.3g ms".formatted(s.largestStepMs())));
    all.put(
        "state of a neuron",
        facts.stateBytes() + " bytes in single precision, twice that in double");
    all.put(
        "operations of a step",
        facts.operations() + ", of which " + facts.functions() + " are functions such as exp");
    return all;
  }
}
