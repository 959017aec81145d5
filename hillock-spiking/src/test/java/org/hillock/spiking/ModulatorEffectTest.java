package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.spiking.Modulators.NO_TAU;
import static org.hillock.spiking.Modulators.STEP;
import static org.hillock.spiking.Modulators.fatigue;
import static org.hillock.spiking.Modulators.schedule;

import java.util.Optional;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Target;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Schedule.Interpolation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What levels do to neurons: gains of receptors, and numbers that texts read. */
class ModulatorEffectTest {

  @ParameterizedTest
  @EnumSource
  void aReceptorIsScaledAndNoOther(How how) {
    Modulator tone =
        fatigue(
            0,
            NO_TAU,
            Optional.of(schedule(Interpolation.CONSTANT, "0 ms: 0", "10 ms: 1")),
            new Target("cell", Optional.of("inhibitory"), -0.5));
    Network network =
        Network.builder("n")
            .population("clock", 1, "spike-list", p -> p.spikes(new double[] {5, 15}))
            .population("cell", 1, "lif-cond")
            .projection(
                "e",
                "clock",
                "cell",
                Bench.one(),
                p -> p.receptor("excitatory").weight("4 nS").delay("1 ms"))
            .projection(
                "i",
                "clock",
                "cell",
                Bench.one(),
                p -> p.receptor("inhibitory").weight("4 nS").delay("1 ms"))
            .modulator(tone)
            .build();
    Bench bench = how.bench(network, STEP).steps(61);
    assertThat(bench.read("cell.g_inh")[0]).isCloseTo(4, within(0.2));
    double before = bench.steps(99).read("cell.g_inh")[0];
    double more = bench.steps(1).read("cell.g_inh")[0] - before;
    // what was there decays a little in this step
    assertThat(more).isCloseTo(2, within(0.2));
    assertThat(bench.read("cell.g_exc")[0]).isGreaterThan(3.5);
  }

  /** A cell whose bias and threshold are bent by what it reads. */
  private static final String READER =
      """
      neuron reader
      about Reads two modulators.
      parameter tau = 10 ms > 0
      modulator fatigue = 0.25   # raises the threshold
      modulator other = 0.75     # none of the network's: stays what it is here
      state v = 0 mV
      drive = 2 mV*(1 + other)
      dv/dt = (drive*fatigue - v)/tau
      spike when v > 100 mV
      reset: v = 0 mV
      """;

  private static NetworkBuilder readers() {
    return Network.builder("n").population("cell", 3, NeuronTexts.read("t", READER), p -> p);
  }

  @ParameterizedTest
  @EnumSource
  void aTextReadsTheLevelByItsNameAndElseItsStandard(How how) {
    Bench without = how.bench(readers().build(), STEP).steps(2000);
    // twenty time constants: exp(-20) is 2e-9
    assertThat(without.read("cell.v")[1]).isCloseTo(2 * 1.75 * 0.25, within(1e-8));
    Modulator half = fatigue(0.5, NO_TAU, Optional.empty());
    Bench with = how.bench(readers().modulator(half).build(), STEP).steps(2000);
    assertThat(with.read("cell.v")[1]).isCloseTo(2 * 1.75 * 0.5, within(1e-8));
    Modulator later =
        fatigue(0, NO_TAU, Optional.of(schedule(Interpolation.CONSTANT, "0 ms: 0", "200 ms: 1")));
    Bench moved = how.bench(readers().modulator(later).build(), STEP).steps(2000);
    assertThat(moved.read("cell.v")).containsExactly(0, 0, 0);
    // one time constant
    assertThat(moved.steps(100).read("cell.v")[2])
        .isCloseTo(2 * 1.75 * (1 - Math.exp(-1)), within(1e-12));
  }
}
