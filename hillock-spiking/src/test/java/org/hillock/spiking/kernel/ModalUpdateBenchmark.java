package org.hillock.spiking.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of the fly's neurons told by their exponentials, and of which cells are empty: most are.
 * None fires; see {@link LeakyUpdateBenchmark} for the rows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModalUpdateBenchmark {

  @Param public Lanes lanes = Lanes.VECTORS;

  /** Vogels and Abbott's network, Brunel's, and half of the fly's brain: a thread's share of it. */
  @Param({"4000", "12800", "77200"})
  public int neurons = FloatKernels.LANES;

  /** Steps of a call: a window of the engine. */
  @Param({"1", "2", "16"})
  public int steps = 1;

  private UpdateLoop loop = loop();

  /** What JMH divides the time by. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    /** Steps of single neurons. */
    public long update;
  }

  /** Makes the neurons. */
  @Setup
  public void make() {
    loop = loop();
  }

  private UpdateLoop loop() {
    ModalFloats n =
        new ModalFloats(
            new float[neurons],
            new float[neurons],
            new long[(neurons + Long.SIZE - 1) / Long.SIZE],
            new int[neurons],
            1000,
            0,
            0.16f,
            Modes.of(StrictMath.exp(-0.1 / 20), StrictMath.exp(-0.1 / 5), 0.005, 256));
    FloatKernels kernels = lanes.kernels();
    int nowhere = FloatKernels.NOWHERE;
    return new UpdateLoop(
        (cells, cell, reached, span, fired) ->
            kernels.modal(n, cells, cell, nowhere, 1, reached, span, fired, null),
        1,
        neurons,
        steps);
  }

  /** One call of the kernel. */
  @Benchmark
  public int call(Counter counter) {
    counter.update += (long) neurons * steps;
    return loop.call();
  }
}
