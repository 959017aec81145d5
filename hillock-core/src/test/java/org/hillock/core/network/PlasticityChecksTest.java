package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.NetworkBuilder.ProjectionParts;
import org.hillock.core.network.Plasticity.DelaySide;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a projection may learn, and between which weights. */
class PlasticityChecksTest {

  private static final SynapseText PAIR = SynapseRules.named("rule", "stdp-pair");

  private static final String TWO_PORTS =
      """
      neuron two
      parameter tau = 5 ms > 0
      state v = -70 mV
      state g_e = 0 nS
      state g_i = 0 nS
      dv/dt = (-70 mV - v)/(10 ms) + (g_e - g_i)*(1 mV)/(1 nS*ms)
      dg_e/dt = -g_e/tau
      dg_i/dt = -g_i/tau
      on excitatory: g_e += w
      on inhibitory: g_i += w
      receptor signed = excitatory, inhibitory
      coupling gap: i_gap = w*(v_pre - v)
      spike when v > -50 mV
      reset: v = -70 mV
      """;

  private static Plasticity plasticity(SynapseText rule, String least, String most) {
    return new Plasticity(
        rule, Map.of(), Quantity.parse(least), Quantity.parse(most), DelaySide.AXONAL, Map.of());
  }

  private static Network network(
      String from, String to, Connectivity connect, UnaryOperator<ProjectionParts> parts) {
    return Network.builder("n")
        .population("in", 2, "poisson")
        .population("lif", 2, "lif-exp")
        .population("rate", 2, "relu")
        .population("image", Shape.of(4, 4, 1), "poisson", p -> p)
        .population("map", Shape.of(2, 2, 1), "lif-exp", p -> p)
        .population("two", 2, NeuronTexts.read("two", TWO_PORTS), p -> p)
        .projection("p", from, to, connect, parts)
        .build();
  }

  private static Network learning(Values weights, Plasticity plasticity) {
    return network("in", "lif", new AllToAll(true), p -> p.weight(weights).plasticity(plasticity));
  }

  private static Values pa(double... weights) {
    return Values.listed(Numbers.of(weights), "pA");
  }

  @Test
  void aProjectionBetweenSpikingNeuronsLearns() {
    Network network = learning(pa(0, 1, 2, 3), plasticity(PAIR, "0 pA", "0.003 nA"));
    assertThat(network.projection("p").plasticity()).isPresent();
    assertThat(network.projection("p").plasticity().get().scale())
        // of 0.003 as a decimal number
        .isEqualTo(0.003);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate | lif  | plastic synapses learn from spikes; 'rate' sends numbers
          in   | rate | plastic synapses learn from spikes; 'rate' makes none
          """)
  void neuronsWithoutSpikesAreRefused(String from, String to, String message) {
    String unit = to.equals("rate") ? "" : " pA";
    assertThatThrownBy(() ->
            network(
                from,
                to,
                new AllToAll(true),
                p -> p.weight("1" + unit).plasticity(plasticity(PAIR, "0" + unit, "1" + unit))))
        .hasMessage("projections.p.plasticity: " + message);
  }

  @Test
  void sharedWeightsAreRefused() {
    assertThatThrownBy(() ->
            network(
                "image",
                "map",
                new Convolution(3, 3, 1, 0),
                p -> p.weight("1 pA").plasticity(plasticity(PAIR, "0 pA", "1 pA"))))
        .hasMessageContaining("the synapses of a convolution share their weights");
  }

  @Test
  void electricalSynapsesAreRefused() {
    assertThatThrownBy(() ->
            network(
                "two",
                "two",
                new AllToAll(true),
                p -> p.weight("0.5").receptor("gap").plasticity(plasticity(PAIR, "0", "1"))))
        .hasMessageContaining("an electrical synapse (receptor 'gap') sees no spikes");
  }

  @Test
  void synapsesAtSeveralReceptorsAreRefused() {
    assertThatThrownBy(() ->
            network(
                "in",
                "two",
                new AllToAll(true),
                p ->
                    p.weightAt("excitatory", "1 nS")
                        .weightAt("inhibitory", "1 nS")
                        .plasticity(plasticity(PAIR, "0 nS", "1 nS"))))
        .hasMessageContaining("act at several receptors, each with its own weight");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 pA  | 0 pA  | excitatory | .w_max: 0 pA is not above the least weight, 0 pA
          2 pA  | 1 pA  | excitatory | .w_max: 1 pA is not above the least weight, 2 pA
          0 pA  | 1 nS  | excitatory | .w_max: 1 nS is a conductance, but weights at receptor 'excitatory' are a current
          -1 pA | 1 pA  | excitatory | .w_min: -1 pA is below 0, but receptor 'excitatory' sets the sign: give bounds >= 0
          """)
  void boundsThatCannotBeAreRefused(String least, String most, String receptor, String message) {
    assertThatThrownBy(() ->
            network(
                "in",
                "lif",
                new AllToAll(true),
                p ->
                    p.weight("0.5 pA")
                        .receptor(receptor)
                        .plasticity(plasticity(PAIR, least, most))))
        .hasMessage("projections.p.plasticity" + message);
  }

  @Test
  void boundsOnBothSidesOfZeroAreRefusedWhereTheSidesAreTwoPorts() {
    assertThatThrownBy(() ->
            network(
                "in",
                "two",
                new AllToAll(true),
                p ->
                    p.weight("0.5 nS")
                        .receptor("signed")
                        .plasticity(plasticity(PAIR, "-1 nS", "1 nS"))))
        .hasMessageStartingWith("projections.p.plasticity.w_min: receptor 'signed' takes weights")
        .hasMessageContaining("bounds from -1 nS to 1 nS have both");
  }

