package org.hillock.lab.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.training.Progress;
import org.hillock.lab.Images;
import org.hillock.lab.Nets;
import org.hillock.lab.convert.TwinLosses.OfPopulation;
import org.hillock.lab.convert.TwinLosses.Part;
import org.junit.jupiter.api.Test;

class TwinLossesTest {

  private static Network layers(int depth, double... weights) {
    var network = Network.builder("deep").population("image", 2, "input");
    String before = "image";
    for (int k = 0; k < depth; k++) {
      String name = k == depth - 1 ? "out" : "h" + k;
      network
          .population(name, 2, k == depth - 1 ? "identity" : "relu")
          .projection(before, name, Nets.dense(), Nets.weights(weights));
      before = name;
    }
    return network.decision(new Decision.LargestValue("out")).build();
  }

  private static TwinLosses losses(Network network, float[][] scaledOn, float[][] images) {
    Network twin = SpikingTwin.of(network, scaledOn, 1);
    return TwinLosses.of(network, twin, scaledOn, images, 1, Progress.NONE);
  }

  private static double sum(OfPopulation p) {
    return p.means().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void thePartsAddUpToTheErrorAndNothingIsInheritedFromTheImage() {
    float[][] images = Images.brightest(20, 9, 3).images();
    Network network =
        Network.builder("three")
            .seed(4)
            .population("image", 9, "input")
            .population("h", 12, "relu", p -> p.bias(Values.constant(0.1, "")))
            .population("out", 5, "identity")
            .projection("image", "h", Nets.dense(), p -> p.weight(Nets.normal(0.5)))
            .projection("h", "out", Nets.dense(), p -> p.weight(Nets.normal(0.5)))
            .decision(new Decision.LargestValue("out"))
            .build();
    TwinLosses losses = losses(network, images, images);
    assertThat(losses.populations())
        .extracting(OfPopulation::population)
        .containsExactly("h", "out");
    for (OfPopulation p : losses.populations()) {
      // counts are whole; potentials were read in single precision
      assertThat(sum(p)).as("%s", p).isCloseTo(p.meanRate() - p.meanValue(), within(1e-5));
    }
    OfPopulation first = losses.populations().getFirst();
    // values and weights in single precision
    assertThat(first.sizes().get(Part.INHERITED)).isLessThan(1e-5);
    // half a spike at either end at most, of 32 ms
    assertThat(first.sizes().get(Part.LEFT_OVER)).isLessThan(0.5 / 32 + 1e-5);
    assertThat(losses.populations().getLast().sizes().get(Part.INHERITED)).isPositive();
    assertThat(losses.agreement()).isGreaterThan(0.7);
  }

  /** Scaled on dim images and shown bright ones, the first layer cannot say what it should. */
  @Test
  void saturationIsNamedWhereItEnters() {
    float[][] dim = {{0.2f, 0.1f}, {0.1f, 0.2f}};
    float[][] bright = {{1, 0.9f}, {0.8f, 1}};
    TwinLosses losses = losses(layers(3, 1, 0, 0, 1), dim, bright);
    OfPopulation entry = losses.entry().orElseThrow();
    assertThat(entry.population()).isEqualTo("h0");
    assertThat(entry.cause()).isEqualTo(Part.CEILING);
    assertThat(entry.full()).isEqualTo(2);
    // 5 spikes a ms are meant and 1 is possible
    assertThat(entry.means().get(Part.CEILING)).isLessThan(-3);
    assertThat(losses.populations().get(1).sizes().get(Part.INHERITED)).isGreaterThan(3);
  }

  /** Values that are small beside their scale leave their charge below threshold. */
  @Test
  void leftOverChargeIsNamed() {
    float[][] images = {{0.01f, 0.008f}};
    TwinLosses losses = losses(layers(2, 1, 0, 0, 1), new float[][] {{1, 1}}, images);
    OfPopulation entry = losses.entry().orElseThrow();
    assertThat(entry.population()).isEqualTo("h0");
    assertThat(entry.cause()).isEqualTo(Part.LEFT_OVER);
    assertThat(entry.dead()).isEqualTo(2);
  }

  /** What is sent late does not arrive: with each layer the last ms is lost. */
  @Test
  void spikesUnderWayAreNamed() {
    float[][] images = {{1, 0.5f}};
    TwinLosses losses = losses(layers(4, 1, 0, 0, 1), images, images);
    OfPopulation last = losses.populations().getLast();
    assertThat(last.means().get(Part.UNDER_WAY)).isNegative();
    assertThat(last.means().get(Part.INHERITED)).isNegative();
    assertThat(last.sizes().get(Part.CEILING)).isZero();
  }
}
