package org.hillock.lab.census;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Architecture.Input;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Wired;
import org.hillock.core.facts.BrainSize;

/** Brains as entries of a census: neurons and contacts, no parameters. */
final class Brains {

  private Brains() {}

  static Architecture of(BrainSize brain) {
    Wired cells =
        new Wired(
            "nerve cells",
            amount(brain.neurons()),
            amount(brain.synapses()),
            Amount.undefined(),
            0,
            true);
    List<String> remarks = new ArrayList<>();
    remarks.add("Counted: " + brain.counted() + ".");
    remarks.addAll(brain.remarks());
    return new Architecture(
        brain.id(),
        brain.name(),
        brain.source(),
        new Input("the world", 0, false),
        List.of(Layer.of("brain", cells).then("spikes")),
        remarks);
  }

  private static Amount amount(BrainSize.Figure figure) {
    return figure.least() == figure.most()
        ? Amount.of(figure.value())
        : Amount.about(figure.value(), figure.least(), figure.most());
  }
}
