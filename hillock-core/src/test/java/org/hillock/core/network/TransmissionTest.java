package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.NetworkBuilder.ProjectionParts;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.hillock.core.scaling.NetworkScaling;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a projection's transmitter means, and what a population may release. */
class TransmissionTest {

  private static final Connectivity SOME = new FixedInDegree(3, true, true);

  private static NetworkBuilder cells() {
    return Network.builder("n")
        .seed(7)
        .population("in", 9, "poisson")
        .population("a", 8, "cell")
        .population("fly", 8, "insect-cell")
        .population("alias", 8, "alias-cell")
        .population("lif", 8, "lif-exp")
        .population("rate", 8, "relu");
  }

  private static Network onto(String target, UnaryOperator<ProjectionParts> parts) {
    return cells().projection("p", "in", target, SOME, parts).build();
  }

  private static List<String> receptors(Network network) {
    return network.projections().values().stream().map(p -> p.receptor().orElse("")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "a, gaba, gaba_a, mV",
    "fly, glutamate, glucl, mV",
    "fly, ACh, nicotinic, mV",
    "alias, glutamate, ampa, mV",
    "lif, glutamate, excitatory, pA",
    "lif, gaba, inhibitory, pA",
    "lif, acetylcholine, excitatory, pA",
    "lif, glycine, inhibitory, pA"
  })
  void theTargetsReceptorsDecide(String target, String transmitter, String receptor, String unit) {
    Network network = onto(target, c -> c.transmitter(transmitter).weight("1 " + unit));
    assertThat(receptors(network)).containsExactly(receptor);
    assertThat(network.projection("p").pathway()).isEmpty();
    assertThat(network.receptor(network.projection("p")).name()).isEqualTo(receptor);
  }

  @Test
  void severalReceptorsAreOneProjectionEachWithTheSameSynapses() {
    Values drawn = Values.drawn(new Distribution.LogNormal(1, 0.5, Unit.MV));
    Values delays = Values.drawn(new Distribution.Uniform(1, 2, Unit.MS));
    Network network =
        cells()
            .projection(
                "p", "in", "a", SOME, c -> c.transmitter("glutamate").weight(drawn).delay(delays))
            .projection("q", "in", "a", SOME, c -> c.weight(drawn).receptor("ampa"))
            .build();
    assertThat(network.projections().keySet()).containsExactly("p_ampa", "p_nmda", "q");
    assertThat(network.pathways().keySet()).containsExactly("p", "q");
    Synapses ampa = Wiring.of(network, network.projection("p_ampa"));
    Synapses nmda = Wiring.of(network, network.projection("p_nmda"));
    assertThat(nmda.pre()).containsExactly(ampa.pre());
    assertThat(nmda.post()).containsExactly(ampa.post());
    assertThat(nmda.weight()).containsExactly(ampa.weight());
    assertThat(nmda.delayMs()).containsExactly(ampa.delayMs());
    assertThat(Wiring.of(network, network.projection("q")).pre()).isNotEqualTo(ampa.pre());
  }

  @Test
  void aSecondReceptorLeavesTheDrawsOfOtherProjectionsAsTheyWere() {
    UnaryOperator<ProjectionParts> one = c -> c.weight("1 mV").receptor("ampa");
    UnaryOperator<ProjectionParts> both = c -> c.weight("1 mV").transmitter("glutamate");
    Synapses before = wiredAfter(one);
    Synapses after = wiredAfter(both);
    assertThat(after.pre()).containsExactly(before.pre());
  }

  private static Synapses wiredAfter(UnaryOperator<ProjectionParts> first) {
    Network network =
        cells()
            .projection("p", "in", "a", SOME, first)
            .projection("q", "in", "lif", SOME, c -> c.weight("1 pA"))
            .build();
    return Wiring.of(network, network.projection("q"));
  }

  @Test
  void weightsMayBeStatedReceptorByReceptor() {
    Network network =
        onto(
            "a",
            c -> c.transmitter("glutamate").weightAt("ampa", "1 mV").weightAt("nmda", "0.2 mV"));
    assertThat(network.projection("p_nmda").weights()).isEqualTo(Values.constant(0.2, "mV"));
    assertThat(network.projection("p_nmda").transmitter()).contains("glutamate");
    Network only = onto("a", c -> c.transmitter("glutamate").weightAt("nmda", "0.2 mV"));
    assertThat(receptors(only)).containsExactly("nmda");
    assertThat(only.projections().keySet()).containsExactly("p");
    Network unsaid = onto("lif", c -> c.weightAt("excitatory", "1 pA").weightAt("signed", "2 pA"));
    assertThat(unsaid.projections().keySet()).containsExactly("p_excitatory", "p_signed");
  }

