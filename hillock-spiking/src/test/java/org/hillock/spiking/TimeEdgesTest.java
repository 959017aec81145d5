package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every edge of time that the package states. */
@ParameterizedClass
@EnumSource(How.class)
class TimeEdgesTest {

  @Parameter How how = How.PLAIN;

  private static Network relay(double spikeMs, String delay) {
    return Network.builder("relay")
        .population("source", 1, "spike-list", p -> p.spikes(new double[] {spikeMs}))
        .population("cell", 1, "if", p -> p)
        .projection(
            "source",
            "cell",
            Bench.one(),
            c -> delay.isEmpty() ? c.weight("1 mV") : c.weight("1 mV").delay(delay))
        .build();
  }

  private List<Long> cellSpikes(Network network, double stepMs, int steps) {
    Bench bench = how.bench(network, stepMs);
    Recording spikes = bench.record("cell.spikes");
    return bench.steps(steps).stepsOf(spikes);
  }

  @Test
  void aSpikeArrivesAfterExactlyItsDelay() {
    // arrives at t_D, is taken in by step D, whose spike has time t_{D+1}
    assertThat(cellSpikes(relay(0, "0.1 ms"), 0.1, 40)).containsExactly(2L);
    assertThat(cellSpikes(relay(0, ""), 0.1, 40)).containsExactly(2L);
    assertThat(cellSpikes(relay(0, "1.5 ms"), 0.1, 40)).containsExactly(16L);
    assertThat(cellSpikes(relay(1, "1.5 ms"), 0.1, 40)).containsExactly(26L);
    assertThat(cellSpikes(relay(0.1, "0.3 ms"), 0.1, 40)).containsExactly(5L);
  }

  @Test
  void listedTimesGoToTheNearestStepAndZeroIsTheBeginning() {
    Network network =
        Network.builder("listed")
            .population(
                "s",
                2,
                "spike-list",
                p -> p.spikes(new double[] {0, 0.26}, new double[] {0.04, 0.24, 0.3, 0.31}))
            .build();
    Bench bench = how.bench(network, 0.1);
    Recording spikes = bench.record("s.spikes");
    bench.steps(5);
    assertThat(bench.stepsOf(spikes)).containsExactly(0L, 0L, 2L, 3L, 3L, 3L);
    assertThat(List.of(spikes.neuron(0), spikes.neuron(1), spikes.neuron(2), spikes.neuron(3)))
        .containsExactly(0, 1, 1, 0);
    assertThat(bench.timed().updateTimes("s")).isEqualTo(3);
  }

  @Test
  void presentedTrainsCountFromNowAndComeAStepLaterAtTheEarliest() {
    Bench bench = how.bench(relay(1, "0.1 ms"), 0.1);
    Recording spikes = bench.record("source.spikes");
    bench.steps(5);
    bench.session.present(new Stimulus.SpikeTrains("source", List.of(Numbers.of(0, 0.1, 0.7))));
    bench.steps(20);
    assertThat(bench.stepsOf(spikes)).containsExactly(6L, 6L, 12L);
    bench.session.reset(0);
    bench.steps(20);
    assertThat(bench.stepsOf(spikes)).containsExactly(6L, 6L, 12L, 10L);
  }

  private static Network refractory(double arrivalMs) {
    // driven over threshold in step 0: the spike has time 0.1 ms, and t_ref = 0.5 ms ends at 0.6 ms
    return Network.builder("refractory")
        .population("source", 1, "spike-list", p -> p.spikes(new double[] {arrivalMs - 0.1}))
        .population(
            "cell", 1, "lif-delta", p -> p.param("v_init", "30 mV").param("t_ref", "0.5 ms"))
        .projection("source", "cell", Bench.one(), c -> c.weight("25 mV").delay("0.1 ms"))
        .build();
  }

  @Test
  void anArrivalAtTheEndOfRefractorinessCountsAndTheOneBeforeIsLost() {
    assertThat(cellSpikes(refractory(0.6), 0.1, 20)).containsExactly(1L, 7L);
    assertThat(cellSpikes(refractory(0.5), 0.1, 20)).containsExactly(1L);
    assertThat(cellSpikes(refractory(0.1), 0.1, 20)).containsExactly(1L);
  }

