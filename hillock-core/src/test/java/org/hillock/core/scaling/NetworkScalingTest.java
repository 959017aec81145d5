package org.hillock.core.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NetworkBuilder.PopulationParts;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkScalingTest {

  private static final Connectivity ONE_TO_ONE = new Connectivity.OneToOne();
  private static final Connectivity HUNDRED = new Connectivity.FixedInDegree(100, true, true);

  /** Currents of 0.5 and 2 ms, and a Poisson drive. */
  private static NetworkBuilder currents(UnaryOperator<PopulationParts> more) {
    return Network.builder("currents")
        .population("drive", 1000, "poisson", p -> p.param("rate", "12.8 kHz"))
        .population(
            "exc", 1000, "lif-exp", p -> more.apply(p.param("tau_inh", "2 ms").bias(amperes(10))))
        .population("inh", 250, "lif-exp", p -> p.expectedRate("5 Hz"))
        .projection("drive", "exc", ONE_TO_ONE, c -> c.weight("80 pA").receptor("excitatory"))
        .projection("exc", "exc", HUNDRED, c -> c.weight("40 pA"))
        .projection(
            "inh",
            "exc",
            new Connectivity.FixedTotalNumber(20_000, true, true),
            c ->
                c.weight(
                        Values.drawn(
                            new Distribution.Normal(160, 16, 0, Double.POSITIVE_INFINITY, Unit.PA)))
                    .receptor("inhibitory"));
  }

  private static Values amperes(double pA) {
    return Values.constant(pA, "pA");
  }

  private static double bias(Network network, String population) {
    return network.population(population).bias().orElseThrow().expectation();
  }

  @Test
  void atScaleOneItIsTheNetworkItself() {
    Network network = currents(p -> p.expectedRate("4 Hz")).build();
    assertThat(NetworkScaling.scaled(network, 1)).isSameAs(network);
  }

  @Test
  void sizesInDegreesWeightsAndDriveShrink() {
    Network quarter = NetworkScaling.scaled(currents(p -> p.expectedRate("4 Hz")).build(), 0.25);
    assertThat(quarter.population("exc").size()).isEqualTo(250);
    // 62.5: a half goes to the even number
    assertThat(quarter.population("inh").size()).isEqualTo(62);
    assertThat(quarter.population("drive").param("rate")).isEqualTo(Values.constant(3.2, "kHz"));
    assertThat(quarter.projection("exc_exc").connectivity())
        .isEqualTo(new Connectivity.FixedInDegree(25, true, true));
    assertThat(quarter.projection("inh_exc").connectivity())
        .isEqualTo(new Connectivity.FixedTotalNumber(1250, true, true));
    assertThat(quarter.projection("drive_exc").weights()).isEqualTo(amperes(160));
    assertThat(quarter.projection("inh_exc").weights())
        .isEqualTo(
            Values.drawn(new Distribution.Normal(320, 32, 0, Double.POSITIVE_INFINITY, Unit.PA)));
    assertThat(quarter.population("exc").expectedRate()).hasToString("Optional[4 Hz]");
    assertThat(quarter.provenance().history()).containsExactly("scaled by 0.25");
  }

  @Test
  void whatCurrentsLoseIsAddedToTheBias() {
    Network quarter = NetworkScaling.scaled(currents(p -> p.expectedRate("4 Hz")).build(), 0.25);
    // half of: 12.8/ms·80 pA·0.5 ms + 100·0.004/ms·40 pA·0.5 ms - 20·0.005/ms·160 pA·2 ms
    double lost = 0.5 * (12.8 * 80 * 0.5 + 100 * 0.004 * 40 * 0.5 - 20 * 0.005 * 160 * 2);
    assertThat(bias(quarter, "exc")).isCloseTo(10 + lost, within(1e-9));
    assertThat(quarter.population("inh").bias()).isEmpty();
  }

  @Test
  void theGainOfModulatorsHoldsForWhatIsLost() {
    Network network =
        currents(p -> p.expectedRate("4 Hz"))
            .modulator(new Modulator("tone", 1, java.util.List.of(new Modulator.Target("exc", 1))))
            .build();
    Network plain = currents(p -> p.expectedRate("4 Hz")).build();
    assertThat(bias(NetworkScaling.scaled(network, 0.25), "exc") - 10)
        .isCloseTo(2 * (bias(NetworkScaling.scaled(plain, 0.25), "exc") - 10), within(1e-9));
  }

  @Test
  void whatDeltaSynapsesLoseIsAVoltageEachMillisecond() {
    Network network =
        Network.builder("jumps")
            .population("a", 100, "lif-delta", p -> p.expectedRate("32 Hz"))
            .population("b", 100, "if", p -> p.bias(Values.constant(0.1, "mV/ms")))
            .population("c", 100, "lif-delta", p -> p)
            .projection(
                "a", "b", new Connectivity.PairwiseProbability(0.2, true), c -> c.weight("100 uV"))
            .projection("a", "c", new Connectivity.AllToAll(true), c -> c.weight("-0.1 mV"))
            .build();
    Network small = NetworkScaling.scaled(network, 0.01);
    assertThat(small.population("a").size()).isEqualTo(1);
    assertThat(bias(small, "b")).isCloseTo(0.1 + 0.9 * 20 * 0.1 * 0.032, within(1e-12));
    assertThat(bias(small, "c")).isCloseTo(-0.9 * 100 * 0.1 * 0.032, within(1e-12));
    assertThat(small.projection("a_b").connectivity())
        .isEqualTo(network.projection("a_b").connectivity());
  }

  @Test
  void whatTheFlysNeuronLosesComesThroughItsDriveOrDirectly() {
    Distribution even = new Distribution.Uniform(1, 1, Unit.NONE);
    Network network =
        Network.builder("fly")
            .population("a", 100, "lif-shiu", p -> p.expectedRate("10 Hz"))
            .population("b", 100, "lif-shiu", p -> p)
            .projection(
                "a",
                "b",
                new Connectivity.DegreeDistribution(1000, even, even, false),
                c ->
                    c.weight(Values.drawn(new Distribution.Geometric(3.6, 0.825, Unit.MV)))
                        .receptor("inhibitory"))
            .projection("direct", "a", "b", HUNDRED, c -> c.weight("1 mV").receptor("direct"))
            .build();
    Network small = NetworkScaling.scaled(network, 0.25);
    double throughG = -10 * 3.6 * 0.825 * 0.01 * 5 / 20;
    assertThat(bias(small, "b")).isCloseTo(0.5 * (throughG + 100 * 0.01), within(1e-12));
    assertThat(small.projection("a_b").connectivity())
        .isEqualTo(new Connectivity.DegreeDistribution(62, even, even, false));
  }

  @Test
  void withoutRatesNothingIsMadeUpFor() {
    Network network =
        Network.builder("rateless")
            .population("drive", 10, "poisson", p -> p.param("rate", "1 kHz"))
            .population("a", 10, "lif-delta", p -> p)
            .projection("drive", "a", ONE_TO_ONE, c -> c.weight("1 mV"))
            .build();
    assertThat(NetworkScaling.scaled(network, 0.5).population("a").bias()).isEmpty();
  }

  @Test
  void aPoissonPopulationThatLosesInputsKeepsItsRate() {
    Network network =
        Network.builder("pool")
            .population("pool", 1000, "poisson", p -> p.param("rate", "8 Hz"))
            .population("a", 10, "lif-delta", p -> p)
            .projection("pool", "a", HUNDRED, c -> c.weight("1 mV"))
            .build();
    Network small = NetworkScaling.scaled(network, 0.5);
    assertThat(small.population("pool").param("rate")).isEqualTo(Values.constant(8, "Hz"));
    assertThat(small.projection("pool_a").connectivity())
        .isEqualTo(new Connectivity.FixedInDegree(50, true, true));
  }

  /** What stays the same: the variance of the input, and with what is made up for the mean. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.64})
  void meanAndVarianceOfTheInputAreKept(double scale) {
    Network full =
        Network.builder("n")
            .population("a", 10_000, "lif-delta", p -> p.expectedRate("10 Hz"))
            .projection(
                "a", "a", new Connectivity.FixedInDegree(1000, true, true), c -> c.weight("0.2 mV"))
            .build();
    Network small = NetworkScaling.scaled(full, scale);
    double weight = small.projection("a_a").weights().expectation();
    double inDegree = 1000 * scale;
    assertThat(inDegree * weight * weight).isCloseTo(1000 * 0.2 * 0.2, within(1e-9));
    assertThat(bias(small, "a") + inDegree * weight * 0.01)
        .isCloseTo(1000 * 0.2 * 0.01, within(1e-12));
  }

  private static Network with(String neuron, UnaryOperator<PopulationParts> parts) {
    return Network.builder("n").population("a", 2, neuron, parts).build();
  }

  private static Network joined(String source, Connectivity connectivity, Values weights) {
    return Network.builder("n")
        .population("s", 2, source)
        .population("a", 2, "lif-delta", p -> p.expectedRate("1 Hz"))
        .projection("s", "a", connectivity, c -> c.weight(weights))
        .build();
  }

  static Stream<Arguments> wrong() {
    Values one = Values.constant(1, "mV");
    Values two = Values.listed(Numbers.of(1, 2), "mV");
    Connectivity edges = Connectivity.EdgeList.of(new int[] {0, 1}, new int[] {1, 0});
    return Stream.of(
        Arguments.of(
            with("relu", p -> p),
            "populations.a: neurons of model 'relu', which make no spikes, cannot be scaled"),
        Arguments.of(
            Network.builder("n").population("a", Shape.of(2, 2), "if", p -> p).build(),
            "populations.a.shape: a sheet of neurons cannot be scaled"),
        Arguments.of(
            with(
                "if",
                p ->
                    p.positions(
                        java.util.List.of(
                            new Population.Position(0, 0, 0), new Population.Position(1, 0, 0)))),
            "populations.a.positions: neurons whose places are listed cannot be scaled"),
        Arguments.of(
            with("spike-list", p -> p.spikes(new double[] {1}, new double[] {2})),
            "populations.a.spikes: neurons whose spikes are listed cannot be scaled"),
        Arguments.of(
            with("lif-delta", p -> p.param("v_init", two)),
            "populations.a.params.v_init: numbers listed one by one cannot be scaled"),
        Arguments.of(
            joined("lif-delta", edges, one),
            "projections.s_a.connect: 'edges', which lists all synapses, cannot be scaled"),
        Arguments.of(
            joined("lif-delta", new Connectivity.Dense(), one),
            "projections.s_a.connect: 'dense', which lists all weights, cannot be scaled"),
        Arguments.of(
            joined("poisson", ONE_TO_ONE, two),
            "projections.s_a.weight: numbers listed one by one cannot be scaled"),
        Arguments.of(
            joined("lif-delta", HUNDRED, one),
            "populations.s: 'expected_rate' is missing: other populations state theirs, and without"
                + " it the input that scaling loses is not known"),
        Arguments.of(
            currents(p ->
                    p.expectedRate("1 Hz")
                        .bias(Values.drawn(new Distribution.Uniform(0, 1, Unit.PA))))
                .build(),
            "populations.exc.bias: what scaling loses can only be added to a bias that is the same"
                + " for all neurons"),
        Arguments.of(
            Network.builder("n")
                .population("s", 2, "lif-delta")
                .population("a", 2, "lif-delta")
                .projection("s", "a", ONE_TO_ONE, c -> c.weight("1 mV"))
                .build(),
            "projections.s_a.connect: 'one-to-one' from other than Poisson sources: its one input"
                + " cannot be scaled"),
        Arguments.of(
            Network.builder("n")
                .population("s", 2, "poisson")
                .population("a", 2, "lif-delta")
                .projection("s", "a", ONE_TO_ONE, c -> c.weight("1 mV"))
                .projection("t", "s", "a", HUNDRED, c -> c.weight("1 mV"))
                .build(),
            "populations.s: a source joined one-to-one and otherwise cannot be scaled"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatCannotBeScaledIsRefused(Network network, String message) {
    assertThatThrownBy(() -> NetworkScaling.scaled(network, 0.5))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
  void aScaleOutOfRangeIsRefused(double scale) {
    assertThatThrownBy(() -> NetworkScaling.scaled(with("if", p -> p), scale))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not > 0 and <= 1");
  }
}
