package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.core.network.SynapseRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code info} tells of rules of plastic synapses. */
class SynapseInfoTest {

  @TempDir Path folder = Path.of("");

  private static final String NETWORK =
      """
      name: learns
      populations:
        a: {size: 3, neuron: poisson, params: {rate: 5 Hz}}
        b: {size: 2, neuron: lif-exp}
      projections:
        whole:
          {from: a, to: b, connect: dense, weight: 1 pA, delay: 1 ms,
           plasticity: {rule: stdp-pair, w_max: 2 pA, params: {tau_plus: 17 ms}}}
        some:
          {from: a, to: b, connect: fixed-in-degree, in_degree: 2, autapses: true, multapses: true,
           weight: {normal: {mean: 1 pA, sd: 0.5 pA, min: 0 pA}}, delay: 1 ms,
           plasticity: {rule: reward-stdp, w_max: 2 pA, delay: dendritic}}
      """;

  @Test
  void tellsAndDrawsARule() {
    Cli.Result told = Cli.in(folder).run("info", "stdp-pair", "--figure", "window.png");
    assertThat(told.problems()).isEmpty();
    assertThat(told.code()).isZero();
    assertThat(told.out())
        .contains("rule of plastic synapses  stdp-pair", "10.1038/78829")
        .contains("on post: y += 1; w += a_plus*x")
        .containsPattern("tau_plus +20 ms +> 0 +how long")
        .containsPattern("x +each presynaptic neuron +1 +trace of arriving spikes")
        .contains(
            "What one pair of spikes does to the weight", "0.005", "o  the target fires first")
        .contains("What 60 pairs do, against their rate")
        .doesNotContain("parameter tau");
    assertThat(folder.resolve("window.png")).isNotEmptyFile();
  }

  @Test
  void drawsEveryRuleThatLearnsFromPairs() {
    for (String name : SynapseRules.names()) {
      Cli.Result told = Cli.in(folder).run("info", name, "--figure", name + ".svg");
      boolean scaling = name.equals("synaptic-scaling");
      assertThat(told.code()).as(name).isEqualTo(scaling ? 2 : 0);
      assertThat(Files.exists(folder.resolve(name + ".svg"))).as(name).isEqualTo(!scaling);
    }
  }

  @Test
  void tellsARuleOfOnesOwnAsJson() throws Exception {
    Files.writeString(folder.resolve("my.synapse"), "synapse mine\non pre: w -= 0.1");
    Cli.Result told = Cli.in(folder).run("info", "my.synapse", "--json");
    assertThat(told.problems()).isEmpty();
    assertThat(told.out()).contains("\"mine\"", "\"charts\"");
    Files.writeString(folder.resolve("my.synapse"), "synapse mine\non pre: w -= b");
    assertThat(Cli.in(folder).run("info", "my.synapse").problems())
        .contains("my.synapse: line 2: on pre: 'b' is unknown");
  }

  @Test
  void tellsWhichProjectionsLearn() throws Exception {
    Files.writeString(folder.resolve("n.net.yaml"), NETWORK);
    Cli.Result told = Cli.in(folder).run("info", "n.net.yaml");
    assertThat(told.problems()).isEmpty();
    assertThat(told.out())
        .contains("plastic synapses")
        .containsPattern(
            "whole +stdp-pair +10.1038/78829 +0 pA to 2 pA +axonal +4 +tau_plus = 17 ms")
        .contains("0 pA to 2 pA (what is drawn beyond is brought to these)")
        .contains("dopamine (not there: always 0)");
  }

  @Test
  void aDrawingOfSomethingElseIsRefused() {
    assertThat(Cli.in(folder).run("info", "lif-exp", "--figure", "x.png").problems())
        .contains("--figure", "'lif-exp' is none");
    assertThat(Cli.in(folder).run("info", "oja", "--figure", "x.gif").problems())
        .contains("ends neither in .png nor in .svg");
    assertThat(Cli.in(folder).run("info", "stdp-par").problems())
        .contains("did you mean 'stdp-pair'?");
  }
}
