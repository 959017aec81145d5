package org.hillock.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.hillock.core.cell.Concentration.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestTest {

  private static final Rest MAMMAL = RestPreset.MAMMALIAN_NEURON.rest();
  private static final Rest SQUID = RestPreset.SQUID_AXON.rest();

  /** The figures that we quote have one decimal. */
  private static final Offset<Double> ROUNDED = within(0.05);

  /** Rounding of some ten operations on numbers below 1000 mV. */
  private static final Offset<Double> EXACT = within(1e-10);

  @Test
  void theQuotedFiguresHold() {
    assertThat(MAMMAL.potentialMv()).isCloseTo(-69.8, ROUNDED);
    assertThat(MAMMAL.nernstMv(Ion.POTASSIUM)).isCloseTo(-89.1, ROUNDED);
    assertThat(MAMMAL.nernstMv(Ion.SODIUM)).isCloseTo(60.6, ROUNDED);
    assertThat(MAMMAL.nernstMv(Ion.CHLORIDE)).isCloseTo(-73.6, ROUNDED);
    assertThat(SQUID.potentialMv()).isCloseTo(-59.5, ROUNDED);
  }

  @Test
  void chargesOfTwoHalveTheNernstPotential() {
    Temperature warm = new Temperature(37);
    double sodium = Nernst.potentialMv(new Concentration(Ion.SODIUM, 1, 10), warm);
    double calcium = Nernst.potentialMv(new Concentration(Ion.CALCIUM, 1, 10), warm);
    double chloride = Nernst.potentialMv(new Concentration(Ion.CHLORIDE, 1, 10), warm);
    assertThat(sodium).isCloseTo(61.54, within(0.005)); // R·310.15/F·ln 10 of any handbook
    assertThat(calcium).isCloseTo(sodium / 2, EXACT);
    assertThat(chloride).isEqualTo(-sodium);
  }

  @Test
  void halvingFindsWhatTheFormulaGives() {
    for (Rest rest : List.of(MAMMAL, SQUID)) {
      double halved =
          GoldmanHodgkinKatz.halved(
              rest.concentrations(), rest.permeabilities(), rest.temperature().rtOverFMv());
      assertThat(halved).isCloseTo(rest.potentialMv(), EXACT);
    }
  }

  @Test
  void atRestNoNetCurrentFlowsWhateverTheCharges() {
    Rest rest = MAMMAL.with(Ion.CALCIUM, 3);
    double net = 0;
    double most = 0;
    for (Ion ion : rest.permeabilities().passing()) {
      double current =
          GoldmanHodgkinKatz.currentDensity(
              rest.concentrations().of(ion),
              rest.permeabilities().of(ion),
              rest.potentialMv(),
              rest.temperature());
      net += current;
      most = Math.max(most, Math.abs(current));
    }
    // What one rounding of the potential, 1e-14 mV, leaves over.
    assertThat(net).isCloseTo(0, within(1e-12 * most));
    assertThat(rest.potentialMv()).isGreaterThan(MAMMAL.potentialMv());
  }

  @Test
  void aLoneIonRestsAtItsNernstPotential() {
    for (Ion ion : MAMMAL.concentrations().ions()) {
      Rest rest =
          new Rest(
              MAMMAL.concentrations(), new Permeabilities(Map.of(ion, 0.3)), MAMMAL.temperature());
      assertThat(rest.potentialMv()).isCloseTo(rest.nernstMv(ion), EXACT);
      assertThat(rest.drivingForceMv(ion)).isCloseTo(0, EXACT);
    }
  }

  @Test
  void anIonsCurrentTurnsAroundAtItsNernstPotential() {
    Concentration calcium = MAMMAL.concentrations().of(Ion.CALCIUM);
    double nernst = MAMMAL.nernstMv(Ion.CALCIUM);
    assertThat(current(calcium, nernst)).isCloseTo(0, within(1e-9)); // of -8 uA/cm^2 at 0 mV
    assertThat(current(calcium, nernst - 10)).isNegative();
    assertThat(current(calcium, nernst + 10)).isPositive();
  }

  @Test
  void withoutAFieldIonsDiffuse() {
    // P·z·F·(in - out): 1e-4 cm/s · 2 · 96485 C/mol · (1e-4 - 2) mM
    Concentration calcium = MAMMAL.concentrations().of(Ion.CALCIUM);
    double expected = 1e-4 * 2 * 96485.33212 * (1e-4 - 2);
    assertThat(current(calcium, 0)).isCloseTo(expected, within(1e-6));
    // The series near 0 joins the formula: 0.002 mV are its limit at valence 2.
    assertThat(current(calcium, 0.0013365)).isCloseTo(current(calcium, 0.0013364), within(1e-5));
  }

  private static double current(Concentration of, double vMv) {
    return GoldmanHodgkinKatz.currentDensity(of, 1e-4, vMv, MAMMAL.temperature());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2.5})
  void sensitivitiesAreTheSlopes(double calcium) {
    Rest rest = calcium == 0 ? MAMMAL : MAMMAL.with(Ion.CALCIUM, calcium);
    double step = 1e-4; // of the logarithm; central differences are off by its square
    for (Rest.Sensitivity s : rest.sensitivities()) {
      double mm = rest.concentrations().of(s.ion()).at(s.side());
      double up = rest.with(s.ion(), s.side(), mm * Math.pow(10, step)).potentialMv();
      double down = rest.with(s.ion(), s.side(), mm / Math.pow(10, step)).potentialMv();
      assertThat(s.mvPerTenfold())
          .as(s.toString())
          .isCloseTo((up - down) / (2 * step), within(1e-5));
    }
    if (calcium == 0) {
      // Ten times as much of everything on both sides changes nothing.
      double all = rest.sensitivities().stream().mapToDouble(Rest.Sensitivity::mvPerTenfold).sum();
      assertThat(all).isCloseTo(0, EXACT);
    }
  }

  @Test
  void aConcentrationMovesWhatDependsOnIt() {
    Rest more = MAMMAL.with(Ion.POTASSIUM, Side.OUTSIDE, 10);
    List<Rest.Move> moves = more.movedFrom(MAMMAL);
    assertThat(moves).extracting(Rest.Move::what).containsExactly("rest", "e_k");
    assertThat(moves.getFirst().byMv()).isPositive();
    // A doubling is R·T/F·ln 2
    assertThat(moves.getLast().byMv())
        .isCloseTo(MAMMAL.temperature().rtOverFMv() * Math.log(2), EXACT);
    assertThat(MAMMAL.movedFrom(MAMMAL)).isEmpty();
    assertThat(MAMMAL.with(new Temperature(20)).movedFrom(MAMMAL)).hasSize(5);
    assertThat(MAMMAL.with(Ion.SODIUM, 20).movedFrom(MAMMAL))
        .extracting(Rest.Move::what)
        .containsExactly("rest");
  }

  @Test
  void openSodiumChannelsMakeAnActionPotentialsPeak() {
    // Hodgkin and Katz 1949: at the peak sodium passes 20 times as easily as potassium.
    assertThat(MAMMAL.with(Ion.SODIUM, 20).potentialMv()).isBetween(40.0, 60.0);
  }
}
