package org.hillock.lab.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastAmountTest {

  @Test
  void findsEveryConditionsThreshold() {
    double[] thresholds = {0.3, 7.77, 42, -1, 99.99};
    double[] found =
        LeastAmount.find(
            thresholds.length,
            0,
            50,
            (condition, amount) -> {
              boolean[] happened = new boolean[amount.length];
              for (int i = 0; i < happened.length; i++) {
                happened[i] = amount[i] >= thresholds[condition[i]];
              }
              return happened;
            });
    // 50 over 7 · 9³
    assertThat(found[0]).isCloseTo(0.3, within(0.01));
    assertThat(found[1]).isCloseTo(7.77, within(0.01));
    assertThat(found[2]).isCloseTo(42, within(0.01));
    assertThat(found[3]).as("happens with nothing").isZero();
    assertThat(found[4]).as("never happens").isNaN();
  }

  @Test
  void lawsAreFoundAgain() {
    double[] d = {0.1, 0.3, 1, 3, 10, 30};
    double[] lapicque = new double[d.length];
    double[] weiss = new double[d.length];
    for (int i = 0; i < d.length; i++) {
      lapicque[i] = 50 / (1 - Math.exp(-d[i] / 4));
      weiss[i] = 50 * (1 + 3 / d[i]);
    }
    StrengthDuration.Law l = StrengthDuration.fitted(d, lapicque).lapicque();
    // Time constants are tried in steps of half a percent.
    assertThat(l.rheobasePa()).isCloseTo(50, within(0.2));
    assertThat(l.chronaxieMs()).isCloseTo(4 * Math.log(2), within(0.02));
    StrengthDuration.Law w = StrengthDuration.fitted(d, weiss).weiss();
    assertThat(w.rheobasePa()).isCloseTo(50, within(1e-9));
    assertThat(w.chronaxieMs()).isCloseTo(3, within(1e-9));
  }
}
