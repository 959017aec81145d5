package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.FixedTotalNumber;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.Connectivity.PairwiseProbability;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

  private static NetworkBuilder two() {
    return Network.builder("n").population("in", 4, "input").population("exc", 3, "lif-delta");
  }

  private static ThrowingCallable population(
      String neuron, java.util.function.UnaryOperator<NetworkBuilder.PopulationParts> parts) {
    return () -> Network.builder("n").population("a", 3, neuron, parts);
  }

  private static ThrowingCallable projection(
      Connectivity connectivity,
      java.util.function.UnaryOperator<NetworkBuilder.ProjectionParts> parts) {
    return () -> two().projection("in", "exc", connectivity, parts).build();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            population("lif-delta", p -> p.param("tau_m", "-5 ms")),
            "populations.a.params.tau_m: -5 ms is not > 0 ms"),
        Arguments.of(
            population("lif-delta", p -> p.param("tau_m", "5 mV")),
            "populations.a.params.tau_m: 5 mV is a voltage, not a time"),
        Arguments.of(
            population("lif-delta", p -> p.param("tau_n", "5 ms")),
            "populations.a.params.tau_n: neuron model 'lif-delta' has no parameter 'tau_n'; did you"
                + " mean 'tau_m'?"),
        Arguments.of(
            population("lif-delt", p -> p),
            "populations.a.neuron: neuron model 'lif-delt' is unknown; did you mean 'lif-delta'?"),
        Arguments.of(
            population("lif-delta", p -> p.param("v_th", "-1 mV")),
            "populations.a.params.v_th: -1 mV is not above v_reset 0 mV"),
        Arguments.of(
            population("if", p -> p.param("v_th", "0 mV")),
            "populations.a.params.v_th: 0 mV is not above v_rest 0 mV"),
        Arguments.of(
            population("lif-cond", p -> p.param("v_reset", "-49 mV")),
            "populations.a.params.v_th: -50 mV is not above v_reset -49 mV"),
        Arguments.of(
            population("lif-delta", p -> p.param("tau_m", Values.listed(Numbers.of(1, 2), "ms"))),
            "populations.a.params.tau_m: lists 2 numbers where 3 are needed"),
        Arguments.of(
            population(
                "lif-delta",
                p ->
                    p.param(
                        "tau_m", Values.drawn(new Distribution.Uniform(-1, 2, Unit.parse("ms"))))),
            "populations.a.params.tau_m: a distribution in 'ms' can give -1, which is not > 0"),
        Arguments.of(
            population("input", p -> p.bias(Values.constant(1))),
            "populations.a.bias: neurons of model 'input' take no bias"),
        Arguments.of(
            population("relu", p -> p.bias(Values.constant(1, "mV"))),
            "populations.a.bias: 1 mV is a voltage, not a plain number"),
        Arguments.of(
            population("relu", p -> p.spikes(new double[] {1})),
            "populations.a.spikes: only neurons of model 'spike-list' fire at listed times, not"
                + " 'relu'"),
        Arguments.of(
            population(
                "spike-list", p -> p.spikes(new double[] {2, 1}, new double[0], new double[0])),
            "populations.a.spikes[0]: time 1.0 ms is before 0 or out of order"),
        Arguments.of(
            population("relu", p -> p.positions(List.of(new Population.Position(0, 0, 0)))),
            "populations.a.positions: lists 1 places for 3 neurons"),
        Arguments.of(
            population("lif-delta", p -> p.expectedRate("-1 Hz")),
            "populations.a.expected_rate: -1 Hz is not >= 0 Hz"),
        Arguments.of(
            population("lif-delta", p -> p.expectedRate("1 ms")),
            "populations.a.expected_rate: 1 ms is a time, not a rate (1/time)"),
        Arguments.of(
            population("poisson", p -> p.expectedRate("1 Hz")),
            "populations.a.expected_rate: is for neurons that fire as the network makes them, not"
                + " for model 'poisson'"),
        Arguments.of(
            projection(new Dense(), p -> p.weight("2 ms")),
            "projections.in_exc.weight: 2 ms is a time, not a voltage"),
        Arguments.of(
            projection(new Dense(), p -> p.weight("2 mV").delay("0 ms")),
            "projections.in_exc.delay: 0 ms is not > 0 ms"),
        Arguments.of(
            projection(new Dense(), p -> p.weight("2 mV").receptor("exitatory")),
            "projections.in_exc.receptor: neurons of model 'lif-delta' have no receptor"
                + " 'exitatory'; did you mean 'excitatory'?"),
        Arguments.of(
            projection(new Dense(), p -> p.weight("-2 mV").receptor("inhibitory")),
            "projections.in_exc.weight: -2 mV can be negative, but at receptor 'inhibitory' the"
                + " receptor sets the sign: give weights >= 0"),
        Arguments.of(
            projection(new OneToOne(), p -> p.weight("2 mV")),
            "projections.in_exc.connect: one-to-one needs populations of one size, but 'in' has 4"
                + " neurons and 'exc' 3"),
        Arguments.of(
            projection(EdgeList.of(new int[] {0, 4}, new int[] {0, 1}), p -> p.weight("2 mV")),
            "projections.in_exc.connect.edges[1]: source 4 is outside population 'in' (0..3)"),
        Arguments.of(
            projection(new FixedInDegree(5, true, false), p -> p.weight("2 mV")),
            "projections.in_exc.connect.in_degree: 5 is more than the 4 sources in 'in'"),
        Arguments.of(
            projection(new FixedTotalNumber(13, true, false), p -> p.weight("2 mV")),
            "projections.in_exc.connect.total: 13 is more than the 12 pairs that there are"),
        Arguments.of(
            projection(new Convolution(3, 3, 1, 0), p -> p.weight("2 mV")),
            "projections.in_exc.connect: a convolution joins populations of shape [height, width,"
                + " channels]"),
        Arguments.of(
            (ThrowingCallable) () -> new PairwiseProbability(1.5, true),
            "probability: 1.5 is not in 0..1"),
        Arguments.of(
            (ThrowingCallable) () -> two().projection("in", "exd", new Dense(), p -> p).build(),
            "projections.in_exd.to: population 'exd' is unknown; did you mean 'exc'?"),
        Arguments.of(
            (ThrowingCallable) () -> two().projection("exc", "in", new Dense(), p -> p).build(),
            "projections.exc_in.to: neurons of model 'input' take no synapses (population 'in')"),
        Arguments.of(
            (ThrowingCallable)
                () ->
                    two()
                        .projection(
                            "exc",
                            "exc",
                            new Dense(),
                            p -> p.weight("1 mV").normalise(Normalisation.rms()))
                        .build(),
            "projections.exc_exc.normalise: only the values of rate neurons can be normalised"),
        Arguments.of(
            (ThrowingCallable) () -> two().decision(new Decision.LargestValue("exc")).build(),
            "decision.largest_value: 'exc' is of model 'lif-delta', which is not a rate neuron"),
        Arguments.of(
            (ThrowingCallable) () -> two().population("in", 2, "input"),
            "populations.in: is there twice"),
        Arguments.of(
            (ThrowingCallable) () -> Network.builder("n").build(),
            "populations: a network needs at least one population"),
        Arguments.of(
            (ThrowingCallable) () -> Network.builder(" ").population("a", 1, "relu").build(),
            "name: a network needs a name"),
        Arguments.of(
            (ThrowingCallable) () -> Network.builder("n").population("1a", 1, "relu"),
            "populations: '1a' is not a name: letters, digits, '_' and '-', starting with a letter"),
        Arguments.of((ThrowingCallable) () -> Shape.of(2, 0), "extent 0 is not >= 1"),
        Arguments.of(
            (ThrowingCallable) () -> Shape.of(100_000, 100_000),
            "[100000, 100000] is more than 2147483647 neurons in one population"),
        Arguments.of(
            (ThrowingCallable) () -> new Modulator("m", 2, List.of()),
            "modulators.m.level: 2.0 is not in 0..1"),
        Arguments.of(
            (ThrowingCallable)
                () ->
                    two()
                        .modulator(new Modulator("m", 1, List.of(new Modulator.Target("ex", 0.5))))
                        .build(),
            "modulators.m.targets: population 'ex' is unknown; did you mean 'exc'?"),
        Arguments.of(
            (ThrowingCallable) () -> Numbers.of(1, Double.NaN),
            "number 1 is NaN, not a finite number"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrongAndWhere(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void isAValue() {
    Network one =
        two()
            .projection("in", "exc", new Dense(), p -> p.weight("1 mV").delay("2 ms"))
            .modulator(new Modulator("m", 0.5, List.of(new Modulator.Target("exc", -0.5))))
            .build();
    Network same =
        two()
            .projection("in", "exc", new Dense(), p -> p.weight("1 mV").delay("2 ms"))
            .modulator(new Modulator("m", 0.5, List.of(new Modulator.Target("exc", -0.5))))
            .build();
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one.neurons()).isEqualTo(7);
    assertThat(one.gain("exc")).isEqualTo(0.75);
    assertThat(one.gain("in")).isEqualTo(1);
    assertThat(one.into("exc")).hasSize(1);
    assertThat(one.outOf("exc")).isEmpty();
    assertThatThrownBy(() -> one.population("exx"))
        .hasMessage("population 'exx' is unknown; did you mean 'exc'?");
  }

  @Test
  void receptorsNameThePortOfTheTextOrTheVariableThatTheyAddTo() {
    for (NeuronModel model : NeuronModels.all()) {
      List<String> ports =
          model
              .equations()
              .map(e ->
                  Stream.of(
                          e.events().stream().map(NeuronEquations.EventPort::name),
                          e.inputs().stream().map(NeuronEquations.Input::name),
                          e.couplings().stream().map(NeuronEquations.Coupling::name))
                      .flatMap(names -> names)
                      .toList())
              .orElseGet(() -> model.variables().stream().map(NeuronModel.Variable::name).toList());
      for (NeuronModel.Receptor receptor : model.receptors()) {
        assertThat(ports).as(model.name()).contains(receptor.port(), receptor.portBelow0());
      }
    }
    Network network =
        two()
            .population("fly", 3, "lif-shiu")
            .projection("in", "fly", new Dense(), c -> c.weight("1 mV"))
            .projection("d", "in", "fly", new Dense(), c -> c.weight("1 mV").receptor("direct"))
            .build();
    assertThat(network.receptor(network.projection("in_fly")).port()).isEqualTo("signed");
    assertThat(network.receptor(network.projection("d")).port()).isEqualTo("direct");
  }

  @Test
  void givesItsMapsForReadingOnly() {
    Network network = two().build();
    Map<String, Population> populations = network.populations();
    assertThatThrownBy(populations::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void findsItsPorts() {
    Network network =
        Network.builder("n")
            .population("image", 4, "input")
            .population("label", 2, "input")
            .population("hidden", 3, "relu")
            .projection("image", "hidden", new Dense(), p -> p)
            .decision(new Decision.LargestGoodness("label", List.of("hidden")))
            .build();
    Ports ports = Ports.of(network);
    assertThat(ports.image().name()).isEqualTo("image");
    assertThat(ports.labels()).isPresent();
    assertThat(ports.classes(network)).isEqualTo(2);
    assertThatThrownBy(() -> Ports.of(two().build()))
        .hasMessageContaining("does not say how its answer is read");
  }
}
