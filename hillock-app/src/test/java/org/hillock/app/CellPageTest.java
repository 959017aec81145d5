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

/** What {@code docs/cells.md} tells to write and to type is written and typed here. */
class CellPageTest {

  private static final Path PAGE = Path.of("../docs/cells.md");

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
  void thePageOfCellsDoesWhatItSays() throws IOException {
    Cli cli = Cli.in(folder);
    List<String> files = blocks("yaml");
    cli.file("ball.cell.yaml", files.getFirst());
    cli.file("pair.net.yaml", files.getLast());
    List<String> commands =
        blocks("sh").stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
    assertThat(commands).hasSize(3);

    Cli.Result told = cli.run(words(commands.getFirst()));
    assertThat(told.problems()).isEmpty();
    assertThat(told.out())
        .contains("ball", "input resistance MOhm", "exponential Euler")
        .containsPattern("na\\+ +15 +145 +50.0 +stated");

    Cli.Result run = cli.run(words(commands.get(1)));
    assertThat(run.problems()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Step: 0.025 ms, the standard for cells with parts.");
    String out = "hillock-out/run-ball/";
    assertThat(cli.content())
        .contains(out + "traces.png", out + "states-ball.png", out + "bias-cell.svg")
        .contains(out + "cell.dend_0.9_.v.parquet");
    assertThat(cli.text(out + "run.json")).contains("--current 50pA,100pA,200pA", "0.025");

    Cli.Result both = cli.run(words(commands.getLast()));
    assertThat(both.problems()).isEmpty();
    assertThat(both.code()).isZero();
  }

  @Test
  void theMechanismOfThePageIsRead() throws IOException {
    Cli cli = Cli.in(folder);
    cli.file("my.mechanism", blocks("mechanism").getFirst());
    Cli.Result told = cli.run("info", "my.mechanism");
    assertThat(told.problems()).isEmpty();
    assertThat(told.out())
        .contains("my-potassium", "Opens with depolarisation.", "current k = g*n^2*(v - e_k)")
        .containsPattern("tau +2 ms +> 0 +how soon it follows")
        .containsPattern("n +exponential Euler");
  }
}
