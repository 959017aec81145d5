package org.hillock.core.transmitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of {@code docs/transmitters.md} are the catalogue's. */
class TransmitterPageTest {

  private static final Transmitters CATALOGUE = Transmitters.shipped();

  /**
   * Where this fails after a change of the catalogue, put the expected lines into the page.
   *
   * @param table name of the remark that the table follows
   */
  @ParameterizedTest
  @ValueSource(strings = {"transmitters", "receptors", "ions"})
  void saysWhatTheCatalogueSays(String table) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "transmitters.md"));
    String begin = "<!-- " + table + " -->\n";
    int from = page.indexOf(begin) + begin.length();
    assertThat(page.substring(from, page.indexOf("<!-- end -->", from))).isEqualTo(made(table));
  }

  private static String made(String table) {
    return switch (table) {
      case "transmitters" ->
          rows(
              "name | class | sign | receptors | effect | where | source",
              CATALOGUE.all(),
              t ->
                  List.of(
                      t.name(),
                      t.kind().words(),
                      t.fastSign().map(TransmitterPageTest::word).orElse("–"),
                      String.join(", ", t.receptors()),
                      t.effect(),
                      t.where(),
                      t.source() + ", doi " + t.doi()));
      case "receptors" ->
          rows(
              "name | called | acts | sign | rise | decay | reversal | numbers from | meaning |"
                  + " source",
              CATALOGUE.receptors(),
              r ->
                  List.of(
                      r.name(),
                      r.called(),
                      word(r.gate()),
                      word(r.sign()),
                      number(r.kinetics().map(ReceptorKind.Kinetics::riseMs)),
                      number(r.kinetics().map(ReceptorKind.Kinetics::decayMs)),
                      number(r.reversalMv()),
                      r.numbers().isEmpty() ? "–" : r.numbers(),
                      r.meaning(),
                      r.source() + ", doi " + r.doi()));
      default ->
          rows(
              "name | also | meaning | source",
              CATALOGUE.ions(),
              i ->
                  List.of(
                      i.name(),
                      String.join(", ", i.also()),
                      i.meaning(),
                      i.source() + ", doi " + i.doi()));
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String number(Optional<Double> value) {
    return value.map(Quantity::text).orElse("–");
  }

  private static <T> String rows(String head, List<T> all, Function<T, List<String>> cells) {
    String rule = head.replaceAll("[^|]+", "---");
    return "| "
        + head
        + " |\n|"
        + rule
        + "|\n"
        + all.stream()
            .map(one -> "| " + String.join(" | ", cells.apply(one)) + " |\n")
            .collect(Collectors.joining());
  }
}
