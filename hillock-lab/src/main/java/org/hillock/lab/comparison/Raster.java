package org.hillock.lab.comparison;

import java.util.List;

/**
 * Which neuron fired when, during one decision.
 *
 * @param lanes one for each spiking population, inputs first
 * @param fromMs start of the time shown
 * @param toMs its end
 * @param label what the image shown was
 * @param answer what the network said
 */
public record Raster(List<Lane> lanes, double fromMs, double toMs, int label, int answer) {

  public Raster {
    lanes = List.copyOf(lanes);
  }

  /**
   * One population.
   *
   * @param neurons its size
   * @param timesMs time of each spike
   * @param neuron number of the neuron of each spike
   * @param names of its neurons, in their order; empty where they have none
   */
  public record Lane(
      String population, int neurons, double[] timesMs, int[] neuron, List<String> names) {
    public Lane {
      names = List.copyOf(names);
      if (!names.isEmpty() && names.size() != neurons) {
        throw new IllegalArgumentException(names.size() + " names of " + neurons + " neurons");
      }
    }

    /** Neurons without names. */
    public Lane(String population, int neurons, double[] timesMs, int[] neuron) {
      this(population, neurons, timesMs, neuron, List.of());
    }
  }
}
