package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code info} tells of a neuron's text. */
class NeuronInfoTest {

  @TempDir Path folder = Path.of("");

  private static final String TEXT =
      """
      neuron leaky
      about Forgets what it was told.
      doi 10.1000/182
      parameter tau = 10 ms > 0   # how fast it forgets
      parameter e = 0 mV
        # where it rests
      modulator calm = 1          # slows it
      state v = e                 # potential
      dv/dt = (e - v)
         /tau*calm
      on ampa: v += w
      spike when v > 1 mV
      """;

  @Test
  void tellsWhatTheTextSays() throws Exception {
    Files.writeString(folder.resolve("my.neuron"), TEXT);
    Cli.Result told = Cli.in(folder).run("info", "my.neuron");
    assertThat(told.problems()).isEmpty();
    assertThat(told.code()).isZero();
    assertThat(told.out())
        .contains("leaky", "Forgets what it was told.", "10.1000/182")
        .contains("dv/dt = (e - v)", "/tau*calm", "spike when v > 1 mV")
        .containsPattern("tau +10 ms +> 0 +how fast it forgets")
        .containsPattern("e +0 mV +any +where it rests")
        .containsPattern("ampa +excites +mV +ampa")
        .containsPattern("calm +1 +slows it")
        .doesNotContain("parameter tau");
  }

  @Test
  void saysWhereATextIsWrong() throws Exception {
    Files.writeString(folder.resolve("my.neuron"), TEXT.replace("/tau", ""));
    Cli.Result told = Cli.in(folder).run("info", "my.neuron");
    assertThat(told.code()).isEqualTo(2);
    assertThat(told.problems()).contains("my.neuron: line 9: dv/dt: the right side is a voltage");
    assertThat(Cli.in(folder).run("info", "no.neuron").problems()).contains("no such file");
  }
}
