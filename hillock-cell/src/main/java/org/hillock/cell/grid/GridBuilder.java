package org.hillock.cell.grid;

import java.util.Arrays;
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

  /** The share of the length constant that a segment is long at most, where none is stated. */
  public static final double D_LAMBDA = 0.1;

  /** The frequency of the length constant where none is stated, in Hz. */
  public static final double FREQUENCY_HZ = 100;

  /** The most segments that a section may be cut into. */
  public static final int MOST_SEGMENTS = 100_000;

  /** The most nodes that a cell may have. */
  public static final long MOST_NODES = 20_000_000;

  /** √(um / (Hz·ohm·cm·uF/cm²)) in um. */
  private static final double ROOT_UM = 1e5;

  private final Morphology morphology;
  private final double[] axialOhmCm;
  private final double[] capacitanceUfPerCm2;
  private final int[] stated;
  private double dLambda = D_LAMBDA;
  private double frequencyHz = FREQUENCY_HZ;

  /**
   * Starts with the same inside and membrane everywhere.
   *
   * @param axialOhmCm resistivity of the inside, in ohm·cm
   * @param capacitanceUfPerCm2 of the membrane, in uF/cm²
   * @throws UsageException if one is not above 0
   */
  public GridBuilder(Morphology morphology, double axialOhmCm, double capacitanceUfPerCm2) {
    this.morphology = morphology;
    this.axialOhmCm = new double[morphology.size()];
    this.capacitanceUfPerCm2 = new double[morphology.size()];
    stated = new int[morphology.size()];
    Arrays.fill(this.axialOhmCm, axial("", axialOhmCm));
    Arrays.fill(this.capacitanceUfPerCm2, capacitance("", capacitanceUfPerCm2));
  }

  /**
   * States the axial resistivity of a region.
   *
   * @param path where it is stated, for messages
   */
  public GridBuilder axial(String path, String region, double ohmCm) {
    axial(path, ohmCm);
    morphology.region(path, region).forEach(section -> axialOhmCm[section] = ohmCm);
    return this;
  }

  /**
   * States the membrane capacitance of a region.
   *
   * @param path where it is stated, for messages
   */
  public GridBuilder capacitance(String path, String region, double ufPerCm2) {
    capacitance(path, ufPerCm2);
    morphology.region(path, region).forEach(section -> capacitanceUfPerCm2[section] = ufPerCm2);
    return this;
  }

  /**
   * States how many segments each section of a region is cut into; a warning tells where they are
   * too long.
   *
   * @param path where it is stated, for messages
   */
  public GridBuilder segments(String path, String region, int number) {
    if (number < 1 || number > MOST_SEGMENTS) {
      throw new UsageException(path, number + " segments are not within 1 … " + MOST_SEGMENTS);
    }
    morphology.region(path, region).forEach(section -> stated[section] = number);
    return this;
  }

  /**
   * States the rule for the other sections.
   *
   * @param path where it is stated, for messages
   * @param share of the length constant that a segment is long at most
   * @param hz frequency of the length constant
   */
  public GridBuilder rule(String path, double share, double hz) {
    dLambda = within(path, "d_lambda", share, 10, "");
    frequencyHz = within(path, "frequency", hz, 1e6, " Hz");
    return this;
  }

  private static double axial(String path, double value) {
    return within(path, "axial resistivity", value, 1e6, " ohm*cm");
  }

  private static double capacitance(String path, double value) {
    return within(path, "membrane capacitance", value, 1e3, " uF/cm2");
  }

  private static double within(String path, String name, double value, double most, String unit) {
    if (!(value > 0 && value <= most)) {
      throw new UsageException(
          path, "%s %s%s is not > 0 and <= %s%s".formatted(name, value, unit, (long) most, unit));
    }
    return value;
  }

  /**
   * Cuts the cell.
   *
   * @throws UsageException if it would have too many nodes
   */
  public Grid build() {
    Frusta[] frusta = new Frusta[morphology.size()];
    double[] lengthConstants = new double[frusta.length];
    int[] segments = new int[frusta.length];
    long nodes = 1;
    for (int i = 0; i < frusta.length; i++) {
      frusta[i] = new Frusta(morphology.section(i));
      lengthConstants[i] = lengthConstantUm(i, frusta[i]);
      long number = stated[i] > 0 ? stated[i] : asked(frusta[i].lengthUm() / lengthConstants[i]);
      segments[i] = (int) Math.min(number, Integer.MAX_VALUE);
      nodes += number + 1;
      if (number > MOST_SEGMENTS || nodes > MOST_NODES) {
        throw tooMany(i, number, nodes);
      }
    }
    CoarseSections coarse = new CoarseSections(morphology, frequencyHz);
    for (int i = 0; i < segments.length; i++) {
      coarse.look(i, segments[i], lengthConstants[i]);
    }
    return new Grid(
        morphology,
        new GridNodes(morphology, frusta, axialOhmCm, segments),
        lengthConstants,
        coarse.warnings());
  }

  private long asked(double lengthConstants) {
    return segmentsAsked(lengthConstants, dLambda);
  }

  /** How many segments the rule asks for a section of so many length constants. */
  static long segmentsAsked(double lengthConstants, double share) {
    return 2 * (long) ((lengthConstants / share + 0.9) / 2) + 1;
  }

  /** Length over the sum of each frustum's length in its own length constants. */
  private double lengthConstantUm(int section, Frusta frusta) {
    double perRootDiameter =
        Math.sqrt(4 * Math.PI * frequencyHz * axialOhmCm[section] * capacitanceUfPerCm2[section]);
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
