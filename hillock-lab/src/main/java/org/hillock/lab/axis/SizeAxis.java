package org.hillock.lab.axis;

import java.util.Set;
import org.hillock.core.dataflow.Dataflow;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.lab.decide.Respondent;

/** How large: neurons, synapses, parameters. */
final class SizeAxis implements Axis {

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "size",
        "Size",
        "How many neurons and synapses, beside a worm, a fly, GPT-3 and a human brain?",
        "neurons in all",
        AxisDefinition.Scale.LOGARITHMIC);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Measurement measure(Subject subject, Respondent.AsItStands graph) {
    Dataflow.Totals totals = graph.dataflow().totals();
    return Measurement.Measured.of(
            subject.network().neurons(),
            "neurons",
            "Of a graph that is run as it stands: the elements of its inputs and of the values that"
                + " stand for neurons, those that its nodes make without numbers that are only"
                + " carried on and sums that one function alone reads; synapses and parameters as a"
                + " census of its nodes counts them"
                + (totals.complete() ? "." : ", at least: not all nodes could be counted."))
        .exactly()
        .detail("synapses", totals.synapses())
        .detail("parameters", totals.parameters())
        .detail("values_that_stand_for_neurons", graph.dataflow().units().size())
        .detail("nodes", graph.dataflow().steps().size());
  }

  @Override
  public Measurement measure(Subject subject) {
    Network network = subject.network();
    long synapses = 0;
    long parameters = 0;
    for (Projection p : network.projections().values()) {
      long count = SynapseCount.synapses(network, p);
      synapses += count;
      long free = SynapseCount.parameters(network, p);
      parameters += Math.min(free, Math.max(count, 1));
    }
    for (Population p : network.populations().values()) {
      parameters += SynapseCount.biases(p);
    }
    return Measurement.Measured.of(
            network.neurons(),
            "neurons",
            "Counted from the description, inputs included; a synapse is one weight from one neuron"
                + " to one neuron, a parameter a number that can be set by itself.")
        .exactly()
        .detail("synapses", synapses)
        .detail("parameters", parameters);
  }
}
