package org.hillock.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.DegreeDistribution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;

class WiringTest {

  private static final int N = 200;

  private static Network recurrent(Connectivity connectivity, long seed) {
    return Network.builder("r")
        .seed(seed)
        .population("a", N, "relu")
        .projection("a", "a", connectivity, p -> p.weight("2"))
        .build();
  }

  private static Synapses wire(Connectivity connectivity, long seed) {
    Network network = recurrent(connectivity, seed);
    return Wiring.of(network, network.projection("a_a"));
  }

  private static Set<Long> pairs(Synapses s) {
    Set<Long> pairs = new HashSet<>();
    for (int k = 0; k < s.count(); k++) {
      pairs.add((long) s.pre()[k] << 32 | s.post()[k]);
    }
    return pairs;
  }

  private static long autapses(Synapses s) {
    return IntStream.range(0, s.count()).filter(k -> s.pre()[k] == s.post()[k]).count();
  }

  @Test
  void denseIsRowByRowOfTheTarget() {
    Synapses s = wire(new Dense(), 1);
    assertThat(s.count()).isEqualTo(N * N);
    assertThat(s.post()[1]).isZero();
    assertThat(s.pre()[1]).isEqualTo(1);
    assertThat(s.weight()).containsOnly(2);
    assertThat(s.delayMs()).containsOnly(0);
  }

  @Test
  void aListOfWeightsLeavesOutSynapsesOfNeuronsOntoThemselves() {
    Network network =
        Network.builder("three")
            .population("n", 3, "relu")
            .projection(
                "n",
                "n",
                new AllToAll(false),
                p -> p.weight(Values.listed(12, 13, 21, 23, 31, 32)).delay("1 ms"))
            .build();
    assertThat(SynapseCount.parameters(network, network.projection("n_n"))).isEqualTo(6);
    Synapses s = Wiring.of(network, network.projection("n_n"));
    for (int k = 0; k < 6; k++) {
      assertThat(s.weight()[k]).isEqualTo(10 * (s.post()[k] + 1) + s.pre()[k] + 1);
    }
  }

  @Test
  void rulesHonourAutapsesAndMultapses() {
    assertThat(wire(new AllToAll(false), 1).count()).isEqualTo(N * (N - 1));
    assertThat(wire(new OneToOne(), 1).count()).isEqualTo(N);
    Synapses in = wire(new FixedInDegree(50, false, false), 1);
    assertThat(pairs(in)).hasSize(N * 50);
    assertThat(autapses(in)).isZero();
    Synapses total = wire(new FixedTotalNumber(5000, false, false), 1);
    assertThat(pairs(total)).hasSize(5000);
    assertThat(autapses(total)).isZero();
    Synapses free = wire(new FixedTotalNumber(50_000, true, true), 1);
    assertThat(free.count()).isEqualTo(50_000);
    assertThat(autapses(free)).isPositive();
  }

  @Test
  void pairwiseProbabilityJoinsEachPairIndependently() {
    double p = 0.1;
    int count = wire(new PairwiseProbability(p, true), 3).count();
    // binomial: five standard deviations
    assertThat((double) count).isCloseTo(N * N * p, within(5 * Math.sqrt(N * N * p * (1 - p))));
    assertThat(wire(new PairwiseProbability(0, true), 3).count()).isZero();
    assertThat(wire(new PairwiseProbability(1, false), 3).count()).isEqualTo(N * (N - 1));
  }

  @Test
  void degreesFollowTheirDistribution() {
    Distribution even = new Distribution.Uniform(1, 1, Unit.NONE);
    Distribution heavy = new Distribution.LogNormal(1, 1.5, Unit.NONE);
    Synapses s = wire(new DegreeDistribution(4000, heavy, even, false), 5);
    assertThat(pairs(s)).hasSize(4000);
    assertThat(autapses(s)).isZero();
    int[] out = new int[N];
    int[] in = new int[N];
    for (int k = 0; k < s.count(); k++) {
      out[s.pre()[k]]++;
      in[s.post()[k]]++;
    }
    // mean 20 each: even in-degrees spread like a binomial, heavy-tailed out-degrees far wider
    assertThat(variance(in)).isLessThan(40);
    assertThat(variance(out)).isGreaterThan(200);
  }

  private static double variance(int[] x) {
    double mean = IntStream.of(x).average().orElseThrow();
    return IntStream.of(x).mapToDouble(v -> (v - mean) * (v - mean)).sum() / x.length;
  }

  @Test
  void theSeedDecidesAndNothingElse() {
    Connectivity rule = new FixedInDegree(10, true, true);
    assertThat(wire(rule, 7).pre()).isEqualTo(wire(rule, 7).pre());
    assertThat(wire(rule, 7).pre()).isNotEqualTo(wire(rule, 8).pre());
  }

  @Test
  void tooUnevenDegreesAreToldAndNotTriedForEver() {
    Distribution spike = new Distribution.LogNormal(1, 60, Unit.NONE);
    assertThatThrownBy(() -> wire(new DegreeDistribution(3000, spike, spike, false), 1))
        .hasMessageContaining("3000 different pairs could not be drawn");
  }

  @Test
  void aConvolutionSharesItsKernel() {
    double[] kernel = IntStream.range(0, 2 * 3 * 3).mapToDouble(i -> i + 1).toArray();
    Network network =
        Network.builder("c")
            .population("in", Shape.of(5, 4, 1), "input", p -> p)
            .population("out", Shape.of(5, 4, 2), "relu", p -> p)
            .projection(
                "in", "out", new Convolution(3, 3, 1, 1), p -> p.weight(Values.listed(kernel)))
            .build();
    Synapses s = Wiring.of(network, network.projection("in_out"));
    assertThat((long) s.count())
        .isEqualTo(SynapseCount.synapses(network, network.projection("in_out")));
    assertThat(
            SynapseCount.parameters(
                new Convolution(3, 3, 1, 1), Shape.of(5, 4, 1), Shape.of(5, 4, 2)))
        .isEqualTo(18);
    // the middle of filter 1 joins a place to itself with kernel cell [1][1][1] = number 14
    for (int k = 0; k < s.count(); k++) {
      if (s.post()[k] == 2 * s.pre()[k] + 1) {
        assertThat(s.weight()[k]).isEqualTo(14);
      }
    }
  }

  @Test
  void theReceptorGivesTheSign() {
    Network network =
        Network.builder("s")
            .population("a", 3, "lif-exp")
            .projection(
                "a", "a", new Dense(), p -> p.weight("2 nA").delay("1.5 ms").receptor("inhibitory"))
            .build();
    Synapses s = Wiring.of(network, network.projection("a_a"));
    assertThat(s.weight()).containsOnly(-2000);
    assertThat(s.delayMs()).containsOnly(1.5);
  }

  @Test
  void drawnWeightsHaveTheirMoments() {
    Network network =
        Network.builder("w")
            .seed(9)
            .population("a", N, "relu")
            .projection(
                "a",
                "a",
                new Dense(),
                p ->
                    p.weight(
                        Values.drawn(
                            new Distribution.Normal(
                                1,
                                2,
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                Unit.NONE))))
            .build();
    double[] w = Wiring.of(network, network.projection("a_a")).weight();
    double mean = java.util.Arrays.stream(w).average().orElseThrow();
    assertThat(mean).isCloseTo(1, within(5 * 2 / Math.sqrt(w.length)));
  }
}
