package org.hillock.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hillock.core.census.Amount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeFigureTest {

  private static final SizeFigure.Sized SMALL =
      new SizeFigure.Sized("small", Amount.of(10), Amount.about(100, 50, 500));
  private static final SizeFigure.Sized UNKNOWN =
      new SizeFigure.Sized("unknown", Amount.unknown(), Amount.of(0));

  @ParameterizedTest
  @ValueSource(doubles = {Drawable.NARROW, Drawable.WIDE})
  void networksStandBesideBrains(double width) {
    String svg = new SizeFigure(List.of(SMALL)).at(width).svg(Theme.LIGHT);
    assertThat(svg).contains("small", "human brain", "GPT-3 175B", "fruit fly", "log scale");
    String alone = new SizeFigure(List.of(SMALL, UNKNOWN), List.of()).at(width).svg(Theme.LIGHT);
    assertThat(alone).contains("small", "unknown", "range").doesNotContain("human brain");
    // two in the legend, two of the small one, one of the unknown's counted zero synapses
    assertThat(alone.split("<circle", -1)).hasSize(6);
  }
}
