package org.hillock.core.facts;

import java.util.List;

/**
 * The size of something that people compare networks with.
 *
 * @param name as people say it
 * @param neurons how many
 * @param synapses how many contacts, or weights
 * @param counted what exactly was counted
 * @param source paper
 */
public record BrainSize(
    String name, double neurons, double synapses, String counted, String source) {

  /** From small to large. */
  public static final List<BrainSize> ALL =
      List.of(
          new BrainSize(
              "worm (C. elegans)",
              302,
              7_379,
              "neurons of the hermaphrodite; synapses: connected pairs of cells, muscle included",
              "Cook et al. 2019, doi 10.1038/s41586-019-1352-7"),
          new BrainSize(
              "fruit fly",
              139_255,
              5.45e7,
              "neurons and synapses of the female brain",
              "Dorkenwald et al. 2024, doi 10.1038/s41586-024-07558-y"),
          new BrainSize(
              "GPT-3 175B",
              10.6e6,
              174.6e9,
              "every row of a weight matrix as a neuron, every weight as a synapse",
              "Brown et al. 2020, arXiv:2005.14165; rows counted"),
          new BrainSize(
              "human brain",
              86.1e9,
              6.0e14,
              "neurons counted; synapses at the often-quoted 7,000 a neuron (1e14 to 1e15)",
              "Azevedo et al. 2009, doi 10.1002/cne.21974"));
}
