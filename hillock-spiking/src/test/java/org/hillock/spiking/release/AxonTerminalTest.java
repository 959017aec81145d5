package org.hillock.spiking.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.cell.Release;
import org.hillock.core.cell.ReleaseProbability.BoundCalcium;
import org.hillock.core.cell.ReleaseProbability.Facilitation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxonTerminalTest {

  private static final int SITES = 8;
  private static final int TRIALS = 20_000;

  /** Released by each of {@code count} action potentials, {@code gapMs} apart. */
  private static double[] train(AxonTerminal terminal, int count, double gapMs) {
    double[] released = new double[count];
    for (int i = 0; i < count; i++) {
      released[i] = terminal.arrives(i * gapMs, 10L * i);
    }
    return released;
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 50, 200, 5000})
  void depressionSettlesWhereTheFormulaSays(double gap) {
    double u = 0.5;
    double tau = 800;
    AxonTerminal terminal = new AxonTerminal(Release.depressing(SITES), 1, 0);
    double[] released = train(terminal, 200, gap);
    // A fixed point of x ← 1 - (1 - x·(1 - U))·e, with what is left after 200 spikes: (U' e)^200
    double e = Math.exp(-gap / tau);
    double x = (1 - e) / (1 - (1 - u) * e);
    assertThat(released[0]).isEqualTo(u * SITES);
    assertThat(released[199]).isCloseTo(u * x * SITES, within(1e-12));
    assertThat(released[199]).isLessThan(released[0]);
  }

  @Test
  void facilitationSettlesWhereTheFormulaSays() {
    double u = 0.1;
    double tau = 500;
    double gap = 20;
    Release release = new Release(new Facilitation(u, tau), 1, 0, false);
    double[] released = train(new AxonTerminal(release, 1, 0), 200, gap);
    // u ← u·e·(1 - U) + U
    double settled = u / (1 - (1 - u) * Math.exp(-gap / tau));
    assertThat(released[0]).isEqualTo(u);
    assertThat(released[1]).isCloseTo(u + (1 - u) * u * Math.exp(-gap / tau), within(1e-15));
    assertThat(released[199]).isCloseTo(settled, within(1e-12));
  }

  @Test
  void releaseGrowsWithTheFourthPowerOfLittleCalcium() {
    BoundCalcium calcium = new BoundCalcium(0, 1e-6, 50, 0.01, 4, 1);
    // (c/K)^4 less 4·c/K of it: c/K is 1e-4
    assertThat(calcium.at(1e-6)).isCloseTo(1e-16, within(1e-19));
    assertThat(calcium.at(2e-6) / calcium.at(1e-6)).isCloseTo(16, within(0.01));
    assertThat(calcium.at(1)).isBetween(0.9, 1.0);
    assertThat(calcium.at(-1)).isZero();
  }

  @Test
  void residualCalciumFacilitates() {
    BoundCalcium calcium = new BoundCalcium(5e-5, 0.002, 50, 0.01, 4, 1);
    AxonTerminal terminal = new AxonTerminal(new Release(calcium, SITES, 0, false), 1, 0);
    double first = terminal.arrives(0, 0);
    assertThat(terminal.calciumMm(0)).isCloseTo(0.00205, within(1e-15));
    assertThat(terminal.calciumMm(50)).isCloseTo(5e-5 + 0.002 / Math.E, within(1e-15));
    double soon = terminal.arrives(10, 100);
    assertThat(soon).isGreaterThan(2 * first);
    assertThat(terminal.arrives(2000, 20_000)).isCloseTo(first, within(1e-12));
    // What a cell computes counts in place of the pool.
    AxonTerminal told = new AxonTerminal(new Release(calcium, SITES, 0, false), 1, 0);
    assertThat(told.arrives(0, 0, 0.00205)).isEqualTo(first);
    assertThat(told.calciumMm(0)).isCloseTo(0.00205, within(1e-15));
  }

  @Test
  void quantaAreBinomial() {
    double p = 0.3;
    Release release = new Release(new Facilitation(p, 0), SITES, 800, true);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < TRIALS; i++) {
      double released = new AxonTerminal(release, 7, i).arrives(0, 0);
      sum += released;
      squares += released * released;
    }
    double mean = sum / TRIALS;
    double variance = squares / TRIALS - mean * mean;
    double expected = SITES * p * (1 - p);
    // Four standard errors: of the mean √(var/n), of a variance about var·√(2/n).
    assertThat(mean).isCloseTo(SITES * p, within(4 * Math.sqrt(expected / TRIALS)));
    assertThat(variance).isCloseTo(expected, within(4 * expected * Math.sqrt(2.0 / TRIALS)));
  }

  @Test
  void onAverageDrawnVesiclesDepressAsTheMeanDoes() {
    Release release = new Release(new Facilitation(0.4, 100), SITES, 300, false);
    int count = 10;
    double gap = 25;
    double[] mean = train(new AxonTerminal(release, 1, 0), count, gap);
    double[] sums = new double[count];
    for (int i = 0; i < TRIALS; i++) {
      double[] drawn = train(new AxonTerminal(release.drawn(), 3, i), count, gap);
      for (int k = 0; k < count; k++) {
        assertThat(drawn[k]).isBetween(0.0, (double) SITES).isEqualTo(Math.rint(drawn[k]));
        sums[k] += drawn[k];
      }
    }
    for (int k = 0; k < count; k++) {
      // A site gives 0 or 1, so its variance is q·(1 - q); four standard errors.
      double q = mean[k] / SITES;
      double error = 4 * Math.sqrt(SITES * q * (1 - q) / TRIALS);
      assertThat(sums[k] / TRIALS).as("spike " + k).isCloseTo(mean[k], within(error));
    }
  }

  @Test
  void theSameAddressGivesTheSameVesicles() {
    Release release = Release.depressing(SITES).drawn();
    double[] once = train(new AxonTerminal(release, 5, 9), 100, 40);
    assertThat(train(new AxonTerminal(release, 5, 9), 100, 40)).isEqualTo(once);
    assertThat(train(new AxonTerminal(release, 5, 10), 100, 40)).isNotEqualTo(once);
    assertThat(train(new AxonTerminal(release, 6, 9), 100, 40)).isNotEqualTo(once);
    AxonTerminal terminal = new AxonTerminal(release, 5, 9);
    double sum = terminal.arrives(0, 0);
    assertThat(terminal.ready()).isEqualTo(SITES - sum);
  }

  @Test
  void certainReleaseEmptiesAndNoDelayRefills() {
    Release release = new Release(new Facilitation(1, 0), SITES, 0, true);
    assertThat(train(new AxonTerminal(release, 1, 0), 3, 1)).containsOnly(SITES);
    Release slow = new Release(new Facilitation(1, 0), SITES, 1e9, true);
    assertThat(train(new AxonTerminal(slow, 1, 0), 3, 1)).containsExactly(SITES, 0, 0);
  }

  @Test
  void timeRunsForward() {
    AxonTerminal terminal = new AxonTerminal(Release.depressing(1), 1, 0);
    terminal.arrives(5, 50);
    assertThatThrownBy(() -> terminal.arrives(4, 51)).hasMessageContaining("4.0 after 5.0");
    assertThatThrownBy(() -> terminal.arrives(6, 50)).hasMessageContaining("step 50");
    assertThatThrownBy(() -> terminal.arrives(6, 60, 0.1)).hasMessageContaining("calcium");
    assertThatThrownBy(() -> new AxonTerminal(Release.depressing(1), 1, -1))
        .hasMessageContaining("terminal -1");
    assertThat(terminal.calciumMm(7)).isZero();
  }
}
