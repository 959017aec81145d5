package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Levels of modulators that {@code run} records, in time and from pass to pass. */
class ModulatorRunTest {

  @TempDir private Path folder;
  private Cli cli = new Cli(Path.of(""), () -> false);

  @BeforeEach
  void copy() {
    cli = Cli.in(folder);
  }

  private void run(String command) {
    Cli.Result result = cli.run((command + " --csv --out r").split(" "));
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
  }

  /** The rows of a recording: time or sample, neuron, value. */
  private List<double[]> rows(String recording) {
    List<double[]> rows = new ArrayList<>();
    cli.text("r/" + recording + ".csv")
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(parts -> {
          double[] row = new double[parts.length];
          for (int k = 0; k < row.length; k++) {
            row[k] = Double.parseDouble(parts[k]);
          }
          rows.add(row);
        });
    return rows;
  }

  private static double value(List<double[]> rows, int row) {
    double[] its = rows.get(row);
    return its[its.length - 1];
  }

  @Test
  void theLevelFollowsFromTheSpikesThatAreRecordedWithIt() {
    run(
        "run networks/fatigue.net.yaml --for 100ms --record exc.spikes --record"
            + " modulators.fatigue.level");
    int[] spikes = new int[101];
    for (double[] spike : rows("exc.spikes")) {
      // spikes of (k - 1, k] ms; half a step against rounding
      spikes[(int) Math.ceil(spike[0] - 0.05)]++;
    }
    List<double[]> levels = rows("modulators.fatigue.level");
    assertThat(levels).hasSize(1000);
    double level = 0;
    for (int k = 1; k <= 100; k++) {
      double drive = 0.004 * spikes[k] / (400 * 0.001);
      level = drive + (level - drive) * Math.exp(-1.0 / 300);
      assertThat(levels.get(10 * k - 1)[0]).isEqualTo(k);
      // as many digits as CSV has
      assertThat(value(levels, 10 * k - 1)).isCloseTo(level, within(1e-9));
    }
    assertThat(level).isPositive();
  }

  @Test
  void infoTellsHowEquationsAreSolved() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "modulators.md"));
    int begin = page.indexOf("name: stressed");
    cli.file("stressed.net.yaml", page.substring(begin, page.indexOf("```", begin)));
    Cli.Result told = cli.run("info", "stressed.net.yaml", "--json");
    assertThat(told.problems()).isEmpty();
    assertThat(told.out())
        .contains("by body, equations of its own")
        .contains("blood: exponential Euler (linear in itself while the others stand still)");
  }

  @Test
  void ratesTireFromPassToPassAsThePageSays() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "modulators.md"));
    assertThat(page.replace('\n', ' '))
        .contains(
            "./hillock run networks/tiring-rates.net.yaml --passes 200 --record exc --record"
                + " modulators.fatigue.level",
            "it: 0.5, where the value is 1.",
            "1.5 at once, then 1.2 with fatigue 0.6");
    run(
        "run networks/tiring-rates.net.yaml --passes 200 --record exc --record"
            + " modulators.fatigue.level");
    List<double[]> levels = rows("modulators.fatigue.level");
    List<double[]> values = rows("exc.value");
    assertThat(levels).hasSize(200);
    assertThat(values).hasSize(2000);
    assertThat(value(levels, 0)).isZero();
    assertThat(value(values, 0)).isEqualTo(2);
    // ten time constants of 200 ms, and what they make themselves tires twice as fast: exp(-20)
    assertThat(value(levels, 99)).isCloseTo(0.5, within(1e-6));
    assertThat(value(values, 990)).isCloseTo(1, within(1e-6));
    assertThat(value(values, 1000)).isCloseTo(1.5, within(1e-6));
    assertThat(value(levels, 199)).isCloseTo(0.6, within(1e-6));
    assertThat(value(values, 1999)).isCloseTo(1.2, within(1e-6));
  }
}
