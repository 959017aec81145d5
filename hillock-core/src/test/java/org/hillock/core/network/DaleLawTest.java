package org.hillock.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hillock.core.network.Connectivity.AllToAll;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Dense;
import org.hillock.core.network.Connectivity.EdgeList;
import org.hillock.core.network.Connectivity.FixedInDegree;
import org.hillock.core.network.Connectivity.OneToOne;
import org.hillock.core.network.NetworkBuilder.ProjectionParts;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DaleLawTest {

  private static final Connectivity SOME = new FixedInDegree(2, true, true);
  private static final Connectivity ALL = new AllToAll(true);

  /** A projection out of {@code a}, or out of the sheet. */
  private record Out(
      String name, String to, Connectivity how, UnaryOperator<ProjectionParts> parts) {}

  private static Out to(
      String name, String to, Connectivity how, UnaryOperator<ProjectionParts> parts) {
    return new Out(name, to, how, parts);
  }

  private static NetworkBuilder network(Out... all) {
    NetworkBuilder builder =
        Network.builder("n")
            .population("a", 3, "cell")
            .population("fly", 3, "insect-cell")
            .population("lif", 3, "lif-delta")
            .population("sheet", Shape.of(2, 2, 2), "relu", p -> p)
            .population("map", Shape.of(2, 2, 2), "relu", p -> p);
    for (Out out : all) {
      String from = out.to().equals("map") ? "sheet" : "a";
      builder.projection(out.name(), from, out.to(), out.how(), out.parts());
    }
    return builder;
  }

  private static Values mv(double... numbers) {
    return Values.listed(Numbers.of(numbers), "mV");
  }

  private static Out drawn(Distribution distribution) {
    return to("d", "lif", SOME, c -> c.weight(Values.drawn(distribution)));
  }

  private static Arguments told(String how, Out... network) {
    return Arguments.of(how, network);
  }

  private static final Out EXCITES =
      to("e", "lif", SOME, c -> c.weight("1 mV").receptor("excitatory"));
  private static final Out INHIBITS =
      to("i", "lif", SOME, c -> c.weight("1 mV").receptor("inhibitory"));
  private static final Out GLUTAMATE =
      to("g", "a", SOME, c -> c.weight("1 mV").transmitter("glutamate"));
  private static final Out GLUTAMATE_INHIBITS =
      to("h", "fly", SOME, c -> c.weight("1 mV").transmitter("glutamate"));
  private static final Out GABA = to("b", "a", SOME, c -> c.weight("1 mV").transmitter("gaba"));

  static Stream<Arguments> broken() {
    return Stream.of(
        told(
            "projection 'e' (receptor 'excitatory') excites, projection 'i' (receptor 'inhibitory')"
                + " inhibits",
            EXCITES,
            INHIBITS),
        told(
            "it releases glutamate (projection 'g') and gaba (projection 'b'); where its cells"
                + " release all of these, state 'releases: [glutamate, gaba]'",
            GLUTAMATE,
            GABA),
        told(
            "projection 'g_ampa' (receptor 'ampa') excites, projection 'i' (receptor 'inhibitory')"
                + " inhibits",
            GLUTAMATE,
            INHIBITS),
        told(
            "projection 'e' (receptor 'excitatory') excites, projection 'c' (receptor 'signed') has"
                + " weights below 0",
            EXCITES,
            to("c", "lif", SOME, c -> c.weight("-1 mV"))),
        told(
            "projection 'd' (receptor 'signed') has weights of both signs: a distribution in 'mV'"
                + " can give both",
            drawn(new Distribution.Uniform(-0.1, 1, Unit.MV))),
        told(
            "projection 'd' (receptor 'signed') has weights of both signs: a distribution in 'mV'"
                + " can give both",
            drawn(
                new Distribution.Normal(
                    1, 0.1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Unit.MV))),
        told(
            "projection 'c' (receptor 'signed') has weights of both signs: they are listed, but the"
                + " sources of its synapses are drawn",
            to("c", "lif", new FixedInDegree(1, true, true), c -> c.weight(mv(1, 2, -1)))),
        told(
            "neuron 1 sends 2 mV (projection 'c') and -5 mV (projection 'c')",
            to("c", "lif", new Dense(), c -> c.weight(mv(1, 2, -3, 4, -5, -6, 0, 1, 0)))),
        told(
            "neuron 2 sends 2 mV (projection 'c') and -5 mV (projection 'd')",
            to("c", "lif", new OneToOne(), c -> c.weight(mv(1, -1, 2))),
            to(
                "d",
                "lif",
                EdgeList.of(new int[] {1, 2, 0}, new int[] {0, 0, 0}),
                c -> c.weight(mv(-1, -5, 1)))),
        told(
            "neuron 0 sends 1 mV (projection 'c') and -4 mV (projection 'c')",
            to("c", "a", ALL, c -> c.receptor("signed").weight(mv(1, 0, 3, -4, 0, 6, 0, 0, 0)))),
        told(
            "projection 'e' (receptor 'excitatory') excites, but neuron 1 sends -2 mV (projection"
                + " 'c')",
            EXCITES,
            to("c", "lif", new OneToOne(), c -> c.weight(mv(1, -2, 3)))),
        told(
            "projection 'i' (receptor 'inhibitory') inhibits, but neuron 0 sends 1 mV (projection"
                + " 'c')",
            INHIBITS,
            to("c", "lif", new OneToOne(), c -> c.weight(mv(1, -2, 3)))));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatBreaksItIsToldWhere(String how, Out[] all) {
    assertThatThrownBy(() -> network(all).daleRequired().build())
        .isInstanceOf(UsageException.class)
        .hasMessage("populations.a: breaks Dale's law, which 'dale: required' demands: " + how);
    assertThat(network(all).build().transmission().dale()).isFalse();
  }

  static Stream<Arguments> kept() {
    return Stream.of(
        told("one sign", EXCITES, GLUTAMATE),
        told("one transmitter, two signs", GLUTAMATE, GLUTAMATE_INHIBITS, INHIBITS),
        told("drawn of one sign", EXCITES, drawn(new Distribution.Exponential(1, Unit.MV))),
        told("drawn above a bound", drawn(new Distribution.Normal(1, 1, 0, 9, Unit.MV))),
        told("drawn below 0", INHIBITS, drawn(new Distribution.Geometric(2, -1, Unit.MV))),
        told("no spread", drawn(new Distribution.Normal(1, 0, -9, 9, Unit.MV))),
        told("log-normal", drawn(new Distribution.LogNormal(1, 1, Unit.MV))),
        told("no weight", INHIBITS, to("c", "lif", SOME, c -> c.weight("0 mV"))),
        told(
            "signs by neuron", to("c", "lif", ALL, c -> c.weight(mv(1, -1, 0, 2, -2, 3, 0, 0, 0)))),
        told("listed of one sign", to("c", "lif", SOME, c -> c.weight(mv(1, 2, 3, 4, 5, 6)))));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatKeepsItIsBuilt(String why, Out[] all) {
    assertThat(network(all).daleRequired().build().transmission().dale()).as(why).isTrue();
  }

  @Test
  void aSharedKernelIsOfItsChannel() {
    Connectivity kernel = new Convolution(1, 1, 1, 0);
    assertThat(
            network(to("k", "map", kernel, c -> c.weight(Values.listed(1, -1, 2, -3))))
                .daleRequired()
                .build()
                .projections())
        .hasSize(1);
    assertThatThrownBy(() ->
            network(
                    to("k", "map", kernel, c -> c.weight(Values.listed(1, -1, 2, -3))),
                    to(
                        "l",
                        "map",
                        new OneToOne(),
                        c -> c.weight(Values.listed(1, -1, 1, -1, 1, 1, 1, -1))))
                .daleRequired()
                .build())
        .hasMessageEndingWith("neuron 5 sends 1 (projection 'l') and -1 (projection 'k')");
  }

  /** Two cells of the kernel for each channel: those of channel 0 come first. */
  @Test
  void aKernelInGroupsIsOfTheChannelsThatItSees() {
    Connectivity grouped =
        new Convolution(1, 2, Across.ONE, new Margins(0, 0, 0, 1), Across.ONE, 2);
    assertThat(
            network(to("k", "map", grouped, c -> c.weight(Values.listed(1, 2, -1, -3))))
                .daleRequired()
                .build()
                .projections())
        .hasSize(1);
    assertThatThrownBy(() ->
            network(to("k", "map", grouped, c -> c.weight(Values.listed(1, -2, 1, 3))))
                .daleRequired()
                .build())
        .hasMessageContaining("breaks Dale's law");
  }

  @Test
  void declaredCoReleaseMayDoBoth() {
    assertThat(
            network(GLUTAMATE, GABA, EXCITES, INHIBITS)
                .releases("a", java.util.List.of("glutamate", "gaba"))
                .daleRequired()
                .build()
                .projections())
        .hasSize(5);
  }
}
