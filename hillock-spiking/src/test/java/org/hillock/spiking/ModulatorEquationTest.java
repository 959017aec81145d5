package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.spiking.Modulators.STEP;
import static org.hillock.spiking.Modulators.alone;
import static org.hillock.spiking.Modulators.schedule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Activity;
import org.hillock.core.network.Modulator.Measure;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Schedule;
import org.hillock.core.network.Schedule.Interpolation;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modulators with equations of their own, against closed forms. */
class ModulatorEquationTest {

  /** A release that a delayed shadow of the level holds down, as cortisol its own release. */
  private static final String HELD_DOWN =
      """
      state level = 0
      state shadow = 0
      dlevel/dt = (drive - shadow - level)/(10 ms)
      dshadow/dt = (level - shadow)/(10 ms)
      """;

  private static Modulator told(String text, Activity... activities) {
    return Modulator.told("m", text, Optional.empty(), List.of(activities), List.of());
  }

  private static Modulator scheduled(String text, Schedule schedule) {
    return Modulator.told("m", text, Optional.of(schedule), List.of(), List.of());
  }

  private static Schedule full() {
    return schedule(Interpolation.CONSTANT, "0 s: 1");
  }

  @ParameterizedTest
  @EnumSource
  void coupledLinearVariablesGoExactly(How how) {
    Bench bench = how.bench(alone(scheduled(HELD_DOWN, full())).build(), STEP).steps(250);
    // both end at 1/2 and swing about it with exp(-t/tau) and the frequency 1/tau
    double turn = 25.0 / 10;
    double left = 0.5 * Math.exp(-turn);
    assertThat(bench.read("modulators.m.level")[0])
        .isCloseTo(0.5 + left * (Math.sin(turn) - Math.cos(turn)), within(1e-14));
    assertThat(bench.read("modulators.m.shadow")[0])
        .isCloseTo(0.5 - left * (Math.sin(turn) + Math.cos(turn)), within(1e-14));
  }

  @ParameterizedTest
  @EnumSource
  void aLevelMayBeADefinitionThatSaturates(How how) {
    String hill =
        """
        parameter half = 0.5 > 0
        state c = 0
        dc/dt = (drive - c)/(20 ms)
        level = c^2/(c^2 + half^2)
        """;
    Bench bench = how.bench(alone(scheduled(hill, full())).build(), STEP).steps(300);
    double c = 1 - Math.exp(-30.0 / 20);
    assertThat(bench.read("modulators.m.c")[0]).isCloseTo(c, within(1e-14));
    assertThat(bench.read("modulators.m.level")[0])
        .isCloseTo(c * c / (c * c + 0.25), within(1e-14));
  }

