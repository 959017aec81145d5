package org.hillock.spiking.parted;

import java.util.List;

/** A population of cells with parts, lowered; immutable. */
public interface PartedPopulation {

  /** The receptors that spikes can arrive at. */
  List<String> ports();

  /** The places that electrical synapses can be at. */
  List<String> gaps();

  /** What a cell takes, about. */
  long bytesPerCell();

  /** Where the grid or the step may be too coarse, each a sentence. */
  List<String> warnings();

  /**
   * Some of its cells, to be run.
   *
   * @param first number of the first within the population
   * @param count how many
   * @param plain whether to run them plainly, one after the other, to the same bits
   */
  PartedNeurons open(int first, int count, boolean plain);
}
