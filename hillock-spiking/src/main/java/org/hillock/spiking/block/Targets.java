package org.hillock.spiking.block;

import java.util.List;

/**
 * In which block and which of its cells a synapse of a projection ends, looked up by target neuron.
 *
 * @param atLeast0 of a weight of at least 0: block in the upper and cell in the lower 16 bits
 * @param below0 the same of a weight below 0
 */
record Targets(int[] atLeast0, int[] below0) {

  /**
   * Of a projection onto a population.
   *
   * @param parts of the population, by block
   */
  static Targets of(List<BlockLayout.Part> parts, int neurons, Ports ports) {
    int[] atLeast0 = places(parts, neurons, ports.atLeast0());
    boolean one = ports.below0() < 0 || ports.below0() == ports.atLeast0();
    return new Targets(atLeast0, one ? atLeast0 : places(parts, neurons, ports.below0()));
  }

  private static int[] places(List<BlockLayout.Part> parts, int neurons, int port) {
    int[] places = new int[neurons];
    for (int block = 0; block < parts.size(); block++) {
      BlockLayout.Part part = parts.get(block);
      for (int i = part.start(); i < part.end(); i++) {
        places[i] = block << 16 | part.cell(port, i);
      }
    }
    return places;
  }

  /** Where a synapse ends; the lower 16 bits are the cell. */
  int place(double weight, int neuron) {
    return weight < 0 ? below0[neuron] : atLeast0[neuron];
  }

  static int block(int place) {
    return place >>> 16;
  }
}
