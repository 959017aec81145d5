package org.hillock.spiking.kernel;

/**
 * What interventions do to the neurons of a slice while they hold.
 *
 * @param offset number within its population of the slice's first neuron
 * @param neurons of the slice; those beyond are padding
 * @param inputsSilent by neuron of the population: what arrives does not reach it
 * @param held by neuron of the population: its potential is held
 * @param heldAt by neuron of the population: where, in mV
 * @param stimulus by neuron of the population: added to its bias
 * @param settled mV where a neuron's u is 0; by {@code i & each}
 * @param push what 1 of stimulus adds to u in a step; by {@code i & each}
 */
public record Acts(
    int offset,
    int neurons,
    boolean[] inputsSilent,
    boolean[] held,
    double[] heldAt,
    double[] stimulus,
    double[] settled,
    double[] push) {

  public boolean silences(int i) {
    return i < neurons && inputsSilent[offset + i];
  }

  public boolean holds(int i) {
    return i < neurons && held[offset + i];
  }

  public double heldU(int i, int p) {
    return heldAt[offset + i] - settled[p];
  }

  /** What is added to the bias of a neuron. */
  public double stimulus(int i) {
    return i < neurons ? stimulus[offset + i] : 0;
  }

  double pushed(int i, int p) {
    return i < neurons ? push[p] * stimulus[offset + i] : 0;
  }
}