  @Test
  void refractorinessIsRoundedToTheNearestStep() {
    Network network =
        Network.builder("rounded")
            .population(
                "cell",
                1,
                "lif-delta",
                p -> p.param("t_ref", "0.34 ms").bias(Values.constant(1000, "mV/ms")))
            .build();
    assertThat(cellSpikes(network, 0.1, 10)).containsExactly(1L, 5L, 9L);
  }

  @Test
  void coincidentSpikesAndMultapsesAddUp() {
    Network network =
        Network.builder("coincident")
            .population(
                "source", 2, "spike-list", p -> p.spikes(new double[] {1}, new double[] {1}))
            .population("cell", 1, "lif-delta", p -> p)
            .projection(
                "source",
                "cell",
                Connectivity.EdgeList.of(new int[] {0, 1, 0}, new int[] {0, 0, 0}),
                c -> c.weight("2 mV").delay("0.1 ms"))
            .build();
    Bench bench = how.bench(network, 0.1).steps(12);
    assertThat(bench.read("cell.v")[0]).isCloseTo(6 * Math.exp(-0.1 / 20), within(1e-14));
    assertThat(bench.timed().synapticEvents()).isEqualTo(3);
  }

  @Test
  void coincidentSpikesOfTwoDelaysAreAddedByProjectionAndThenBySource() {
    // 1e16 + 1 loses the 1, so that the sum shows the order: ((1e16 + 1) - 1e16) = 0, else 1
    Network network =
        Network.builder("order")
            .population(
                "source",
                3,
                "spike-list",
                p -> p.spikes(new double[] {0.3}, new double[] {0.1}, new double[] {0.2}))
            .population("cell", 1, "if", p -> p.param("v_th", "1000 mV"))
            .projection(
                "source",
                "cell",
                Connectivity.EdgeList.of(new int[] {2, 1, 0}, new int[] {0, 0, 0}),
                c ->
                    c.weight(Values.listed(Numbers.of(-1e16, 1, 1e16), "mV"))
                        .delay(Values.listed(Numbers.of(0.2, 0.3, 0.1), "ms")))
            .build();
    assertThat(how.bench(network, 0.1).steps(6).read("cell.v")[0]).isZero();
  }

  @Test
  void anAutapseReachesItsOwnNeuron() {
    Network network =
        Network.builder("autapse")
            .population("cell", 1, "if", p -> p.param("v_init", "1 mV"))
            .projection("cell", "cell", Bench.one(), c -> c.weight("1 mV").delay("0.4 ms"))
            .build();
    // T = 1, arrives at 5, fires with time 6, and so on for ever
    assertThat(cellSpikes(network, 0.1, 20)).containsExactly(1L, 6L, 11L, 16L);
  }

  @Test
  void drawnDelaysAreRoundedAndAreAtLeastOneStep() {
    Network network =
        Network.builder("drawn")
            .population("source", 1, "spike-list", p -> p.spikes(new double[] {0}))
            .population("cell", 200, "if", p -> p)
            .projection(
                "source",
                "cell",
                new Connectivity.AllToAll(true),
                c -> c.weight("1 mV").delay(Values.drawn(new Distribution.Uniform(0, 3, Unit.MS))))
            .build();
    Bench bench = how.bench(network, 1);
    Recording spikes = bench.record("cell.spikes");
    bench.steps(10);
    assertThat(spikes.size()).isEqualTo(200);
    assertThat(bench.stepsOf(spikes)).containsOnly(2L, 3L, 4L).isSorted();
  }

  @Test
  void inhibitionSubtractsAndSignedWeightsChooseTheirCurrent() {
    Network network =
        Network.builder("signs")
            .population("source", 1, "spike-list", p -> p.spikes(new double[] {0}))
            .population("cell", 1, "lif-exp", p -> p)
            .projection("a", "source", "cell", Bench.one(), c -> c.weight("-3 pA"))
            .projection(
                "b", "source", "cell", Bench.one(), c -> c.weight("5 pA").receptor("inhibitory"))
            .projection(
                "c", "source", "cell", Bench.one(), c -> c.weight("7 pA").receptor("excitatory"))
            .build();
    Bench bench = how.bench(network, 0.1).steps(2);
    double decay = Math.exp(-0.1 / 0.5);
    assertThat(bench.read("cell.i_inh")[0]).isCloseTo(-8 * decay, within(1e-14));
    assertThat(bench.read("cell.i_exc")[0]).isCloseTo(7 * decay, within(1e-14));
  }
}
