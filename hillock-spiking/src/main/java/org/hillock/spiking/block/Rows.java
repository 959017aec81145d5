package org.hillock.spiking.block;

/**
 * The synapses from one population into one block, by source neuron; a source's row is cut into
 * <i>groups</i> with one delay, shortest first.
 *
 * @param groupStart first group of each source neuron, and one end more
 * @param synapseStart first synapse of each group, and one end more
 * @param delay of each group in steps, at least 1
 * @param target cell of each synapse within a row of cells
 * @param weights of each
 */
record Rows(int[] groupStart, int[] synapseStart, int[] delay, char[] target, Weights weights) {

  int synapses() {
    return target.length;
  }
}
