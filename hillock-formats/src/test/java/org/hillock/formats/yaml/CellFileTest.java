package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.GridRule;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Membrane;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.RestPreset;
import org.hillock.core.cell.SectionKind;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells with parts from files. */
class CellFileTest {

  @TempDir Path folder;

  private static final String CELL =
      """
      name: small
      about: A cell
        for a test.
      celsius: 6.3
      initial: -68 mV
      sections:
        soma: {length: 20 um, diameter: 20 um}
        dend[0]: {from: soma(0), length: 0.15 mm, diameter: [2 um, 1 um]}
        spine: {kind: dend, from: "dend[0](0.5)", length: 2 um, diameter: 0.5 um}
      membrane:
        all: {capacitance: 0.9 uF/cm^2}
        dend: {axial: 100 ohm*cm}
      ions:
        na: {in: 15 mM, out: 145 mM, reversal: 50 mV}
        ca: {in: 100 nM, out: 2 mM}
        li: {in: 1 mM, out: 2 mM, valence: 1}
      channels:
        - {mechanism: na-hh, in: [soma, "dend[0]"], g: 100 mS/cm^2}
        - mechanism: leak
          in: dend
          g: 1 mS/cm^2*exp(-distance/(100 um))
      pools:
        - {mechanism: ca-shell, in: dend}
      receptors:
        fast: {mechanism: ampa, at: ["dend[0](0.3)", spine], decay: 3 ms}
        slow:
          mechanism: nmda
          at: dend[0](0.9)
      spike: {threshold: -20 mV}
      grid: {d_lambda: 0.05, frequency: 200 Hz, segments: {soma: 3}}
      """;

  private Cell read(String text) {
    return CellYaml.read(text, "my.cell.yaml", folder);
  }

  @Test
  void saysWhatTheBuilderSays() {
    Cell built =
        new CellBuilder(
                "small",
                new MorphologyBuilder("small")
                    .root("soma", 20, 20)
                    .section("dend[0]", "soma(0)", 150, 2, 1)
                    .section(
                        "spine",
                        SectionKind.DENDRITE,
                        org.hillock.core.cell.Place.parse("", "dend[0](0.5)"),
                        2,
                        0.5)
                    .build())
            .about("A cell for a test.")
            .celsius(6.3)
            .initialMv(-68)
            .membrane("all", 0.9, Membrane.AXIAL)
            .membrane("dend", 0.9, 100)
            .ion(Ion.SODIUM, 15, 145, 50)
            // 100 nM, as the reader's units make it
            .ion(Ion.CALCIUM, 100 * 1e-6, 2)
            .ion(new Ion("li", 1), 1, 2)
            .insert("channels[0]", "soma", mechanism("na-hh"), Map.of("g", "100 mS/cm^2"))
            .insert("channels[0]", "dend[0]", mechanism("na-hh"), Map.of("g", "100 mS/cm^2"))
            .insert(
                "channels[1]",
                "dend",
                mechanism("leak"),
                Map.of("g", "1 mS/cm^2*exp(-distance/(100 um))"))
            .insert("pools[0]", "dend", mechanism("ca-shell"), Map.of())
            .synapse("fast", "ampa", Map.of("decay", "3 ms"), "dend[0](0.3)", "spine")
            .synapse("slow", "nmda", Map.of(), "dend[0](0.9)")
            .spikes("soma", -20)
            .grid(new GridRule(0.05, 200, Map.of("soma", 3)))
            .build();
    assertThat(read(CELL)).usingRecursiveComparison().isEqualTo(built);
  }

  private static MechanismText mechanism(String name) {
    return org.hillock.core.cell.Mechanisms.named("", name);
  }

