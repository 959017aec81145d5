package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/your-own-neuron.md} tells to write and to type is written and typed here. */
class TutorialTest {

  private static final Path PAGE = Path.of("../docs/your-own-neuron.md");

  @TempDir Path folder;

  private static List<String> blocks(String kind) throws IOException {
    return Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String[] words(String command) {
    return command.strip().replace("./hillock ", "").split(" ");
  }

  @Test
  void thePageOfOnesOwnNeuronDoesWhatItSays() throws IOException {
    Cli cli = Cli.in(folder);
    List<String> networks = blocks("yaml");
    cli.file("tired.net.yaml", networks.getFirst());
    cli.file("wrong.net.yaml", networks.getLast());
    List<String> commands = blocks("sh");
    assertThat(commands).hasSize(3);

    Cli.Result told = cli.run(words(commands.getFirst()));
    assertThat(told.problems()).isEmpty();
    assertThat(told.out()).contains("tired", "ladder", "driven");

    Cli.Result run = cli.run(words(commands.get(1)));
    assertThat(run.problems()).isEmpty();
    assertThat(run.code()).isZero();
    String out = "hillock-out/run-tired/";
    assertThat(run.out()).contains("hillock-out/run-tired", "bias-ladder.png");
    assertThat(cli.content())
        .contains(out + "traces.png", out + "states-tired.png", out + "bias-ladder.svg")
        .contains(out + "ladder.v.parquet", out + "driven.spikes.parquet");

    Cli.Result wrong = cli.run(words(commands.getLast()));
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("fatigue").contains("mV");
  }

  @Test
  void theNeuronHasTenLinesOfEquations() throws IOException {
    String network = blocks("yaml").getFirst();
    String text =
        network.substring(network.indexOf("tired: |") + 9, network.indexOf("populations:"));
    long lines = text.lines().filter(line -> !line.isBlank()).count();
    assertThat(lines).isBetween(10L, 11L);
  }

  @Test
  void severalNetworksRunEachInAFolderOfItsOwn() throws IOException {
    Cli cli = Cli.in(folder);
    for (String name : List.of("if", "binary-stochastic")) {
      String file = name + ".net.yaml";
      cli.file(file, Files.readString(Path.of("../networks/models", file)));
    }
    Cli.Result run =
        cli.run("run", "if.net.yaml", "binary-stochastic.net.yaml", "--for", "20ms", "--out", "o");
    assertThat(run.problems()).isEmpty();
    assertThat(cli.content())
        .contains("o/run-if/bias-ladder.png", "o/run-if/run.json")
        .contains("o/run-binary-stochastic/bias-ladder.png");
    Cli.Result twice = cli.run("run", "if.net.yaml", "if.net.yaml", "--out", "p");
    assertThat(twice.code()).isEqualTo(2);
  }
}
