package org.hillock.spiking.function;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
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
 * A function of a tile of values that lie in the cache. The rows {@code :value} of JMH's table are
 * the time of one value.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FunctionBenchmark {

  @Param public Elementary function = Elementary.EXP;

  @Param({"128"})
  public int tile = 128;

  private float[] floats = new float[0];
  private float[] floatResults = new float[0];
  private double[] doubles = new double[0];
  private double[] doubleResults = new double[0];
  private Elementary.ManyFloats scalarFloats = Elementary.EXP.floats.scalar();
  private Elementary.ManyFloats vectorFloats = Elementary.EXP.floats.vector();
  private Elementary.ManyDoubles scalarDoubles = Elementary.EXP.doubles.scalar();
  private Elementary.ManyDoubles vectorDoubles = Elementary.EXP.doubles.vector();

  /** What JMH divides the time by. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    /** Values. */
    public long value;
  }

  /** Draws arguments as those of a neuron's gates, from -8 to 8, positive for the logarithm. */
  @Setup
  public void make() {
    Draws draws = new Draws(1, Purpose.EXPERIMENT, 0);
    doubles = new double[tile];
    floats = new float[tile];
    double least = function.doubles.range().holds(-8) ? -8 : 0;
    Arrays.setAll(doubles, i -> least + draws.uniform() * (8 - least));
    Arrays.setAll(doubles, i -> floats[i] = (float) doubles[i]);
    floatResults = new float[tile];
    doubleResults = new double[tile];
    scalarFloats = function.floats.scalar();
    vectorFloats = function.floats.vector();
    scalarDoubles = function.doubles.scalar();
    vectorDoubles = function.doubles.vector();
  }

  /** Vectors in single precision. */
  @Benchmark
  public float[] floatVectors(Counter counter) {
    counter.value += tile;
    vectorFloats.of(floats, 0, floatResults, 0, tile);
    return floatResults;
  }

  /** One value at a time in single precision. */
  @Benchmark
  public float[] floatScalars(Counter counter) {
    counter.value += tile;
    scalarFloats.of(floats, 0, floatResults, 0, tile);
    return floatResults;
  }

  /** Vectors in double precision. */
  @Benchmark
  public double[] doubleVectors(Counter counter) {
    counter.value += tile;
    vectorDoubles.of(doubles, 0, doubleResults, 0, tile);
    return doubleResults;
  }

  /** One value at a time in double precision. */
  @Benchmark
  public double[] doubleScalars(Counter counter) {
    counter.value += tile;
    scalarDoubles.of(doubles, 0, doubleResults, 0, tile);
    return doubleResults;
  }
}
