package org.hillock.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.hillock.app.Cli;
import org.hillock.app.simulation.SpikeFingerprint;
import org.hillock.cell.grid.Grid;
import org.hillock.cell.grid.GridBuilder;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Shape;
import org.hillock.core.session.Engines;
import org.hillock.core.session.SessionOptions;
import org.hillock.formats.yaml.NetworkYaml;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {

  @TempDir Path folder = Path.of("");

  private static Population neurons(int count) {
    return new Population(
        "a",
        Shape.of(count),
        "if",
        java.util.Map.of(),
        java.util.Optional.empty(),
        java.util.List.of(),
        java.util.List.of());
  }

  /** Intervals 1, 3, 1, 3, …: mean 2, deviation 1. */
  @Test
  void irregularityIsThatOfTheIntervals() {
    SpikeFingerprint spikes = new SpikeFingerprint();
    SpikeIntervals intervals = new SpikeIntervals(neurons(2), 1, spikes);
    double at = 0;
    for (int k = 0; k < 21; k++) {
      intervals.row(at, 0, 0);
      at += k % 2 == 0 ? 1 : 3;
    }
    intervals.row(at, 1, 0);
    assertThat(intervals.count()).isEqualTo(22);
    // the second neuron fired once: it has no interval and does not count
    assertThat(intervals.meanCv().orElseThrow()).isCloseTo(0.5, within(1e-12));
    intervals.restart(new SpikeFingerprint());
    assertThat(intervals.count()).isZero();
    intervals.row(0, 0, 0);
    assertThat(intervals.count()).isEqualTo(1);
    assertThat(intervals.meanCv()).isEmpty();
  }

  @Test
  void figuresStandTogether() {
    Cli cli = Cli.in(folder);
    Cli.Result result = cli.run("bench", "vogels-abbott-2005", "--seconds", "0.05", "--json");
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode figures = JsonMapper.builder().build().readTree(result.out());
    for (String key :
        ("network engine precision vectorBits scale threads neurons synapses buildSeconds simulatedSeconds"
                + " wallSeconds realTimeFactor spikes meanRateHz synapticEvents"
                + " synapticEventsPerSecond neuronUpdatesPerSecond engineNsPerEvent wallNsPerEvent"
                + " rawScatterNsPerEvent rawShare rawCopyGBPerSecond rawUpdateNs updateSeconds"
                + " driveSeconds deliverSeconds waitSeconds nsPerUpdate nsPerDraw bytesPerSynapse"
                + " estimatedBytes heldBytes peakMemoryBytes spikeHash populations")
            .split(" ")) {
      assertThat(figures.has(key)).as(key).isTrue();
    }
    assertThat(figures.get("neurons").asInt()).isEqualTo(4000);
    assertThat(figures.get("simulatedSeconds").asDouble()).isCloseTo(0.05, within(1e-12));
    assertThat(figures.get("spikeHash").asString())
        .startsWith(figures.get("spikes").asString() + " sha256:");
    assertThat(figures.get("rawShare").asDouble())
        .isCloseTo(
            figures.get("rawScatterNsPerEvent").asDouble()
                / figures.get("engineNsPerEvent").asDouble(),
            within(1e-9));
    // warmed up, repeated and cut into strides, it makes the spikes of a plain run
    String file = "networks/vogels-abbott-2005.net.yaml";
    assertThat(cli.run("run", file, "--for", "50ms").out())
        .contains("spikes: " + figures.get("spikeHash").asString());
    Cli.Result again = cli.run("bench", file, "--seconds", "0.05", "--repeats", "2");
    assertThat(again.out()).contains("spikeHash                " + text(figures, "spikeHash"));
    assertThat(again.out()).contains("  inh                    800 neurons");
  }

  private static String text(JsonNode figures, String key) {
    return figures.get(key).asString();
  }

  /** An option is heeded, and then changes no spike, or it is refused. */
  @ParameterizedTest
  @ValueSource(strings = {"--threads=2", "--threads=3", "--no-vectors", "--precision=double"})
  void anOptionIsHeededOrRefused(String option) {
    Cli cli = Cli.in(folder);
    Network network = NetworkYaml.read(folder.resolve("networks/brunel-small.net.yaml"));
    SessionOptions.Choice choice =
        option.startsWith("--threads")
            ? SessionOptions.Choice.THREADS
            : option.equals("--no-vectors")
                ? SessionOptions.Choice.VECTORS
                : SessionOptions.Choice.PRECISION;
    String[] plain = {"run", "networks/brunel-small.net.yaml", "--for", "30ms"};
    String[] more = Arrays.copyOf(plain, plain.length + 1);
    more[plain.length] = option;
    Cli.Result result = cli.run(more);
    if (!Engines.suited(network).heeds(network).contains(choice)) {
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.problems()).contains("has no meaning for network 'brunel-small'");
    } else {
      assertThat(result.code()).as(result.err()).isZero();
      if (choice != SessionOptions.Choice.PRECISION) {
        assertThat(spikes(result)).isEqualTo(spikes(cli.run(plain)));
      }
    }
  }

  private static String spikes(Cli.Result result) {
    return result.out().lines().filter(l -> l.startsWith("spikes: ")).findFirst().orElseThrow();
  }

  @Test
  void aSmallerCopyIsRun() {
    Cli cli = Cli.in(folder);
    Cli.Result bench =
        cli.run("bench", "brunel-small", "--scale", "0.5", "--seconds", "0.03", "--json");
    assertThat(bench.code()).as(bench.err()).isZero();
    JsonNode figures = JsonMapper.builder().build().readTree(bench.out());
    assertThat(figures.get("scale").asDouble()).isEqualTo(0.5);
    assertThat(figures.get("neurons").asInt()).isEqualTo(500);
    String file = "networks/brunel-small.net.yaml";
    Cli.Result run = cli.run("run", file, "--scale", "0.5", "--for", "30ms", "--out", "r");
    assertThat(spikes(run)).isEqualTo("spikes: " + text(figures, "spikeHash"));
    assertThat(cli.text("r/run.json")).contains("--for 30ms --scale 0.5 --seed 1");
  }

  @Test
  void aStoppedBenchTellsWhatItHas() {
    AtomicInteger asked = new AtomicInteger();
    Cli cli = Cli.stopping(folder, () -> asked.incrementAndGet() > 3);
    Cli.Result result = cli.run("bench", "vogels-abbott-2005", "--seconds", "9", "--repeats", "3");
    assertThat(result.code()).isEqualTo(130);
    assertThat(result.out()).contains("spikeHash", "simulatedSeconds         0.0");
  }

  @Test
  void saysWhatItCannotMeasure() {
    Cli cli = Cli.in(folder);
    assertThat(cli.run("bench", "brunel-200").err())
        .contains("network 'brunel-200' is unknown; did you mean 'brunel-2000'?");
    assertThat(cli.run("bench", "brunel-2000", "--seconds", "0").err())
        .contains("--seconds: 0.0 is not > 0");
    assertThat(cli.run("bench").code()).isEqualTo(2);
    assertThat(cli.run("bench", "missing.net.yaml").code()).isEqualTo(2);
    assertThat(cli.run("bench", "cells", "--cells", "1").err()).contains("--cells: 1 is not >= 2");
    assertThat(cli.run("bench", "cells", "--seconds", "0").err())
        .contains("--seconds: 0.0 is not > 0");
    assertThat(cli.run("bench", "cells", "more").err()).contains("'more' is one word too many");
  }

  /** The JVM compiles every kernel of every membrane. */
  @Test
  @Tag("slow")
  void cellsWithPartsAreMeasuredBesideBareLoops() {
    Cli cli = Cli.in(folder);
    Cli.Result result = cli.run("bench", "cells", "--cells", "2", "--seconds", "0.001", "--json");
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode figures = JsonMapper.builder().build().readTree(result.out());
    for (String key : "compartments stepMs threads precision rounds rawExpNs runs".split(" ")) {
      assertThat(figures.has(key)).as(key).isTrue();
    }
    assertThat(figures.get("compartments").asInt()).isEqualTo(497);
    assertThat(figures.get("runs")).hasSize(6);
    for (JsonNode run : figures.get("runs")) {
      for (String key :
          ("membrane cells nsPerCompartmentStep fastestNs slowestNs processorNsPerCompartmentStep"
                  + " realTimeFactor functionsPerCompartment rawSolveNs rawFunctionsNs rawShare"
                  + " buildSeconds")
              .split(" ")) {
        assertThat(run.has(key)).as(key).isTrue();
      }
      assertThat(run.get("nsPerCompartmentStep").asDouble()).isPositive();
    }
    JsonNode squid = figures.get("runs").get(1);
    // three gates: of each, two rates and a step
    assertThat(squid.get("functionsPerCompartment").asDouble()).isBetween(6.0, 12.0);
  }

  @Test
  void figuresOfCellsAreTold() {
    CellFigures.Row row = new CellFigures.Row("leak", 256, 8, 7, 9.5, 7.5, 6, 2, 0.1);
    CellFigures figures = new CellFigures(java.util.List.of(row), 0.5);
    assertThat(figures.text()).contains("leak", "256", "8.00", "9.50", "497 compartments");
    // a bare solution of 2 ns and six exponentials of half a ns, over 8 ns
    assertThat(figures.byName().get("runs").toString()).contains("rawShare=0.625");
  }

  @Test
  void theCellThatIsMeasuredIsTheOneThatNeuronIsMeasuredOn() {
    for (BenchMembrane membrane : BenchMembrane.values()) {
      Grid grid = GridBuilder.cut(membrane.cell());
      assertThat(Arrays.stream(grid.areasUm2()).filter(a -> a > 0).count())
          .isEqualTo(BenchMembrane.COMPARTMENTS);
      assertThat(grid.morphology().size()).isEqualTo(63);
    }
  }
}
