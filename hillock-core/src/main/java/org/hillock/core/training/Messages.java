package org.hillock.core.training;

/**
 * What must travel to the synapses of a network for one update on one image, beyond what a synapse
 * finds in its own two neurons and in its own weight.
 *
 * <p>A number counts as 32 bits (single precision), a yes or no as 1. Inside a neuron nothing
 * travels: what has reached it is there for all synapses that end on it.
 *
 * @param what travels, in a sentence
 * @param bitsPerSynapse that one synapse must be told, mean over the synapses that learn
 * @param bitsPerUpdate of the whole network: each number as often as there are lines, from neuron
 *     to neuron or from a common place to a neuron, that it runs along
 */
public record Messages(String what, double bitsPerSynapse, double bitsPerUpdate) {

  /** Bits of a number. */
  public static final int NUMBER = 32;

  /** Nothing travels: all that a synapse needs is in its own two neurons. */
  public static final Messages NONE = new Messages("nothing travels", 0, 0);

  public Messages {
    if (!(bitsPerSynapse >= 0) || !(bitsPerUpdate >= 0)) {
      throw new IllegalArgumentException(
          "bits " + bitsPerSynapse + " and " + bitsPerUpdate + " are not both >= 0");
    }
  }
}
