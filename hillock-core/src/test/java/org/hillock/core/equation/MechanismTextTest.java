package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hillock.core.equation.MechanismText.Kind;
import org.hillock.core.equation.MechanismText.Surrounding;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mechanism's text says, and what it must not. */
class MechanismTextTest {

  private static final String CALCIUM =
      """
      channel ca-l
      about High threshold calcium channel
      ion ca
      parameter p = 1e-5 cm/s >= 0     # permeability
      state m = m_inf                  # activation
      m_inf = sigmoid((v + 10 mV)/(6 mV))
      u = 2*v/rt_over_f
      dm/dt = (m_inf - m)/(1 ms)
      current ca = 2*faraday*p*m^2*(ca_in/exprel(-u) - ca_out/exprel(u))
      """;

  private static final String POOL =
      """
      pool ca-shell
      ion ca
      parameter depth = 0.1 um > 0
      parameter ca_rest = 50 nM > 0
      state ca_in = ca_rest
      dca_in/dt = -i_ca/(2*faraday*depth) - (ca_in - ca_rest)/(80 ms)
      """;

  private static final String AMPA =
      """
      receptor ampa
      state g = 0 nS
      dg/dt = -g/(2 ms)
      on ampa: g += w
      current = g*v
      """;

  private static MechanismText read(String text) {
    return MechanismText.read("test", text);
  }

  @Test
  void aChannelTellsItsCurrentAndWhatItReads() {
    MechanismText ca = read(CALCIUM);
    assertThat(ca.kind()).isEqualTo(Kind.CHANNEL);
    assertThat(ca.name()).isEqualTo("ca-l");
    assertThat(ca.currents())
        .containsExactly(new MechanismText.Current(Optional.of("ca"), "current 1"));
    assertThat(ca.surroundings())
        .extracting(Surrounding::name)
        .containsExactly("v", "rt_over_f", "faraday", "ca_in", "ca_out");
    assertThat(ca.equations().definitions())
        .extracting(NeuronEquations.Definition::name)
        .containsExactly("m_inf", "u", "current 1");
  }

  @Test
  void aPoolIsTheConcentrationOfItsIon() {
    MechanismText pool = read(POOL);
    assertThat(pool.equations().states())
        .extracting(NeuronEquations.State::name)
        .containsExactly("ca_in");
    assertThat(pool.surroundings())
        .extracting(Surrounding::name)
        .containsExactly("faraday", "i_ca");
  }

  @Test
  void aReceptorTakesSpikes() {
    MechanismText ampa = read(AMPA);
    assertThat(ampa.receptors())
        .singleElement()
        .satisfies(r -> {
          assertThat(r.name()).isEqualTo("ampa");
          assertThat(r.sign()).isEqualTo(NeuronText.Sign.EXCITES);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "state m = m_inf | state m = m_inv | 'm_inv' is unknown; did you mean 'm_inf'?",
        "m_inf = sigmoid | m_inf = m + sigmoid | that reads states, and an initial value may read none",
        "current ca = 2*faraday*p*m^2 | current ca = p*m^2 | one per area, such as in uA/cm^2",
        "current ca | current na | ion 'na' is not among those that an 'ion' line names; did you mean 'ca'?",
        "ion ca | # | there are none here",
        "parameter p | parameter v | the name is that of something of the place",
        "about | bias in pA | belongs to neurons",
        "channel ca-l | receptor ca-l | is a whole one",
        "channel ca-l | canal ca-l | 'canal' begins no line",
      })
  void whatIsWrongIsToldWithItsLine(String right, String wrong, String message) {
    assertThatThrownBy(() ->
            read(
                CALCIUM.replaceFirst(
                    java.util.regex.Pattern.quote(right),
                    java.util.regex.Matcher.quoteReplacement(wrong))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void kindsNeedWhatMakesThem() {
    assertThatThrownBy(() -> read(AMPA.replace("on ampa: g += w\n", "")))
        .hasMessageContaining("a line 'on NAME: …' is missing");
    assertThatThrownBy(() -> read(POOL.replace("ca_in", "c"))).hasMessageContaining("as a state");
    assertThatThrownBy(() -> read(AMPA.replace("current = g*v\n", "")))
        .hasMessageContaining("'current = …' is missing");
    assertThatThrownBy(() -> read(AMPA.replace("receptor", "channel")))
        .hasMessageContaining("per area");
    assertThatThrownBy(() -> read("about nothing\n")).hasMessageContaining("does not name");
  }
}
