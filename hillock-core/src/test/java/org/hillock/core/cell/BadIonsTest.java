package org.hillock.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hillock.core.cell.Concentration.Side;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

/** What cannot be is told with its place, its value and what is allowed. */
class BadIonsTest {

  private static void told(ThrowingCallable wrong, String... words) {
    assertThatThrownBy(wrong).isInstanceOf(UsageException.class).hasMessageContainingAll(words);
  }

  @Test
  void concentrationsLieAboveZero() {
    told(() -> new Concentration(Ion.POTASSIUM, 140, -5), "ions.k.out: -5 mM is not > 0 mM");
    told(() -> new Concentration(Ion.POTASSIUM, 0, 5), "ions.k.in: 0 mM is not > 0 mM");
    told(() -> new Concentration(Ion.SODIUM, Double.NaN, 5), "ions.na.in: NaN mM");
    told(() -> new Concentration(Ion.SODIUM, 5, 15_000), "ions.na.out", "<= 10000 mM");
    Rest rest = RestPreset.MAMMALIAN_NEURON.rest();
    told(() -> rest.with(Ion.CHLORIDE, Side.INSIDE, -1), "ions.cl.in: -1 mM");
    told(() -> rest.with(Ion.MAGNESIUM, Side.INSIDE, 1), "ions.mg: ion 'mg' is unknown");
  }

  @Test
  void eachIonStandsOnce() {
    Concentration k = new Concentration(Ion.POTASSIUM, 140, 5);
    told(() -> Concentrations.of(k, k), "ions.k: stands twice");
    told(() -> Concentrations.of(), "ions: there are none");
  }

  @Test
  void waterIsLiquid() {
    told(() -> new Temperature(-300), "celsius: -300 degrees", "0..60", "absolute zero");
    told(() -> new Temperature(61), "61 degrees Celsius is not in 0..60");
    told(() -> new Temperature(Double.NaN), "NaN degrees");
    told(() -> Temperature.of("cell.celsius", -4), "cell.celsius: -4 degrees Celsius");
    assertThat(Temperature.of("cell.celsius", 6.3).kelvin()).isEqualTo(279.45);
    assertThatThrownBy(() -> new Temperature(-4)).hasMessageNotContaining("absolute");
  }

  @Test
  void somethingPasses() {
    told(() -> new Permeabilities(Map.of(Ion.SODIUM, -1.0)), "permeability.na: -1 is not >= 0");
    told(() -> new Permeabilities(Map.of(Ion.SODIUM, Double.NaN)), "permeability.na: NaN");
    told(() -> new Permeabilities(Map.of(Ion.SODIUM, 0.0)), "permeability: no ion can pass");
    Rest rest = RestPreset.SQUID_AXON.rest();
    told(() -> rest.with(Ion.MAGNESIUM, 1), "permeability.mg: ion 'mg' is unknown", "known: k");
  }

  @Test
  void ionsHaveNamesAndCharges() {
    told(() -> new Ion("Na", 1), "'Na' cannot name an ion");
    told(() -> new Ion("li", 0), "ions.li.valence: 0");
    told(() -> new Ion("li", 5), "ions.li.valence: 5 is not in -4..4");
    told(() -> new Ion("na", 2), "ions.na.valence: 2 is not the charge of na, which is 1");
    told(() -> Ion.named("--set", "cal", Ion.usual()), "--set: ion 'cal'", "did you mean 'ca'?");
    assertThat(Ion.named("", "Ca2+", Ion.usual())).isEqualTo(Ion.CALCIUM).hasToString("ca2+");
    assertThat(Ion.named("", "chloride", Ion.usual())).hasToString("cl-");
    Ion lithium = new Ion("li", 1);
    assertThat(Ion.named("", "li", List.of(Ion.SODIUM, lithium))).isEqualTo(lithium);
  }

  @Test
  void presetsHaveNames() {
    assertThat(RestPreset.named("squid-axon")).isEqualTo(RestPreset.SQUID_AXON);
    told(() -> RestPreset.named("squid-axn"), "'squid-axn'", "did you mean 'squid-axon'?");
  }
}
