package org.hillock.lab.cell;

import java.util.function.DoubleUnaryOperator;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.ShippedAxons;

/**
 * How fast spikes run in axons of several diameters, without myelin and with it.
 *
 * @param diametersUm of the axon itself
 * @param bare m/s, for each
 * @param myelinated m/s, for each
 */
public record Conduction(double[] diametersUm, double[] bare, double[] myelinated) {

  private static final double[] DIAMETERS = {0.5, 1, 2, 4, 8, 16};
  private static final double LEVEL_MV = -20;

  /** Runs all of them. */
  public static Conduction run() {
    return new Conduction(DIAMETERS.clone(), each(Conduction::bare), each(Conduction::myelinated));
  }

  private static double[] each(DoubleUnaryOperator velocity) {
    return java.util.Arrays.stream(DIAMETERS).map(velocity).toArray();
  }

  /** Velocity in a bare axon, in m/s. */
  public static double bare(double diameterUm) {
    double length = ShippedAxons.lengthUm(diameterUm);
    return velocity(
        ShippedAxons.bare(diameterUm),
        0.01,
        "axon(0)",
        // The input conductance of a long cable grows with diameter to the power of 3/2.
        3000 * Math.pow(diameterUm, 1.5),
        new String[] {"axon(0.3).v", "axon(0.8).v"},
        0.5 * length,
        14);
  }

  /** Velocity in an axon with myelin, in m/s; its own diameter is meant, not the fibre's. */
  public static double myelinated(double diameterUm) {
    int from = 8;
    int to = ShippedAxons.NODES - 7;
    return velocity(
        ShippedAxons.myelinated(diameterUm),
        0.005,
        "node[0](0.5)",
        3000 * diameterUm,
        new String[] {"node[" + from + "](0.5).v", "node[" + to + "](0.5).v"},
        (to - from) * ShippedAxons.periodUm(diameterUm),
        6);
  }

  private static double velocity(
      Cell cell,
      double stepMs,
      String at,
      double picoAmperes,
      String[] sites,
      double um,
      double untilMs) {
    Watched seen =
        new SideBySide(cell, 1)
            .stepMs(stepMs)
            .inject(0, at, picoAmperes, 0.5, 0.8)
            .watch(sites[0], 0)
            .watch(sites[1], 0)
            .run(untilMs);
    double ms = seen.crossingMs(sites[1], 0, LEVEL_MV) - seen.crossingMs(sites[0], 0, LEVEL_MV);
    return um / ms / 1000;
  }

  /** The power of the diameter with which a velocity grows, by least squares of logarithms. */
  public static double power(double[] diametersUm, double[] velocities) {
    double sx = 0;
    double sy = 0;
    double xx = 0;
    double xy = 0;
    int n = diametersUm.length;
    for (int i = 0; i < n; i++) {
      double x = Math.log(diametersUm[i]);
      double y = Math.log(velocities[i]);
      sx += x;
      sy += y;
      xx += x * x;
      xy += x * y;
    }
    return (n * xy - sx * sy) / (n * xx - sx * sx);
  }
}
