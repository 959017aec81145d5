package org.hillock.lab.plasticity;

import static java.lang.Math.exp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.lab.plasticity.PairRulesTest.rule;

import java.util.Map;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.quantity.Quantity;
import org.junit.jupiter.api.Test;

/** What waits for a third factor, what is done at regular times, and how states move. */
class ThirdFactorsTest {

  @Test
  void dopamineThatComesLateStillStrengthens() {
    OneSynapse synapse = new OneSynapse(rule("reward-stdp"), Map.of("tonic", Quantity.of(0)), 0.1);
    synapse.arrive(5);
    synapse.fire(15);
    synapse.advance(1000);
    assertThat(synapse.weight()).isEqualTo(0.1);
    synapse.modulator("dopamine", 0.5);
    synapse.advance(1200);
    synapse.modulator("dopamine", 0);
    synapse.advance(3000);
    double c = 0.025 * exp(-10 / 20.0);
    double sum = 0;
    for (int t = 1010; t <= 1200; t += 10) {
      sum += 0.5 * c * exp(-(t - 15) / 1000.0);
    }
    // 20 additions to 0.1
    assertThat(synapse.weight()).isCloseTo(0.1 + sum, within(1e-14));
  }

  @Test
  void asManyPairsInTheOtherOrderWeaken() {
    double change = PairProtocol.single(-5).change(rule("reward-stdp"), Map.of(), 0.5);
    double other = PairProtocol.single(5).change(rule("reward-stdp"), Map.of(), 0.5);
    // passes are 10 ms apart and the two pairs lie alike between them
    assertThat(change / other).isCloseTo(-1.5, within(1e-9));
  }

  @Test
  void threeFactorsAreMultiplied() {
    OneSynapse synapse =
        new OneSynapse(rule("three-factor"), Map.of("expected", Quantity.of(0.25)), 0.5);
    synapse.modulator("signal", 0.75);
    synapse.arrive(0);
    synapse.fire(20);
    synapse.advance(500);
    double sum = 0;
    for (int t = 20; t <= 500; t += 10) {
      sum += 1e-5 * 10 * 0.5 * exp(-1) * exp(-(t - 20) / 500.0);
    }
    assertThat(synapse.weight()).isCloseTo(0.5 + sum, within(1e-14));
  }

  @Test
  void weightsAreBroughtToTheirSum() {
    OneSynapse synapse =
        new OneSynapse(rule("normalised-stdp"), Map.of("total", Quantity.of(0.4)), 0.1);
    synapse.advance(99);
    assertThat(synapse.weight()).isEqualTo(0.1);
    synapse.advance(100);
    // one product and one quotient
    assertThat(synapse.weight()).isCloseTo(0.4, within(1e-15));
  }

  @Test
  void aSynapseThatIsGoneStaysGone() {
    OneSynapse synapse = new OneSynapse(rule("pruning-stdp"), Map.of(), 0.0199);
    assertThat(synapse.arrive(500)).isEqualTo(0.0199);
    assertThat(synapse.arrive(1500)).isZero();
    synapse.fire(1501);
    assertThat(synapse.weight()).isZero();
    OneSynapse stays = new OneSynapse(rule("pruning-stdp"), Map.of(), 0.0201);
    stays.arrive(1500);
    stays.fire(1501);
    assertThat(stays.weight()).isCloseTo(0.0201 + 0.005 * exp(-0.05), within(1e-15));
  }

  @Test
  void theWeightStaysBetweenItsBounds() {
    OneSynapse synapse = new OneSynapse(rule("hebb"), Map.of("eta", Quantity.of(3)), 0.2, 0.9, 0.5);
    synapse.arrive(0);
    synapse.fire(1);
    assertThat(synapse.weight()).isEqualTo(0.9);
  }

  @Test
  void statesThatMoveTogetherAreSolvedExactly() {
    SynapseText rule =
        SynapseText.read(
            "own",
            """
            synapse own
            pre rise = 0
            drise/dt = -rise/(5 ms)
            pre x = 0
            dx/dt = (rise - x)/(5 ms)
            state far = 1
            dfar/dt = -far/(1 ms) + 0.5/ms
            on pre: rise += 1
            on post: w += 0*x
            """);
    OneSynapse synapse = new OneSynapse(rule, Map.of(), 0.5);
    synapse.arrive(2);
    for (double t : new double[] {2.5, 7, 40, 90}) {
      synapse.advance(t);
      double s = (t - 2) / 5;
      assertThat(synapse.state("x")).isCloseTo(s * exp(-s), within(1e-13));
      assertThat(synapse.state("far")).isCloseTo(0.5 + 0.5 * exp(-t), within(1e-13));
    }
  }

  @Test
  void whatIsNotLinearIsNotFollowed() {
    SynapseText rule =
        SynapseText.read(
            "own", "synapse own\npre x = 0\ndx/dt = -x^2/(1 ms)\non pre: x += 1; w -= 0.1");
    assertThat(OneSynapse.followed(rule)).isFalse();
    assertThatThrownBy(() -> new OneSynapse(rule, Map.of(), 0.5))
        .hasMessageContaining("cannot be followed exactly");
    assertThat(new RulePortrait(rule, Map.of()).charts()).isEmpty();
  }

  @Test
  void timeGoesOn() {
    OneSynapse synapse = new OneSynapse(rule("hebb"), Map.of(), 0.5);
    synapse.arrive(3);
    assertThatThrownBy(() -> synapse.fire(2)).hasMessageContaining("2.0 ms is before 3.0 ms");
  }
}
