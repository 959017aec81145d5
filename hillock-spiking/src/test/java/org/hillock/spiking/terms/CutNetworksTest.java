package org.hillock.spiking.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.cell.Release;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Normalisation;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Schedule;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;

/** All that can reach a neuron, together. */
class CutNetworksTest {

  private static final NeuronModel LINEAR =
      NeuronTexts.read(
          "test",
          """
          neuron linear
          parameter tau = 20 ms > 0
          parameter e_l = -65 mV
          modulator calm = 0.5
          bias in mV/ms
          state v = e_l
          state theta = -52 mV
          far = v - theta
          dv/dt = (e_l - v)/tau + (bias + current - calm*0.2 mV/ms) + 2 mV/sqrt(tau)*xi
          dtheta/dt = (-52 mV - theta)/(50 ms)
          on signed: v += w
          receptor excitatory = signed
          receptor inhibitory = -signed
          input current in mV/ms
          spike when v >= theta
          reset: v = -60 mV; theta += 3 mV
          refractory 2 ms holding v
          """);

  private static final NeuronModel JOINED =
      NeuronTexts.read(
          "test",
          """
          neuron joined
          parameter tau = 20 ms > 0
          parameter e_l = -65 mV
          parameter c = 100 pF > 0
          bias in pA
          state v = e_l
          dv/dt = (e_l - v)/tau + (i_gap + bias)/c
          coupling gap in nS: i_gap = w*(v_pre - v)
          on excitatory: v += w
          spike when v > -50 mV
          reset: v = -60 mV
          refractory 2 ms holding v
          """);

  private static Network network() {
    Schedule schedule =
        new Schedule(
            List.of(
                new Schedule.Point(Quantity.parse("0 ms"), 0.2),
                new Schedule.Point(Quantity.parse("15 ms"), 0.9)),
            Schedule.Interpolation.CONSTANT);
    SynapseText rule =
        SynapseText.read(
            "test",
            """
            synapse pair
            pre x = 0
            dx/dt = -x/(17 ms)
            post y = 0
            dy/dt = -y/(34 ms)
            on pre: x += 1; w -= 0.01*y
            on post: y += 1; w += 0.02*x
            """);
    return Network.builder("all")
        .seed(9)
        .population("in", 3, "input")
        .population("rate", 4, "relu", p -> p.bias(Values.listed(new double[] {0.1, -0.2, 0, 0.3})))
        .population("soft", 3, "softmax")
        .population("noise", 20, "poisson", p -> p.param("rate", "100 Hz"))
        .population(
            "lin",
            3,
            LINEAR,
            p -> p.bias(Values.listed(Numbers.of(new double[] {0.3, 0.1, 0}), "mV/ms")))
        .population(
            "two",
            4,
            "lif-exp",
            p -> p.bias(Values.listed(Numbers.of(new double[] {300, 100, 0, 400}), "pA")))
        .population(
            "joined",
            3,
            JOINED,
            p -> p.bias(Values.listed(Numbers.of(new double[] {90, 20, 0}), "pA")))
        .projection(
            "in", "rate", new Connectivity.Dense(), p -> p.weight(drawn(12)).delay("0.5 ms"))
        .projection(
            "rate",
            "soft",
            new Connectivity.Dense(),
            p -> p.weight(drawn(12)).normalise(Normalisation.rms()))
        .projection("lin", "soft", new Connectivity.Dense(), p -> p.weight(drawn(9)))
        .projection("two", "rate", new Connectivity.Dense(), p -> p.weight(drawn(16)))
        .projection(
            "rate_lin",
            "rate",
            "lin",
            new Connectivity.AllToAll(true),
            p -> p.weight("0.3 mV/ms").receptor("current"))
        .projection(
            "rate_two", "rate", "two", new Connectivity.AllToAll(true), p -> p.weight(mixed(16)))
        .projection(
            "spikes_lin",
            "noise",
            "lin",
            new Connectivity.FixedInDegree(15, true, true),
            p -> p.weight("1.5 mV").delay("1 ms"))
        .projection(
            "spikes_two",
            "noise",
            "two",
            new Connectivity.FixedInDegree(15, true, true),
            p -> p.weight("150 pA").delay("0.4 ms"))
        .projection(
            "inhibits",
            "lin",
            "two",
            new Connectivity.AllToAll(true),
            p -> p.weight("200 pA").receptor("inhibitory").delay("1 ms"))
        .projection(
            "releases",
            "noise",
            "lin",
            new Connectivity.FixedInDegree(5, true, true),
            p -> p.weight("0.4 mV").delay("0.3 ms").release(Release.depressing(6).drawn()))
        .projection(
            "learns",
            "noise",
            "two",
            new Connectivity.AllToAll(true),
            p ->
                p.weight("200 pA")
                    .delay("0.5 ms")
                    .plasticity(
                        new Plasticity(
                            rule,
                            Map.of(),
                            Quantity.parse("0 pA"),
                            Quantity.parse("400 pA"),
                            Plasticity.DelaySide.AXONAL,
                            Map.of())))
        .projection(
            "wakes",
            "noise",
            "joined",
            new Connectivity.AllToAll(true),
            p -> p.weight("2 mV").receptor("excitatory").delay("1 ms"))
        .projection(
            "joins",
            "joined",
            "joined",
            new Connectivity.AllToAll(false),
            p -> p.weight("2 nS").receptor("gap"))
        .modulator(
            new Modulator(
                "calm",
                0.2,
                Optional.empty(),
                Optional.of(schedule),
                Optional.empty(),
                List.of(new Modulator.Target("two", 0.6))))
        .modulator(
            new Modulator(
                "alarm",
                0,
                Optional.of(Quantity.parse("10 ms")),
                Optional.of(schedule),
                Optional.empty(),
                List.of(
                    new Modulator.Target("two", -0.5),
                    new Modulator.Target("rate", 0.5),
                    Modulator.Target.parse("lin.inhibitory", -0.3))))
        .build();
  }

