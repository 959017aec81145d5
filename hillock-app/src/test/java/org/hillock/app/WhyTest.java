package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhyTest {

  /** What terms may be off by, of the sum of their sizes. */
  private static final double ADDS_UP = 1e-5;

  @TempDir private Path folder;

  private JsonNode json(String command) {
    Cli.Result result = Cli.in(folder).run(command.split(" "));
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
    return JsonMapper.builder().build().readTree(result.out());
  }

  /** Every level adds up; gives how many neurons were asked. */
  private static int asked(JsonNode neuron) {
    double sum = 0;
    double mass = 0;
    int asked = 1;
    for (JsonNode term : neuron.get("terms")) {
      sum += term.get("contribution").asDouble();
      mass += Math.abs(term.get("contribution").asDouble());
      if (term.has("because")) {
        asked += asked(term.get("because"));
      }
    }
    assertThat(Math.abs(neuron.get("value").asDouble() - sum))
        .as(neuron.get("site").asString())
        .isLessThanOrEqualTo(ADDS_UP * mass);
    return asked;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networks/digits-mlp.net.yaml out[3] --on digits --input 17",
        "networks/digits-mlp-onnx/model.onnx out[3] --on digits --input 17",
        "networks/brunel-small.net.yaml exc[7] --for 60ms",
        "networks/cells/synapses.net.yaml second --for 90ms --plays 40"
      })
  void termsAddUpOnEveryKindOfNetwork(String asked) {
    JsonNode why = json("why " + asked + " --json");
    assertThat(asked(why)).isGreaterThan(1);
    assertThat(why.get("stopped").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networks/digits-mlp.net.yaml out[3] --on digits --input 17",
        "networks/digits-mlp-onnx/model.onnx out_sum[3] --on digits --input 17",
        "networks/brunel-small.net.yaml exc[7] --for 60ms",
        "networks/cells/synapses.net.yaml second --for 90ms"
      })
  void aNeuronDoesAloneWhatItDidInTheNetwork(String asked) {
    JsonNode isolation = json("isolate " + asked + " --most 2 --json");
    double there = isolation.get("inNetwork").get("sum").asDouble();
    double alone = isolation.get("alone").get("sum").asDouble();
    // deep neurons add in single precision there, in double alone
    assertThat(alone).isCloseTo(there, org.assertj.core.data.Offset.offset(1e-4));
    assertThat(isolation.get("alone").get("output").asDouble())
        .isCloseTo(
            isolation.get("inNetwork").get("output").asDouble(),
            org.assertj.core.data.Offset.offset(1e-4));
    assertThat(isolation.get("inputs").size()).isBetween(1, 2);
    if (isolation.get("spiking").asBoolean()) {
      assertThat(isolation.get("same").asBoolean()).isTrue();
    }
  }

  @Test
  void theAnswerIsATreeAndAFolder() {
    Cli.Result result =
        Cli.in(folder)
            .run(
                "why",
                "networks/brunel-small.net.yaml",
                "exc[7]",
                "--for",
                "60ms",
                "--at",
                "40ms",
                "--depth",
                "2",
                "--out",
                "w",
                "--csv");
    assertThat(result.problems()).isEmpty();
    assertThat(result.out()).contains("exc[7]", "at 40 ms", "├─ ", "Written to");
    assertThat(Cli.in(folder).content())
        .contains("w/answer.json", "w/terms.csv", "w/terms.parquet", "w/why.png", "w/why.svg");
    assertThat(Cli.in(folder).text("w/terms.csv")).startsWith("site,at_ms,value,unit,rank");
    assertThat(Cli.in(folder).text("w/answer.json")).contains("--at 40ms", "\"terms\"");
  }

  @Test
  void isolateWritesTablesAndACurve() {
    Cli.Result result =
        Cli.in(folder)
            .run(
                "isolate",
                "networks/brunel-small.net.yaml",
                "exc[7]",
                "--for",
                "60ms",
                "--most",
                "3",
                "--out",
                "i");
    assertThat(result.problems()).isEmpty();
    assertThat(result.out()).contains("The two are the same to the bit", "spikes without");
    assertThat(Cli.in(folder).content())
        .contains("i/answer.json", "i/inputs.parquet", "i/curves.parquet", "i/isolate.png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "why networks/brunel-small.net.yaml exx[7] --for 20ms | did you mean 'exc'?",
        "why networks/brunel-small.net.yaml exc --for 20ms | name one, such as 'exc[0]'",
        "why networks/brunel-small.net.yaml exc[7] --for 20ms --at 30ms | after the run",
        "why networks/brunel-small.net.yaml exc[7] --for 20ms --at 3 | --at",
        "why networks/digits-mlp.net.yaml out[3] --on digits --at 3ms | runs in passes",
        "why networks/digits-mlp.net.yaml out[3] --on digits --at 2 | makes 1 pass",
        "why networks/digits-mlp.net.yaml out[3] --on digits --window 3ms | without time",
        "why networks/digits-mlp.net.yaml image[3] --on digits | nothing sums up",
        "why networks/digits-mlp.net.yaml out[3] --on digits --depth 0 | depth: 0 is not in 1..64",
        "isolate networks/digits-mlp.net.yaml out[3] --on digits --most 0 | most: 0 is not >= 1",
        "isolate networks/brunel-small.net.yaml drive_exc[3] --for 20ms | nothing sums up"
      })
  void mistakesAreAnsweredAtTheDoor(String command, String message) {
    Cli.Result result = Cli.in(folder).run(command.split(" "));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.problems()).contains(message);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void whoStopsIsToldSo() {
    Cli.Result result =
        Cli.stopping(folder, () -> true)
            .run("why", "networks/brunel-small.net.yaml", "exc[7]", "--for", "20ms");
    assertThat(result.code()).isNotZero();
    assertThat(result.problems()).contains("stopped before the neuron could be asked");
  }
}