  @Test
  void weightsOutsideTheBoundsAreRefusedWithTheirPlace() {
    Plasticity plasticity = plasticity(PAIR, "1 pA", "2 pA");
    assertThatThrownBy(() -> learning(Values.constant(3, "pA"), plasticity))
        .hasMessage(
            "projections.p.weight: 3 pA is outside the bounds between which the projection learns,"
                + " 1 pA to 2 pA");
    assertThatThrownBy(() -> learning(pa(1, 2, 0.5, 1), plasticity))
        .hasMessageStartingWith("projections.p.weight[2]: 0.5 pA is outside the bounds");
    assertThatThrownBy(() ->
            learning(Values.drawn(new Distribution.Uniform(1, 3, Unit.parse("pA"))), plasticity))
        .hasMessageStartingWith("projections.p.weight: 3 pA is outside the bounds");
    assertThatThrownBy(() ->
            learning(Values.drawn(new Distribution.Exponential(5, Unit.parse("pA"))), plasticity))
        .hasMessageStartingWith("projections.p.weight: the mean, 5 pA, is outside the bounds");
  }

  @Test
  void tailsOfADistributionMayReachBeyondTheBounds() {
    Values weights = Values.drawn(new Distribution.Exponential(1, Unit.parse("pA")));
    assertThat(learning(weights, plasticity(PAIR, "0 pA", "2 pA")).projections()).hasSize(1);
  }

  @Test
  void aWeightThatWasLearntMayBeABitBeyondItsBound() {
    // the largest weight of 0.3 pA in single precision
    Values weights = Values.constant(0.3f, "pA");
    assertThat(learning(weights, plasticity(PAIR, "0 pA", "0.3 pA")).projections()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tau_pluss | 20 ms | .params.tau_pluss: rule 'stdp-pair' has no parameter 'tau_pluss'; did you mean 'tau_plus'?
          tau_plus  | 20 mV | .params.tau_plus: 20 mV is a voltage, not a time
          tau_plus  | 0 ms  | .params.tau_plus: 0 ms is not > 0 ms
          """)
  void parametersThatTheRuleDoesNotTakeAreRefused(String name, String value, String message) {
    Plasticity plasticity =
        new Plasticity(
            PAIR,
            Map.of(name, Quantity.parse(value)),
            Quantity.parse("0 pA"),
            Quantity.parse("2 pA"),
            DelaySide.DENDRITIC,
            Map.of());
    assertThatThrownBy(() -> learning(pa(1, 1, 1, 1), plasticity))
        .hasMessage("projections.p.plasticity" + message);
  }

  @Test
  void traceAndIntervalThatParametersSpoilAreRefused() {
    SynapseText own =
        SynapseText.read(
            "own",
            """
            synapse own
            parameter tau = 20 ms
            parameter pause = 20 ms
            pre x = 0
            dx/dt = -x/tau
            on pre: x += 1
            every pause: w += 0.1*x
            """);
    assertThatThrownBy(() -> learning(pa(1, 1, 1, 1), given(own, "tau", "-20 ms")))
        .hasMessage(
            "projections.p.plasticity: with these parameters of rule 'own', 'x' grows by itself"
                + " instead of coming back (dx/dt = -x/tau)");
    assertThatThrownBy(() -> learning(pa(1, 1, 1, 1), given(own, "pause", "0 ms")))
        .hasMessage(
            "projections.p.plasticity: rule 'own' does something every pause, which is 0 ms, not >"
                + " 0 ms");
  }

  private static Plasticity given(SynapseText rule, String name, String value) {
    return new Plasticity(
        rule,
        Map.of(name, Quantity.parse(value)),
        Quantity.parse("0 pA"),
        Quantity.parse("2 pA"),
        DelaySide.AXONAL,
        Map.of());
  }

  @Test
  void modulatorsThatAreNotThereAreRefused() {
    SynapseText reward = SynapseRules.named("rule", "reward-stdp");
    assertThatThrownBy(() -> learning(pa(1, 1, 1, 1), hears(reward, "dopamin", "dopamine")))
        .hasMessage(
            "projections.p.plasticity.modulators.dopamin: rule 'reward-stdp' reads no modulator"
                + " 'dopamin'; did you mean 'dopamine'?");
    assertThatThrownBy(() -> learning(pa(1, 1, 1, 1), hears(reward, "dopamine", "reward")))
        .hasMessage(
            "projections.p.plasticity.modulators.dopamine: modulator 'reward' is unknown; the"
                + " network has none");
    // one that the network lacks has its standard value
    assertThat(learning(pa(1, 1, 1, 1), plasticity(reward, "0 pA", "2 pA")).projections())
        .hasSize(1);
  }

  private static Plasticity hears(SynapseText rule, String name, String meant) {
    return new Plasticity(
        rule,
        Map.of(),
        Quantity.parse("0 pA"),
        Quantity.parse("2 pA"),
        DelaySide.AXONAL,
        Map.of(name, meant));
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    SynapseText own = SynapseText.read("own", "synapse stdp-pair\non pre: w += 0.1");
    assertThatThrownBy(() -> learning(pa(1, 1, 1, 1), plasticity(own, "0 pA", "2 pA")))
        .hasMessage(
            "projections.p.plasticity.rule: 'stdp-pair' is the name of a rule of plastic synapses"
                + " that comes with Hillock; choose another");
  }
}
