package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hillock.core.transmitter.ReceptorKind;
import org.hillock.core.transmitter.Transmitter;
import org.hillock.core.transmitter.Transmitters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each verb says and leaves behind. */
class VerbsTest {

  private static final String MLP = "networks/digits-mlp.net.yaml";
  private static final String FORWARD = "networks/digits-forward-forward.net.yaml";
  private static final String BRUNEL = "networks/brunel-small.net.yaml";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private JsonNode json(Cli cli, String name) {
    return JSON.readTree(cli.text(name));
  }

  private static void assertDone(Cli.Result result) {
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void compareGivesTheSameBytesForTheSameSeed() {
    Cli cli = Cli.in(folder);
    Cli.Result first = cli.run("compare", "digits", "--quick");
    assertDone(first);
    assertThat(first.out()).contains("backpropagation", "hillock-out/compare-digits/report.html");
    assertThat(cli.content())
        .contains(
            "hillock-out/compare-digits/report.html", "hillock-out/compare-digits/timings.json");
    String numbers = cli.text("hillock-out/compare-digits/comparison.json");
    assertThat(numbers).contains("./hillock compare digits --seed 1 --quick", "pytorch");
    assertThat(json(cli, "hillock-out/compare-digits/timings.json").get("total").asDouble())
        .isPositive();
    assertDone(cli.run("compare", "digits", "--quick"));
    String again = cli.text("hillock-out/compare-digits/comparison.json");
    if (!again.equals(numbers)) {
      // in one line, so that a log that shows no more tells what it was
      fail(
          "the same seed gave other bits: "
              + difference("", JSON.readTree(numbers), JSON.readTree(again)));
    }
  }

  /** Where two trees first differ, and how. */
  private static String difference(String at, JsonNode first, JsonNode second) {
    if (first.size() != second.size() || first.size() == 0) {
      return at + " " + first + " and " + second;
    }
    if (first.isArray()) {
      for (int i = 0; i < first.size(); i++) {
        if (!first.get(i).equals(second.get(i))) {
          return difference(at + "[" + i + "]", first.get(i), second.get(i));
        }
      }
    }
    for (String name : first.propertyNames()) {
      JsonNode other = second.get(name);
      if (!first.get(name).equals(other)) {
        return other == null
            ? at + "." + name + " is missing"
            : difference(at + "." + name, first.get(name), other);
      }
    }
    return at + " differs in its text alone";
  }

  @Test
  void whatWasTrainedCanBeComparedAndRun() {
    Cli cli = Cli.in(folder);
    Cli.Result trained = cli.run("train", MLP, "--on", "digits", "--out", "t", "--set", "epochs=3");
    assertDone(trained);
    assertThat(trained.out()).contains("Written: ", "digits-mlp.net.yaml", "3 epochs");
    assertThat(cli.content())
        .containsExactly(
            "t", "t/digits-mlp.net.yaml", "t/digits-mlp.safetensors", "t/training.json");
    JsonNode facts = json(cli, "t/training.json");
    assertThat(facts.get("lossByEpoch").size()).isEqualTo(3);
    assertThat(facts.get("settings").get("epochs").asString()).isEqualTo("3");
    // Three passes are plenty to tell most digits apart; untrained networks guess one in ten.
    assertThat(facts.get("accuracyBefore").asDouble()).isLessThan(0.3);
    assertThat(facts.get("accuracyAfter").asDouble()).isGreaterThan(0.85);
    assertThat(facts.get("command").asString())
        .isEqualTo("./hillock train " + MLP + " --on digits --seed 1 --set epochs=3");

    Cli.Result run = cli.run("run", "t/digits-mlp.net.yaml", "--on", "digits", "--image", "0");
    assertDone(run);
    assertThat(run.out()).contains("Shown: image 0 of digits, a 0", "Answer: 0");

    Cli.Result compared =
        cli.run(
            "compare", "t/digits-mlp.net.yaml", FORWARD, "--on", "digits", "--quick", "--out", "c");
    assertDone(compared);
    JsonNode networks = json(cli, "c/comparison.json").get("networks");
    assertThat(networks.get(0).get("name").asString()).isEqualTo("digits-mlp");
    assertThat(networks.get(1).get("name").asString()).isEqualTo("digits-mlp-spiking-twin");
    assertThat(networks.get(2).get("name").asString()).isEqualTo("digits-forward-forward");
  }

  @Test
  void trainTakesTheRuleThatTheNetworkStates() {
    Cli cli = Cli.in(folder);
    assertDone(cli.run("train", FORWARD, "--on", "digits", "--set", "epochs=1"));
    String written = "hillock-out/train-digits-forward-forward/";
    assertThat(json(cli, written + "training.json").get("rule").asString())
        .isEqualTo("forward-forward");
    Cli.Result run = cli.run("run", written + "digits-forward-forward.net.yaml", "--on", "digits");
    assertDone(run);
    assertThat(run.out()).contains("Answer: ", "hidden2:");
  }

  @Test
  void runRecordsDrawsAndTells() {
    Cli cli = Cli.in(folder);
    String[] command =
        ("run " + BRUNEL + " --for 50ms --record exc.spikes --record exc[0..1].v --csv --out r")
            .split(" ");
    Cli.Result result = cli.run(command);
    assertDone(result);
    assertThat(result.out()).contains("spikes: ", "sha256:", "synaptic events: ", "× real time");
    assertThat(cli.content())
        .contains("r/exc.spikes.parquet", "r/exc.spikes.csv", "r/raster.svg", "r/rates.png")
        .contains("r/exc_0..1_.v.parquet", "r/exc_0..1_.v.csv", "r/run.json");
    JsonNode facts = json(cli, "r/run.json");
    // The table in the recording and the count that is told are the same spikes.
    long rows = cli.text("r/exc.spikes.csv").lines().count() - 1;
    assertThat(facts.get("populations").get(0).get("spikes").asLong()).isEqualTo(rows).isPositive();
    // Two neurons, 500 steps of 0.1 ms, and the line of names.
    assertThat(cli.text("r/exc_0..1_.v.csv").lines().count()).isEqualTo(2 * 500 + 1);
    String spikes = facts.get("spikes").asString();
    assertDone(cli.run(command));
    assertThat(json(cli, "r/run.json").get("spikes").asString()).isEqualTo(spikes);
    command[command.length - 1] = "other";
    List<String> seeded = new java.util.ArrayList<>(List.of(command));
    seeded.addAll(List.of("--seed", "2"));
    assertDone(cli.run(seeded.toArray(String[]::new)));
    assertThat(json(cli, "other/run.json").get("spikes").asString()).isNotEqualTo(spikes);
  }

  @Test
  void ratesRunInTimeToo() {
    Cli cli = Cli.in(folder);
    Cli.Result result =
        cli.run(
            ("run "
                    + MLP
                    + " --engine spiking --for 5ms --step 1ms --on digits --record out.value"
                    + " --csv --out r")
                .split(" "));
    assertDone(result);
    assertThat(cli.text("r/out.value.csv").lines().count()).isEqualTo(5 * 10 + 1);
    assertThat(cli.content()).doesNotContain("r/raster.svg");
  }

  @Test
  void aPassRecordsWhatIsNamed() {
    Cli cli = Cli.in(folder);
    assertDone(cli.run("run", MLP, "--record", "out.value", "--csv", "--out", "r"));
    assertThat(cli.text("r/out.value.csv").lines().count()).isEqualTo(11);
    assertThat(json(cli, "r/run.json").get("outputs").get("out").size()).isEqualTo(10);
  }

  @Test
  void aStoppedRunKeepsWhatWasRecorded() {
    AtomicInteger asked = new AtomicInteger();
    // asked once when it was built, then before each stride
    Cli cli = Cli.stopping(folder, () -> asked.incrementAndGet() > 7);
    Cli.Result result = cli.run("run", BRUNEL, "--for", "10s", "--csv", "--out", "r");
    assertThat(result.code()).isEqualTo(130);
    assertThat(result.out()).contains("Stopped after ");
    JsonNode facts = json(cli, "r/run.json");
    assertThat(facts.get("stopped").asBoolean()).isTrue();
    // six strides of at least a step and at most 20 ms
    assertThat(facts.get("simulatedMs").asDouble()).isBetween(0.6, 120.0);
    assertThat(cli.text("r/exc.spikes.csv").lines().count() - 1)
        .isEqualTo(facts.get("populations").get(0).get("spikes").asLong());
    assertThat(cli.content()).contains("r/exc.spikes.parquet");
  }

  @Test
  void aRunThatIsStoppedBeforeItBeginsLeavesNothing() {
    Cli cli = Cli.stopping(folder, () -> true);
    assertThat(cli.run("run", BRUNEL, "--for", "10s", "--out", "r").code()).isEqualTo(130);
    assertThat(cli.content()).isEmpty();
  }

  @Test
  void anAnswerThatCannotBePrintedIsAFailure() {
    Cli cli = Cli.in(folder);
    assertThat(cli.printingNowhere("info", "lif-delta")).isEqualTo(1);
    assertThat(cli.printingNowhere("bench", "brunel-200")).isEqualTo(2);
  }

  @Test
  void aNetworkThatRunsAwayIsStoppedAndItsSpikesKept() {
    Cli cli = Cli.in(folder);
    Cli.Result result =
        cli.run("run", BRUNEL, "--for", "10s", "--rate-limit", "0.03kHz", "--out", "r");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.problems())
        .contains("network 'brunel-small' ran away", "limit of 30 Hz", "the loop exc → exc")
        .contains("--rate-limit none; what was recorded until then is in ")
        .doesNotContain("Exception");
    assertThat(cli.content()).contains("r/exc.spikes.parquet", "r/raster.svg");
    JsonNode facts = json(cli, "r/run.json");
    assertThat(facts.get("runaway").asString()).contains("ran away");
    assertThat(facts.get("command").asString()).endsWith("--rate-limit 0.03kHz --seed 1");
    // the first look at a whole window of 100 ms, and at most two strides more
    assertThat(facts.get("simulatedMs").asDouble()).isBetween(100.0, 140.0);
    assertDone(cli.run("run", BRUNEL, "--for", "150ms", "--rate-limit", "none", "--out", "r"));
    assertThat(json(cli, "r/run.json").has("runaway")).isFalse();
  }

