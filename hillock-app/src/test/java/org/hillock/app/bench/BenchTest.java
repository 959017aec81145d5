package org.hillock.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.hillock.app.Cli;
import org.hillock.app.simulation.SpikeFingerprint;
import org.hillock.core.network.Population;
import org.hillock.core.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    SpikeIntervals intervals = new SpikeIntervals(neurons(2), 1, new SpikeFingerprint());
    double at = 0;
    for (int k = 0; k < 21; k++) {
      intervals.row(at, 0, 0);
      at += k % 2 == 0 ? 1 : 3;
    }
    intervals.row(at, 1, 0);
    assertThat(intervals.count()).isEqualTo(22);
    // the second neuron fired once: it has no interval and does not count
    assertThat(intervals.meanCv().orElseThrow()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void figuresStandTogether() {
    Cli cli = Cli.in(folder);
    Cli.Result result = cli.run("bench", "vogels-abbott-2005", "--seconds", "0.05", "--json");
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode figures = JsonMapper.builder().build().readTree(result.out());
    for (String key :
        ("network threads neurons synapses buildSeconds simulatedSeconds wallSeconds realTimeFactor"
                + " spikes meanRateHz synapticEventsPerSecond neuronUpdatesPerSecond"
                + " engineNsPerEvent rawScatterNsPerEvent bytesPerSynapse peakMemoryBytes spikeHash"
                + " populations")
            .split(" ")) {
      assertThat(figures.has(key)).as(key).isTrue();
    }
    assertThat(figures.get("neurons").asInt()).isEqualTo(4000);
    assertThat(figures.get("simulatedSeconds").asDouble()).isCloseTo(0.05, within(1e-12));
    assertThat(figures.get("spikeHash").asString())
        .startsWith(figures.get("spikes").asString() + " sha256:");
    Cli.Result again =
        cli.run("bench", "networks/vogels-abbott-2005.net.yaml", "--seconds", "0.05", "--json");
    assertThat(JsonMapper.builder().build().readTree(again.out()).get("spikeHash"))
        .isEqualTo(figures.get("spikeHash"));
  }

  @Test
  void saysWhatItCannotMeasure() {
    Cli cli = Cli.in(folder);
    assertThat(cli.run("bench", "brunel-200").err())
        .contains("network 'brunel-200' is unknown; did you mean 'brunel-2000'?");
    assertThat(cli.run("bench", "brunel-2000", "--seconds", "0").err())
        .contains("--seconds: 0.0 is not > 0");
    Cli.Result still = cli.run("bench", "networks/digits-mlp.net.yaml");
    assertThat(still.err()).contains("network 'digits-mlp' has no time");
    assertThat(still.code()).isEqualTo(2);
    assertThat(cli.run("bench").code()).isEqualTo(2);
    assertThat(cli.run("bench", "missing.net.yaml").code()).isEqualTo(2);
  }
}
