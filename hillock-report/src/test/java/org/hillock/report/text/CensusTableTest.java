package org.hillock.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.census.Answer;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Census;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Definitions;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Uncounted;
import org.hillock.core.census.WeightSigns;
import org.hillock.lab.census.BuiltInEntries;
import org.junit.jupiter.api.Test;

class CensusTableTest {

  private static final Definitions STANDARD = Definitions.standard();

  private static List<CensusEntry> entries(String... names) {
    return Arrays.stream(names)
        .map(name -> CensusEntry.of(BuiltInEntries.find(name).orElseThrow()))
        .toList();
  }

  @Test
  void entriesStandSideBySide() {
    String text = CensusTable.of(entries("gpt-3", "human", "fly"), STANDARD, 100);
    assertThat(text.lines())
        .anyMatch(l -> l.startsWith("gpt-3") && l.contains("10,667,089  174,563,733,504"))
        .anyMatch(l -> l.startsWith("human") && l.contains("8.61 × 10¹⁰"))
        .anyMatch(l -> l.startsWith("fly") && l.contains("139,255"));
    assertThat(text.replaceAll("\\s+", " "))
        .contains("rows 10,667,089, units 4,768,849, hidden 4,718,592")
        .contains("3,453 times the synapses (573 to 5,729)")
        .contains("6.02e15")
        .contains("--padding inside")
        .contains("1/77 the neurons");
    assertThat(text.lines()).allMatch(l -> l.codePointCount(0, l.length()) <= 100);
  }

  @Test
  void slipsAreToldOfWhereAHumanIsAskedFor() {
    assertThat(CensusTable.of(entries("gpt-2"), STANDARD, 100)).doesNotContain("860 billion");
    assertThat(CensusTable.of(entries("human"), STANDARD, 100))
        .contains("\"860 billion neurons\"", "\"8.6e12 neurons\"", "6 trillion", "600 trillion");
  }

  @Test
  void whatIsNotCountedIsSaid() {
    Architecture odd =
        new Architecture(
            "odd\u0007",
            "one",
            "here",
            new Architecture.Input("x", 1, false),
            List.of(
                Layer.of("fc", new Linear(2, 3, true)), Layer.of("q", new Uncounted("Q", "why"))),
            List.of());
    CensusEntry entry = new CensusEntry(odd, Optional.of(new WeightSigns(3, 1, 0, 0)));
    String text = CensusTable.of(List.of(entry), STANDARD, 100);
    assertThat(text).contains("> 2", "Not counted: q: Q: why.", "25 %").doesNotContain("\u0007");
    String layers = CensusLayers.of(Census.of(odd, STANDARD));
    assertThat(layers).contains("q  Q");
    assertThat(layers.lines().filter(l -> l.startsWith("q")).findFirst().orElseThrow())
        .contains("not counted");
  }

  @Test
  void layersAddUp() {
    Census census =
        Census.of(BuiltInEntries.find("gpt-3").orElseThrow(), STANDARD.with(Answer.HIDDEN));
    String text = CensusLayers.of(census);
    assertThat(text)
        .contains("block × 96 (of one)", "603,979,776", "1,207,959,552", "174,604,259,328")
        .contains("unembedding  linear, softmax, weights of embedding");
    assertThat(text.lines().toList().getLast()).startsWith("in all").contains("4,718,592");
  }
}
