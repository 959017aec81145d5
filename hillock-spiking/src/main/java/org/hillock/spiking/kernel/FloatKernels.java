package org.hillock.spiking.kernel;

import org.jspecify.annotations.Nullable;

/** What is not generated from equations, in single precision. */
public interface FloatKernels {

  /** Neurons are padded to a multiple of this: the widest vectors have so many lanes. */
  int LANES = 16;

  /** Sources share blocks of random bits in groups of so many. */
  int SOURCES = 32;

  /** The cell of arrivals that cannot come; those of others may be below 0 where i is not. */
  int NOWHERE = Integer.MIN_VALUE;

  /** Width of the vectors in bits; 0 where it works on one neuron at a time. */
  int vectorBits();

  /**
   * Steps of neurons told by their exponentials. Each takes in what arrived, goes on by a step,
   * compares with the threshold and resets, for each of the steps of a {@link Span}, which ends
   * where a period of their {@link Modes} does, or before. The cells that are read are emptied, and
   * spikes noted in the order of vectors of neurons, then steps, then neurons.
   *
   * @param cell of the arrivals at g of neuron 0 in the first step
   * @param directCell of the arrivals at u itself; {@link #NOWHERE} where none can come
   * @param reached at which neurons something arrives, counted from the span's first, a multiple of
   *     64; null where that is not known
   * @param acts what interventions do during those steps, or null
   */
  void modal(
      ModalFloats n,
      int[] cells,
      int cell,
      int directCell,
      float quantum,
      @Nullable Reached reached,
      Span span,
      FiredSpikes fired,
      @Nullable Acts acts);

  /**
   * Draws the counts of Poisson sources, one for each neuron, and adds them to its arrivals.
   *
   * @param from first source, a multiple of {@link #SOURCES}; it drives the neuron of that number
   *     from there
   * @param count how many sources
   * @param cell of the arrivals of the first driven neuron
   * @param quanta that one spike of a source adds
   * @return how many spikes there were
   */
  long drive(
      PoissonSources sources, int from, int count, long step, int[] cells, int cell, int quanta);

  /**
   * Draws the spikes of Poisson sources of any rates in one step, in the order of the sources.
   *
   * @param n the step that is drawn
   * @param step how it is noted
   */
  void fire(PoissonPart sources, long n, int step, FiredSpikes fired);

  /** The first of some numbers that is infinite or none; -1 where all are numbers. */
  int firstBad(float[] numbers, int count);
}