  @Test
  void aNamedReceptorDecidesAgainstTheUsualSign() {
    Network network =
        onto("lif", c -> c.transmitter("glutamate").receptor("inhibitory").weight("1 pA"));
    assertThat(receptors(network)).containsExactly("inhibitory");
    Synapses synapses = Wiring.of(network, network.projection("p"));
    assertThat(synapses.weight()).containsOnly(-1);
  }

  @Test
  void resolvingAgainChangesNothing() {
    Network network = onto("a", c -> c.transmitter("glutamate").weight("1 mV"));
    assertThat(network.withName("n")).isEqualTo(network);
    Network spiking =
        Network.builder("n")
            .population("in", 9, "poisson")
            .population("a", 8, "cell")
            .releases("in", List.of("glutamate"))
            .projection("p", "in", "a", SOME, c -> c.transmitter("glutamate").weight("1 mV"))
            .build();
    Network smaller = NetworkScaling.scaled(spiking, 0.5);
    assertThat(smaller.pathways().get("p")).hasSize(2);
    assertThat(smaller.transmission()).isEqualTo(spiking.transmission());
    assertThat(smaller.projection("p_ampa").transmitter()).contains("glutamate");
    Projection heavier = network.projection("p_ampa").withWeights(Values.constant(3, "mV"));
    assertThat(network.with(List.of(), List.of(heavier)).pathways().get("p")).hasSize(2);
  }

