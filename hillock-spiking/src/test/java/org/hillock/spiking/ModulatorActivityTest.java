package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.spiking.Modulators.NO_TAU;
import static org.hillock.spiking.Modulators.STEP;
import static org.hillock.spiking.Modulators.TIRED;
import static org.hillock.spiking.Modulators.driven;
import static org.hillock.spiking.Modulators.fatigue;
import static org.hillock.spiking.Modulators.tau;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Activity;
import org.hillock.core.network.Modulator.Measure;
import org.hillock.core.network.Modulator.Target;
import org.hillock.core.network.Network;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What populations do drives levels. */
class ModulatorActivityTest {

  /** The mean of the level is per_hz times the rate, because its equation is linear. */
  @ParameterizedTest
  @EnumSource
  void poissonSourcesDriveALevelToTheirRateTimesTheStrength(How how) {
    double rate = 40;
    double perHz = 0.01;
    int sources = 400;
    Network network =
        Network.builder("n")
            .seed(3)
            .population("noise", sources, "poisson", p -> p.param("rate", rate + " Hz"))
            .population("cell", sources, "lif-delta")
            .projection(
                "drive",
                "noise",
                "cell",
                new Connectivity.OneToOne(),
                p -> p.weight("0.1 mV").delay("1 ms"))
            .modulator(driven(Optional.empty(), new Activity("noise", Measure.PER_HZ, perHz)))
            .build();
    Bench bench = how.bench(network, STEP);
    Recording levels = new Recording();
    bench.session.record(new Probe(SiteRef.parse(TIRED), 20), levels);
    bench.timed().advance(2_000);
    double mean = 0;
    for (int k = 10; k < levels.size(); k++) {
      mean += levels.value(k) / (levels.size() - 10);
    }
    // 1.8 s of 400 sources give 28,800 ± 170 spikes: five standard deviations are 3 %
    assertThat(mean).isCloseTo(perHz * rate, within(0.03 * perHz * rate));
  }

  /**
   * A population that tires itself: its rate settles where the rate that a constant level allows,
   * and the level that the rate sustains, agree.
   */
  @ParameterizedTest
  @EnumSource
  void fatigueAdaptsTheRateToItsFixedPoint(How how) {
    double perHz = 0.01;
    Modulator fatigue =
        new Modulator(
            "fatigue",
            0,
            tau("500 ms"),
            Optional.empty(),
            Optional.of(new Activity("exc", Measure.PER_HZ, perHz)),
            List.of(new Target("exc", -1)));
    Bench tiring = how.bench(self(fatigue), STEP);
    tiring.timed().advance(20);
    long charged = tiring.timed().spikes("exc");
    tiring.timed().advance(80);
    double early = (tiring.timed().spikes("exc") - charged) / (100 * 0.08);
    tiring.timed().advance(2_900);
    long before = tiring.timed().spikes("exc");
    tiring.timed().advance(2_000);
    double rate = (tiring.timed().spikes("exc") - before) / (100 * 2.0);
    assertThat(rate).isLessThan(0.9 * early);
    double level = perHz * rate;
    Bench fixed =
        how.bench(self(fatigue(level, NO_TAU, Optional.empty(), new Target("exc", -1))), STEP);
    fixed.timed().advance(1_000);
    before = fixed.timed().spikes("exc");
    fixed.timed().advance(2_000);
    double held = (fixed.timed().spikes("exc") - before) / (100 * 2.0);
    // some 5,000 spikes in each run, whose noise is about 1 %
    assertThat(rate).isCloseTo(held, within(0.04 * held));
  }

  /** Cells that a noise beyond their threshold drives. */
  private static Network self(Modulator fatigue) {
    return Network.builder("n")
        .seed(5)
        .population("noise", 100, "poisson", p -> p.param("rate", "8 kHz"))
        .population(
            "exc",
            100,
            "lif-delta",
            p ->
                p.param("v_rest", "0 mV")
                    .param("v_reset", "0 mV")
                    .param("v_th", "20 mV")
                    .param("tau_m", "20 ms"))
        .projection(
            "drive",
            "noise",
            "exc",
            new Connectivity.OneToOne(),
            p -> p.weight("0.2 mV").delay("1 ms"))
        .modulator(fatigue)
        .build();
  }

  @Test
  void theValuesOfAnInputPopulationDriveALevel() {
    Network network =
        Network.builder("n")
            .population("body", 2, "input")
            .population(
                "out",
                1,
                "identity",
                p -> p.bias(new org.hillock.core.network.Values.Constant(Quantity.of(0.5))))
            .projection("sense", "body", "out", new Connectivity.AllToAll(true), p -> p.weight("1"))
            .modulator(
                driven(
                    Optional.empty(),
                    new Activity("body", Measure.PER_VALUE, 0.5),
                    new Target("out", 1)))
            .build();
    Bench bench = new Bench(network, STEP);
    bench.session.present(Stimulus.frame("body", new float[] {0.25f, 0.75f}));
    bench.steps(1000);
    double level = bench.read(TIRED)[0];
    // five time constants
    assertThat(level).isCloseTo(0.25 * (1 - Math.exp(-5)), within(1e-14));
    assertThat(bench.steps(1).read("out.sum")[0]).isCloseTo((1 + level) + 0.5, within(1e-12));
  }
}