  private static Values drawn(int count) {
    double[] all = new double[count];
    for (int k = 0; k < count; k++) {
      all[k] = Math.sin(1.7 * k + count);
    }
    return Values.listed(all);
  }

  private static Values mixed(int count) {
    double[] all = new double[count];
    for (int k = 0; k < count; k++) {
      all[k] = 300 * Math.sin(2.3 * k);
    }
    return Values.listed(Numbers.of(all), "pA");
  }

  private static void show(Session session) {
    session.present(Stimulus.frame("in", new float[] {0.5f, 1f, -0.3f}));
  }

  private static void disturb(Session session) {
    show(session);
    Intervention.Window early = new Intervention.Window(5, 14.5);
    Intervention.Window late = new Intervention.Window(20, 26);
    session.apply(new Intervention.Stimulate(SiteRef.parse("lin[0]"), 0.7, early));
    session.apply(new Intervention.Stimulate(SiteRef.parse("lin"), -0.4, late));
    session.apply(new Intervention.Stimulate(SiteRef.parse("rate"), 0.4, late));
    session.apply(new Intervention.Clamp(SiteRef.parse("two[0].v"), -58.5, early));
    session.apply(
        new Intervention.Clamp(SiteRef.parse("two[1].v"), -55, new Intervention.Window(30, 1e9)));
    session.apply(
        new Intervention.Silence(
            SiteRef.parse("two[3]"), Intervention.Silence.Scope.INPUTS, early));
    session.apply(
        new Intervention.Silence(
            SiteRef.parse("joined[1]"), Intervention.Silence.Scope.OUTPUTS, late));
    session.apply(new Intervention.Lesion("spikes_lin", late));
    session.apply(new Intervention.Lesion("rate_two", early));
    session.apply(new Intervention.Lesion("joins", new Intervention.Window(15, 18)));
    session.apply(new Intervention.Clamp(SiteRef.parse("modulators.alarm.level"), 0.7, early));
  }

  @Test
  void allThatReachesANeuronIsKept() {
    TermsContract contract =
        new TermsContract(network(), 0.1, 0, CutNetworksTest::show).check(5, 93);
    assertThat(contract.spikes()).isGreaterThan(10);
    assertThat(contract.additive())
        .containsEntry("lin", true)
        .containsEntry("two", true)
        .containsEntry("rate", true)
        .containsEntry("soft", true)
        .containsEntry("joined", false);
  }

  @Test
  void whatInterventionsDoIsKept() {
    new TermsContract(network(), 0.1, 0, CutNetworksTest::disturb).check(6, 71);
  }

  @Test
  void whatComesBeforeIsHistory() {
    new TermsContract(network(), 0.1, 11, CutNetworksTest::disturb).check(5, 133);
  }
}
