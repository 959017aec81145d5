package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.problem.HillockException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.formats.safetensors.SafetensorsFile;
import org.hillock.formats.safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkYamlTest {

  @TempDir Path folder;

  @Test
  void theFileSaysWhatTheBuilderSays() {
    String text =
        """
        name: pair
        seed: 7
        populations:
          noise: {size: 10, neuron: poisson, params: {rate: 100 Hz}}
          exc:
            shape: [2, 2, 1]
            neuron: lif-delta
            params: {tau_m: 20 ms, v_init: {uniform: {low: 0 mV, high: 0.02 V}}}
        projections:
          noise_exc: {from: noise, to: exc, connect: fixed-in-degree, in_degree: 3,
                      autapses: true, multapses: true, weight: 1 mV, delay: 1.5 ms}
        """;
    Network built =
        Network.builder("pair")
            .seed(7)
            .population("noise", 10, "poisson", p -> p.param("rate", "100 Hz"))
            .population(
                "exc",
                org.hillock.core.network.Shape.of(2, 2, 1),
                "lif-delta",
                p ->
                    p.param("tau_m", "20 ms")
                        .param("v_init", Values.drawn(new Distribution.Uniform(0, 20, Unit.MV))))
            .projection(
                "noise",
                "exc",
                new Connectivity.FixedInDegree(3, true, true),
                c -> c.weight("1 mV").delay("1.5 ms"))
            .build();
    assertThat(NetworkYaml.read(text, "pair", folder)).isEqualTo(built);
  }

  @Test
  void isWrittenAsAPersonWould() {
    Network network =
        Network.builder("pair")
            .population("in", 2, "input")
            .population("out", 2, "relu", p -> p.bias(Values.listed(1, -0.5)))
            .projection(
                "in", "out", new Connectivity.Dense(), c -> c.weight(Values.listed(1, 2, 3, 4)))
            .build();
    assertThat(NetworkYaml.write(network))
        .isEqualTo(
            """
            name: pair
            seed: 0
            populations:
              in: {size: 2, neuron: input}
              out: {size: 2, neuron: relu, bias: [1, -0.5]}
            projections:
              in_out: {from: in, to: out, connect: dense, weight: [1, 2, 3, 4]}
            """);
  }

  /** Wherever a character of two halves falls in the parser's buffer of 1025. */
  @Test
  void longTextsMayHoldAnyCharacter() {
    for (int before = 960; before < 1040; before++) {
      String description = "x".repeat(before) + "😀";
      String text =
          "name: n\ndescription: " + description + "\npopulations: {p: {size: 1, neuron: relu}}\n";
      assertThat(YamlTree.parse(text, "n").toString()).contains(description);
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void readingWhatWasWrittenIsTheIdentity(long seed) throws Exception {
    Network network = RandomNetworks.make(seed);
    String text = NetworkYaml.write(network);
    Network again = NetworkYaml.read(text, "again", folder);
    assertThat(again).isEqualTo(network);
    assertThat(NetworkYaml.write(again)).isEqualTo(text);

    Path file = folder.resolve("mine.net.yaml");
    NetworkYaml.write(network, file);
    assertThat(NetworkYaml.read(file)).isEqualTo(network);
    NetworkYaml.writeWithWeights(network, file);
    assertThat(NetworkYaml.read(file)).isEqualTo(network);
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .allMatch(List.of("mine.net.yaml", "mine.safetensors")::contains);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{uniform: {low: -1 mV/ms, high: 1 mV/ms}}",
        "{normal: {mean: 0 mV/ms, sd: 1 mV/ms}}",
        "{normal: {mean: 0 mV/ms, sd: 1 mV/ms, max: 3 mV/ms}}",
        "{log-normal: {median: 1 mV/ms, sigma: 0.5}}",
        "{log-normal: {median: 1 mV/ms, sigma: 0.5, min: 0.5 mV/ms}}",
        "{log-normal: {median: 1 mV/ms, sigma: 1, max: 2 mV/ms}}",
        "{exponential: {mean: 2 mV/ms}}",
        "{geometric: {mean: 3.6, each: 0.825 mV/ms}}",
        "{values: [-0.0, 1.0E-9], unit: mV/ms}",
        "-0.0 mV/ms"
      })
  void everyKindOfValuesComesBackAsItWasWritten(String values) {
    String text =
        "name: a\nseed: 0\npopulations:\n  p: {size: 2, neuron: lif-delta, bias: " + values + "}\n";
    assertThat(NetworkYaml.write(NetworkYaml.read(text, "a", folder))).isEqualTo(text);
  }

  @Test
  void anExpectedRateComesBackAsItWasWritten() {
    String text =
        "name: a\nseed: 0\npopulations:\n  p: {size: 2, neuron: lif-exp, expected_rate: 0.9 Hz}\n";
    Network network = NetworkYaml.read(text, "a", folder);
    assertThat(network.population("p").expectedRate()).contains(Quantity.of(0.9, "Hz"));
    assertThat(NetworkYaml.write(network)).isEqualTo(text);
  }

  private static final String TRANSMITTERS =
      """
      name: a
      seed: 0
      dale: required
      populations:
        e: {size: 2, neuron: lif-exp, releases: glutamate}
        m: {size: 2, neuron: lif-exp, releases: [gaba, glutamate]}
      projections:
        e_m:
          from: e
          to: m
          connect: one-to-one
          weight: 1 pA
          receptor: excitatory
          transmitter: glutamate
        m_e:
          from: m
          to: e
          connect: one-to-one
          weights: {excitatory: 1 pA, inhibitory: {values: [2, 3], unit: pA}}
      """;

  @Test
  void transmittersComeBackAsTheyWereWritten() {
    Network network = NetworkYaml.read(TRANSMITTERS, "a", folder);
    assertThat(network.projections().keySet())
        .containsExactly("e_m", "m_e_excitatory", "m_e_inhibitory");
    assertThat(network.projection("m_e_inhibitory").weights())
        .isEqualTo(Values.listed(Numbers.of(2, 3), "pA"));
    assertThat(network.transmission().dale()).isTrue();
    assertThat(network.transmission().of("m")).containsExactly("gaba", "glutamate");
    assertThat(NetworkYaml.write(network)).isEqualTo(TRANSMITTERS);
  }

  @Test
  void theNetworkOfThePageIsRead() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "transmitters.md"));
    int from = page.indexOf("```yaml\n") + "```yaml\n".length();
    Network network =
        NetworkYaml.read(page.substring(from, page.indexOf("```", from)), "page", folder);
    assertThat(network.transmission().of("inh")).containsExactly("gaba", "glycine");
    assertThat(network.projection("exc_inh").receptor()).contains("excitatory");
    assertThat(network.projection("inh_exc").receptor()).contains("inhibitory");
  }

  @Test
  void theReceptorThatATransmitterFindsIsWritten() {
    String text = TRANSMITTERS.replace("    receptor: excitatory\n", "");
    Network network = NetworkYaml.read(text, "a", folder);
    assertThat(network.projection("e_m").receptor()).contains("excitatory");
    assertThat(NetworkYaml.read(NetworkYaml.write(network), "a", folder)).isEqualTo(network);
  }

  @Test
  void longListsGoToATensorFileExactly() throws Exception {
    double[] weights = new double[80];
    double[] fine = new double[80];
    int[] pre = new int[70];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.1 * i);
      fine[i] = 0.1 * i;
    }
    Network network =
        Network.builder("long")
            .population("in", 8, "input")
            .population("out", 10, "relu", p -> p)
            .projection(
                "w", "in", "out", new Connectivity.Dense(), c -> c.weight(Values.listed(weights)))
            .projection(
                "v", "in", "out", new Connectivity.Dense(), c -> c.weight(Values.listed(fine)))
            .projection("e", "in", "out", Connectivity.EdgeList.of(pre, pre), c -> c)
            .build();
    Path file = folder.resolve("long.net.yaml");
    NetworkYaml.writeWithWeights(network, file);
    assertThat(Files.readString(file))
        .contains("weight: {file: long.safetensors, tensor: projections.w.weight}");
    SafetensorsFile tensors = SafetensorsFile.open(folder.resolve("long.safetensors"));
    assertThat(tensors.tensor("projections.w.weight").type()).hasToString("F32");
    assertThat(tensors.tensor("projections.w.weight").shape()).containsExactly(10L, 8L);
    assertThat(tensors.tensor("projections.v.weight").type()).hasToString("F64");
    assertThat(tensors.tensor("projections.e.edges").type()).hasToString("I32");
    assertThat(NetworkYaml.read(file)).isEqualTo(network);
  }

  @Test
  void aTransposedMatrixIsNotTaken() {
    SafetensorsFile.write(
        folder.resolve("w.safetensors"),
        Map.of("w", Tensor.of(List.of(2L, 3L), Numbers.of(1, 2, 3, 4, 5, 6))));
    String text =
        """
        name: a
        populations:
          in: {size: 2, neuron: input}
          out: {size: 3, neuron: relu}
        projections:
          p: {from: in, to: out, connect: dense, weight: {file: w.safetensors, tensor: w}}
        """;
    assertThatThrownBy(() -> NetworkYaml.read(text, "a.yaml", folder))
        .hasMessage(
            "a.yaml: projections.p.weight: the tensor has shape [2, 3] where [3, 2] is needed"
                + " (line 6)");
    assertThatThrownBy(() -> NetworkYaml.read(text.replace("tensor: w", "tensor: v"), "a", folder))
        .hasMessageContaining("has no tensor 'v'; did you mean 'w'? (line 6)");
  }

  /** Whatever becomes of a file, it is read or refused in one message, and soon. */
  @Test
  void aDamagedFileIsReadOrRefused() {
    String text = NetworkYaml.write(RandomNetworks.make(3));
    String good = text.substring(0, text.indexOf('\n', Math.min(2500, text.length() - 1)));
    String marks = "{}[]:,-#&*!|>'\"%@`? \t\n0123456789.eE+~\\<\u0000\uFEFF\uD800ä";
    Draws draws = new Draws(11, Purpose.TRIAL, 1);
    for (int trial = 0; trial < 2000; trial++) {
      StringBuilder damaged = new StringBuilder(good);
      for (int k = draws.below(4); k >= 0; k--) {
        int at = draws.below(damaged.length());
        switch (draws.below(4)) {
          case 0 -> damaged.setCharAt(at, marks.charAt(draws.below(marks.length())));
          case 1 -> damaged.insert(at, marks.charAt(draws.below(marks.length())));
          case 2 -> damaged.delete(at, Math.min(damaged.length() - 1, at + draws.below(20)));
          default ->
              damaged.insert(
                  at, good.substring(draws.below(40), 40 + draws.below(good.length() - 40)));
        }
      }
      try {
        NetworkYaml.read(damaged.toString(), "damaged", folder);
      } catch (HillockException told) {
        assertThat(told.getMessage()).startsWith("damaged: ");
      }
    }
  }
}
