package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.api.Test;

/** What a plastic synapse's text says. */
class SynapseTextTest {

  private static final String FULL =
      """
      synapse everything
      about All that the language has.
      about And more.
      doi 10.1000/none
      parameter tau_plus = 20 ms > 0     # of the presynaptic trace
      parameter tau_c = 1 s > 0
      parameter a_plus = 0.01 >= 0
      parameter a_minus = 0.012 >= 0
      parameter target = 3
      modulator dopamine = 0             # third factor
      pre x = 0                          # heard of the presynaptic neuron
      dx/dt = -x/tau_plus
      post y = 0
      dy/dt = -y/tau_plus
      state c = 0
      dc/dt = -c/tau_c
      late = early*2
      early = a_plus*dopamine
      on pre: x += 1; c -= a_minus*y
      on post: y += 1; c += a_plus*x; w += late
      every 10 ms: total = incoming w; w = w*target/total; w += c
      send w*x
      """;

  private static SynapseText read(String text) {
    return SynapseText.read("s.synapse", text);
  }

  @Test
  void everyPartIsThere() {
    SynapseText synapse = read(FULL);
    assertThat(synapse.name()).isEqualTo("everything");
    assertThat(synapse.about()).isEqualTo("All that the language has. And more.");
    assertThat(synapse.doi()).isEqualTo("10.1000/none");
    assertThat(synapse.before()).extracting(NeuronEquations.State::name).containsExactly("x");
    assertThat(synapse.behind()).extracting(NeuronEquations.State::name).containsExactly("y");
    assertThat(synapse.within()).extracting(NeuronEquations.State::name).containsExactly("c");
    assertThat(synapse.modulators()).hasSize(1);
    assertThat(synapse.parameter("tau_plus").orElseThrow().meaning())
        .isEqualTo("of the presynaptic trace");
    assertThat(synapse.before().getFirst().meaning()).isEqualTo("heard of the presynaptic neuron");
    assertThat(synapse.text()).isEqualTo(FULL);
  }

  @Test
  void definitionsStandAfterWhatTheyNeed() {
    assertThat(read(FULL).definitions())
        .extracting(NeuronEquations.Definition::name)
        .containsExactly("early", "late");
  }

  @Test
  void assignmentsGiveTheWholeNewValue() {
    SynapseText synapse = read(FULL);
    assertThat(synapse.onPre())
        .extracting(a -> a.state() + " = " + ExpressionText.of(a.value()))
        .containsExactly("x = x + 1", "c = c - a_minus*y");
    assertThat(synapse.onPost())
        .extracting(a -> a.state() + " = " + ExpressionText.of(a.value()))
        .containsExactly("y = y + 1", "c = c + a_plus*x", "w = w + late");
    assertThat(synapse.send().map(ExpressionText::of)).contains("w*x");
  }

  @Test
  void everyLineHasItsTimeAndItsSums() {
    SynapseText.Every every = read(FULL).every().getFirst();
    assertThat(ExpressionText.of(every.interval())).isEqualTo("10 ms");
    assertThat(every.totals()).extracting(SynapseText.Total::name).containsExactly("total");
    assertThat(every.statements())
        .extracting(a -> a.state() + " = " + ExpressionText.of(a.value()))
        .containsExactly("w = w*target/total", "w = w + c");
    assertThat(every.line()).isEqualTo(21);
  }

  @Test
  void givenValuesTakeTheirPlaceAmongStandardOnes() {
    assertThat(read(FULL).values(Map.of("tau_plus", Quantity.parse("0.1 s"))))
        .containsExactly(100, 1000, 0.01, 0.012, 3);
  }

  @Test
  void aTraceThatIsSetNeedsNoTimeConstant() {
    String text = "synapse s\npre x = 0\non pre: w -= 0.1*x; x = 1";
    assertThat(read(text).before()).hasSize(1);
    // it comes ever nearer to 1 and never above
    String saturating = "synapse s\npre x = 0\non pre: x += 0.5*(1 - x)\non post: w += x";
    assertThat(read(saturating).before()).hasSize(1);
  }

  @Test
  void theNameMayComeFromOutside() {
    assertThat(SynapseText.read("n", "own", "on pre: w += 0.1").name()).isEqualTo("own");
  }
}
