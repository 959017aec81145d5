package org.hillock.spiking;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.spiking.lowered.LearntWeights;

/** What a plain session with plastic synapses can do beside running. */
final class PlainPlasticity implements Capability.Plastic {

  private final Network network;
  private final Map<String, PlasticDelivery> deliveries;
  private final LongSupplier step;

  PlainPlasticity(Network network, Map<String, PlasticDelivery> deliveries, LongSupplier step) {
    this.network = network;
    this.deliveries = deliveries;
    this.step = step;
  }

  @Override
  public Set<String> plasticProjections() {
    return deliveries.keySet();
  }

  @Override
  public void learn(boolean on) {
    deliveries.values().forEach(d -> d.learn(on, step.getAsLong()));
  }

  @Override
  public double[] weights(String projection) {
    LearntWeights.requirePlastic(network, projection, deliveries.keySet());
    double[] weights = Objects.requireNonNull(deliveries.get(projection)).weights();
    return LearntWeights.inUnit(network, projection, weights);
  }

  @Override
  public Network learnt() {
    return LearntWeights.listed(network, deliveries.keySet(), this::weights);
  }

  @Override
  public long plasticEvents() {
    return deliveries.values().stream().mapToLong(PlasticDelivery::plasticEvents).sum();
  }
}
