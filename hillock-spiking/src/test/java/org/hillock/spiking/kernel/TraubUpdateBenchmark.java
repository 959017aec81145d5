package org.hillock.spiking.kernel;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hillock.spiking.bytecode.DoubleStep;
import org.hillock.spiking.bytecode.EquationDoubles;
import org.hillock.spiking.bytecode.EquationFloats;
import org.hillock.spiking.bytecode.FloatStep;
import org.hillock.spiking.bytecode.KernelCompiler;
import org.hillock.spiking.bytecode.Noise;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.equation.LoweredText;
import org.hillock.spiking.equation.StepProgram;
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
 * A step of the Hodgkin-Huxley cells of the text {@code traub-hh}, 4,000 as in the network of
 * Brette et al. (2007); the row {@code call:update} is the time of one step of one neuron. They
 * fire some 14 times a second, as they do by themselves.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TraubUpdateBenchmark {

  private static final int NEURONS = 4_000;
  private static final double STEP_MS = 0.1;

  /** Of numbers. */
  public enum Precision {
    SINGLE,
    DOUBLE
  }

  @Param public Precision precision = Precision.SINGLE;
  @Param public Lanes lanes = Lanes.VECTORS;

  private final FiredSpikes fired = new FiredSpikes();
  private Runnable step = () -> {};
  private int now;

  /** Makes the neurons. */
  @Setup
  public void make() {
    LoweredEquations lowered =
        LoweredText.shipped("traub-hh", NEURONS).lower(STEP_MS, "excitatory", "inhibitory");
    StepProgram program = lowered.program().unperturbed();
    Noise none = new Noise(List.of(), 0, 0, STEP_MS);
    boolean vectors = lanes == Lanes.VECTORS;
    int room = KernelCompiler.temporaries(program);
    step =
        switch (precision) {
          case SINGLE -> {
            FloatStep kernel = KernelCompiler.floats(program, vectors);
            EquationFloats n = new EquationFloats(lowered, 0, NEURONS, NEURONS, room);
            start(lowered, (k, i, x) -> n.state[k][i] = (float) x);
            int[] cells = new int[2 * NEURONS];
            yield () -> kernel.step(n, cells, 0, NEURONS, 1, span(), none, fired, null);
          }
          case DOUBLE -> {
            DoubleStep kernel = KernelCompiler.doubles(program, vectors);
            EquationDoubles n = new EquationDoubles(lowered, 0, NEURONS, NEURONS, room);
            start(lowered, (k, i, x) -> n.state[k][i] = x);
            double[] cells = new double[2 * NEURONS];
            yield () -> kernel.step(n, cells, 0, NEURONS, 1, span(), none, fired, null);
          }
        };
  }

  private interface Into {
    void set(int state, int neuron, double value);
  }

  private static void start(LoweredEquations lowered, Into into) {
    for (int k = 0; k < lowered.program().states(); k++) {
      for (int i = 0; i < NEURONS; i++) {
        into.set(k, i, lowered.initial()[k][i]);
      }
    }
  }

  private Span span() {
    return new Span(0, NEURONS, now, 1, 2 * NEURONS, 0);
  }

  /** One step of all. */
  @Benchmark
  public int call(LeakyUpdateBenchmark.Counter counter) {
    counter.update += NEURONS;
    step.run();
    now++;
    fired.clear();
    return now;
  }
}
