package org.hillock.cell.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.hillock.core.cell.RestPreset;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.transmitter.Transmitters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped receptors let pass in a cell whose potential is held. */
class ReceptorTextsTest {

  private static final double DT = 0.025;

  private static MechanismText text(String name) {
    try (InputStream in = Cell.class.getResourceAsStream("mechanisms/" + name + ".mechanism")) {
      assertThat(in).as(name).isNotNull();
      return MechanismText.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The current in pA, after each step, of one event of this weight at the start. */
  private static double[] current(String name, double heldMv, double weight, int steps) {
    Cell cell =
        new CellBuilder("held", new MorphologyBuilder("held").root("soma", 20, 20).build())
            .celsius(37)
            .initialMv(heldMv)
            .membrane("all", 1, 100)
            .ion(Ion.CHLORIDE, 7, 110)
            .ion(Ion.POTASSIUM, 140, 5)
            .ion(Ion.CALCIUM, 1e-4, 2)
            .synapse("receptors.r", "r", text(name), Map.of(), List.of(new Place("soma", 0.5)))
            .spikes("soma", 40)
            .build();
    CellPlan plan = CellPlan.of(cell, DT);
    CableState state = new CableState(plan, 1);
    double[] held = new double[plan.grid().size()];
    java.util.Arrays.fill(held, heldMv);
    double[] pa = new double[steps];
    state.arrive(0, 0, 0, weight);
    for (int n = 0; n < steps; n++) {
      state.step(new double[held.length], held);
      int current = plan.receptors().getFirst().current();
      pa[n] = state.kept(Cable.MechanismKind.RECEPTORS, 0, current, 0, 0);
    }
    return pa;
  }

  private static int peak(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
    }
    return best;
  }

  @ParameterizedTest
  @CsvSource({
    "ampa, ampa, 0.5, 2.4, 0",
    "nmda, nmda, 4, 40, 0",
    "nmda-calcium, nmda, 4, 40, 0",
    "gaba-a, gaba_a, 1, 7, cl",
    "gaba-b, gaba_b, 60, 200, k",
    "glycine, glycine, 0.5, 7, cl",
    "nicotinic, nicotinic, 1, 5, 0",
    "two-exponentials, '', 0.5, 5, 0",
    "alpha, '', 2, 2, 0"
  })
  void anEventsConductancePeaksAtItsWeight(
      String name, String receptor, double rise, double decay, String turnsAround) {
    double e =
        switch (turnsAround) {
          case "cl" -> RestPreset.MAMMALIAN_NEURON.rest().nernstMv(Ion.CHLORIDE);
          case "k" -> RestPreset.MAMMALIAN_NEURON.rest().nernstMv(Ion.POTASSIUM);
          default -> 0;
        };
    double weight = 3;
    double v = e + 10;
    double late = rise == decay ? rise : Math.log(decay / rise) * rise * decay / (decay - rise);
    double[] pa = current(name, v, weight, (int) (3 * late / DT));
    double open = name.startsWith("nmda") ? 1 / (1 + Math.exp(-0.062 * v) / 3.57) : 1;
    int at = peak(pa);
    // A step is 1/20 of the fastest rise: the true peak lies within half a step, 1e-3 below.
    assertThat(pa[at] / (weight * 10 * open)).isCloseTo(1, within(2e-3));
    assertThat((at + 0.5) * DT).isCloseTo(late, within(2 * DT));
    if (!receptor.isEmpty()) {
      // One home for these numbers: what the catalogue says.
      var kind = Transmitters.shipped().receptor(receptor).orElseThrow();
      assertThat(kind.kinetics().orElseThrow().riseMs()).isEqualTo(rise);
      assertThat(kind.kinetics().orElseThrow().decayMs()).isEqualTo(decay);
      assertThat(text(name).standard("rise").value()).isEqualTo(rise);
      assertThat(text(name).standard("decay").value()).isEqualTo(decay);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ampa-kinetic, 1.1, 0.19, 1.1, 1.2, 0.5, 1",
    "ampa-kinetic, 1.1, 0.19, 1.1, 1.2, 0.5, 10",
    "nmda-kinetic, 0.072, 0.0066, 1.1, 1.2, 0.3, 1",
    "gaba-a-kinetic, 5, 0.18, 1, 1, 0.5, 1"
  })
  void transmitterOpensReceptorsUntilAllAreOpen(
      String name,
      double alpha,
      double beta,
      double quantum,
      double clear,
      double gMax,
      double vesicles) {
    boolean chloride = name.startsWith("gaba");
    double e = chloride ? RestPreset.MAMMALIAN_NEURON.rest().nernstMv(Ion.CHLORIDE) : 0;
    double v = e + 10;
    int steps = 400;
    double[] pa = current(name, v, vesicles, steps);
    // The equation of r on a grid 250 times as fine, by midpoints.
    double dt = DT / 250;
    double r = 0;
    double most = 0;
    for (int n = 0; n < 250 * steps; n++) {
      double cleft = vesicles * quantum * Math.exp(-(n + 0.5) * dt / clear);
      double rate = alpha * cleft + beta;
      double settled = alpha * cleft / rate;
      r = settled + (r - settled) * Math.exp(-rate * dt);
      most = Math.max(most, r);
    }
    double open = name.startsWith("nmda") ? 1 / (1 + Math.exp(-0.062 * v) / 3.57) : 1;
    double share = pa[peak(pa)] / (10 * gMax * open);
    assertThat(share).isBetween(0.0, 1.0);
    // The step takes transmitter as of its beginning: half a step of 1 ms, 1.3 % more of it.
    assertThat(share / most).isCloseTo(1, within(0.02));
  }
}
