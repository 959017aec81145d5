package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.List;
import org.hillock.spiking.kernel.FloatKernels;

/**
 * Which neurons each block holds: of every population an equal part, so that all blocks have the
 * same to do; and where in a row of cells their arrivals are.
 *
 * @param blocks how many
 * @param parts by population, then by block
 * @param width cells in a row of the widest block, by block
 */
record BlockLayout(int blocks, List<List<Part>> parts, int[] width) {

  /** Targets are 16-bit numbers. */
  static final int MOST_CELLS = 1 << 16;

  /** Rows that are whole pages of 4 KiB apart get in each other's way in the cache. */
  private static final int CELLS_OF_PAGE = 1024;

  BlockLayout {
    parts = parts.stream().map(List::copyOf).toList();
  }

  /**
   * The part of a population that a block holds.
   *
   * @param start first neuron
   * @param count of neurons
   * @param padded count rounded up, for what lies behind to begin at a whole vector or bin
   * @param cell of the first receptor port of its first neuron; the next port's come {@code padded}
   *     later
   * @param ports how many receptor ports a neuron has
   */
  record Part(int start, int count, int padded, int cell, int ports) {

    int end() {
      return start + count;
    }

    /** Count rounded up to whole vectors. */
    int used() {
      return roundUp(count, FloatKernels.LANES);
    }

    /** The cell of a port of a neuron of the population that it holds. */
    int cell(int port, int neuron) {
      return cell + port * padded + neuron - start;
    }
  }

  /**
   * Lays out populations of these sizes over blocks.
   *
   * @param ports of each population
   * @param whole of each population: whether its neurons stay together, in the first block
   * @param multiple neurons that a part is padded to a multiple of
   */
  static BlockLayout of(int[] sizes, int[] ports, boolean[] whole, int blocks, int multiple) {
    int[] width = new int[blocks];
    List<List<Part>> parts = new ArrayList<>();
    for (int p = 0; p < sizes.length; p++) {
      List<Part> ofPopulation = new ArrayList<>();
      for (int b = 0; b < blocks; b++) {
        int start = whole[p] && b > 0 ? sizes[p] : cut(sizes[p], b, blocks);
        int end = whole[p] ? sizes[p] : cut(sizes[p], b + 1, blocks);
        int padded = roundUp(end - start, multiple);
        ofPopulation.add(new Part(start, end - start, padded, width[b], ports[p]));
        width[b] += ports[p] * padded;
      }
      parts.add(ofPopulation);
    }
    for (int b = 0; b < blocks; b++) {
      width[b] = Math.max(width[b], FloatKernels.LANES);
      if (width[b] % CELLS_OF_PAGE == 0) {
        width[b] += FloatKernels.LANES;
      }
    }
    return new BlockLayout(blocks, parts, width);
  }

  /**
   * The fewest blocks, a multiple of {@code threads}, whose cells can be told by 16 bits.
   *
   * @param multiple neurons that a part is padded to a multiple of
   */
  static int blocksFor(int[] sizes, int[] ports, int threads, int multiple) {
    long cells = 0;
    long slack = 0;
    for (int p = 0; p < sizes.length; p++) {
      cells += (long) ports[p] * sizes[p];
      // cuts are rounded to groups of sources, which may make a part that much larger
      slack += (long) ports[p] * (FloatKernels.SOURCES + multiple);
    }
    long each = Math.max(1, MOST_CELLS - Math.min(slack, MOST_CELLS / 2));
    long rounds = Math.max(1, (cells + each * threads - 1) / (each * threads));
    return Math.toIntExact(rounds * threads);
  }

  /** The most ports of any part. */
  int ports() {
    return parts.stream().mapToInt(p -> p.getFirst().ports()).max().orElse(0);
  }

  /** Blocks begin at whole groups of sources, whose random bits come together. */
  private static int cut(int size, int block, int blocks) {
    long exact = (long) size * block / blocks;
    return Math.min(size, roundUp((int) exact, FloatKernels.SOURCES));
  }

  static int roundUp(int number, int multiple) {
    return (number + multiple - 1) / multiple * multiple;
  }

  Part part(int population, int block) {
    return parts.get(population).get(block);
  }
}
