package org.hillock.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.cell.Concentration.Side;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Rest;
import org.hillock.core.cell.RestPreset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestFigureTest {

  @ParameterizedTest
  @ValueSource(doubles = {Drawable.NARROW, Drawable.WIDE})
  void potentialsStandAgainstThePotassiumOutside(double width) {
    Rest rest = RestPreset.MAMMALIAN_NEURON.rest();
    String svg = new RestFigure(rest, "a mammal").at(width).svg(Theme.LIGHT);
    assertThat(svg).contains("(mM)", "log scale", "(mV)", "rest", "Nernst k+", "Nernst cl-");
    assertThat(svg).contains("at 5 mM: −69.8 mV");
    assertThat(svg).as("calcium cannot pass").doesNotContain("ca2+");
    // What lies beyond the usual range is drawn, too.
    Rest little = rest.with(Ion.POTASSIUM, Side.OUTSIDE, 0.02);
    assertThat(new RestFigure(little, "a mammal").at(width).svg(Theme.LIGHT))
        .contains("at 0.02 mM: ");
  }
}
