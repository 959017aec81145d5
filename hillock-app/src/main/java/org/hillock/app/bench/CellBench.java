package org.hillock.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.Group;
import org.hillock.core.cell.Cell;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.function.VectorDoubleFunctions;

/**
 * Runs a branched cell with different membranes, alone and many of them, on one thread, with 1 nA
 * into each soma, and measures a step.
 */
public final class CellBench {

  static final double STEP_MS = 0.025;
  static final int ROUNDS = 7;

  /** Of what is measured; the compiler takes seconds for large kernels. */
  private static final double WARMING = 4;

  private static final double STIMULUS_PA = 1000;

  /** What runs in one go, so that the clock is seldom looked at. */
  private static final double ALONE_MS = 1;

  private static final double MANY_MS = 0.1;

  private static final int TILE = 128;
  private static final int EXPONENTIALS = 1 << 20;

  private final double seconds;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private CellBench(double seconds) {
    this.seconds = seconds;
  }

  /**
   * Measures.
   *
   * @param cells how many stand side by side in the larger runs, at least 2
   * @param seconds that each run is measured, above 0; before that it warms up four times as long
   * @throws UsageException where one of them cannot be
   */
  public static CellFigures measure(int cells, double seconds, Progress progress) {
    if (cells < 2) {
      throw new UsageException("--cells", cells + " is not >= 2");
    }
    if (!(seconds > 0) || !Double.isFinite(seconds)) {
      throw new UsageException("--seconds", seconds + " is not > 0");
    }
    CellBench bench = new CellBench(seconds);
    List<CellFigures.Row> rows = new ArrayList<>();
    int runs = 2 * BenchMembrane.values().length;
    for (int count : new int[] {1, cells}) {
      for (BenchMembrane membrane : BenchMembrane.values()) {
        if (progress.stopped()) {
          return new CellFigures(rows, exp());
        }
        progress.report((double) rows.size() / runs, membrane.word() + ", " + count);
        rows.add(bench.run(membrane, count));
      }
    }
    return new CellFigures(rows, exp());
  }

  private CellFigures.Row run(BenchMembrane membrane, int count) {
    Cell cell = membrane.cell();
    CellPlan plan = CellPlan.of(cell, STEP_MS);
    Network network =
        Network.builder("cells").population("cell", count, CellModels.of(cell), p -> p).build();
    SessionOptions options = SessionOptions.seeded(1).withThreads(1).withStepMs(STEP_MS);
    long began = System.nanoTime();
    try (Session session = Engines.named("spiking").open(network, options)) {
      double build = (System.nanoTime() - began) / 1e9;
      session.apply(
          new Intervention.Stimulate(
              SiteRef.parse("cell"), STIMULUS_PA, Intervention.Window.ALWAYS));
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      double strideMs = count == 1 ? ALONE_MS : MANY_MS;
      double compartmentSteps = strideMs / STEP_MS * count * BenchMembrane.COMPARTMENTS;
      round(timed, strideMs, WARMING * seconds);
      double[] wall = new double[ROUNDS];
      double[] processor = new double[ROUNDS];
      for (int k = 0; k < ROUNDS; k++) {
        long atFirst = threads.getCurrentThreadCpuTime();
        long from = System.nanoTime();
        int strides = round(timed, strideMs, seconds / ROUNDS);
        wall[k] = (System.nanoTime() - from) / (strides * compartmentSteps);
        processor[k] = (threads.getCurrentThreadCpuTime() - atFirst) / (strides * compartmentSteps);
      }
      Arrays.sort(wall);
      Arrays.sort(processor);
      return new CellFigures.Row(
          membrane.word(),
          count,
          wall[ROUNDS / 2],
          wall[0],
          wall[ROUNDS - 1],
          processor[ROUNDS / 2],
          functions(plan),
          new RawSolve(plan.grid(), count).nsPerNode(),
          build);
    }
  }

  /** Runs for some time, at least one stride; gives the number of strides. */
  private static int round(Capability.Timed timed, double strideMs, double seconds) {
    long began = System.nanoTime();
    int strides = 0;
    do {
      timed.advance(strideMs);
      strides++;
    } while (System.nanoTime() - began < seconds * 1e9);
    return strides;
  }

  /** Exponentials and other functions of a compartment in a step. */
  private static double functions(CellPlan plan) {
    double all = 0;
    for (List<Group> groups : List.of(plan.channels(), plan.pools())) {
      for (Group g : groups) {
        long each =
            g.step().program().nodes().stream()
                .filter(n -> n.operation().kind() == Operation.Kind.FUNCTION)
                .count();
        all += (double) each * g.places();
      }
    }
    return all / BenchMembrane.COMPARTMENTS;
  }

  private static double exp() {
    double[] x = new double[TILE];
    double[] y = new double[TILE];
    Arrays.setAll(x, k -> -k / (double) TILE);
    return Rounds.median(
        3,
        () -> {
          long began = System.nanoTime();
          for (int k = 0; k < EXPONENTIALS; k += TILE) {
            VectorDoubleFunctions.exp(x, 0, y, 0, TILE);
          }
          return (double) (System.nanoTime() - began) / EXPONENTIALS;
        });
  }
}
