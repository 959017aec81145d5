package org.hillock.lab.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Values;
import org.hillock.lab.Nets;
import org.junit.jupiter.api.Test;

/** Networks that state no decision, asked from outside: what is known of them comes out. */
class FromOutsideTest {

  private static final int CELLS = 40;

  /** In bits; spikes that come a little earlier or later. */
  private static final double PHASES = 2e-3;

  /** A cell whose potential forgets with 20 ms and is what it sends. */
  private static NeuronModel leaky() {
    return NeuronTexts.read(
        "leaky",
        "leaky",
        """
        about A potential that forgets with 20 ms and is sent as it is.
        parameter tau = 20 ms > 0
        bias in mV/ms
        state v = 0 mV
        input drive in mV/ms
        sent = v/(1 mV)
        dv/dt = -v/tau + drive + i_gap + bias
        coupling gap in 1/ms: i_gap = w*(v_pre - v)
        output sent
        """);
  }

  private static Measurement ask(String id, Network network) {
    Axis axis =
        Axis.all().stream().filter(a -> a.definition().id().equals(id)).findFirst().orElseThrow();
    return axis.ask(Subject.leftAlone(network, 1, true));
  }

  private static Measurement.Measured measured(String id, Network network) {
    assertThat(ask(id, network)).as(id).isInstanceOf(Measurement.Measured.class);
    return (Measurement.Measured) ask(id, network);
  }

  private static double detail(Measurement.Measured measured, String name) {
    assertThat(measured.details()).containsKey(name);
    return measured.details().getOrDefault(name, Double.NaN);
  }

  private static Network unconnected() {
    return Network.builder("unconnected").population("cells", CELLS, "lif-delta").build();
  }

  @Test
  void cellsWithoutSynapsesAndNoiseHaveNoContextNoChanceAndSetNothingOff() {
    Network cells = unconnected();
    // what is left is what the readout itself remembers after ten of its time constants
    assertThat(measured("context", cells).value()).isLessThan(1e-6);
    assertThat(measured("chance", cells).value()).isZero();
    assertThat(detail(measured("chance", cells), "entropy_bits")).isZero();
    assertThat(measured("chain", cells).value()).isZero();
    // each stimulus has cells of its own, and two of four tell it as well as four
    assertThat(measured("recall", cells).value()).isEqualTo(1);
    assertThat(measured("timing", cells).method()).contains("states no decision");
    assertThat(ask("shares", cells)).isInstanceOf(Measurement.NotDefined.class);
  }

  /** Every cell makes a spike again, so long after each. */
  private static Network echo(int ms) {
    return Network.builder("echo")
        .population("cells", CELLS, "lif-delta")
        .projection(
            "cells",
            "cells",
            new Connectivity.OneToOne(),
            p -> p.weight(Values.constant(25, "mV")).delay(ms + " ms"))
        .build();
  }

  @Test
  void anEchoIsRememberedAsLongAsItIsLate() {
    // A driven cell fires at 20 ln 2 = 13.9, 29.7 and 45.6 ms. It is read at the end of the second
    // of
    // two stimuli, at 100 ms, or at 150 ms with a blank between: an echo after 69 ms brings the
    // spike of 29.7 ms just before 100 ms and, as there was none at 81 ms, nothing at 150 ms.
    Measurement.Measured soon = measured("context", echo(69));
    assertThat(soon.value()).isGreaterThan(10 * PHASES);
    assertThat(detail(soon, "after_a_gap_bits")).isLessThan(PHASES);
    // one after 118 ms brings nothing at 100 ms, and that spike just before 150 ms
    Measurement.Measured late = measured("context", echo(118));
    assertThat(late.value()).isLessThan(PHASES);
    assertThat(detail(late, "after_a_gap_bits")).isGreaterThan(10 * PHASES);
  }

  @Test
  void aLeakyCellForgetsInItsOwnTime() {
    Network cells = Network.builder("leaky").population("cells", CELLS, leaky(), p -> p).build();
    // exp(-t/20 ms) is above a hundredth until 92.1 ms; it is looked at every 5 ms
    assertThat(measured("after_input", cells).value()).isEqualTo(90);
    assertThat(measured("cost", cells).value()).isZero();
    assertThat(measured("chain", cells).value()).isZero();
    assertThat(measured("chance", cells).value()).isZero();
    // those that are driven change in every step but the first, in which the stimulus is on its way
    assertThat(measured("timing", cells).value()).isEqualTo(499);
    assertThat(measured("sum", cells).value()).isCloseTo(1, within(1e-6));
  }

