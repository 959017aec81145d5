package org.hillock.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.report.SampleAnswers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhyFigureTest {

  @ParameterizedTest
  @ValueSource(doubles = {Drawable.NARROW, Drawable.WIDE})
  void neuronsStandBeforeThoseTheyReached(double width) {
    Figure figure = new WhyFigure(SampleAnswers.fired(), 3).at(width);
    assertThat(figure.svg(Theme.LIGHT))
        .contains("target[0]", "relay[2]", "fired at 31.5 ms", "+14.5 mV", "takes away");
    assertThat(figure.svg(Theme.DARK)).contains("list[4]");
    assertThat(figure.marks()).filteredOn(Mark.Box.class::isInstance).hasSize(2);
    assertThat(figure.description()).contains("inh[1] −1.5 mV");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Drawable.NARROW, Drawable.WIDE})
  void whatIsNotToldOneByOneIsOneLine(double width) {
    assertThat(new WhyFigure(SampleAnswers.shared(), 3).at(width).svg(Theme.LIGHT))
        .contains("27 more");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNeuronByItselfIsACurveForEachInput(boolean spiking) {
    assertThat(new IsolationFigure(SampleAnswers.isolation(spiking)).svg(Theme.LIGHT))
        .contains("in[3]", spiking ? "spikes of out[0]" : "output of out[0]");
  }
}
