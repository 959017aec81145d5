package org.hillock.spiking.kernel;

import java.util.List;

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
 * @param places what they do at places of cells with parts
 */
public record Acts(
    int offset,
    int neurons,
    boolean[] inputsSilent,
    boolean[] held,
    double[] heldAt,
    double[] stimulus,
    double[] settled,
    double[] push,
    List<AtPlace> places) {

  /**
   * What interventions do at a place of cells with parts.
   *
   * @param site as it is recorded, such as {@code dend[2](0.5).v}
   * @param held by neuron of the population, likewise the others
   */
  public record AtPlace(String site, boolean[] held, double[] heldAt, double[] stimulus) {}

  public Acts {
    places = List.copyOf(places);
  }

  /** At neurons that are points. */
  public Acts(
      int offset,
      int neurons,
      boolean[] inputsSilent,
      boolean[] held,
      double[] heldAt,
      double[] stimulus,
      double[] settled,
      double[] push) {
    this(offset, neurons, inputsSilent, held, heldAt, stimulus, settled, push, List.of());
  }

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
