package org.hillock.cell.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.hillock.core.equation.MechanismText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mechanisms that draw random numbers. */
class NoisyMechanismTest {

  private static final String CHANNEL =
      """
      channel tremble
      parameter s = 10 uA/cm^2 >= 0
      parameter tau = 1 ms > 0
      state n = 0
      dn/dt = -n/tau + sqrt(2/tau)*xi
      current = s*n + 0.1*s*normal()
      """;

  private static final String RECEPTOR =
      """
      receptor flicker
      parameter tau = 1 ms > 0
      state n = 0
      dn/dt = -n/tau + sqrt(2/tau)*xi
      on flicker excites: n += w/(1 nS)
      current = 5 pA*n*(1 + 0.2*uniform())
      """;

  private static final CellPlan PLAN =
      CellPlan.of(
          new CellBuilder(
                  "noisy", new MorphologyBuilder("noisy").root("soma", 20, 20).build())
              .initialMv(-65)
              .membrane("all", 1, 100)
              .insert("channels[0]", "soma", MechanismText.read("tremble", CHANNEL), Map.of())
              .insert("soma", "leak", Map.of())
              .synapse(
                  "receptors.r",
                  "r",
                  MechanismText.read("flicker", RECEPTOR),
                  Map.of(),
                  List.of(new Place("soma", 0.5)))
              .spikes("soma", 40)
              .build(),
          0.025);

  private static double[] push(int cells) {
    return new double[PLAN.grid().size() * cells];
  }

  private static double[] course(Cable cable, int cell, int steps) {
    double[] v = new double[steps];
    for (int s = 0; s < steps; s++) {
      if (s == 100) {
        for (int c = 0; c < cable.cells(); c++) {
          cable.arrive(0, 0, c, 3);
        }
      }
      cable.step(push(cable.cells()), null);
      v[s] = cable.potentialMv(PLAN.bodyNode(), cell);
    }
    return v;
  }

  private static Cable begun(Cable cable, long seed, int first) {
    cable.restart(new CellDraws(seed, 4, first));
    return cable;
  }

  /** Bits are those of the plain twin, one at a time or with vectors, however cells are parted. */
  @Test
  void drawsAreThoseOfTheCellWhereverItIsDone() {
    double[] plain = course(begun(new PlainCables(PLAN, 3), 7, 5), 2, 400);
    assertThat(course(begun(new CableState(PLAN, 3), 7, 5), 2, 400)).isEqualTo(plain);
    assertThat(course(begun(new CableState(PLAN, 20, 1000), 7, 0), 7, 400)).isEqualTo(plain);
    assertThat(course(begun(new CableState(PLAN, 1), 7, 7), 0, 400)).isEqualTo(plain);
    assertThat(course(begun(new CableState(PLAN, 1), 8, 7), 0, 400)).isNotEqualTo(plain);
    assertThat(course(begun(new CableState(PLAN, 1), 7, 6), 0, 400)).isNotEqualTo(plain);
  }

  @Test
  void oneGoesOnAloneToTheSameBits() {
    Cable together = begun(new CableState(PLAN, 3), 7, 5);
    course(together, 0, 150);
    Cable alone = together.alone(1, 1);
    for (int s = 0; s < 100; s++) {
      together.step(push(3), null);
      alone.step(push(1), null);
      assertThat(alone.potentialMv(PLAN.bodyNode(), 0))
          .isEqualTo(together.potentialMv(PLAN.bodyNode(), 1));
    }
  }

  /**
   * dn = −n/τ + √(2/τ)·ξ has variance 1 (Ornstein and Uhlenbeck), whether a step is taken whole, as
   * in channels, or in two halves with draws of their own, as in receptors. 400 cells at 10 times,
   * 5 τ apart: the variance of 4000 independent numbers is 1 ± 0.022; four of these are allowed.
   */
  @ParameterizedTest
  @EnumSource(
      value = Cable.MechanismKind.class,
      names = {"CHANNELS", "RECEPTORS"})
  void whiteNoiseHasItsVariance(Cable.MechanismKind kind) {
    Cable cable = begun(new CableState(PLAN, 400), 1, 0);
    double squares = 0;
    double sum = 0;
    for (int s = 1; s <= 2000; s++) {
      cable.step(push(400), null);
      for (int c = 0; s % 200 == 0 && c < 400; c++) {
        double n = cable.kept(kind, 0, 0, 0, c);
        squares += n * n / 4000;
        sum += n / 4000;
      }
    }
    assertThat(sum).isCloseTo(0, within(4 / Math.sqrt(4000)));
    assertThat(squares).isCloseTo(1, within(4 * Math.sqrt(2.0 / 4000)));
  }
}
