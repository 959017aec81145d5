package org.hillock.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.lab.summation.UnitsRecord;
import org.hillock.lab.summation.UnitsRecord.Target;
import org.hillock.report.SampleAddition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdditionFiguresTest {

  @ParameterizedTest
  @ValueSource(doubles = {Drawable.NARROW, Drawable.WIDE})
  void pairsStandBesideExactAddition(double width) {
    String svg = new PairSummationFigure(SampleAddition.pairs(false)).at(width).svg(Theme.LIGHT);
    assertThat(svg)
        .contains("expected (mV)", "measured (mV)", "exact addition")
        .contains("one branch, AMPA and NMDA", "two branches, AMPA", "passive dendrites");
    assertThat(new PairRatioFigure(SampleAddition.pairs(true)).at(width).svg(Theme.LIGHT))
        .contains("(nS)", "measured / expected peak", "active dendrites");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Drawable.NARROW, Drawable.WIDE})
  void qualityStandsAgainstTheNumberOfUnits(double width) {
    UnitsRecord units = UnitsRecord.shipped();
    String potential =
        new UnitsFigure(units, "volleys", Target.POTENTIAL).at(width).svg(Theme.LIGHT);
    assertThat(potential).contains("hidden units", "variance explained, held out (%)", "a ball");
    assertThat(new UnitsFigure(units, "steady", Target.SPIKES).at(width).svg(Theme.LIGHT))
        .contains("log-likelihood explained, held out (%)", "active branches");
  }
}
