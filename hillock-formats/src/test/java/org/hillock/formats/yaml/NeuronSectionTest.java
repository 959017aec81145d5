package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neurons of a network file's own. */
class NeuronSectionTest {

  @TempDir Path folder = Path.of("");

  private static final String NETWORK =
      """
      name: own
      seed: 3
      neurons:
        leaky: |
          # a comment: with 'signs' and "quotes"
          parameter tau = 10 ms > 0   # decay

          state v = 0 mV              # potential
          dv/dt = -v/tau
          on excitatory: v += w
          spike when v > 1 mV
          reset: v = 0 mV
      populations:
        noise: {size: 2, neuron: poisson, params: {rate: 5 Hz}}
        cells: {size: 3, neuron: leaky, params: {tau: 12 ms}}
      projections:
        noise_cells:
          from: noise
          to: cells
          connect: all-to-all
          autapses: true
          weight: 0.5 mV
          receptor: excitatory
      """;

  private Network read(String text) {
    return NetworkYaml.read(text, "own.net.yaml", folder);
  }

  @Test
  void aPopulationUsesIt() {
    Network network = read(NETWORK);
    NeuronModel model = network.population("cells").model();
    assertThat(model.name()).isEqualTo("leaky");
    assertThat(model.equations().orElseThrow().states()).hasSize(1);
    assertThat(network.receptor(network.projection("noise_cells")).name()).isEqualTo("excitatory");
  }

  @Test
  void readingWhatWasWrittenIsTheIdentity() {
    Network network = read(NETWORK);
    String written = NetworkYaml.write(network);
    assertThat(written).contains("  leaky: |\n    # a comment: with 'signs' and \"quotes\"\n");
    assertThat(read(written)).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource({
    "'state r = 0\noutput r'", // no end of line
    "'state r = 0\noutput r\n\n'",
    "'\n\nstate r = 0\noutput r\n'",
    "'state r = 0\n  \noutput r\n'",
    "'state r = 0\t# tab\noutput r\n'",
    "'state r = 0 # µ Ω é — ✓ 𝒱\noutput r\n'",
    "'state r = 0 # back\\slash\r\noutput r\n'",
  })
  void everyTextComesBackAsItWas(String text) {
    NeuronModel model = org.hillock.core.network.NeuronTexts.read("t", "own", text);
    Network network = Network.builder("n").population("p", 1, model, p -> p).build();
    assertThat(read(NetworkYaml.write(network))).isEqualTo(network);
  }

  @Test
  void aTextMayStandInAFileBeside() throws Exception {
    Files.writeString(folder.resolve("my.neuron"), "neuron mine\nstate r = 0\noutput r\n");
    String file =
        "name: n\nneurons: {mine: {file: my.neuron}}\npopulations: {p: {size: 1, neuron:"
            + " mine}}\n";
    Network network = read(file);
    assertThat(network.population("p").model().name()).isEqualTo("mine");
    assertThat(read(NetworkYaml.write(network))).isEqualTo(network);
    Files.writeString(folder.resolve("my.neuron"), "neuron mine\nstate r = q\noutput r\n");
    assertThatThrownBy(() -> read(file))
        .hasMessage(
            "own.net.yaml: neurons.mine.file: my.neuron: line 2: 'r': 'q' is unknown; did you mean"
                + " 'r'? (line 2)");
  }

  @Test
  void messagesNameTheFileThePathAndTheLineOfTheText() {
    assertThatThrownBy(() -> read(NETWORK.replace("-v/tau", "-v")))
        .hasMessage(
            "own.net.yaml: neurons.leaky: line 5: dv/dt: the right side is a voltage (mV), but 'v'"
                + " is a voltage (mV), and so its derivative must be a voltage per time (mV/ms)"
                + " (line 4)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          lif-exp: 'state r = 0'|neurons.lif-exp: 'lif-exp' is the name of a neuron model that comes with Hillock; choose another
          mine: {file: ../my.neuron}|neurons.mine.file: file '../my.neuron' is not in the folder of the network file
          mine: {file: /etc/passwd}|neurons.mine.file: file '/etc/passwd' is not in the folder of the network file
          mine: {file: my.neuron, line: 3}|neurons.mine.line: key 'line' is unknown; known: file
          mine: 3|neurons.mine: 3 stands where text is needed; put it in quotes
          mine: [a]|neurons.mine: a list stands where text is needed
          mine: neuron other|neurons.mine: line 1: names the neuron 'other', which is 'mine' here; use one name, or leave the line out
          """)
  void saysWhatIsWrong(String entry, String said) {
    String text = "name: n\nneurons:\n  " + entry + "\npopulations: {p: {size: 1, neuron: relu}}\n";
    assertThatThrownBy(() -> read(text)).hasMessage("own.net.yaml: " + said + " (line 3)");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> read("name: n\nneurons: {mine: {file: no.neuron}}\npopulations: {}\n"))
        .hasMessageContaining("no.neuron: there is no such file");
    assertThatThrownBy(() -> NeuronFiles.read(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void aMisspeltNameIsNearestToOnesOwn() {
    assertThatThrownBy(() -> read(NETWORK.replace("neuron: leaky", "neuron: leeky")))
        .hasMessageContaining("neuron model 'leeky' is unknown; did you mean 'leaky'?");
  }
}
