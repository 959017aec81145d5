package org.hillock.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder.PopulationParts;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Population;
import org.junit.jupiter.api.Test;

class SpikeWorthTest {

  // some roundings of numbers of the size of 1 to 100
  private static final double ROUNDED = 1e-12;

  private static Population cells(NeuronModel model, UnaryOperator<PopulationParts> parts) {
    return Network.builder("n").population("a", 1, model, parts).build().population("a");
  }

  private static double jump(String model, String receptor, double weight) {
    Population cells = cells(NeuronModels.named("", model), p -> p);
    return SpikeWorth.jump(cells, receptor(cells, receptor), weight).orElseThrow();
  }

  private static double bias(String model, String receptor, double weight) {
    Population cells = cells(NeuronModels.named("", model), p -> p);
    return SpikeWorth.bias(cells, receptor(cells, receptor), weight).orElseThrow();
  }

  private static Receptor receptor(Population cells, String name) {
    return cells.model().receptor(name).orElseThrow();
  }

  private static Population told(String lines) {
    return cells(NeuronTexts.read("t", "told", lines), p -> p);
  }

  @Test
  void aJumpOfThePotentialIsWorthItself() {
    assertThat(jump("lif-delta", "signed", 0.3)).isEqualTo(0.3);
    assertThat(jump("lif-delta", "inhibitory", -0.3)).isEqualTo(-0.3);
    assertThat(bias("if", "excitatory", 2)).isEqualTo(2);
    assertThat(jump("izhikevich", "signed", -2)).isEqualTo(-2);
  }

  @Test
  void aCurrentIsWorthItsCharge() {
    // 40 pA for 0.5 ms, onto 250 pF
    assertThat(bias("lif-exp", "excitatory", 40)).isCloseTo(20, within(ROUNDED));
    assertThat(bias("lif-exp", "inhibitory", -40)).isCloseTo(-20, within(ROUNDED));
    assertThat(bias("lif-exp", "signed", -40)).isCloseTo(-20, within(ROUNDED));
    assertThat(jump("lif-exp", "signed", 40)).isCloseTo(20 / 250.0, within(ROUNDED));
    // w·(t/τ)·exp(1 - t/τ) has the integral e·w·τ, τ = 2 ms
    assertThat(bias("lif-alpha", "signed", 3)).isCloseTo(6 * Math.E, within(ROUNDED));
  }

  @Test
  void theFlysDriveIsWorthItsShareOfTheMembranesTime() {
    assertThat(bias("lif-shiu", "signed", 3.6)).isCloseTo(3.6 * 5 / 20, within(ROUNDED));
    assertThat(bias("lif-shiu", "direct", 3.6)).isCloseTo(3.6, within(ROUNDED));
  }

  @Test
  void aConductanceIsWorthWhatItLetsInAtTheStart() {
    // 6 nS for 5 ms at 60 mV from its reversal potential; 10 ms at -20 mV
    assertThat(bias("lif-cond", "excitatory", 6)).isCloseTo(6 * 5 * 60, within(1e-9));
    assertThat(bias("lif-cond", "signed", -6)).isCloseTo(-6 * 10 * 20, within(1e-9));
    assertThat(jump("adex", "excitatory", 6)).isCloseTo(6 * 5 * 70.6 / 281, within(1e-9));
    assertThat(jump("hodgkin-huxley", "excitatory", 1)).isCloseTo(5 * 65 / 10.0, within(1e-9));
  }

  @Test
  void aDifferenceOfExponentialsIsWorthItsArea() {
    double rise = 0.5;
    double decay = 2.4;
    double top = Math.log(decay / rise) * rise * decay / (decay - rise);
    double peak = Math.exp(-top / decay) - Math.exp(-top / rise);
    // AMPA of 1 nS at 65 mV from its reversal potential
    assertThat(bias("lif-receptors", "ampa", 1))
        .isCloseTo((decay - rise) / peak * 65, within(1e-9));
  }

  @Test
  void parametersCountByTheirMeans() {
    Population slow = cells(NeuronModels.named("", "lif-exp"), p -> p.param("tau_exc", "4 ms"));
    assertThat(SpikeWorth.bias(slow, receptor(slow, "signed"), 1).orElseThrow())
        .isCloseTo(4, within(ROUNDED));
  }

  @Test
  void theStateThatTakesTheBiasIsThePotentialWhereNoneIsNamedV() {
    Population cells =
        told(
            "bias in pA\nstate u = 0 mV\nstate i = 0 pA\ndu/dt = (i + bias)/(10 pF)\n"
                + "di/dt = -i/(3 ms)\non signed: i += 2*w\nspike when u > 1 mV\nreset: u = 0 mV");
    assertThat(SpikeWorth.jump(cells, receptor(cells, "signed"), 5).orElseThrow())
        .isCloseTo(3, within(ROUNDED));
  }

  @Test
  void whatDoesNotPassOrIsNoSpikeCannotBeTold() {
    Population kept =
        told(
            "bias in pA\nstate v = 0 mV\nstate i = 0 pA\ndv/dt = (i + bias)/(10 pF)\n"
                + "di/dt = 0 pA/ms\non signed: i += w\nspike when v > 1 mV\nreset: i = 0 pA");
    assertThat(SpikeWorth.jump(kept, receptor(kept, "signed"), 1)).isEmpty();
    Population unbiased =
        told("state v = 0 mV\ndv/dt = -v/(5 ms)\non signed: v += w\nspike when v > 1 mV");
    assertThat(SpikeWorth.jump(unbiased, receptor(unbiased, "signed"), 1)).hasValue(1);
    assertThat(SpikeWorth.bias(unbiased, receptor(unbiased, "signed"), 1)).isEmpty();
    Population joined = cells(NeuronModels.named("", "lif-receptors"), p -> p);
    assertThat(SpikeWorth.jump(joined, receptor(joined, "gap"), 1)).isEmpty();
    Population rates = cells(NeuronModels.named("", "relu"), p -> p);
    assertThat(SpikeWorth.jump(rates, receptor(rates, "signed"), 1)).isEmpty();
  }
}