  @Test
  void aStoppedTrainingKeepsWhatWasLearnt() {
    AtomicInteger asked = new AtomicInteger();
    Cli cli = Cli.stopping(folder, () -> asked.incrementAndGet() > 20);
    Cli.Result result = cli.run("train", MLP, "--on", "digits", "--out", "t");
    assertThat(result.code()).isEqualTo(130);
    assertThat(result.out()).contains("Stopped early");
    assertThat(cli.content()).contains("t/digits-mlp.net.yaml");
  }

  @Test
  void aStoppedComparisonLeavesNothing() {
    Cli cli = Cli.stopping(folder, () -> true);
    Cli.Result result = cli.run("compare", "digits", "--quick");
    assertThat(result.code()).isEqualTo(130);
    assertThat(result.err()).contains("stopped before it was whole");
    assertThat(cli.content()).isEmpty();
  }

  @Test
  void infoTellsOfNetworks() {
    Cli cli = Cli.in(folder);
    Cli.Result text = cli.run("info", MLP);
    assertDone(text);
    // 64·128 + 128·128 + 128·10 weights, and 128 + 128 + 10 biases.
    assertThat(text.out()).contains("25,856", "26,122", "the largest value in out", "tensor");
    JsonNode facts = JSON.readTree(cli.run("info", BRUNEL, "--json").out());
    assertThat(facts.get("synapses").asLong()).isEqualTo(101_000);
    assertThat(facts.get("engines").get(0).get("runs").asString()).isEqualTo("no");
    assertThat(facts.get("engines").get(1).get("runs").asString()).isEqualTo("yes");
  }

