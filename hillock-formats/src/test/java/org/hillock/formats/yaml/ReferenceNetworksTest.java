package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.scaling.NetworkScaling;
import org.hillock.core.wiring.SynapseCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped networks say what their papers say. */
class ReferenceNetworksTest {

  private static final Path NETWORKS = Path.of("..", "networks");

  private static final List<String> LAYERS =
      List.of("L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I");

  /** Connection probabilities: Potjans and Diesmann 2014, table 5; a row is a target. */
  private static final double[][] PROBABILITY = {
    {0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0, 0.0076, 0},
    {0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0, 0.0042, 0},
    {0.0077, 0.0059, 0.0497, 0.135, 0.0067, 0.0003, 0.0453, 0},
    {0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0, 0.1057, 0},
    {0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0},
    {0.0548, 0.0269, 0.0257, 0.0022, 0.06, 0.3158, 0.0086, 0},
    {0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252},
    {0.0364, 0.001, 0.0034, 0.0005, 0.0277, 0.008, 0.0658, 0.1443}
  };

  private static final int[] EXTERNAL = {1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100};

  private static Network network(String name) {
    return NetworkYaml.read(NETWORKS.resolve(name + ".net.yaml"));
  }

  private static long synapses(Network network) {
    return network.projections().values().stream()
        .mapToLong(p -> SynapseCount.synapses(network, p))
        .sum();
  }

  private static double mean(Values values, String unit) {
    return new Quantity(values.expectation(), values.unit())
        .in(org.hillock.core.quantity.Unit.parse(unit));
  }

