package org.hillock.lab.axis;

import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.SynapseCount;

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
  public Measurement measure(Subject subject) {
    Network network = subject.network();
    long synapses = 0;
    long parameters = 0;
    for (Projection p : network.projections().values()) {
      long count = SynapseCount.synapses(network, p);
      synapses += count;
      long free =
          SynapseCount.parameters(
              p.connectivity(),
              network.population(p.from()).shape(),
              network.population(p.to()).shape());
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
