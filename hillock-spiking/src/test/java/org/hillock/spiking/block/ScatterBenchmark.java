package org.hillock.spiking.block;

import java.util.concurrent.TimeUnit;
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

/**
 * Adding the weight of a synapse to its target's cell: a bare loop against the engine's rows. The
 * synapses, four bytes each, are read row by row in random order from 4 MB, as spikes would.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScatterBenchmark {

  /** A multiple of every length of row. */
  private static final int SYNAPSES = 1_000_000;

  @Param public WorkingSet cellsOf = WorkingSet.KB_50;

  /** Synapses of a row. */
  @Param({"25", "100", "1250"})
  public int row = SYNAPSES;

  private Cells cells = new Cells(1, 1, true, false);
  private ScatterRows rows = ScatterRows.draw(0, 1, 1, 1);

  /** Draws the synapses. */
  @Setup
  public void draw() {
    cells = new Cells(cellsOf.rows, cellsOf.width, true, false);
    rows = ScatterRows.draw(SYNAPSES, row, cellsOf.rows, cellsOf.width);
  }

  /** The bare loop. */
  @Benchmark
  @OperationsPerInvocation(SYNAPSES)
  public int[] bare() {
    int[] sums = cells.ints;
    char[] target = rows.target();
    short[] weight = rows.weight();
    int[] delay = rows.delay();
    int length = rows.length();
    for (int source : rows.order()) {
      int base = cells.base(delay[source]);
      int to = (source + 1) * length;
      for (int k = source * length; k < to; k++) {
        sums[base + target[k]] += weight[k];
      }
    }
    return sums;
  }

  /** {@link GroupedRows} with {@link Weights.Ints}. */
  @Benchmark
  @OperationsPerInvocation(SYNAPSES)
  public int[] grouped() {
    return deliver(rows.grouped());
  }

  /** {@link PackedRows}. */
  @Benchmark
  @OperationsPerInvocation(SYNAPSES)
  public int[] packed() {
    return deliver(rows.packed());
  }

  private int[] deliver(Rows delivered) {
    for (int source : rows.order()) {
      int from = delivered.start(source);
      int to = delivered.after(source, from, 0, Long.MAX_VALUE);
      delivered.deliver(from, to, 0, cells);
    }
    return cells.ints;
  }
}
