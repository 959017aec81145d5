package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronText;
import org.hillock.core.equation.SynapseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that come with Hillock. */
class SynapseRulesTest {

  static Stream<String> names() {
    return SynapseRules.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachSaysWhatItIsAndWhereItComesFrom(String name) {
    SynapseText rule = SynapseRules.named("rule", name);
    assertThat(rule.name()).isEqualTo(name);
    assertThat(rule.about()).isNotEmpty();
    assertThat(rule.doi()).startsWith("10.");
    assertThat(rule.parameters()).isNotEmpty().allMatch(p -> !p.meaning().isEmpty());
    assertThat(rule.modulators()).allMatch(m -> !m.meaning().isEmpty());
    assertThat(Stream.of(rule.before(), rule.behind(), rule.within()).flatMap(s -> s.stream()))
        .isNotEmpty()
        .extracting(NeuronEquations.State::meaning)
        .doesNotContain("");
    assertThat(rule.definitions()).allMatch(d -> !d.meaning().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("names")
  void timeConstantsAreAboveZero(String name) {
    assertThat(SynapseRules.named("rule", name).parameters())
        .filteredOn(p -> p.name().startsWith("tau") || p.name().equals("interval"))
        .allMatch(p -> p.range() == NeuronText.Range.POSITIVE);
  }

  @Test
  void anUnknownNameIsToldWithTheNearest() {
    assertThatThrownBy(() -> SynapseRules.named("projections.a.plasticity.rule", "stdp-pairs"))
        .hasMessage(
            "projections.a.plasticity.rule: rule 'stdp-pairs' of plastic synapses is unknown; did"
                + " you mean 'stdp-pair'?");
  }
}