  @Test
  void transmittersTellsOfEachByAnyOfItsNames() {
    Cli cli = Cli.in(folder);
    Cli.Result all = cli.run("transmitters");
    assertDone(all);
    for (Transmitter t : Transmitters.shipped().all()) {
      assertThat(all.out()).contains("  " + t.name() + " ", t.doi());
      assertThat(cli.run("transmitters", t.name()).out()).contains(t.effect(), t.where(), t.doi());
    }
    for (ReceptorKind r : Transmitters.shipped().receptors()) {
      assertThat(all.out()).contains("  " + r.name() + " ", r.meaning());
      assertThat(cli.run("transmitters", r.name()).out()).contains(r.name(), r.doi(), r.numbers());
    }
    assertThat(all.out()).contains("no transmitters", "sodium", "chloride");
    assertThat(cli.run("transmitters", "Na+").out()).contains("no transmitter  sodium");
    assertThat(cli.run("transmitters", "norepinephrine").out()).contains("noradrenaline");
    assertThat(cli.run("transmitters", "GABA-A").out()).contains("reversal mV   -70");
    JsonNode nmda = JSON.readTree(cli.run("transmitters", "nmda", "--json").out());
    assertThat(nmda.get("rise_ms").asInt()).isEqualTo(4);
    assertThat(nmda.get("magnesium_block").asString()).contains("0.28 [Mg]");
    JsonNode glycine = JSON.readTree(cli.run("transmitters", "glycine", "--json").out());
    assertThat(glycine.get("binds_to").get(0).get("numbers_from").asString())
        .startsWith("textbook value");
  }

