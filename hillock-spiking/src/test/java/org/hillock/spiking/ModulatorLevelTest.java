package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.spiking.Modulators.NO_TAU;
import static org.hillock.spiking.Modulators.STEP;
import static org.hillock.spiking.Modulators.TIRED;
import static org.hillock.spiking.Modulators.alone;
import static org.hillock.spiking.Modulators.fatigue;
import static org.hillock.spiking.Modulators.schedule;
import static org.hillock.spiking.Modulators.tau;

import java.util.Optional;
import org.hillock.core.network.Schedule;
import org.hillock.core.network.Schedule.Interpolation;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Levels of modulators in time, driven by nothing, by schedules and by hand. */
class ModulatorLevelTest {

  @ParameterizedTest
  @EnumSource
  void aLevelThatNothingDrivesDecaysWithItsTimeConstant(How how) {
    Bench bench = how.bench(alone(fatigue(0.8, tau("20 ms"), Optional.empty())).build(), STEP);
    assertThat(bench.read(TIRED)).containsExactly(0.8);
    bench.steps(300);
    // 30 factors exp(-1/20), each rounded
    assertThat(bench.read(TIRED)[0]).isCloseTo(0.8 * Math.exp(-30.0 / 20), within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void aLevelRelaxesExactlyTowardsAScheduleOfSteps(How how) {
    Schedule steps = schedule(Interpolation.CONSTANT, "0 s: 0.2", "10 ms: 1", "0.03 s: 0");
    Bench bench =
        how.bench(alone(fatigue(0.5, tau("15 ms"), Optional.of(steps))).build(), STEP).steps(450);
    double at10 = 0.2 + 0.3 * Math.exp(-10.0 / 15);
    double at30 = 1 + (at10 - 1) * Math.exp(-20.0 / 15);
    assertThat(bench.read(TIRED)[0]).isCloseTo(at30 * Math.exp(-15.0 / 15), within(1e-14));
  }

  @ParameterizedTest
  @EnumSource
  void aLevelRelaxesExactlyTowardsAScheduleOfLines(How how) {
    Schedule line = schedule(Interpolation.LINEAR, "0 ms: 0", "40 ms: 1");
    Bench bench =
        how.bench(alone(fatigue(0, tau("10 ms"), Optional.of(line))).build(), STEP).steps(400);
    // x' = (t/40 - x)/10 from 0: x = (t - 10 + 10 exp(-t/10))/40
    double exact = (40 - 10 + 10 * Math.exp(-4)) / 40;
    assertThat(bench.read(TIRED)[0]).isCloseTo(exact, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource
  void withoutATimeConstantALevelIsWhatTheScheduleSays(How how) {
    Schedule line = schedule(Interpolation.LINEAR, "0 ms: 0.1", "10 ms: 0.5", "11 ms: 1");
    Bench bench = how.bench(alone(fatigue(0.9, NO_TAU, Optional.of(line))).build(), STEP);
    assertThat(bench.read(TIRED)).containsExactly(0.1);
    assertThat(bench.steps(50).read(TIRED)[0]).isCloseTo(0.3, within(1e-15));
    assertThat(bench.steps(4).read(TIRED)[0]).isCloseTo(0.3, within(1e-15));
    assertThat(bench.steps(60).read(TIRED)).containsExactly(1.0);
  }

  @ParameterizedTest
  @EnumSource
  void handsHoldAndDriveALevel(How how) {
    Bench bench = how.bench(alone(fatigue(0.4, tau("10 ms"), Optional.empty())).build(), STEP);
    bench.session.apply(new Intervention.Clamp(SiteRef.parse(TIRED), 0.7, new Window(5, 20)));
    bench.session.apply(new Intervention.Stimulate(SiteRef.parse(TIRED), 0.3, new Window(20, 900)));
    assertThat(bench.steps(40).read(TIRED)[0]).isCloseTo(0.4 * Math.exp(-0.4), within(1e-15));
    assertThat(bench.steps(11).read(TIRED)).containsExactly(0.7);
    assertThat(bench.steps(149).read(TIRED)).containsExactly(0.7);
    assertThat(bench.steps(100).read(TIRED)[0]).isCloseTo(0.3 + 0.4 * Math.exp(-1), within(1e-14));
    bench.session.reset(1);
    assertThat(bench.read(TIRED)).containsExactly(0.4);
  }

  @ParameterizedTest
  @EnumSource
  void aLevelThatStaysIsMovedByHandAndComesBack(How how) {
    Bench bench = how.bench(alone(fatigue(0.4, NO_TAU, Optional.empty())).build(), STEP);
    bench.session.apply(new Intervention.Stimulate(SiteRef.parse(TIRED), 0.9, new Window(1, 2)));
    Recording levels = bench.record(TIRED);
    bench.steps(30);
    assertThat(levels.value(9)).isEqualTo(0.4);
    assertThat(levels.value(10)).isEqualTo(1);
    assertThat(levels.value(19)).isEqualTo(1);
    assertThat(levels.value(20)).isEqualTo(0.4);
  }
}