  private static ThrowingCallable building(String target, UnaryOperator<ProjectionParts> parts) {
    return () -> onto(target, parts);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            building("a", c -> c.transmitter("glutamat")),
            "projections.p.transmitter: transmitter 'glutamat' is unknown; did you mean"
                + " 'glutamate'?"),
        Arguments.of(
            building("a", c -> c.transmitter("Na+")),
            "projections.p.transmitter: 'Na+' is no transmitter, but an ion: flows in through"
                + " opened channels and depolarises"),
        Arguments.of(
            building("a", c -> c.transmitter("dopamine")),
            "projections.p.transmitter: neurons of model 'cell' (population 'a') have no receptor"
                + " for 'dopamine', which binds to d1, d2 and has no usual sign; they have ampa,"
                + " nmda, gaba_a, signed: name the one that it shall act at as 'receptor'"),
        Arguments.of(
            building("alias", c -> c.transmitter("gaba")),
            "projections.p.transmitter: neurons of model 'alias-cell' (population 'alias') have no"
                + " receptor for 'gaba', which binds to gaba_a, gaba_b and, by its usual sign, acts"
                + " at 'inhibitory'; they have ampa, glutamate, gabaa: is 'gabaa' meant to be"
                + " 'gaba_a'?"),
        Arguments.of(
            building("rate", c -> c.transmitter("gaba")),
            "projections.p.transmitter: neurons of model 'relu' (population 'rate') have no"
                + " receptor for 'gaba', which binds to gaba_a, gaba_b and, by its usual sign, acts"
                + " at 'inhibitory'; they have signed: name the one that it shall act at as"
                + " 'receptor'"),
        Arguments.of(
            building("a", c -> c.transmitter("glutamate").receptor("gaba_a")),
            "projections.p.transmitter: 'glutamate' does not bind to receptor 'gaba_a', which takes"
                + " gaba; it binds to ampa, nmda, kainate, mglu, glucl"),
        Arguments.of(
            building("alias", c -> c.transmitter("gaba").receptor("glutamate")),
            "projections.p.transmitter: 'gaba' does not bind to receptor 'glutamate', which takes"
                + " glutamate; it binds to gaba_a, gaba_b"),
        Arguments.of(
            building("a", c -> c.weightAt("ampa", "1 mV").weight("1 mV")),
            "projections.p: states 'weights' receptor by receptor and 'weight'; give one of them"),
        Arguments.of(
            building("a", c -> c.weightAt("ampa", "1 mV").receptor("nmda")),
            "projections.p: states 'weights' receptor by receptor and 'receptor'; give one of"
                + " them"),
        Arguments.of(
            building("a", c -> c.weightAt("ampa", "1 mV").weightAt("nmdda", "1 mV")),
            "projections.p.weights: neurons of model 'cell' have no receptor 'nmdda'; did you mean"
                + " 'nmda'?"),
        Arguments.of(
            building("a", c -> c.weightAt("ampa", "1 mV").weightAt("nmda", "-1 mV")),
            "projections.p.weights.nmda: -1 mV can be negative, but at receptor 'nmda' the receptor"
                + " sets the sign: give weights >= 0"),
        Arguments.of(
            building("a", c -> c.weightAt("ampa", "1 mV").weightAt("nmda", "1 ms")),
            "projections.p.weights.nmda: 1 ms is a time, not a voltage"),
        Arguments.of(
            building("in", c -> c.transmitter("gaba")),
            "projections.p.to: neurons of model 'poisson' take no synapses (population 'in')"),
        Arguments.of(
            building("b", c -> c.transmitter("gaba")),
            "projections.p.to: population 'b' is unknown; did you mean 'a'?"),
        Arguments.of(
            (ThrowingCallable)
                () ->
                    cells()
                        .projection("p_nmda", "in", "a", SOME, c -> c.weight("1 mV"))
                        .projection(
                            "p", "in", "a", SOME, c -> c.weight("1 mV").transmitter("glutamate"))
                        .build(),
            "projections.p_nmda: is there twice"),
        Arguments.of(
            (ThrowingCallable) () -> cells().releases("in", List.of()).build(),
            "populations.in.releases: names no transmitter"),
        Arguments.of(
            (ThrowingCallable) () -> cells().releases("in", List.of("gabba")).build(),
            "populations.in.releases: transmitter 'gabba' is unknown; did you mean 'gaba'?"),
        Arguments.of(
            (ThrowingCallable)
                () -> cells().releases("in", List.of("ach", "acetylcholine")).build(),
            "populations.in.releases: names a transmitter twice: acetylcholine, acetylcholine"),
        Arguments.of(
            (ThrowingCallable) () -> cells().releases("im", List.of("gaba")).build(),
            "populations.im.releases: population 'im' is unknown; did you mean 'in'?"),
        Arguments.of(
            (ThrowingCallable)
                () ->
                    cells()
                        .releases("in", List.of("glutamate"))
                        .projection("p", "in", "a", SOME, c -> c.transmitter("gaba").weight("1 mV"))
                        .build(),
            "projections.p.transmitter: population 'in' is said to release glutamate, not 'gaba';"
                + " where its cells release both, state 'releases: [glutamate, gaba]'"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongTransmittersAreToldWithTheirPlace(ThrowingCallable made, String message) {
    assertThatThrownBy(made).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void coReleaseIsAllowedWhereDeclared() {
    Network network =
        cells()
            .population("mixed", 5, "cell", p -> p.releases("gaba", "glutamate"))
            .projection("g", "mixed", "a", SOME, c -> c.transmitter("gaba").weight("1 mV"))
            .projection("e", "mixed", "fly", SOME, c -> c.transmitter("glutamate").weight("1 mV"))
            .projection("u", "mixed", "lif", SOME, c -> c.weight("1 pA"))
            .daleRequired()
            .build();
    assertThat(network.transmission().of("mixed")).containsExactly("gaba", "glutamate");
    assertThat(network.transmission().of("a")).isEmpty();
    assertThat(network.withName("x").transmission()).isEqualTo(network.transmission());
    assertThat(network.withTransmission(Transmission.UNRULED).transmission().dale()).isFalse();
  }

  @Test
  void partsOfAPathwayAreTheSameSynapses() {
    Network network = onto("a", c -> c.transmitter("glutamate").weight("1 mV"));
    Projection part = network.projection("p_nmda");
    assertThatThrownBy(() -> network.with(List.of(), List.of(changed(part, "p_nmda", "p", 2))))
        .hasMessage(
            "projections.p_nmda: differs from 'p_ampa' in more than receptor and weights, although"
                + " both are pathway 'p'");
    assertThatThrownBy(() -> network.with(List.of(), List.of(changed(part, "p_slow", "p", 3))))
        .hasMessage(
            "projections.p_slow: is of pathway 'p' at receptor 'nmda': its name must be 'p_nmda'");
    assertThatThrownBy(() ->
            cells()
                .projection("p", "in", "a", SOME, c -> c.weight("1 mV").transmitter("glutamate"))
                .projection(part)
                .projection("q", "in", "a", new AllToAll(true), c -> c.weight("1 mV"))
                .build())
        .hasMessage("projections.p_nmda: is there twice");
    assertThatThrownBy(() ->
            cells()
                .projection(part)
                .projection("p", "in", "lif", SOME, c -> c.weight("1 pA"))
                .build())
        .hasMessage("projections.p: has the name of the pathway 'p'");
    assertThatThrownBy(() -> network.pathwayIndex(changed(part, "x", "x", 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Projection changed(Projection p, String name, String pathway, int inDegree) {
    return new Projection(
        name,
        p.from(),
        p.to(),
        new FixedInDegree(inDegree, true, true),
        p.weights(),
        p.delays(),
        p.receptor(),
        p.normalisation(),
        p.learning(),
        p.transmitter(),
        Optional.of(pathway),
        p.release(),
        p.plasticity());
  }

  @Test
  void aMapUnderAnotherNameIsStillTold() {
    Network network = onto("a", c -> c.transmitter("glutamate").weight("1 mV"));
    Map<String, Projection> misnamed = Map.of("q", network.projection("p_ampa"));
    assertThatThrownBy(() ->
            new Network(
                "n",
                1,
                network.populations(),
                misnamed,
                Map.of(),
                Optional.empty(),
                Provenance.NONE))
        .hasMessage("projections.q: is named 'p_ampa' inside");
  }
}
