package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.data.Dataset;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.network.CellModels;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.lab.axis.Axis;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Subject;
import org.hillock.lab.axis.noise.NoiseSource;
import org.junit.jupiter.api.Test;

/** Chance that comes from a channel of cells with parts, and the same cells without it. */
class NoisyCellAxisTest {

  private static final String TREMBLE =
      """
      channel tremble
      about Lets a current through that wanders about (xi) around 0.
      parameter s = 8 uA/cm^2 >= 0    # not normal()
      parameter tau = 3 ms > 0
      state n = 0
      dn/dt = -n/tau + sqrt(2/tau)*xi
      current = s*n
      """;

  private static Cell cell() {
    return new CellBuilder("noisy", new MorphologyBuilder("noisy").root("soma", 20, 20).build())
        .celsius(6.3)
        .initialMv(-65)
        .membrane("all", 1, 150)
        .ion(Ion.SODIUM, 15, 145, 50)
        .ion(Ion.POTASSIUM, 140, 5, -77)
        .insert("soma", "na-hh", Map.of())
        .insert("soma", "k-hh", Map.of())
        .insert("soma", "leak", Map.of())
        .insert("channels[3]", "soma", MechanismText.read("tremble", TREMBLE), Map.of())
        .synapse("r", "ampa", Map.of(), "soma(0.5)")
        .spikes("soma", 0)
        .build();
  }

  private static Network network() {
    return Network.builder("noisy")
        .population("image", 2, "input")
        .population("middle", 2, "if", p -> p.param("v_th", "2 mV"))
        .population("out", 2, CellModels.of(cell()), p -> p)
        .projection(
            "image",
            "middle",
            new Connectivity.OneToOne(),
            p -> p.weight(Values.listed(Numbers.of(1, 1), "mV")).delay("1 ms"))
        .projection(
            "middle",
            "out",
            new Connectivity.OneToOne(),
            p -> p.weight("20 nS").delay("1 ms").receptor("r"))
        .decision(new Decision.MostSpikes("out"))
        .build();
  }

  @Test
  void theChannelIsFoundAndWithoutItEveryTrialIsTheSame() {
    Network network = network();
    List<NoiseSource> sources = NoiseSource.of(network);
    assertThat(sources).extracting(NoiseSource::name).containsExactly("equations_out");
    assertThat(NoiseSource.of(NoiseSource.without(network, sources))).isEmpty();
    float[][] images = new float[15][];
    java.util.Arrays.setAll(images, _ -> new float[] {0.5f, 0.5f});
    Dataset data = new Dataset("pairs", Shape.of(2), images, new int[15], 2, "made up");
    Axis chance =
        Axis.all().stream()
            .filter(a -> a.definition().id().equals("chance"))
            .findFirst()
            .orElseThrow();
    Measurement.Measured measured =
        (Measurement.Measured) chance.ask(new Subject(network, data, 1, true));
    assertThat(measured.details().get("noise_sources")).isEqualTo(1);
    assertThat(measured.details().get("entropy_bits_with_all")).isPositive();
    assertThat(measured.details().get("fano_factor_with_all")).isPositive();
    assertThat(measured.details().get("entropy_bits_without_any")).isZero();
    assertThat(measured.details().get("fano_factor_without_any")).isZero();
    assertThat(measured.details()).doesNotContainKey("noise_sources_that_cannot_be_taken_out");
  }
}
