package org.hillock.core.wiring;

/**
 * The synapses of one projection, laid out: synapse k joins {@code pre[k]} to {@code post[k]}.
 *
 * <p>The arrays are not copied; treat them as read-only.
 *
 * @param pre source neuron of each
 * @param post target neuron of each
 * @param weight of each, in the unit of the target model's weights (1, mV or pA), with the sign
 *     that the receptor gives it
 * @param delayMs of each in ms; 0 where the projection states none (one step of the engine)
 */
public record Synapses(int[] pre, int[] post, double[] weight, double[] delayMs) {

  public int count() {
    return pre.length;
  }
}
