package org.hillock.cell.grid;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Membrane;
import org.hillock.core.cell.Morphology;
import org.hillock.core.problem.UsageException;

/**
 * Cuts a cell into compartments.
 *
 * <p>A section is cut into an odd number of segments, none of them much longer than a share
 * (d_lambda) of the section's length constant at a frequency so high that the membrane is all
 * capacitance: λ = √(diameter / (4π f R_i C_m)). This is the d_lambda rule of Hines and Carnevale
 * 2001 (doi 10.1177/107385840100700207). A stated number of segments goes before it.
 */
public final class GridBuilder {

  /** The most segments that a section may be cut into. */
  public static final int MOST_SEGMENTS = 100_000;

  /** The most nodes that a cell may have. */
  public static final long MOST_NODES = 20_000_000;

  /** √(um / (Hz·ohm·cm·uF/cm²)) in um. */
  private static final double ROOT_UM = 1e5;

  private final Morphology morphology;
  private final GridRule rule;
  private final double[] axialOhmCm;
  private final double[] capacitanceUfPerCm2;
  private final int[] stated;

  private GridBuilder(Morphology morphology, List<Membrane> membranes, GridRule rule) {
    this.morphology = morphology;
    this.rule = rule;
    axialOhmCm = new double[morphology.size()];
    capacitanceUfPerCm2 = new double[morphology.size()];
    stated = new int[morphology.size()];
    Arrays.fill(axialOhmCm, Membrane.AXIAL);
    Arrays.fill(capacitanceUfPerCm2, Membrane.CAPACITANCE);
    for (Membrane membrane : membranes) {
      for (int section : morphology.region("membrane." + membrane.region(), membrane.region())) {
        axialOhmCm[section] = membrane.axialOhmCm();
        capacitanceUfPerCm2[section] = membrane.capacitanceUfPerCm2();
      }
    }
    rule.segments().forEach(this::state);
  }

  private void state(String region, int number) {
    String path = "grid.segments." + region;
    if (number < 1 || number > MOST_SEGMENTS) {
      throw new UsageException(path, number + " segments are not within 1 … " + MOST_SEGMENTS);
    }
    morphology.region(path, region).forEach(section -> stated[section] = number);
  }

  /**
   * Cuts a cell.
   *
   * @throws UsageException if a number of segments is impossible or there would be too many nodes
   */
  public static Grid cut(Cell cell) {
    return cut(cell.morphology(), cell.membranes(), cell.grid());
  }

  /**
   * Cuts a cell.
   *
   * @param membranes by region; where regions overlap the later one holds, and where none is, the
   *     usual values
   * @param rule how finely
   * @throws UsageException if a region is none of the cell's, a number of segments is impossible or
   *     there would be too many nodes
   */
  public static Grid cut(Morphology morphology, List<Membrane> membranes, GridRule rule) {
    return new GridBuilder(morphology, membranes, rule).build();
  }

  private Grid build() {
    Frusta[] frusta = new Frusta[morphology.size()];
    double[] lengthConstants = new double[frusta.length];
    int[] segments = new int[frusta.length];
    long nodes = 1;
    for (int i = 0; i < frusta.length; i++) {
      frusta[i] = new Frusta(morphology.section(i));
      lengthConstants[i] = lengthConstantUm(i, frusta[i]);
      long number =
          stated[i] > 0
              ? stated[i]
              : segmentsAsked(frusta[i].lengthUm() / lengthConstants[i], rule.share());
      segments[i] = (int) Math.min(number, Integer.MAX_VALUE);
      nodes += number + 1;
      if (number > MOST_SEGMENTS || nodes > MOST_NODES) {
        throw tooMany(i, number, nodes);
      }
    }
    CoarseSections coarse = new CoarseSections(morphology, rule.frequencyHz());
    for (int i = 0; i < segments.length; i++) {
      coarse.look(i, segments[i], lengthConstants[i]);
    }
    return new Grid(
        morphology,
        new GridNodes(morphology, frusta, axialOhmCm, segments),
        lengthConstants,
        coarse.warnings());
  }

  /** How many segments the rule asks for a section of so many length constants. */
  static long segmentsAsked(double lengthConstants, double share) {
    return 2 * (long) ((lengthConstants / share + 0.9) / 2) + 1;
  }

  /** Length over the sum of each frustum's length in its own length constants. */
  private double lengthConstantUm(int section, Frusta frusta) {
    double perRootDiameter =
        Math.sqrt(
            4 * Math.PI * rule.frequencyHz() * axialOhmCm[section] * capacitanceUfPerCm2[section]);
    double lengthConstants = frusta.lengthPerRootDiameter() * perRootDiameter / ROOT_UM;
    return frusta.lengthUm() / lengthConstants;
  }

  private UsageException tooMany(int section, long segments, long nodes) {
    String name = morphology.section(section).name();
    return new UsageException(
        "sections." + name,
        segments > MOST_SEGMENTS
            ? "it would be cut into %d segments; at most %d are possible: is it %s um long?"
                .formatted(segments, MOST_SEGMENTS, morphology.lengthUm(section))
            : "up to here the cell has %d nodes; at most %d are possible"
                .formatted(nodes, MOST_NODES));
  }
}
