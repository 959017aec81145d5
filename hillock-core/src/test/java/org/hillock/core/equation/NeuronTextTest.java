package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hillock.core.equation.NeuronEquations.Coupling;
import org.hillock.core.equation.NeuronEquations.Definition;
import org.hillock.core.equation.NeuronEquations.State;
import org.hillock.core.equation.NeuronText.Receptor;
import org.hillock.core.equation.NeuronText.Sign;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class NeuronTextTest {

  static final List<String> NAMES = GoodTexts.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void goodTextsAreRead(String name) {
    NeuronText text = NeuronText.read(name + ".neuron", GoodTexts.of(name));
    assertThat(text.name()).isEqualTo(name + "-text");
    assertThat(text.about()).isNotEmpty();
    assertThat(text.doi()).startsWith("10.");
    assertThat(text.equations().text()).isEqualTo(GoodTexts.of(name));
    assertThat(text.parameters()).allSatisfy(p -> assertThat(p.meaning()).isNotEmpty());
  }

  @Test
  void aTextGivesEverythingThatItSays() {
    NeuronText text = NeuronText.read("adex.neuron", GoodTexts.of("adex"));
    NeuronEquations equations = text.equations();
    assertThat(text.about()).endsWith("with an exponential upstroke and an adaptation current.");
    assertThat(equations.states())
        .extracting(State::name, s -> s.unit().symbol())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("v", "mV"),
            org.assertj.core.groups.Tuple.tuple("w_ad", "pA"),
            org.assertj.core.groups.Tuple.tuple("g_e", "nS"),
            org.assertj.core.groups.Tuple.tuple("g_i", "nS"));
    assertThat(equations.states().getFirst().meaning()).isEqualTo("membrane potential");
    assertThat(equations.definitions()).hasSize(1);
    assertThat(ExpressionText.of(equations.definitions().getFirst().value()))
        .isEqualTo("g_l*delta_t*exp((v - v_t)/delta_t)");
    assertThat(equations.definitions().getFirst().unit()).isEqualTo(Unit.PA);
    assertThat(equations.method()).contains(Method.EXPONENTIAL_EULER);
    assertThat(equations.couplings()).containsExactly(new Coupling("gap", "i_gap", Unit.PA, "v"));
    assertThat(equations.reset()).extracting(a -> a.state()).containsExactly("v", "w_ad");
    assertThat(ExpressionText.of(equations.reset().get(1).value())).isEqualTo("w_ad + b");
    assertThat(equations.held()).containsExactly("v");
    assertThat(equations.bias()).contains(Unit.PA);
    assertThat(equations.modulators().getFirst().name()).isEqualTo("arousal");
    assertThat(text.receptors())
        .containsExactly(
            receptor("excitatory", Sign.EXCITES, "excitatory", "excitatory"),
            receptor("inhibitory", Sign.INHIBITS, "inhibitory", "inhibitory"),
            receptor("signed", Sign.AS_GIVEN, "excitatory", "inhibitory"),
            receptor("gap", Sign.AS_GIVEN, "gap", "gap"));
  }

  private static Receptor receptor(String name, Sign sign, String port, String below0) {
    return new Receptor(name, sign, port, below0, Dimension.CONDUCTANCE);
  }

  @Test
  void definitionsStandAfterThoseThatTheyNeed() {
    NeuronText text =
        NeuronText.read(
            "t",
            """
            neuron n
            c = b + a
            b = 2*a
            a = 3*x
            state x = 1
            dx/dt = -c/ms
            output c
            """);
    assertThat(text.equations().definitions())
        .extracting(Definition::name)
        .containsExactly("a", "b", "c");
    assertThat(text.equations().output()).isEqualTo(Optional.of("c"));
  }

  @Test
  void aReceptorMayBeAnotherNameWithTheOtherSign() {
    NeuronText text = NeuronText.read("lif-delta.neuron", GoodTexts.of("lif-delta"));
    assertThat(text.receptors())
        .extracting(Receptor::name, Receptor::sign, Receptor::port)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("signed", Sign.AS_GIVEN, "signed"),
            org.assertj.core.groups.Tuple.tuple("excitatory", Sign.EXCITES, "signed"),
            org.assertj.core.groups.Tuple.tuple("inhibitory", Sign.INHIBITS, "signed"));
  }

  @Test
  void theWeightMeasuresWhatTheFirstStatementNeeds() {
    NeuronText text =
        NeuronText.read(
            "t",
            """
            neuron n
            parameter q = 2 ms
            state x = 0 mV
            state y = 0
            on a: x += w*q*(1 - y); y -= 2*w*q/mV
            on b: x = 3*w + x
            spike when x > 1 mV
            """);
    assertThat(text.receptors())
        .extracting(Receptor::weight)
        .containsExactly(Dimension.VOLTAGE_RATE, Dimension.VOLTAGE);
  }
}
