package org.hillock.lab.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.ShippedCells;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.junit.jupiter.api.Test;

/** The shipped cell at the bench: what physiology would expect of it. */
class CellExperimentsTest {

  private static final Cell CELL = ShippedCells.multipolar();
  private static final NerveCellScene SCENE = NerveCellScene.run(Progress.NONE);

  @Test
  void atRestItStaysAtRest() {
    Watched seen =
        new SideBySide(CELL, 1).watch("soma(0.5).v", 1).watch("hillock(0.5).v", 1).run(200);
    assertThat(seen.spikesMs(0)).isEmpty();
    // Gates are a little open at rest; leak is set for a membrane without them.
    for (String site : new String[] {"soma(0.5).v", "hillock(0.5).v"}) {
      for (double mv : seen.trace(site, 0)) {
        assertThat(mv).isCloseTo(ShippedCells.REST_MV, within(0.2));
      }
    }
  }

  @Test
  void theSpikeBeginsInTheHillockAndRunsToTheTerminals() {
    TravellingSpike s = SCENE.spike();
    double hillock = s.riseMs("hillock");
    assertThat(s.riseMs("soma")).isGreaterThan(hillock);
    assertThat(s.riseMs("dendrite")).isGreaterThan(hillock);
    assertThat(s.riseMs("axon, end")).isBetween(hillock, s.riseMs("terminal"));
    // Thin axons without myelin carry spikes at some 0.2 to 2 m/s; spikes at 37 degrees last less
    // than a millisecond.
    assertThat(s.velocity()).isBetween(0.2, 2.0);
    assertThat(s.halfWidthMs()).isBetween(0.2, 1.0);
    assertThat(Arrays.stream(s.hillock().get("v")).max().orElse(0)).isBetween(20.0, 60.6);
    assertThat(Arrays.stream(s.hillock().get("sodium")).max().orElse(1)).isLessThanOrEqualTo(0);
    assertThat(Arrays.stream(s.hillock().get("potassium")).min().orElse(-1)).isNotNegative();
    for (String gate : new String[] {"m", "h", "n"}) {
      assertThat(Arrays.stream(s.hillock().get(gate)).boxed())
          .allSatisfy(x -> assertThat(x).isBetween(0.0, 1.0));
    }
    for (double[] sample : s.millivolts()) {
      assertThat(sample).hasSize(s.pieces().size());
    }
  }

  @Test
  void spikesAreAllOrNone() {
    AllOrNone a = SCENE.allOrNone();
    assertThat(a.highestBelowMv()).isLessThan(-50);
    assertThat(a.lowestAboveMv()).isGreaterThan(40);
    assertThat(a.highestAboveMv() - a.lowestAboveMv()).isLessThan(5);
    for (int i = 0; i < a.amountsPa().length; i++) {
      assertThat(a.peaksMv()[i] > 0)
          .as(a.amountsPa()[i] + " pA")
          .isEqualTo(a.amountsPa()[i] > a.thresholdPa());
    }
  }

  @Test
  void afterASpikeTheCellIsRefractory() {
    Refractoriness r = SCENE.refractoriness();
    assertThat(r.absoluteMs()).isBetween(0.8, 5.0);
    assertThat(r.relativeMs()).isBetween(r.absoluteMs(), 10.0);
    assertThat(r.ratios()[0]).isNaN();
  }

  @Test
  void shortPulsesMustBeStrong() {
    StrengthDuration s = SCENE.strengthDuration();
    for (int i = 1; i < s.durationsMs().length; i++) {
      assertThat(s.thresholdsPa()[i]).isLessThan(s.thresholdsPa()[i - 1]);
    }
    // A membrane of 20 ms whose soma is most of it: the chronaxie is near 20 ms · ln 2.
    assertThat(s.lapicque().chronaxieMs()).isBetween(7.0, 20.0);
    assertThat(s.lapicque().rheobasePa()).isPositive();
    assertThat(s.lapicque().rmsShare()).isLessThan(0.1);
    assertThat(s.weiss().chronaxieMs()).isPositive();
  }

  @Test
  void theThreeCasesAreAsTaught() {
    assertThat(SCENE.cases().cases())
        .extracting(ThreeCases.Case::fires)
        .containsExactly(true, false, true, false);
  }

  @Test
  void whatInhibitionDoesDependsOnAmountPlaceAndTime() {
    Mixture m = SCENE.mixture();
    var place = m.byPlaceNs();
    assertThat(place.get("on-path")).isLessThan(place.get("beyond"));
    assertThat(place.get("on-path")).isLessThan(place.get("sister"));
    assertThat(place.get("elsewhere")).isGreaterThan(place.get("sister"));
    int rows = m.inhibitionsNs().length;
    int columns = m.excitationsNs().length;
    for (int r = 0; r < rows; r++) {
      for (int c = 1; c < columns; c++) {
        // More excitation never stops a spike here, more inhibition never makes one.
        assertThat(m.fires()[r][c] || !m.fires()[r][c - 1]).isTrue();
        assertThat(r == 0 || m.fires()[r - 1][c] || !m.fires()[r][c]).isTrue();
      }
    }
    assertThat(m.fires()[0][columns - 1]).isTrue();
    assertThat(m.fires()[rows - 1][0]).isFalse();
    double[] lag = m.byLagNs();
    assertThat(lag[lag.length - 1]).isNaN();
  }

  @Test
  void withoutChannelsChargeDiesWithTheLengthConstant() {
    Spread s = SCENE.spread();
    for (int i = 1; i < s.distancesUm().length; i++) {
      assertThat(s.distancesUm()[i]).isGreaterThan(s.distancesUm()[i - 1]);
      assertThat(s.peaksMv()[i]).isLessThanOrEqualTo(s.peaksMv()[i - 1]);
      assertThat(s.steadyMv()[i]).isLessThanOrEqualTo(s.steadyMv()[i - 1]);
    }
    // sqrt(2 um/4 · 20,000 ohm·cm²/150 ohm·cm)
    assertThat(s.cableConstantUm()).isCloseTo(816.5, within(0.1));
    // Segments of a hundredth of the cable are constant in themselves.
    assertThat(s.farthestFromTheory()).isLessThan(0.02);
  }

  @Test
  void velocityGrowsWithDiameterAsTheoryHasIt() {
    Conduction c = SCENE.conduction();
    for (int i = 0; i < c.diametersUm().length; i++) {
      assertThat(c.myelinated()[i]).isGreaterThan(5 * c.bare()[i]);
    }
    // Rushton 1951: the root without myelin, in proportion with it. Nodes do not grow along.
    assertThat(Conduction.power(c.diametersUm(), c.bare())).isCloseTo(0.5, within(0.02));
    assertThat(Conduction.power(c.diametersUm(), c.myelinated())).isCloseTo(1, within(0.05));
  }

  @Test
  void placesThatAreNotThereAreTold() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new SideBySide(CELL, 1).inject(0, "dent[1](0.5)", 1, 0, 1).run(1))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("dent[1]");
  }
}
