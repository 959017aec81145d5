package org.hillock.spiking.parted;

import java.util.List;
import java.util.OptionalDouble;

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
   * Whether the membranes of its cells, while nothing arrives at their receptors, do nothing but
   * leak: currents follow the potential in straight lines that stay the same.
   */
  boolean leaks();

  /**
   * The potential at a site at which a spike is seen there; empty where none is looked for.
   *
   * @param site as it is recorded
   */
  OptionalDouble threshold(String site);

  /**
   * Some of its cells, to be run.
   *
   * @param first number of the first within the population
   * @param count how many
   * @param plain whether to run them plainly, one after the other, to the same bits
   */
  PartedNeurons open(int first, int count, boolean plain);
}
