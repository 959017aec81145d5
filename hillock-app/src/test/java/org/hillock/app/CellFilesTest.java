package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells from files at the command line. */
class CellFilesTest {

  private static final Path CELLS = Path.of("../networks/cells");

  @TempDir Path folder;

  static List<String> shipped() throws IOException {
    try (Stream<Path> files = Files.list(CELLS)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedOneIsToldAndRuns(String file) {
    Cli cli = Cli.in(folder);
    String path = "networks/cells/" + file;
    Cli.Result told = cli.run("info", path);
    assertThat(told.problems()).isEmpty();
    assertThat(told.out()).contains(file.substring(0, file.indexOf('.')));
    Cli.Result run = cli.run("run", path, "--for", "5ms", "--out", "o");
    assertThat(run.problems()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Step: 0.025 ms").doesNotContain("Warning");
    assertThat(cli.content()).contains("o/traces.png");
  }

  @Test
  void theyFireWhereTheyAreDriven() {
    Cli cli = Cli.in(folder);
    String[] common = {"--for", "40ms", "--out", "o"};
    for (String cell : List.of("pyramidal --current 500pA", "ball-and-stick --current 400pA")) {
      String[] words = cell.split(" ");
      Cli.Result run =
          cli.run(
              Stream.concat(
                      Stream.of(
                          "run", "networks/cells/" + words[0] + ".cell.yaml", words[1], words[2]),
                      Stream.of(common))
                  .toArray(String[]::new));
      assertThat(run.out()).as(cell).containsPattern("cell +1 neurons +[1-9]");
    }
  }

  /** Gates and grids that a run cannot resolve are told before it begins. */
  @Test
  void stepsAndGridsThatAreTooCoarseAreTold() throws IOException {
    Cli cli = Cli.in(folder);
    String cell =
        Files.readString(CELLS.resolve("ball-and-stick.cell.yaml"))
            .replace("celsius: 6.3", "celsius: 37");
    cli.file("warm.cell.yaml", cell + "grid: {segments: {dend: 1}}\n");
    Cli.Result run = cli.run("run", "warm.cell.yaml", "--for", "1ms");
    assertThat(run.out())
        .contains("Nothing drives it; --current 200pA")
        .contains("Warning: populations.cell: The grid is too coarse: dend is cut into 1 segment")
        .contains(
            "Warning: populations.cell: 'na-hh' in soma(0.5): m has a time constant of 0.0021 ms");
    Cli.Result fine = cli.run("run", "warm.cell.yaml", "--for", "1ms", "--step", "2us");
    assertThat(fine.out()).doesNotContain("'na-hh'").doesNotContain("Step:");
    assertThat(cli.run("info", "warm.cell.yaml").out())
        .contains("too coarse", "'na-hh' in soma(0.5)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run networks/cells/pyramidal.cell.yaml --current 5mV | --current: 5 mV is a voltage",
        "run networks/cells/cells.net.yaml --current 5pA | --current: is for a cell's file",
        "run networks/cells/pyramidal.cell.yaml --record cell.dend[9](0.5).v | there is no section 'dend[9]'",
        "run networks/cells/pyramidal.cell.yaml --for 1ms --record cell.soma.na-trab.m | did you mean 'na-traub'?",
        "run no.cell.yaml | no.cell.yaml: there is no such file",
        "info na-trub | nothing is known of 'na-trub'; did you mean 'na-traub'?",
        "info no.swc | there is no such file",
        "info no.mechanism | there is no such file",
      })
  void mistakesAreTold(String command, String message) {
    Cli.Result result = Cli.in(folder).run(command.split(" "));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.problems()).contains(message);
  }

  @Test
  void factsAreThereAsJson() {
    Cli cli = Cli.in(folder);
    assertThat(cli.run("info", "networks/cells/pyramidal.cell.yaml", "--json").out())
        .contains("\"compartments\" : 61", "\"input_resistance_MOhm\"", "\"reversal_mV\" : 132.3");
    assertThat(cli.run("info", "ca-shell", "--json").out()).contains("\"kind\" : \"pool\"");
    assertThat(cli.run("info").out()).contains("mechanisms", "na-mainen");
  }

  /** Reconstructed cells; they are not shipped, so this runs where they are. */
  @Test
  void realCellsRun() throws IOException {
    Path swc = Path.of("../../shared/data/swc").toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(swc), "The SWC files are not there: " + swc);
    Cli cli = Cli.in(folder);
    try (Stream<Path> files = Files.list(swc)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".swc")).sorted().toList()) {
        String name = file.getFileName().toString();
        Files.copy(file, folder.resolve(name));
        Cli.Result told = cli.run("info", name);
        assertThat(told.problems()).as(name).isEmpty();
        assertThat(told.out()).contains("compartments", "soma");
        cli.file(
            "real.cell.yaml",
            """
            name: real
            celsius: 36
            initial: -70 mV
            morphology: %s
            ions:
              na: {in: 15 mM, out: 145 mM}
              k: {in: 140 mM, out: 5 mM}
            channels:
              - {mechanism: leak, in: all, g: 0.05 mS/cm^2, e: -70 mV}
              - {mechanism: na-traub, in: soma, g: 100 mS/cm^2}
              - {mechanism: k-traub, in: soma, g: 30 mS/cm^2}
            """
                .formatted(name));
        Cli.Result run = cli.run("run", "real.cell.yaml", "--current", "300pA", "--for", "3ms");
        assertThat(run.problems()).as(name).isEmpty();
        assertThat(run.code()).as(name).isZero();
      }
    }
  }
}
