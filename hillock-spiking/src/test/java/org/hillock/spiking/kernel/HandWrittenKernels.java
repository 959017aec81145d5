package org.hillock.spiking.kernel;

/**
 * Steps of leaky neurons as they were written by hand before they were generated from equations:
 * the judge of what is generated, of its numbers and of its speed. Every kernel takes in what
 * arrived, goes on by a step, compares with the threshold and resets, for each of the steps of a
 * {@link Span}; it empties the cells of arrivals that it read and notes the spikes in the order of
 * vectors of neurons, then steps, then neurons.
 */
interface HandWrittenKernels {

  /**
   * u jumps by the arrivals times {@code quantum}, then decays; while refractory it is held.
   *
   * @param cell of the arrivals of neuron 0 in the first step
   */
  void delta(DeltaFloats n, int[] cells, int cell, float quantum, Span span, FiredSpikes fired);

  /**
   * The currents take in the arrivals times {@code quantum}; u decays and takes in the currents;
   * while refractory u is held and the currents go on.
   *
   * @param excCell of the excitatory arrivals of neuron 0 in the first step; likewise inhCell
   */
  void exponential(
      ExponentialFloats n,
      int[] cells,
      int excCell,
      int inhCell,
      float quantum,
      Span span,
      FiredSpikes fired);

  /**
   * g takes in the arrivals times {@code quantum}; u decays and takes in g; while refractory both
   * are held and what arrives is lost. A reset empties g.
   *
   * @param cell of the arrivals at g of neuron 0 in the first step
   */
  void shiu(ShiuFloats n, int[] cells, int cell, float quantum, Span span, FiredSpikes fired);
}
