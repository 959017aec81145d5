package org.hillock.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingSetTest {

  private static Network network(int neurons, int inDegree, Values delays) {
    Connectivity rule = new Connectivity.FixedInDegree(inDegree, true, true);
    return Network.builder("n")
        .population("drive", neurons, "poisson")
        .population("exc", neurons, "lif-delta")
        .projection("drive", "exc", new Connectivity.OneToOne(), p -> p.weight("1 mV"))
        .projection("exc", "exc", rule, p -> p.weight("1 mV").delay(delays))
        .build();
  }

  private static WorkingSet of(int neurons, int inDegree, Values delays) {
    return WorkingSet.of(network(neurons, inDegree, delays), 0.1);
  }

  @Test
  void isThatOfTheRecurrentSynapses() {
    // 12.5 million synapses in rows of 1250; a delay of 15 steps needs 16 slots
    assertThat(of(10_000, 1_250, Values.constant(1.5, "ms")))
        .isEqualTo(new WorkingSet(10_000, 16, 12_500_000, 1_250));
    assertThat(of(10_000, 1_250, Values.constant(1.6, "ms")).slots()).isEqualTo(32);
  }

  @Test
  void staysWithinItsBounds() {
    assertThat(of(10, 2, Values.constant(0.1, "ms")))
        .isEqualTo(new WorkingSet(10, WorkingSet.LEAST_SLOTS, WorkingSet.LEAST_SYNAPSES, 2));
    // 200,000 neurons make four blocks, so that a row of 1000 falls into four pieces
    Values drawn = Values.drawn(new Distribution.Uniform(1, 2, Unit.MS));
    assertThat(of(200_000, 1_000, drawn))
        .isEqualTo(
            new WorkingSet(
                WorkingSet.MOST_CELLS, WorkingSet.MOST_SLOTS, WorkingSet.MOST_SYNAPSES, 250));
    assertThat(of(5, 0, Values.constant(9, "ms")).run()).isEqualTo(1);
  }

  /** On one thread and on more threads than a small network has targets in a row. */
  @Test
  void limitsAreMeasuredForAnyOfThem() {
    WorkingSet small = new WorkingSet(3, 8, WorkingSet.LEAST_SYNAPSES, 2);
    RawLimits raw = RawLimits.measure(small, 4);
    assertThat(raw.scatterNsPerEvent()).isPositive().isFinite();
    assertThat(raw.copyGBPerSecond()).isPositive().isFinite();
    assertThat(raw.updateNs()).isPositive().isFinite();
  }

  @Test
  void thePeakIsReadWhereTheSystemTellsIt(@TempDir Path folder) throws IOException {
    Path status = Files.writeString(folder.resolve("status"), "Name: x\nVmHWM:\t  123 kB\n");
    assertThat(Memory.peak(status)).isEqualTo(123 * 1024);
    assertThat(Memory.peak(folder.resolve("none"))).isPositive();
  }
}
