package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {

  private static final Path WORM =
      Path.of("../../shared/data/celegans").toAbsolutePath().normalize();

  @TempDir Path folder;

  private static final List<String> SWIMMER =
      List.of(
          "import",
          "table",
          "networks/tables/swimmer.csv",
          "--columns",
          "pre=from,post=to,weight=count",
          "--where",
          "kind=chemical",
          "--neurons",
          "networks/tables/swimmer-neurons.csv",
          "--neuron-columns",
          "name=cell,transmitter=releases",
          "--neuron",
          "lif-exp",
          "--weight",
          "150pA",
          "--to",
          "swimmer.net.yaml");

  private Cli.Result run(Cli cli, List<String> words) {
    return cli.run(words.toArray(String[]::new));
  }

  @Test
  void aTableBecomesANetworkWhoseNeuronsHaveNames() {
    Cli cli = Cli.in(folder);
    Cli.Result made = run(cli, SWIMMER);
    assertThat(made.problems()).isEmpty();
    assertThat(made.out())
        .contains("12 neurons of model lif-exp", "17 (13 excite, 4 inhibit)")
        .contains("'MUSCLE_L' (2)", "'serotonin' (2)", "'TURN_L → TAIL_L' (2)")
        .contains("graded", "neurons[EYE_L]");
    Cli.Result why =
        cli.run(
            "why",
            "swimmer.net.yaml",
            "BEAT_L",
            "--do",
            "stimulate NOSE = 600pA",
            "--for",
            "100ms");
    assertThat(why.problems()).isEmpty();
    assertThat(why.out()).contains("neurons[BEAT_L]", "neurons[NOSE]").doesNotContain("neurons[2]");
    Cli.Result wrong = cli.run("why", "swimmer.net.yaml", "neurons[BEAT_K]");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("is called 'BEAT_K'; did you mean 'BEAT_L'?");
  }

  /**
   * Every verb that tells of single neurons: JSON keeps the numbers and adds the names, and the
   * figures write names alone.
   */
  @Test
  void namesStandBesideNumbersInJsonAndInFigures() throws Exception {
    Cli cli = Cli.in(folder);
    assertThat(run(cli, SWIMMER).problems()).isEmpty();
    List<List<String>> verbs =
        List.of(
            List.of("record", "NOSE"),
            List.of("silence", "NOSE"),
            List.of("clamp", "BEAT_L", "--at", "-80mV"),
            List.of("stimulate", "BEAT_L", "--by", "300pA"),
            List.of("why", "BEAT_L"),
            List.of("isolate", "BEAT_L"),
            List.of("trace", "--cause", "stimulate BEAT_L = 300pA", "--controls", "1"),
            List.of("diagnose"));
    for (List<String> verb : verbs) {
      List<String> words = new ArrayList<>(verb);
      words.add(1, "swimmer.net.yaml");
      String out = "out-" + verb.getFirst();
      words.addAll(
          List.of("--do", "stimulate neurons = 600pA", "--for", "100ms", "--json", "--out", out));
      Cli.Result told = run(cli, words);
      assertThat(told.problems()).as(verb.getFirst()).isEmpty();
      for (String json :
          List.of(told.out(), Files.readString(folder.resolve(out).resolve("answer.json")))) {
        if (!verb.getFirst().equals("diagnose")) {
          assertThat(json)
              .as(verb.getFirst())
              .containsPattern("Named\" : \"[^\"]*[A-Z]{4}");
        }
      }
      try (Stream<Path> files = Files.walk(folder.resolve(out))) {
        for (Path svg : files.filter(f -> f.toString().endsWith(".svg")).toList()) {
          assertThat(Files.readString(svg))
              .as(svg.toString())
              .containsPattern("neurons.[A-Z]{4}")
              .doesNotContainPattern("neurons\\[[0-9]");
        }
      }
    }
  }

  /** A raster of neurons with names has them at its rows. */
  @Test
  void aRasterHasNamesAtItsRows() throws Exception {
    Cli cli = Cli.in(folder);
    assertThat(run(cli, SWIMMER).problems()).isEmpty();
    assertThat(cli.run("run", "swimmer.net.yaml", "--for", "20ms", "--out", "ran").problems())
        .isEmpty();
    assertThat(Files.readString(folder.resolve("ran/raster.svg"))).contains(">TAIL_L<", ">NOSE<");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--columns|pre=from,post=to,weight=number|no column 'number'; ",
        "--columns|pre=from,post=to,weigth=count|nothing that is read; did you mean",
        "--columns|pre=from|says no column for 'post'",
        "--neuron|lif-exq|did you mean 'lif-exp'?",
        "--neuron|poisson|take no synapses",
        "--weight|150mV|receptor 'signed' of neurons of model 'lif-exp' takes",
        "--weight|much|--weight: ",
        "--to|swimmer.yaml|does not end in .net.yaml",
        "--where|kind|is not COLUMN=VALUE",
        "--where|kind=chemistry|no row is left",
        "--neurons|nowhere.csv|there is no such file",
        "--neuron-columns|name=sell|no column 'sell'; did you mean 'cell'?",
      })
  void mistakesNameTheirPlaceAndLeaveNothing(String option, String value, String message) {
    Cli cli = Cli.in(folder);
    List<String> words = new ArrayList<>(SWIMMER);
    words.set(words.indexOf(option) + 1, value);
    Cli.Result result = run(cli, words);
    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains(message);
    assertThat(cli.content()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--duplicates|refuse|same two ends as another: 1, such as 'TURN_L → TAIL_L' (2)",
        "--duplicates|add|'add' is unknown; known: sum, keep, refuse",
        "--unknown|refuse|does not name: 2, such as 'MUSCLE_L' (2)",
        "--bad|refuse|no fast sign",
        "--sign-of|serotonin=up|'up' is unknown",
        "--electrical|kind=electrical|take none; models that do: lif-receptors",
        "--param|tau_n=5ms|has no parameter 'tau_n'; did you mean 'tau_m'?",
      })
  void whatIsToBeRefusedIs(String option, String value, String message) {
    Cli cli = Cli.in(folder);
    List<String> words = new ArrayList<>(SWIMMER);
    if (option.equals("--electrical")) {
      words.removeAll(List.of("--where", "kind=chemical"));
    }
    words.addAll(List.of(option, value));
    Cli.Result result = run(cli, words);
    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains(message);
    assertThat(cli.content()).isEmpty();
  }

  /** Against counts of the files' lines made with other tools: awk, sort, uniq. */
  @Test
  void theWormHasAsManyNeuronsAndSynapsesAsItsTables() {
    Assumptions.assumeTrue(
        Files.isDirectory(WORM),
        () -> "the tables of C. elegans state no licence and do not ship; they are not at " + WORM);
    Cli cli = Cli.in(folder);
    Cli.Result made =
        cli.run(
            "import",
            "table",
            WORM.resolve("CElegansNeuronTables_Connectome.csv").toString(),
            "--columns",
            "pre=Origin,post=Target,weight=Number of Connections,transmitter=Neurotransmitter",
            "--electrical",
            "Type=GapJunction",
            "--sign-of",
            "dopamine=exc,serotonin=exc,octapamine=exc,fmrfamide=exc",
            "--neuron",
            "networks/tables/graded.neuron",
            "--weight",
            "0.1nS",
            "--conductance",
            "0.1nS",
            "--to",
            "worm.net.yaml",
            "--json");
    assertThat(made.problems()).isEmpty();
    assertThat(made.out())
        .contains("\"neurons\" : 299", "\"chemical_synapses\" : 2279", "\"exciting\" : 2079")
        .contains("\"electrical_synapses\" : 1109");
    Cli.Result ran =
        cli.run(
            "record",
            "worm.net.yaml",
            "neurons[AVA*].v",
            "--for",
            "5ms",
            "--do",
            "stimulate ASHL = 5pA");
    assertThat(ran.problems()).isEmpty();
    Cli.Result cook =
        cli.run(
            "import",
            "table",
            WORM.resolve("herm_full_edgelist.csv").toString(),
            "--columns",
            "pre=Source,post=Target,weight=Weight",
            "--electrical",
            "Type=electrical",
            "--neuron",
            "networks/tables/graded.neuron",
            "--weight",
            "0.1nS",
            "--conductance",
            "0.1nS",
            "--to",
            "cook.net.yaml",
            "--json");
    assertThat(cook.out())
        .contains("\"neurons\" : 448", "\"chemical_synapses\" : 4681")
        .contains("\"electrical_synapses\" : 2704");
  }
}
