package org.hillock.core.facts;

import java.util.List;

/**
 * The size of a brain. A synapse is a contact; pairs of cells that any contact joins are fewer and
 * stand among the remarks.
 *
 * @param id as on the command line
 * @param name as people say it
 * @param neurons how many
 * @param synapses how many contacts
 * @param counted what exactly was counted
 * @param source paper
 * @param remarks what else to know, each with its source
 */
public record BrainSize(
    String id,
    String name,
    Figure neurons,
    Figure synapses,
    String counted,
    String source,
    List<String> remarks) {

  /**
   * A number and how sure it is.
   *
   * @param value the best one
   * @param least not fewer
   * @param most not more
   */
  public record Figure(long value, long least, long most) {
    static Figure of(long value) {
      return new Figure(value, value, value);
    }
  }

  public BrainSize {
    remarks = List.copyOf(remarks);
  }

  /** Neurons of a human brain: 86.1 ± 8.1 billion (Azevedo et al. 2009). */
  private static final long HUMAN_NEURONS = 86_100_000_000L;

  private static final long HUMAN_NEURONS_SPREAD = 8_100_000_000L;

  /** Synapses of a cell of the human neocortex, as often quoted (Drachman 2005). */
  public static final long SYNAPSES_OF_A_CORTICAL_CELL = 7_000;

  /** Synapses of a cell of the mouse's cortex, rounded (Schüz and Palm 1989). */
  private static final long SYNAPSES_OF_A_MOUSE_CELL = 8_000;

  private static final long MOUSE_NEURONS = 70_890_000;
  private static final long MOUSE_CORTEX_NEURONS = 13_690_000;

  /** The human brain. */
  public static final BrainSize HUMAN =
      new BrainSize(
          "human",
          "human brain",
          new Figure(
              HUMAN_NEURONS,
              HUMAN_NEURONS - HUMAN_NEURONS_SPREAD,
              HUMAN_NEURONS + HUMAN_NEURONS_SPREAD),
          new Figure(
              HUMAN_NEURONS * SYNAPSES_OF_A_CORTICAL_CELL,
              100_000_000_000_000L,
              1_000_000_000_000_000L),
          "86.1 ± 8.1 billion neurons; synapses nobody has counted, they are put at the"
              + " often-quoted 7,000 a neuron, between 1e14 and 1e15",
          "Azevedo et al. 2009, doi 10.1002/cne.21974",
          List.of(
              "The cerebellum has 69.0 billion of the neurons, the cortex about 16 billion (Azevedo"
                  + " et al. 2009, doi 10.1002/cne.21974).",
              "7,000 synapses a neuron is said of the neocortex (Drachman 2005, doi"
                  + " 10.1212/01.WNL.0000166914.38327.BB), which has some 1.5e14; most neurons are"
                  + " granule cells of the cerebellum, with few."));

  /** From small to large. */
  public static final List<BrainSize> ALL =
      List.of(
          new BrainSize(
              "worm",
              "worm (C. elegans)",
              Figure.of(302),
              new Figure(7_000, 5_000, 7_600),
              "neurons of the hermaphrodite; synapses: some 5,000 chemical ones among neurons and"
                  + " 2,000 onto muscle; 600 gap junctions more at most",
              "Cook et al. 2019, doi 10.1038/s41586-019-1352-7; White et al. 1986, doi"
                  + " 10.1098/rstb.1986.0056",
              List.of(
                  "Pairs, not contacts: 7,379 ordered pairs of cells are joined, muscle included,"
                      + " 4,681 by chemical synapses and 2,698 by gap junctions, which stand in"
                      + " both directions (Cook et al. 2019).")),
          new BrainSize(
              "larva",
              "fruit fly larva",
              Figure.of(3_016),
              Figure.of(548_000),
              "neurons and synapses of the whole brain of a larva",
              "Winding et al. 2023, doi 10.1126/science.add9330",
              List.of()),
          new BrainSize(
              "fly",
              "fruit fly",
              Figure.of(139_255),
              Figure.of(54_500_000),
              "neurons and synapses of the female brain",
              "Dorkenwald et al. 2024, doi 10.1038/s41586-024-07558-y",
              List.of(
                  "Pairs, not contacts: the model of Shiu et al. 2024 (doi"
                      + " 10.1038/s41586-024-07763-9) joins 15,091,983 pairs of 138,639 neurons by"
                      + " 54,492,922 contacts (release 783).")),
          new BrainSize(
              "mouse",
              "mouse brain",
              new Figure(MOUSE_NEURONS, MOUSE_NEURONS - 10_410_000, MOUSE_NEURONS + 10_410_000),
              new Figure(
                  MOUSE_CORTEX_NEURONS * SYNAPSES_OF_A_MOUSE_CELL,
                  MOUSE_CORTEX_NEURONS * SYNAPSES_OF_A_MOUSE_CELL,
                  MOUSE_NEURONS * SYNAPSES_OF_A_MOUSE_CELL),
              "70.9 ± 10.4 million neurons; of synapses those of the cortex, up to as many for every"
                  + " neuron of the brain",
              "Herculano-Houzel et al. 2006, doi 10.1073/pnas.0604911103; Schüz and Palm 1989, doi"
                  + " 10.1002/cne.902860404",
              List.of(
                  "13.69 million neurons of the cortex at some 8,000 synapses each (9e4 neurons and"
                      + " 7e8 synapses in a cubic millimetre) are 1.1e11; at 8,000 for each of 70.89"
                      + " million it would be 5.7e11.")),
          HUMAN);
}