  @Test
  void whatALaterRegionDoesNotSayHoldsOn() {
    Cell cell =
        read(
            """
            name: a
            sections:
              soma: {length: 20 um, diameter: 20 um}
              dend[0]: {from: soma(1), length: 20 um, diameter: 2 um}
              dend[1]: {from: soma(1), length: 20 um, diameter: 2 um}
            membrane:
              "dend[0]": {capacitance: 2 uF/cm^2}
              dend: {axial: 80 ohm*cm}
            """);
    assertThat(cell.membranes())
        .containsExactly(
            new Membrane("dend[0]", 2, Membrane.AXIAL),
            new Membrane("dend[0]", 2, 80),
            new Membrane("dend[1]", Membrane.CAPACITANCE, 80));
  }

  @Test
  void ionsMayBeThoseOfACellThatHasAName() {
    Cell cell =
        read("name: a\nsections: {soma: {length: 9 um, diameter: 9 um}}\nions: mammalian-neuron\n");
    assertThat(cell.ions().stream().map(i -> i.concentration()).toList())
        .isEqualTo(RestPreset.MAMMALIAN_NEURON.rest().concentrations().all());
  }

  @Test
  void filesBesideGiveShapeAndMechanisms() throws IOException {
    Files.writeString(
        folder.resolve("tree.swc"), "1 1 0 0 0 5 -1\n2 3 5 0 0 1 1\n3 3 90 0 0 0 2\n");
    Files.writeString(
        folder.resolve("own.mechanism"),
        "channel own\nparameter g = 1 mS/cm^2 >= 0\ncurrent = g*(v + 70 mV)\n");
    Cell cell =
        read(
            """
            name: a
            morphology: tree.swc
            channels:
              - {mechanism: own.mechanism, in: soma, g: 2 mS/cm^2}
              - in: dend
                mechanism: |
                  channel inline
                  current = 1 mS/cm^2*v
            """);
    assertThat(cell.morphology().name()).isEqualTo("tree");
    assertThat(cell.inserted().getFirst().mechanism().name()).isEqualTo("own");
    assertThat(cell.inserted().getLast().mechanism().name()).isEqualTo("inline");
    assertThat(cell.notes()).as("a radius of 0").isNotEmpty();
  }

  @Test
  void aPopulationMayBeOfCells() throws IOException {
    Files.writeString(folder.resolve("small.cell.yaml"), CELL);
    Network network =
        NetworkYaml.read(
            """
            name: n
            neurons:
              mine: {file: small.cell.yaml}
            populations:
              a: {size: 2, neuron: mine, bias: 100 pA}
              b: {size: 1, neuron: small.cell.yaml}
            projections:
              ab: {from: a, to: b, connect: all-to-all, autapses: true, weight: 1 nS, receptor: fast,
                   delay: 1 ms}
            """,
            "n.net.yaml",
            folder);
    Cell cell = read(CELL);
    assertThat(network.population("a").model().name()).isEqualTo("mine");
    assertThat(network.population("a").model().cell().orElseThrow().synapses()).hasSize(2);
    assertThat(network.population("b").model()).isEqualTo(CellModels.of("small", cell));
    assertThat(network.population("b").model().meaning())
        .isEqualTo("A cell with parts: 3 sections. A cell for a test.");
    assertThatThrownBy(() -> NetworkYaml.write(network))
        .as("nothing is lost silently")
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("populations.a.neuron: 'mine' is a cell with parts");
  }

  @Test
  void aMistakeInACellOfANetworkIsToldWithBothFiles() throws IOException {
    Files.writeString(folder.resolve("c.cell.yaml"), CELL.replace("na-hh", "na-h"));
    String network = "name: n\npopulations:\n  a: {size: 1, neuron: %s}\n";
    assertThatThrownBy(
            () -> NetworkYaml.read(network.formatted("c.cell.yaml"), "n.net.yaml", folder))
        .hasMessage(
            "n.net.yaml: populations.a.neuron: c.cell.yaml: channels[0].mechanism: mechanism 'na-h'"
                + " is unknown; did you mean 'na-hh'? (line 18) (line 3)");
    for (String file : List.of("../c.cell.yaml", "no.cell.yaml")) {
      assertThatThrownBy(() -> NetworkYaml.read(network.formatted(file), "n.net.yaml", folder))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("(line 3)");
    }
  }
}
