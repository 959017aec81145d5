package org.hillock.lab.axis;

import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Synapses;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Responder;

/** Dale's question: does a neuron only excite, or only inhibit? */
final class SignAxis implements Axis {

  private static final int IMAGES = 100;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "sign",
        "Sign",
        "Do all outgoing synapses of a neuron have one sign, as most nerve cells' do (Dale's"
            + " principle)?",
        "neurons whose outgoing weights all have one sign",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DESCRIPTION);
  }

  @Override
  public Measurement measure(Subject subject) {
    Network network = subject.network();
    long sending = 0;
    long oneSign = 0;
    long negative = 0;
    long synapses = 0;
    for (Population p : network.populations().values()) {
      int[] signs = new int[p.size()];
      for (Projection projection : network.outOf(p.name())) {
        Synapses wires = subject.synapses(projection);
        for (int k = 0; k < wires.count(); k++) {
          double w = wires.weight()[k];
          signs[wires.pre()[k]] |= w > 0 ? 1 : w < 0 ? 2 : 0;
          negative += w < 0 ? 1 : 0;
          synapses += w != 0 ? 1 : 0;
        }
      }
      for (int s : signs) {
        sending += s != 0 ? 1 : 0;
        oneSign += s == 1 || s == 2 ? 1 : 0;
      }
    }
    if (sending == 0) {
      return new Measurement.NotDefined("because no neuron has an outgoing synapse");
    }
    return Measurement.Measured.of(
            (double) oneSign / sending,
            "1",
            "Share of the "
                + sending
                + " neurons with outgoing synapses whose weights, zeros aside, are all positive or"
                + " all negative.")
        .exactly()
        .detail("negative_activations_share", negativeActivations(subject))
        .detail("negative_weights_share", synapses == 0 ? 0 : (double) negative / synapses);
  }

  private static double negativeActivations(Subject subject) {
    long negative = 0;
    long all = 0;
    try (Responder responder = subject.responder()) {
      Activities activities = subject.activities(responder, subject.sample(IMAGES));
      for (Population p : subject.summing()) {
        for (double[] row : activities.of(p.name())) {
          for (double a : row) {
            negative += a < 0 ? 1 : 0;
            all++;
          }
        }
      }
    }
    return all == 0 ? 0 : (double) negative / all;
  }
}