  @ParameterizedTest
  @EnumSource
  void aLevelThatOnlyTimeMakesIsWhatItSaysAtThatTime(How how) {
    String day =
        """
        parameter day = 24 ms > 0
        level = 0.5 - 0.5*cos(2*3.141592653589793*t/day)
        """;
    Bench bench = how.bench(alone(told(day)).build(), STEP);
    assertThat(bench.read("modulators.m.level")).containsExactly(0);
    assertThat(bench.steps(120).read("modulators.m.level")[0]).isCloseTo(1, within(1e-14));
    assertThat(bench.steps(60).read("modulators.m.level")[0]).isCloseTo(0.5, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotLinearGoesByRungeKutta(How how) {
    String logistic =
        """
        state level = 0.1
        dlevel/dt = level*(1 - level)/(20 ms)
        """;
    Bench bench = how.bench(alone(told(logistic)).build(), STEP).steps(600);
    // fourth order: 60 steps of a twentieth of the time constant leave some 1e-8
    assertThat(bench.read("modulators.m.level")[0])
        .isCloseTo(1 / (1 + 9 * Math.exp(-3)), within(1e-7));
  }

  @ParameterizedTest
  @EnumSource
  void eachActivityIsReadByItsOwnName(How how) {
    String text =
        """
        state level = 0
        state sum = 0
        dlevel/dt = (fast - level)/(20 ms)
        dsum/dt = (drive - slow)/(100 ms)
        """;
    Modulator modulator =
        told(
            text,
            new Activity("one", Measure.PER_HZ, 0.0005, Optional.of("fast")),
            new Activity("two", Measure.PER_HZ, 0.0003, Optional.of("slow")),
            new Activity("two", Measure.PER_HZ, 0.0001));
    Network network =
        alone(modulator)
            .population("one", 1, "spike-list", p -> p.spikes(everyMs(1)))
            .population("two", 1, "spike-list", p -> p.spikes(everyMs(2)))
            .build();
    Bench bench = how.bench(network, STEP).steps(400);
    // one spikes at 1 kHz; two at 1 kHz in every other interval
    assertThat(bench.read("modulators.m.level")[0])
        .isCloseTo(0.5 * (1 - Math.exp(-2)), within(1e-14));
    assertThat(bench.read("modulators.m.sum")[0])
        .isCloseTo((0.5 * 40 + 0.1 * 20) / 100, within(1e-14));
  }

  private static double[] everyMs(int ms) {
    return IntStream.range(0, 40 / ms).mapToDouble(k -> ms * k + 0.5).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void aScheduleIsReadApartFromTheDrive(How how) {
    String text =
        """
        state level = 0
        state base = 0
        dlevel/dt = drive/(100 ms)
        dbase/dt = schedule/(100 ms)
        """;
    Schedule line = schedule(Interpolation.LINEAR, "0 ms: 0", "40 ms: 1");
    Bench bench = how.bench(alone(scheduled(text, line)).build(), STEP);
    SiteRef level = SiteRef.parse("modulators.m.level");
    bench.session.apply(new Intervention.Stimulate(level, 0.5, new Window(0, 41)));
    bench.steps(400);
    // the integral of a straight line, and of that and the stimulus
    assertThat(bench.read("modulators.m.base")[0]).isCloseTo(0.2, within(1e-14));
    assertThat(bench.read("modulators.m.level")[0]).isCloseTo(0.4, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource
  void othersSeeALevelThatIsHeld(How how) {
    Bench bench = how.bench(alone(told(HELD_DOWN)).build(), STEP);
    SiteRef level = SiteRef.parse("modulators.m.level");
    bench.session.apply(new Intervention.Clamp(level, 0.7, new Window(5, 26)));
    bench.steps(250);
    assertThat(bench.read("modulators.m.level")).containsExactly(0.7);
    assertThat(bench.read("modulators.m.shadow")[0])
        .isCloseTo(0.7 * (1 - Math.exp(-2)), within(1e-14));
    assertThat(bench.steps(20).read("modulators.m.level")[0]).isLessThan(0.7);
    bench.session.reset(1);
    assertThat(bench.read("modulators.m.shadow")).containsExactly(0);
  }

  @ParameterizedTest
  @EnumSource
  void aTextReadsTheLevelsOfOtherModulators(How how) {
    String reader =
        """
        modulator base = 0.25
        modulator absent = 0.75
        state level = 0
        dlevel/dt = (base*absent - level)/(10 ms)
        """;
    NetworkBuilder builder = alone(told(reader)).modulator(new Modulator("base", 0.5, List.of()));
    Bench bench = how.bench(builder.build(), STEP).steps(200);
    assertThat(bench.read("modulators.m.level")[0])
        .isCloseTo(0.375 * (1 - Math.exp(-2)), within(1e-14));
  }

  @ParameterizedTest
  @EnumSource
  void aLevelIsKeptWithinItsRange(How how) {
    String text =
        """
        state level = 0.5
        dlevel/dt = 1/(10 ms)
        """;
    Bench bench = how.bench(alone(told(text)).build(), STEP);
    Recording levels = bench.record("modulators.m.level");
    bench.steps(100);
    assertThat(bench.read("modulators.m.level")).containsExactly(1);
    assertThat(levels.value(29)).isCloseTo(0.8, within(1e-14));
  }

  @Test
  void whatGivesNoNumberIsTold() {
    String divides =
        """
        state x = 0
        level = 0.5
        dx/dt = 1/(x*1 ms)
        """;
    Network broken = alone(told(divides)).build();
    assertThatThrownBy(() -> How.ONE_THREAD.bench(broken, STEP))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "modulators.m.equations: line 3: 'x' becomes .* in the first interval: a division by"
                + " zero");
    String explodes =
        """
        state x = 1
        level = 0.5
        dx/dt = x^3/(10 ms)
        """;
    Bench bench = How.PLAIN.bench(alone(told(explodes)).build(), STEP);
    assertThatThrownBy(() -> bench.steps(2000))
        .isInstanceOf(FailureException.class)
        .hasMessageMatching("modulators.m.equations: line 3: 'x' is .* at [0-9]+ ms.*");
  }

  @Test
  void whatHandsCannotDoIsTold() {
    String deaf =
        """
        state level = 0.5
        state other = 0
        dlevel/dt = -level/(10 ms)
        """;
    Bench bench = How.PLAIN.bench(alone(told(deaf)).build(), STEP);
    SiteRef level = SiteRef.parse("modulators.m.level");
    SiteRef other = SiteRef.parse("modulators.m.other");
    assertThatThrownBy(
            () -> bench.session.apply(new Intervention.Stimulate(level, 1, Window.ALWAYS)))
        .hasMessage(
            "site 'modulators.m.level': the equations of the modulator do not read 'drive', so"
                + " that nothing can be added to it; a clamp can hold the level");
    assertThatThrownBy(() -> bench.session.apply(new Intervention.Clamp(other, 1, Window.ALWAYS)))
        .hasMessage(
            "site 'modulators.m.other': 'other' cannot be held; of a modulator only 'level' can");
    assertThatThrownBy(() -> bench.read("modulators.m.othr"))
        .hasMessage(
            "site 'modulators.m.othr': modulator 'm' has no such variable; did you mean 'other'?");
  }
}
