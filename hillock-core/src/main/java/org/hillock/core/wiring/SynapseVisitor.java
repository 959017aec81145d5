package org.hillock.core.wiring;

/** Takes the synapses of a projection one by one. */
@FunctionalInterface
public interface SynapseVisitor {

  /**
   * One synapse.
   *
   * @param number in the order in which the projection draws its synapses: what its own weight and
   *     delay are drawn at
   * @param pre source neuron
   * @param post target neuron
   */
  void synapse(long number, int pre, int post);
}