  /** Cells in a ring, each joined to the next. */
  static Network ring(boolean electrical) {
    int[] pre = new int[CELLS];
    int[] post = new int[CELLS];
    for (int i = 0; i < CELLS; i++) {
      pre[i] = i;
      post[i] = (i + 1) % CELLS;
    }
    return Network.builder("ring")
        .population("cells", CELLS, leaky(), p -> p)
        .projection(
            "cells",
            "cells",
            Connectivity.EdgeList.of(pre, post),
            p ->
                electrical
                    ? p.weight(Values.constant(0.05, "1/ms")).receptor("gap")
                    : p.weight(Values.constant(0.02, "mV/ms")).delay("1 ms").receptor("drive"))
        .build();
  }

  @Test
  void aPushSpreadsThroughSynapsesOfBothKinds() {
    for (boolean electrical : new boolean[] {true, false}) {
      Measurement.Measured chain = measured("chain", ring(electrical));
      assertThat(detail(chain, "breadth_share_of_neurons")).isEqualTo(1);
      assertThat(detail(chain, "reached_by_no_synapse_share")).isZero();
      // at least 35 cells in at most 5 arcs between those that are pushed
      assertThat(chain.value()).isBetween(7.0, CELLS - 1.0);
    }
  }

  @Test
  void electricalSynapsesCarryInEveryStep() {
    Measurement.Measured cost = measured("cost", ring(true));
    double steps = 200 / 0.1;
    assertThat(cost.value()).isCloseTo(CELLS * steps, within(1e-6));
    assertThat(detail(cost, "synaptic_events_per_ms")).isCloseTo(CELLS * 10.0, within(1e-6));
  }

  private static Network map() {
    return Network.builder("map")
        .population("in", 12, "input")
        .population("hidden", 12, "relu")
        .projection("in", "hidden", Nets.dense(), p -> p.weight(Nets.normal(0.5)))
        .build();
  }

  @Test
  void aMapOfNumbersHasNoContextAndNoChance() {
    Network map = map();
    assertThat(measured("context", map).value()).isZero();
    assertThat(measured("chance", map).value()).isZero();
    assertThat(measured("state", map).value()).isZero();
    assertThat(measured("damage", map).value()).isBetween(0.0, 0.9);
    assertThat(measured("stream", map).value()).isEqualTo(1000);
    // the readout is no layer of it
    assertThat(measured("timing", map).value()).isEqualTo(1);
  }

  /** Cells that fire by noise of their own and hear some of the others. */
  private static Network noisy() {
    return Network.builder("noisy")
        .population("noise", CELLS, "poisson", p -> p.param("rate", "900 Hz"))
        .population("cells", CELLS, "lif-delta")
        .projection(
            "noise", "cells", new Connectivity.OneToOne(), p -> p.weight(Values.constant(1, "mV")))
        .projection(
            "cells",
            "cells",
            new Connectivity.FixedInDegree(4, false, false),
            p -> p.weight(Values.constant(1, "mV")).delay("2 ms"))
        .build();
  }

  @Test
  void whatStatesNoDecisionIsMeasuredOnAllAxesButTwo() {
    for (Network network : List.of(noisy(), ring(true), map())) {
      Subject subject = Subject.leftAlone(network, 1, true);
      assertThat(
              Axis.all().stream()
                  .filter(axis -> axis.ask(subject) instanceof Measurement.NotDefined)
                  .map(axis -> axis.definition().id()))
          .as(network.name())
          .containsExactly("shares", "learning");
    }
  }

  @Test
  void noiseChangesAnswersAndWithoutItNothingDoes() {
    Measurement.Measured chance = measured("chance", noisy());
    assertThat(detail(chance, "activity_differs_share")).isEqualTo(1);
    assertThat(detail(chance, "fano_factor_with_all")).isPositive();
    assertThat(detail(chance, "entropy_bits_without_any")).isZero();
    assertThat(detail(chance, "fano_factor_without_any")).isZero();
  }

  @Test
  void whatCannotBeAskedSaysWhy() {
    Network few = Network.builder("few").population("cells", 3, "lif-delta").build();
    assertThat(because(few)).contains("its 3 neurons are too few");
    Network deaf =
        Network.builder("deaf")
            .population("noise", 50, "poisson", p -> p.param("rate", "10 Hz"))
            .build();
    assertThat(because(deaf)).contains("none of its neurons hears others");
    Network same =
        Network.builder("same")
            .population("in", 12, "input")
            .population("out", 4, "relu")
            .projection("in", "out", Nets.dense(), p -> p.weight(Values.constant(-1)))
            .build();
    assertThat(because(same)).contains("do the same whichever of 10 stimuli");
  }

  private static String because(Network network) {
    Set<String> reasons = new TreeSet<>();
    for (String id : Set.of("timing", "chance", "recall", "stream", "context", "state", "damage")) {
      if (ask(id, network) instanceof Measurement.NotDefined(String because)) {
        reasons.add(because);
      }
    }
    assertThat(reasons).hasSize(1);
    return reasons.iterator().next();
  }
}
