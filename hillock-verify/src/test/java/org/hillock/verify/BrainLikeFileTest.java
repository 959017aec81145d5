package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Shape;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.lab.comparison.BrainLikeNetwork;
import org.junit.jupiter.api.Test;

/** The brain-like network of the built-in comparison and the file that shows it are the same. */
class BrainLikeFileTest {

  private static final Network FILE =
      NetworkYaml.read(Path.of("..", "networks", "digits-stdp.net.yaml"));

  private static final Network BUILT =
      BrainLikeNetwork.of(Shape.of(8, 8, 1), FILE.population("exc").size(), 10, FILE.seed());

  @Test
  void cellsHaveTheSameEquationsAndParameters() {
    assertThat(FILE.populations().keySet()).isEqualTo(BUILT.populations().keySet());
    for (Population built : BUILT.populations().values()) {
      Population read = FILE.population(built.name());
      assertThat(read.shape()).isEqualTo(built.shape());
      assertThat(read.params()).isEqualTo(built.params());
      assertThat(read.model().parameters().toString())
          .isEqualTo(built.model().parameters().toString());
      assertThat(equations(read)).isEqualTo(equations(built));
    }
  }

  private static List<String> equations(Population population) {
    return population.model().equations().stream()
        .flatMap(e ->
            java.util.stream.Stream.concat(
                e.states().stream().map(s -> s.name() + " " + s.initial() + " " + s.derivative()),
                java.util.stream.Stream.of(
                    e.spike() + " " + e.refractory() + " " + e.held() + " " + e.method())))
        .toList();
  }

  @Test
  void synapsesLearnAndAreTrainedAlike() {
    assertThat(FILE.projections()).hasSameSizeAs(BUILT.projections());
    for (Projection built : BUILT.projections().values()) {
      Projection read =
          FILE.projections().values().stream()
              .filter(p -> p.from().equals(built.from()) && p.to().equals(built.to()))
              .findFirst()
              .orElseThrow();
      assertThat(read.connectivity()).isEqualTo(built.connectivity());
      assertThat(read.weights()).isEqualTo(built.weights());
      assertThat(read.delays()).isEqualTo(built.delays());
      assertThat(read.receptor()).isEqualTo(built.receptor());
      assertThat(read.learning()).isEqualTo(built.learning());
      assertThat(read.plasticity().map(BrainLikeFileTest::rule))
          .isEqualTo(built.plasticity().map(BrainLikeFileTest::rule));
    }
    assertThat(FILE.decision()).isEqualTo(BUILT.decision());
    assertThat(FILE.modulators()).isEqualTo(BUILT.modulators());
  }

  private static List<String> rule(Plasticity p) {
    return List.of(
        p.rule().parameters().toString(),
        p.rule().onPre().stream().map(a -> a.state() + " = " + a.value()).toList().toString(),
        p.rule().onPost().stream().map(a -> a.state() + " = " + a.value()).toList().toString(),
        p.rule().before().stream().map(s -> "" + s.derivative()).toList().toString(),
        p.parameters() + " " + p.least() + " " + p.most() + " " + p.delay());
  }
}
