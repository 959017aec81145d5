package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import org.hillock.core.network.Network;
import org.hillock.core.problem.FailureException;
import org.hillock.core.scaling.NetworkScaling;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Engines;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.formats.yaml.NetworkYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the spiking engine says that a session will take, before it is built, is what it takes. */
class MemoryPlanTest {

  private static final double PERCENT = 10;

  /** Beside that, what else comes into the heap meanwhile (classes, mostly) is small. */
  private static final long ENOUGH_TO_TELL = 20_000_000;

  /** The serial collector leaves some of the dead where they lie, but for every fourth time. */
  private static final int COLLECTIONS = 4;

  private final Engine engine = Engines.named("spiking");

  private static Network network(String name, double scale) {
    Path file = Path.of("..", "networks", name + ".net.yaml");
    return NetworkScaling.scaled(NetworkYaml.read(file), scale);
  }

  @ParameterizedTest
  @CsvSource({
    "brunel-2000, 1, 1, SINGLE",
    "brunel-2000, 1, 3, SINGLE",
    "brunel-2000, 1, 1, DOUBLE",
    "brunel-2000, 1, 3, DOUBLE",
    "potjans-diesmann-2014, 0.2, 1, SINGLE",
    "potjans-diesmann-2014, 0.2, 3, SINGLE",
    "shiu-fly-like, 0.6, 1, SINGLE",
    "shiu-fly-like, 0.6, 3, SINGLE"
  })
  void theEstimateIsWhatIsHeld(String name, double scale, int threads, Precision precision) {
    Network network = network(name, scale);
    SessionOptions options = SessionOptions.seeded(1).withThreads(threads).withPrecision(precision);
    long estimated = engine.estimate(network, options).bytes();
    long before = inUse();
    try (Session session = engine.open(network, options)) {
      long held = inUse() - before;
      assertThat(session.network()).isSameAs(network);
      assertThat(held).isGreaterThan(ENOUGH_TO_TELL);
      assertThat((double) estimated).isCloseTo(held, withinPercentage(PERCENT));
    }
  }

  /** Bytes of objects in use. */
  private static long inUse() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int k = 0; k < 2 * COLLECTIONS; k++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheFigures() {
    Network network = network("brunel-2000", 1);
    long held = engine.estimate(network, SessionOptions.seeded(1)).bytes();
    SessionOptions less = SessionOptions.seeded(1).withMemoryBytes(held - 1);
    assertThatThrownBy(() -> engine.open(network, less))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("network 'brunel-2000' needs about ")
        .hasMessageContaining(" MiB (25000 neurons, 15637500 synapses), but ")
        .hasMessageContaining(MemoryEstimate.human(held - 1) + " are available; ")
        .hasMessageMatching(".* with HILLOCK_JAVA_OPTS=-Xmx[0-9]+m, .* --scale.*");
    try (Session whole = engine.open(network, SessionOptions.seeded(1))) {
      assertThat(whole.network()).isSameAs(network);
    }
  }
}
