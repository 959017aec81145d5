package org.hillock.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.lab.comparison.Raster;
import org.hillock.report.ComparisonFigures;
import org.hillock.report.ReportFigure;
import org.hillock.report.SampleComparisons;
import org.hillock.report.text.ComparisonTable;
import org.hillock.report.text.NumberText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class FigureTest {

  @TempDir Path folder;

  @Test
  void widthsAreThoseOfTheFont() {
    // Liberation Sans, like Arial: A 1366, B 1366, space 569 of 2048 units.
    assertThat(Typeface.width("A B", 2048)).isCloseTo(1366 + 569 + 1366, within(1e-9));
    assertThat(Typeface.width("", 12)).isZero();
    // Raised digits are drawn from the digits, 1139 wide, at 0.64.
    assertThat(Typeface.width("⁰", 2048)).isCloseTo(0.64 * 1139, within(1e-9));
    assertThat(Typeface.outline("A", 0, 0, 2048).getBounds().height).isEqualTo(1409);
  }

  @Test
  void textIsCutOrBrokenToFit() {
    String cut = Lettering.fit("a rather long name", 13, 60);
    assertThat(cut).endsWith("…");
    assertThat(Typeface.width(cut, 13)).isLessThanOrEqualTo(60);
    assertThat(Lettering.wrap("one two three four", 13, 60, 2)).hasSize(2);
  }

  @Test
  void ticksAreRoundNumbers() {
    assertThat(labels(LinearScale.around(0.962, 0.987, true), 6))
        .containsExactly("96.0 %", "96.5 %", "97.0 %", "97.5 %", "98.0 %", "98.5 %", "99.0 %");
    assertThat(labels(LinearScale.around(0, 34, false), 4))
        .containsExactly("0", "10", "20", "30", "40");
    assertThat(labels(LinearScale.around(-2, 2, false), 4))
        .containsExactly("−2", "−1", "0", "1", "2");
    assertThat(labels(LinearScale.around(0, 0, true), 5)).first().isEqualTo("0 %");
    assertThat(LinearScale.step(7, 5)).isEqualTo(2);
  }

  @Test
  void powersStandOnLogarithmicAxes() {
    assertThat(labels(LogScale.around(new double[] {300, 6e14}), 20))
        .startsWith("10²", "10³", "10⁴");
    assertThat(labels(LogScale.around(new double[] {0, 5, 900}), 9))
        .containsExactly("0", "1", "10", "100", "1,000");
    LogScale scale = LogScale.around(new double[] {1, 100});
    assertThat(scale.fraction(10)).isCloseTo(0.5, within(1e-12));
  }

  private static List<String> labels(PlotScale scale, int most) {
    return scale.ticks(most).stream().map(Tick::label).filter(l -> !l.isEmpty()).toList();
  }

  @Test
  void everyFigureIsWellFormedAndDrawnAtEveryWidth() throws Exception {
    for (ReportFigure figure : ComparisonFigures.of(SampleComparisons.hostile()).all()) {
      for (double width : new double[] {Drawable.NARROW, Drawable.WIDE}) {
        Figure drawn = figure.drawing().at(width);
        for (Theme theme : Theme.values()) {
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(drawn.svg(theme))));
        }
      }
    }
  }

  @Test
  void pngHasTwoDotsForEachPxAndIsNotBlank() throws Exception {
    Raster raster = SampleComparisons.raster();
    Path file = folder.resolve("new/raster.png");
    RasterFigure figure = RasterFigure.of(raster.lanes(), raster.fromMs(), raster.toMs());
    figure.png(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2 * (720 + 24));
    assertThat(image.getHeight()).isEqualTo((int) Math.ceil(2 * (figure.at(720).height() + 24)));
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(IntStream.of(image.getRGB(0, 0, 1488, image.getHeight(), null, 0, 1488)).distinct())
        .hasSizeGreaterThan(10);
  }

  @Test
  void ratesCountEverySpikeOnce() {
    Raster.Lane lane = new Raster.Lane("a", 2, new double[] {0, 0.5, 1, 9.5, 10}, new int[5]);
    // 2 spikes of 2 neurons in the first ms: 1000 Hz; one spike in 1 ms: 500 Hz.
    double[] rates = SpikeTimes.ratesHz(lane, 0, 1, 10);
    assertThat(rates[0]).isEqualTo(1000);
    assertThat(rates[1]).isEqualTo(500);
    assertThat(rates[9]).isEqualTo(1000);
    assertThat(RatesFigure.of(List.of(lane), 0, 1000).binMs()).isEqualTo(50);
  }

  @Test
  void aNeuronOutsideItsLaneIsRefused() {
    Raster.Lane lane = new Raster.Lane("exc", 2, new double[] {1}, new int[] {2});
    assertThatThrownBy(() -> RasterFigure.of(List.of(lane), 0, 10))
        .hasMessage("exc: neuron 2 of 2");
    assertThatThrownBy(() -> RasterFigure.of(List.of(), 0, 10)).hasMessage("no population to draw");
  }

  @Test
  void populationsStandInOrderOfTheLongestPathAndCyclesAreFeedback() {
    Network network =
        Network.builder("loop")
            .population("in", 3, "input")
            .population("a", 4, "tanh")
            .population("b", 4, "tanh")
            .projection("in", "a", new Connectivity.Dense(), p -> p)
            .projection("in", "b", new Connectivity.Dense(), p -> p)
            .projection("a", "b", new Connectivity.Dense(), p -> p)
            .projection("b", "a", new Connectivity.Dense(), p -> p)
            .projection("a", "a", new Connectivity.AllToAll(false), p -> p)
            .build();
    NetworkLayers layers = NetworkLayers.of(network);
    assertThat(layers.layers()).containsExactly(List.of("in"), List.of("a"), List.of("b"));
    assertThat(layers.feedback()).containsExactlyInAnyOrder("b_a", "a_a");
    assertThat(new NetworkFigure(network).svg(Theme.LIGHT)).contains("stroke-dasharray", ">12<");
  }

  @Test
  void labelsMoveApart() {
    double[] places = Spread.apart(new double[] {50, 50, 51}, 15, 0, 60);
    assertThat(places).containsExactly(30, 45, 60);
  }

  @Test
  void numbersReadAsPeopleWriteThem() {
    assertThat(NumberText.number(84480)).isEqualTo("84,480");
    assertThat(NumberText.number(0.123456)).isEqualTo("0.123");
    assertThat(NumberText.number(-1.5e-5)).isEqualTo("−1.5 × 10⁻⁵");
    assertThat(NumberText.number(6e14)).isEqualTo("6 × 10¹⁴");
    assertThat(NumberText.percent(0.9753)).isEqualTo("97.5 %");
    assertThat(NumberText.percent(1)).isEqualTo("100 %");
    assertThat(NumberText.percent(0.0001)).isEqualTo("< 0.1 %");
  }

  @Test
  void theTerminalTableFitsOrStands() {
    String wide = ComparisonTable.render(SampleComparisons.digits(), 100);
    assertThat(wide.lines()).allMatch(line -> line.length() <= 100).hasSize(22);
    assertThat(wide)
        .contains("not defined", "84,480 multiply-adds", "20 % to 95 %", "counted, exact");
    String small = ComparisonTable.render(SampleComparisons.digits(), 40);
    assertThat(small.lines()).allMatch(line -> line.length() <= 40).contains("spiking twin");
    assertThat(ComparisonTable.render(SampleComparisons.hostile(), 80)).doesNotContain("\u001b");
  }
}
