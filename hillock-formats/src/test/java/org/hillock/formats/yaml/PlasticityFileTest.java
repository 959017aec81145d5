package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Plasticity.DelaySide;
import org.hillock.core.network.SynapseRules;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projections that learn, in network files. */
class PlasticityFileTest {

  @TempDir Path folder = Path.of("");

  private static final String NETWORK =
      """
      name: n
      synapses:
        mine: |
          # of my own
          pre x = 0
          dx/dt = -x/(20 ms)
          on pre: x += 1
          on post: w += 0.01*x
      populations:
        a: {size: 2, neuron: poisson, params: {rate: 5 Hz}}
        b: {size: 2, neuron: lif-exp}
      projections:
        p:
          from: a
          to: b
          connect: one-to-one
          weight: 1 pA
          plasticity: %s
      modulators:
        reward: {level: 0.5}
      """;

  private Network read(String plasticity) {
    return NetworkYaml.read(NETWORK.formatted(plasticity), "test.net.yaml", folder);
  }

  private Plasticity plasticity(String text) {
    return read(text).projection("p").plasticity().orElseThrow();
  }

  @Test
  void whatIsNotSaidIsStandard() {
    assertThat(plasticity("{rule: stdp-pair, w_max: 2 pA}"))
        .isEqualTo(
            new Plasticity(
                SynapseRules.named("rule", "stdp-pair"),
                Map.of(),
                Quantity.parse("0 pA"),
                Quantity.parse("2 pA"),
                DelaySide.AXONAL,
                Map.of()));
  }

  @Test
  void everythingCanBeSaid() {
    assertThat(
            plasticity(
                "{rule: reward-stdp, params: {tau_c: 0.5 s}, w_min: 0.5 pA, w_max: 2 pA, delay:"
                    + " dendritic, modulators: {dopamine: reward}}"))
        .isEqualTo(
            new Plasticity(
                SynapseRules.named("rule", "reward-stdp"),
                Map.of("tau_c", Quantity.parse("0.5 s")),
                Quantity.parse("0.5 pA"),
                Quantity.parse("2 pA"),
                DelaySide.DENDRITIC,
                Map.of("dopamine", "reward")));
  }

  @Test
  void aRuleOfItsOwnComesBackAsItWas() {
    Network network = read("{rule: mine, w_max: 2 pA}");
    assertThat(network.projection("p").plasticity().orElseThrow().rule().name()).isEqualTo("mine");
    String written = NetworkYaml.write(network);
    assertThat(written).contains("synapses:\n  mine: |\n    # of my own\n");
    assertThat(NetworkYaml.read(written, "again", folder)).isEqualTo(network);
  }

  @Test
  void aRuleMayStandInAFileBeside() throws Exception {
    Files.writeString(folder.resolve("x.synapse"), "synapse my-rule\non pre: w += 0.1");
    Network network = read("{rule: x.synapse, w_max: 2 pA}");
    assertThat(network.projection("p").plasticity().orElseThrow().rule().name())
        .isEqualTo("my-rule");
    assertThat(NetworkYaml.read(NetworkYaml.write(network), "again", folder)).isEqualTo(network);
    String named = NETWORK.replace("mine: |", "other: {file: x.synapse}\n  mine: |");
    assertThatThrownBy(() ->
            NetworkYaml.read(
                named.formatted("{rule: other, w_max: 2 pA}"), "test.net.yaml", folder))
        .hasMessageContaining("names the synapse 'my-rule', which is 'other' here");
    assertThat(SynapseFiles.read(folder.resolve("x.synapse")).name()).isEqualTo("my-rule");
    assertThatThrownBy(() -> SynapseFiles.read(folder.resolve("no.synapse")))
        .hasMessageContaining("there is no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {rule: stdp-pairs, w_max: 2 pA} | .rule: rule 'stdp-pairs' of plastic synapses is unknown; did you mean 'stdp-pair'? (line 18)
          {rule: minee, w_max: 2 pA} | .rule: rule 'minee' of plastic synapses is unknown; did you mean 'mine'? (line 18)
          {rule: ../x.synapse, w_max: 2 pA} | .rule: file '../x.synapse' is not in the folder of the network file (line 18)
          {rule: stdp-pair} | : 'w_max' is missing (line 18)
          {w_max: 2 pA} | : 'rule' is missing (line 18)
          {rule: stdp-pair, w_max: 2 pA, w_mix: 3 pA} | .w_mix: key 'w_mix' is unknown; did you mean 'w_min'? (line 18)
          {rule: stdp-pair, w_max: 2 pA, delay: 3 ms} | .delay: '3 ms' is unknown; known: axonal, dendritic (line 18)
          {rule: stdp-pair, w_max: 2 nS} | .w_max: 2 nS is a conductance, but weights at receptor 'signed' are a current (line 18)
          {rule: stdp-pair, w_max: 2 pA, params: {tau_pluss: 3 ms}} | .params.tau_pluss: rule 'stdp-pair' has no parameter 'tau_pluss'; did you mean 'tau_plus'? (line 18)
          {rule: reward-stdp, w_max: 2 pA, modulators: {dopamine: rewart}} | .modulators.dopamine: modulator 'rewart' is unknown; did you mean 'reward'? (line 18)
          """)
  void whatCannotBeIsTold(String plasticity, String message) {
    assertThatThrownBy(() -> read(plasticity))
        .hasMessage("test.net.yaml: projections.p.plasticity" + message);
  }

  @Test
  void weightsOutsideTheBoundsAreToldWithTheirPlace() {
    assertThatThrownBy(() -> read("{rule: stdp-pair, w_max: 0.5 pA}"))
        .hasMessage(
            "test.net.yaml: projections.p.weight: 1 pA is outside the bounds between which the"
                + " projection learns, 0 pA to 0.5 pA (line 17)");
  }

  @Test
  void aTextThatIsWrongIsToldWithItsLine() {
    String wrong = NETWORK.replace("0.01*x", "0.01*y");
    assertThatThrownBy(() ->
            NetworkYaml.read(wrong.formatted("{rule: mine, w_max: 2 pA}"), "test.net.yaml", folder))
        .hasMessageContaining("test.net.yaml: synapses.mine: line 5: on post: 'y' is unknown");
    String taken = NETWORK.replace("  mine:", "  oja:");
    assertThatThrownBy(() ->
            NetworkYaml.read(taken.formatted("{rule: oja, w_max: 2 pA}"), "test.net.yaml", folder))
        .hasMessageContaining("synapses.oja: 'oja' is the name of a rule of plastic synapses");
  }
}
