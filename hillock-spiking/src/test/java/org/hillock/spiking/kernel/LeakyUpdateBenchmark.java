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
 * A step of leaky neurons none of which fires. The row {@code call:update} of JMH's table is the
 * time of one step of one neuron, the row {@code call} that of a whole call of the kernel.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LeakyUpdateBenchmark {

  @Param public LeakyModel model = LeakyModel.DELTA;
  @Param public Written written = Written.GENERATED;
  @Param public Lanes lanes = Lanes.VECTORS;

  /** Vogels and Abbott's network, Brunel's, and half of the fly's brain: a thread's share of it. */
  @Param({"4000", "12800", "77200"})
  public int neurons = FloatKernels.LANES;

  /** Steps of a call: a window of the engine. */
  @Param({"1", "2", "16"})
  public int steps = 1;

  private UpdateLoop loop = loop();

  /** Where a kernel comes from. */
  public enum Written {
    /** The judge: what was written before kernels were generated. */
    BY_HAND,
    /** From the neuron's text. */
    GENERATED
  }

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
    UpdateLoop.Call kernel =
        switch (written) {
          case BY_HAND -> model.byHand(lanes.handWritten(), neurons);
          case GENERATED -> model.generated(lanes == Lanes.VECTORS, neurons);
        };
    return new UpdateLoop(kernel, model.ports, neurons, steps);
  }

  /** One call of the kernel. */
  @Benchmark
  public int call(Counter counter) {
    counter.update += (long) neurons * steps;
    return loop.call();
  }
}
