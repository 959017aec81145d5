package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engines against reference values computed without them. What is allowed, why, and how far
 * they are off stand in {@code docs/validation.md}, and nowhere else: this reads it.
 */
class ReferenceTest {

  private static final Path DOCUMENT = Path.of("../docs/validation.md");
  private static final double STANDARD_STEP_MS = 0.1;

  /** Below that two errors are rounding, which need not be told exactly. */
  private static final double ROUNDING = 1e-9;

  /**
   * A row of the table.
   *
   * @param off of states in double precision, as told
   * @param rule of the table's spikes, or a dash where there are none
   */
  record Row(
      String name,
      double stepMs,
      double off,
      double allowed,
      double singleOff,
      double singleAllowed,
      String rule,
      double spikesOffMs,
      double spikesAllowedMs) {
    @Override
    public String toString() {
      return name + " in steps of " + stepMs + " ms";
    }
  }

  static Stream<Row> rows() {
    try {
      return Files.readAllLines(DOCUMENT).stream()
          .filter(line -> line.startsWith("|"))
          .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
          .filter(cells -> cells.size() == 11 && ReferenceTables.cases().containsKey(cells.get(1)))
          .map(cells ->
              new Row(
                  cells.get(1),
                  number(cells.get(3)),
                  number(cells.get(4)),
                  number(cells.get(5)),
                  number(cells.get(6)),
                  number(cells.get(7)),
                  cells.get(8),
                  number(cells.get(9)),
                  number(cells.get(10))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(String cell) {
    return cell.equals("–") ? Double.NaN : Double.parseDouble(cell.replace("<", "").strip());
  }

  @Test
  void everyCaseOfTheTablesIsInTheDocument() {
    assertThat(rows().map(Row::name).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(ReferenceTables.cases().keySet());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void enginesAreAsNearAsTheDocumentSays(Row row) {
    ReferenceTables.Case run = Objects.requireNonNull(ReferenceTables.cases().get(row.name()));
    ReferenceRun fast = new ReferenceRun(ReferenceRun.Engines.BLOCK_DOUBLE, run, row.stepMs());
    assertThat(fast.statesOff()).isLessThanOrEqualTo(row.allowed());
    // told with two digits
    assertThat(Math.max(fast.statesOff(), ROUNDING)).isCloseTo(row.off(), within(0.1 * row.off()));
    boolean fires = !row.rule().equals("–");
    if (fires) {
      double off = fast.spikesOffMs(row.rule());
      assertThat(off).isLessThanOrEqualTo(row.spikesAllowedMs());
      assertThat(off).isCloseTo(row.spikesOffMs(), within(1e-3));
    }
    if (row.stepMs() == STANDARD_STEP_MS) {
      ReferenceRun plain = new ReferenceRun(ReferenceRun.Engines.PLAIN, run, row.stepMs());
      assertThat(plain.spikes()).isEqualTo(fast.spikes());
      assertThat(plain.statesOff()).isEqualTo(fast.statesOff());
      ReferenceRun single = new ReferenceRun(ReferenceRun.Engines.BLOCK_SINGLE, run, row.stepMs());
      assertThat(single.statesOff()).isLessThanOrEqualTo(row.singleAllowed());
      assertThat(single.spikes())
          .hasSizeBetween(fast.spikes().size() - 1, fast.spikes().size() + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("exactNeurons")
  void intervalsOfExactNeuronsAreOffByLessThanAStep(String neuron) {
    List<ReferenceTables.Point> curve = ReferenceTables.curve(neuron);
    try (var session =
        ReferenceRun.Engines.BLOCK_DOUBLE.open(ReferenceTables.ladder(curve), STANDARD_STEP_MS)) {
      var spikes = new org.hillock.core.session.Recording();
      session.record(org.hillock.core.session.Probe.of("cell.spikes"), spikes);
      for (int k = 0; k < 5000; k++) {
        session.advance();
      }
      for (int n = 0; n < curve.size(); n++) {
        double last = Double.NaN;
        double interval = Double.NaN;
        for (int i = 0; i < spikes.size(); i++) {
          if (spikes.neuron(i) == n) {
            interval = spikes.along(i) - last;
            last = spikes.along(i);
          }
        }
        // the crossing of the threshold and the end of refractoriness wait for the end of a step
        assertThat(interval - 1000 / curve.get(n).rate()).isBetween(-1e-6, STANDARD_STEP_MS + 1e-6);
      }
    }
  }

  static Stream<String> exactNeurons() {
    return Stream.of("if", "lif-delta", "lif-exp", "lif-alpha", "lif-shiu");
  }
}
