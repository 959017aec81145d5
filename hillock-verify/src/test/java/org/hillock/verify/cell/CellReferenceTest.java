package org.hillock.verify.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cells with parts against reference values computed without Hillock. What is allowed, why, and how
 * far it is off stand in {@code docs/validation.md}, and nowhere else: this reads it.
 */
class CellReferenceTest {

  private static final Path DOCUMENT = Path.of("../docs/validation.md");

  /** Cells of a line of the table of errors, and of the one of orders, with the empty first one. */
  private static final int COLUMNS = 7;

  private static final int COLUMNS_OF_ORDERS = 6;

  /** That they say most of all, and soon. */
  private static final Set<String> QUICK = Set.of("branched step", "squid cold", "rallpack1");

  /** Errors are told with three digits; what is smaller than that is rounding of the references. */
  private static final double TOLD = 0.02;

  private static final double ROUNDING = 1e-7;

  /**
   * A row.
   *
   * @param last the tolerance, or the order; NaN where nothing stands
   * @param neuronOff as the reference files have it; NaN where nothing stands
   */
  record Row(String name, String what, double stepMs, double off, double last, double neuronOff) {
    Figure figure() {
      return CellCases.figure(name, stepMs, what);
    }

    boolean isQuick() {
      return QUICK.contains(name) || name.startsWith("patch");
    }

    @Override
    public String toString() {
      return name + ", " + what + " in steps of " + stepMs + " ms";
    }
  }

  private static Stream<Row> rows(int columns) {
    List<String> names = CellCases.names();
    try {
      return Files.readAllLines(DOCUMENT).stream()
          .filter(line -> line.startsWith("|"))
          .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
          .filter(cells -> cells.size() == columns + 1 && names.contains(cells.get(1)))
          .map(cells ->
              new Row(
                  cells.get(1),
                  cells.get(2),
                  Double.parseDouble(cells.get(3)),
                  Double.parseDouble(cells.get(4)),
                  number(cells.get(5)),
                  number(cells.get(6))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(String cell) {
    return cell.isEmpty() || cell.equals("–") ? Double.NaN : Double.parseDouble(cell);
  }

  static Stream<Row> quick() {
    return rows(COLUMNS).filter(Row::isQuick);
  }

  static Stream<Row> others() {
    return rows(COLUMNS).filter(row -> !row.isQuick());
  }

  static Stream<Row> orders() {
    return rows(COLUMNS_OF_ORDERS);
  }

  @Test
  void everyCaseIsInTheDocument() {
    assertThat(rows(COLUMNS).map(Row::name).distinct().toList())
        .containsExactlyElementsOf(CellCases.names());
  }

  @ParameterizedTest
  @MethodSource("quick")
  void cellsAreAsNearAsTheDocumentSays(Row row) {
    judge(row);
    assertThat(row.figure().off()).isLessThanOrEqualTo(row.last());
  }

  @ParameterizedTest
  @MethodSource("others")
  @Tag("slow")
  void allCellsAreAsNearAsTheDocumentSays(Row row) {
    judge(row);
    assertThat(row.figure().off()).isLessThanOrEqualTo(row.last());
  }

  private static void judge(Row row) {
    double off = row.figure().off();
    if (!Double.isNaN(row.neuronOff())) {
      assertThat(row.figure().neuronOff()).isEqualTo(row.neuronOff());
    }
    assertThat(off)
        .as("%s, as measured: %s", row, String.format(Locale.ROOT, "%.3g", off))
        .isCloseTo(row.off(), within(TOLD * row.off() + ROUNDING));
  }

  /** The order is the logarithm to base 2 of what the error shrinks by with half the step. */
  @ParameterizedTest
  @MethodSource("orders")
  @Tag("slow")
  void errorsShrinkByFourWithHalfTheStep(Row row) {
    judge(row);
    if (Double.isNaN(row.last())) {
      return;
    }
    double before = CellCases.figure(row.name(), 2 * row.stepMs(), row.what()).off();
    double order = Math.log(before / row.figure().off()) / Math.log(2);
    assertThat(order).isCloseTo(row.last(), within(0.02));
    // where a crossing falls within its step counts too, when it is looked for on a straight line
    assertThat(order).isCloseTo(2, within(0.2));
  }
}