  static List<Path> shipped() throws IOException {
    try (var files = Files.list(NETWORKS)) {
      return files.filter(f -> f.toString().endsWith(".net.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void isReadAndNamedAsItsFile(Path file) {
    Network network = NetworkYaml.read(file);
    assertThat(file.getFileName()).hasToString(network.name() + ".net.yaml");
    assertThat(NetworkYaml.read(NetworkYaml.write(network), "again", NETWORKS)).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(strings = {"potjans-diesmann-2014", "potjans-diesmann-2014-dc"})
  void theMicrocircuitHasTheSynapsesOfItsProbabilities(String name) {
    Network network = network(name);
    long total = 0;
    for (int to = 0; to < 8; to++) {
      for (int from = 0; from < 8; from++) {
        String joined = LAYERS.get(from) + "_" + LAYERS.get(to);
        if (PROBABILITY[to][from] == 0) {
          assertThat(network.projections()).doesNotContainKey(joined);
          continue;
        }
        double pairs =
            (double) network.population(LAYERS.get(from)).size()
                * network.population(LAYERS.get(to)).size();
        double expected = Math.log1p(-PROBABILITY[to][from]) / Math.log1p(-1 / pairs);
        long synapses = SynapseCount.synapses(network, network.projection(joined));
        // ln(1 - 1/pairs) was published with an error of 1e-16 in 1/pairs: 1 in 10^8 of the number
        assertThat((double) synapses).isCloseTo(expected, within(0.5 + 1e-7 * expected));
        total += synapses;
      }
    }
    assertThat(total).isEqualTo(298_880_968L);
    long neurons = LAYERS.stream().mapToLong(p -> network.population(p).size()).sum();
    assertThat(neurons).isEqualTo(77_169);
  }

  /** The peak of a potential through tau_syn 0.5 ms, tau_m 10 ms and 250 pF is 0.15 mV. */
  @Test
  void aSynapseOfTheMicrocircuitMakesThePublishedPotential() {
    Network network = network("potjans-diesmann-2014");
    double rates = 1 / 0.5 - 1 / 10.0;
    double at = Math.log(10 / 0.5) / rates;
    double peak = (Math.exp(-at / 10) - Math.exp(-at / 0.5)) / rates / 250;
    for (Projection p : network.projections().values()) {
      double expected = 0.15 * (p.from().endsWith("I") ? 4 : p.name().equals("L4E_L23E") ? 2 : 1);
      // the file gives ten digits
      assertThat(mean(p.weights(), "pA") * peak).isCloseTo(expected, within(1e-9));
      assertThat(network.receptor(p).name())
          .isEqualTo(p.from().endsWith("I") ? "inhibitory" : "excitatory");
      if (p.weights() instanceof Values.Drawn(Distribution.Normal normal)) {
        assertThat(normal.sd()).isCloseTo(normal.mean() / 10, within(1e-8));
        assertThat(normal.least()).isZero();
      }
    }
  }

  @Test
  void theConstantBackgroundIsTheMeanOfThePoissonOne() {
    Network poisson = network("potjans-diesmann-2014");
    Network constant = network("potjans-diesmann-2014-dc");
    for (int i = 0; i < 8; i++) {
      Population p = constant.population(LAYERS.get(i));
      Projection background = poisson.projection(p.name() + "_background");
      double rate = mean(poisson.population(background.from()).param("rate"), "Hz");
      assertThat(rate).isEqualTo(8.0 * EXTERNAL[i]);
      assertThat(mean(p.bias().orElseThrow(), "pA"))
          .isCloseTo(0.5 * mean(background.weights(), "pA") * rate / 1000, within(1e-5));
      assertThat(p.expectedRate()).isEqualTo(poisson.population(p.name()).expectedRate());
    }
  }

  /** Sizes of NEST's example at scale 0.1. */
  @Test
  void theMicrocircuitIsScaledAsInItsExample() {
    Network tenth = NetworkScaling.scaled(network("potjans-diesmann-2014"), 0.1);
    assertThat(LAYERS.stream().map(p -> tenth.population(p).size()))
        .containsExactly(2068, 583, 2192, 548, 485, 106, 1440, 295);
    assertThat(SynapseCount.synapses(tenth, tenth.projection("L23E_L23E")))
        .isEqualTo(Math.round(0.01 * 45_499_805));
    // by hand for L5I: sum over sources of K·w·rate·0.5 ms, and its background, times 1 - sqrt(0.1)
    Network full = network("potjans-diesmann-2014");
    double lost = 0;
    for (Projection p : full.into("L5I")) {
      Population from = full.population(p.from());
      double hertz =
          from.expectedRate()
              .map(rate -> rate.value())
              .orElseGet(() -> mean(from.param("rate"), "Hz"));
      double inDegree = SynapseCount.synapses(full, p) / 1065.0;
      double sign = p.from().endsWith("I") ? -1 : 1;
      lost += inDegree * sign * mean(p.weights(), "pA") * hertz / 1000 * 0.5;
    }
    assertThat(mean(tenth.population("L5I").bias().orElseThrow(), "pA"))
        .isCloseTo((1 - Math.sqrt(0.1)) * lost, within(1e-9));
  }

  @Test
  void theFlyLikeNetworkHasTheFliesNumbers() {
    Network fly = network("shiu-fly-like");
    long neurons =
        fly.populations().values().stream()
            .filter(p -> p.neuron().equals("lif-shiu"))
            .mapToLong(Population::size)
            .sum();
    assertThat(neurons).isEqualTo(138_639);
    assertThat(synapses(fly) - 21).isEqualTo(15_091_983L);
    assertThat((21.0 + fly.population("exc").size()) / neurons).isCloseTo(0.7, within(1e-5));
    assertThat(fly.receptor(fly.projection("drive")).port()).isEqualTo("direct");
  }

  @Test
  void theFlyLikeNetworkSharesItsConnectionsInProportionToTheDegrees() {
    Network fly = network("shiu-fly-like");
    double all = 0;
    for (Projection p : fly.projections().values()) {
      all += proportion(fly, p);
    }
    for (Projection p : fly.projections().values()) {
      if (p.connectivity() instanceof Connectivity.DegreeDistribution rule) {
        double share = 15_091_983 * proportion(fly, p) / all;
        assertThat((double) rule.total()).as(p.name()).isCloseTo(share, within(0.501));
      }
    }
  }

  private static double proportion(Network fly, Projection p) {
    return p.connectivity() instanceof Connectivity.DegreeDistribution rule
        ? fly.population(p.from()).size()
            * rule.outDegree().expectation()
            * fly.population(p.to()).size()
            * rule.inDegree().expectation()
        : 0;
  }

  @Test
  void theFlyAtRestIsTheSameWithoutItsDrive() {
    Network driven = network("shiu-fly-like");
    Network rest = network("shiu-fly-at-rest");
    assertThat(synapses(rest)).isEqualTo(15_091_983L);
    rest.populations().forEach((name, p) -> assertThat(driven.population(name)).isEqualTo(p));
    rest.projections().forEach((name, p) -> assertThat(driven.projection(name)).isEqualTo(p));
    assertThat(rest.populations()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"brunel-2000", "vogels-abbott-2005", "shiu-fly-like", "shiu-fly-at-rest"})
  void canBeScaled(String name) {
    Network tenth = NetworkScaling.scaled(network(name), 0.1);
    assertThat(tenth.neurons()).isCloseTo(network(name).neurons() / 10, within(10L));
  }

  /** In-degrees 100 and 25 of the scaled one, 1000 and 250 of the whole at 32 Hz, 20 kHz beside. */
  @Test
  void brunelsNetworkIsMadeUpForItsWholeInput() {
    Network tenth = NetworkScaling.scaled(network("brunel-2000"), 0.1);
    double mean = 20 * 0.1 + 1000 * 0.1 * 0.032 - 250 * 0.5 * 0.032;
    assertThat(mean(tenth.population("exc").bias().orElseThrow(), "mV/ms"))
        .isCloseTo((1 - Math.sqrt(0.1)) * mean, within(1e-12));
  }
}
