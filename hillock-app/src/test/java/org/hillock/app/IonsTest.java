package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IonsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private JsonNode facts(String... more) {
    String[] command = new String[more.length + 2];
    command[0] = "ions";
    command[1] = "--json";
    System.arraycopy(more, 0, command, 2, more.length);
    Cli.Result result = Cli.in(folder).run(command);
    assertThat(result.problems()).isEmpty();
    assertThat(result.code()).isZero();
    return JSON.readTree(result.out());
  }

  @Test
  void aloneItTellsOfAMammal() {
    String text = Cli.in(folder).run("ions").out();
    assertThat(text).contains("mammalian-neuron", "rest mV     -69.81", "k+", "ca2+", "doi 10.");
    assertThat(text).doesNotContain("moved");
    JsonNode squid = facts("squid-axon");
    assertThat(squid.get("rest_mV").asDouble()).isEqualTo(-59.52);
    assertThat(squid.get("celsius").asDouble()).isEqualTo(18);
  }

  @Test
  void whatIsChangedMovesWhatDependsOnIt() {
    JsonNode more = facts("--set", "k.out=10mM", "--set", "Cl-.inside=10 mM");
    assertThat(more.get("about").asString()).endsWith(", changed");
    assertThat(more.get("moved").size()).isEqualTo(3);
    JsonNode potassium = more.get("moved").get(1);
    assertThat(potassium.get("what").asString()).isEqualTo("e_k");
    // R·310.15/F·ln 2; printed to a hundredth
    assertThat(potassium.get("by_mV").asDouble()).isCloseTo(18.53, within(0.0101));
    assertThat(facts("--celsius", "20").get("moved").size()).isEqualTo(5);
    assertThat(facts("--celsius", "37").get("moved")).isNull();
    JsonNode peak = facts("--permeability", "na=20,cl=0");
    assertThat(peak.get("rest_mV").asDouble()).isGreaterThan(40);
    // Nothing can move that does not depend on it: twice of every permeability.
    JsonNode twice = facts("--permeability", "k=2,na=0.08,cl=0.9");
    assertThat(twice.get("moved").asString()).isEqualTo("nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest.svg", "deeper/rest.png"})
  void theFigureIsDrawn(String name) {
    Cli cli = Cli.in(folder);
    Cli.Result result = cli.run("ions", "--figure", name);
    assertThat(result.problems()).isEmpty();
    assertThat(result.out()).contains("figure      " + name);
    assertThat(cli.content()).contains(name);
    if (name.endsWith("svg")) {
      assertThat(cli.text(name))
          .contains("(mM)", "(mV)", "log scale", "Nernst na+", "at 5 mM: −69.8 mV");
    }
  }
}
