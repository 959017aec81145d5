package org.hillock.lab.summation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.cell.PyramidalCell;

/**
 * The response to two volleys together against the sum of the responses to each alone, at the
 * hillock: once with both on one branch, once on two (Polsky, Mel and Schiller 2004, doi
 * 10.1038/nn1253; Poirazi, Brannon and Mel 2003, doi 10.1016/S0896-6273(03)00149-1). Soma and axon
 * have no sodium channels, so that what was added is seen and not a spike.
 *
 * <p>What is expected of AMPA receptors alone: two volleys near each other share a driving force
 * and so add up to less, on two branches nearly to the sum (Rall 1967, doi
 * 10.1152/jn.1967.30.5.1138). NMDA receptors, which depolarisation opens, make it more, within a
 * range of strengths.
 *
 * @param curves one for each arrangement
 * @param active whether dendrites had sodium and potassium channels
 */
public record PairSummation(List<Curve> curves, boolean active) {

  /** NMDA conductance for each nS of AMPA, where there is any: both of a magnitude (ours). */
  static final double NMDA_SHARE = 2;

  private static final double ONSET_MS = 10;
  private static final double EVERY_MS = 0.1;
  private static final double STEP_MS = 0.025;

  public PairSummation {
    curves = List.copyOf(curves);
  }

  /** Where volleys arrive and at what. */
  public enum Arrangement {
    ONE_BRANCH_AMPA("one branch, AMPA", true, false),
    TWO_BRANCHES_AMPA("two branches, AMPA", false, false),
    ONE_BRANCH_NMDA("one branch, AMPA and NMDA", true, true),
    TWO_BRANCHES_NMDA("two branches, AMPA and NMDA", false, true);

    private final String label;
    private final boolean together;
    private final boolean nmda;

    Arrangement(String label, boolean together, boolean nmda) {
      this.label = label;
      this.together = together;
      this.nmda = nmda;
    }

    /** For people. */
    public String label() {
      return label;
    }
  }

  /**
   * A response at the hillock.
   *
   * @param peakMv largest rise above rest
   * @param areaMvMs integral of the rise
   */
  public record Response(double peakMv, double areaMvMs) {}

  /**
   * One strength.
   *
   * @param strengthNs peak conductance of the AMPA receptors of each volley
   * @param a response to A alone
   * @param b response to B alone
   * @param both response to A and B at once
   */
  public record Point(double strengthNs, Response a, Response b, Response both) {

    /** The sum of each alone, in mV. */
    public double expectedMv() {
      return a.peakMv() + b.peakMv();
    }

    /** Measured over expected peak: 1 is addition. */
    public double ratio() {
      return both.peakMv() / expectedMv();
    }

    /** The same of integrals. */
    public double areaRatio() {
      return both.areaMvMs() / (a.areaMvMs() + b.areaMvMs());
    }
  }

  /** All strengths of one arrangement. */
  public record Curve(Arrangement arrangement, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }

    /** The largest ratio of peaks. */
    public double mostRatio() {
      return points.stream().mapToDouble(Point::ratio).max().orElseThrow();
    }
  }

  /** Strengths that reach from hardly anything to saturation. */
  public static double[] strengthsNs() {
    return new double[] {0.05, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 6, 9};
  }

  /**
   * Measures all arrangements, every condition a cell of one population.
   *
   * @param strengthsNs above 0
   * @param active whether dendrites have sodium and potassium channels
   * @param durationMs after the volley
   */
  public static PairSummation measure(double[] strengthsNs, boolean active, double durationMs) {
    Arrangement[] arrangements = Arrangement.values();
    int perCurve = 3 * strengthsNs.length;
    int cells = 1 + perCurve * arrangements.length; // cell 0 gets nothing
    Volley near = new Volley(0, 0, cells);
    Volley sameBranch = new Volley(0, 1, cells);
    Volley otherBranch = new Volley(1, 1, cells);
    for (int c = 1; c < cells; c++) {
      Arrangement arrangement = arrangements[(c - 1) / perCurve];
      double strength = strengthsNs[(c - 1) % perCurve / 3];
      int which = (c - 1) % 3; // A, B, both
      if (which != 1) {
        near.set(c, strength, arrangement.nmda);
      }
      if (which != 0) {
        (arrangement.together ? sameBranch : otherBranch).set(c, strength, arrangement.nmda);
      }
    }
    DrivenCells.Seen seen =
        DrivenCells.run(
            new PyramidalCell(active, false).build(),
            cells,
            List.of(near.drive(), sameBranch.drive(), otherBranch.drive()),
            "hillock(0.5)",
            EVERY_MS,
            ONSET_MS + durationMs,
            STEP_MS);
    List<Curve> curves = new ArrayList<>();
    for (int k = 0; k < arrangements.length; k++) {
      List<Point> points = new ArrayList<>();
      for (int s = 0; s < strengthsNs.length; s++) {
        int first = 1 + k * perCurve + 3 * s;
        points.add(
            new Point(
                strengthsNs[s],
                response(seen.mv(), first),
                response(seen.mv(), first + 1),
                response(seen.mv(), first + 2)));
      }
      curves.add(new Curve(arrangements[k], points));
    }
    return new PairSummation(curves, active);
  }

  /** The curve of an arrangement. */
  public Curve curve(Arrangement arrangement) {
    return curves.stream()
        .filter(c -> c.arrangement() == arrangement)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(arrangement + " was not measured"));
  }

  /** Against the cell that got nothing. */
  private static Response response(double[][] mv, int cell) {
    double peak = 0;
    double area = 0;
    for (int i = 0; i < mv[cell].length; i++) {
      double rise = mv[cell][i] - mv[0][i];
      peak = Math.max(peak, rise);
      area += rise * EVERY_MS;
    }
    return new Response(peak, area);
  }

  /** A volley at one place: how strong it is for each cell. */
  private static final class Volley {
    private final int branch;
    private final int place;
    private final double[] ampa;
    private final double[] nmda;

    Volley(int branch, int place, int cells) {
      this.branch = branch;
      this.place = place;
      ampa = new double[cells];
      nmda = new double[cells];
    }

    void set(int cell, double strengthNs, boolean withNmda) {
      ampa[cell] = strengthNs;
      nmda[cell] = withNmda ? NMDA_SHARE * strengthNs : 0;
    }

    DrivenCells.Drive drive() {
      double[][] arrivals = new double[ampa.length][];
      Arrays.fill(arrivals, new double[] {ONSET_MS});
      return new DrivenCells.Drive(
          List.of(
              PyramidalCell.excitatory("ampa", branch, place),
              PyramidalCell.excitatory("nmda", branch, place)),
          new double[][] {ampa, nmda},
          arrivals);
    }
  }
}