  @Test
  void infoTellsWhatCellsRelease() {
    Cli cli = Cli.in(folder);
    cli.file(
        "t.net.yaml",
        """
        name: t
        dale: required
        populations:
          e: {size: 3, neuron: lif-exp, releases: glutamate}
        projections:
          e_e: {from: e, to: e, connect: one-to-one, weight: 1 pA, transmitter: glutamate}
        """);
    Cli.Result text = cli.run("info", "t.net.yaml");
    assertDone(text);
    assertThat(text.out()).contains("dale         required", "releases", "transmitter");
    JsonNode facts = JSON.readTree(cli.run("info", "t.net.yaml", "--json").out());
    assertThat(facts.get("populations").get(0).get("releases").get(0).asString())
        .isEqualTo("glutamate");
    assertThat(facts.get("projections").get(0).get("receptor").asString()).isEqualTo("excitatory");
  }

  @Test
  void infoTellsOfEveryName() {
    Cli cli = Cli.in(folder);
    Map<String, String> expected =
        Map.of(
            "lif-delta", "10.1023/A:1008925309027",
            "backpropagation", "learning_rate",
            "tensor", "engine",
            "digits", "1,797");
    expected.forEach((name, words) -> {
      Cli.Result result = cli.run("info", name);
      assertDone(result);
      assertThat(result.out()).contains(words);
    });
    assertThat(cli.run("info").out()).contains(expected.keySet());
  }

  @Test
  void doctorFindsThisMachineUsable() {
    Cli cli = Cli.in(folder);
    Cli.Result result = cli.run("doctor");
    assertDone(result);
    assertThat(result.out()).contains("ok       JDK", "ok       PyTorch", "ok       DuckDB");
    assertThat(cli.content()).isEmpty();
    assertThat(JSON.readTree(cli.run("doctor", "--json").out()).get("usable").asBoolean()).isTrue();
  }

  @Test
  void doctorSaysHowToMend() {
    Cli cli = Cli.in(folder);
    cli.file("hillock-out", "a file in the way");
    Cli.Result result = cli.run("doctor");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("missing  output", "→ give results another place");
  }
}
