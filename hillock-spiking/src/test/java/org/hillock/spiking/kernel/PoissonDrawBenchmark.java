package org.hillock.spiking.kernel;

import java.util.concurrent.TimeUnit;
import org.hillock.core.random.PoissonTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The count of a Poisson source of mean 2 in a step, drawn and added to the arrivals. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PoissonDrawBenchmark {

  private static final int SOURCES = 12_800;
  private static final double MEAN = 2;

  @Param public Lanes lanes = Lanes.VECTORS;

  private final PoissonSources sources = PoissonSources.of(11, 0, PoissonTable.of(MEAN));
  private final int[] cells = new int[SOURCES];
  private FloatKernels kernels = lanes.kernels();
  private long step;

  /** Chooses the kernels. */
  @Setup
  public void choose() {
    kernels = lanes.kernels();
  }

  /** A step of all sources. */
  @Benchmark
  @OperationsPerInvocation(SOURCES)
  public long draw() {
    return kernels.drive(sources, 0, SOURCES, step++, cells, 0, 1);
  }
}
