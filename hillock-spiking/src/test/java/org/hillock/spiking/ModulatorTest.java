package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Activity;
import org.hillock.core.network.Modulator.Measure;
import org.hillock.core.network.Modulator.Target;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Schedule;
import org.hillock.core.network.Schedule.Interpolation;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Levels of modulators in time, and what they do to neurons. */
class ModulatorTest {

  private static final double STEP = 0.1;
  private static final String TIRED = "modulators.fatigue.level";
  private static final Optional<Quantity> NO_TAU = Optional.empty();

  private static Optional<Quantity> tau(String text) {
    return Optional.of(Quantity.parse(text));
  }

  private static Schedule schedule(Interpolation how, String... points) {
    List<Schedule.Point> all = new ArrayList<>();
    for (String point : points) {
      String[] parts = point.split(": ");
      all.add(new Schedule.Point(Quantity.parse(parts[0]), Double.parseDouble(parts[1])));
    }
    return new Schedule(all, how);
  }

  private static Modulator fatigue(
      double level, Optional<Quantity> tau, Optional<Schedule> schedule, Target... targets) {
    return new Modulator("fatigue", level, tau, schedule, Optional.empty(), List.of(targets));
  }

  private static Modulator driven(Optional<Schedule> schedule, Activity by, Target... targets) {
    return new Modulator("fatigue", 0, tau("20 ms"), schedule, Optional.of(by), List.of(targets));
  }

  private static NetworkBuilder alone(Modulator modulator) {
    return Network.builder("n").population("cell", 1, "lif-delta").modulator(modulator);
  }

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

  @Test
  void neitherThreadsNorVectorsNorRecordingChangeABit() {
    Network network = lively();
    SessionOptions precise = SessionOptions.seeded(4).withPrecision(Precision.DOUBLE);
    List<String> plain = story(new PlainSpikingEngine().open(network, precise), true, 1);
    assertThat(plain.size()).isGreaterThan(500);
    SessionOptions single = SessionOptions.seeded(4);
    List<String> scalar =
        story(new SpikingEngine().open(network, single.withoutVectors().withThreads(1)), true, 1);
    for (int threads : new int[] {1, 2, 3}) {
      for (boolean vectors : new boolean[] {true, false}) {
        SessionOptions fast = vectors ? precise : precise.withoutVectors();
        Session session = new SpikingEngine().open(network, fast.withThreads(threads));
        assertThat(story(session, true, threads)).isEqualTo(plain);
        SessionOptions floats = vectors ? single : single.withoutVectors();
        session = new SpikingEngine().open(network, floats.withThreads(threads));
        assertThat(story(session, true, 9)).isEqualTo(scalar);
      }
      Session silent = new SpikingEngine().open(network, precise.withThreads(threads));
      List<String> spikes = plain.stream().filter(row -> row.startsWith("s")).toList();
      assertThat(story(silent, false, 300)).isEqualTo(spikes);
    }
  }

  /** Everything at once: gains, receptors, a text that reads, activity, schedules and hands. */
  private static Network lively() {
    Modulator fatigue =
        driven(
            Optional.of(schedule(Interpolation.LINEAR, "0 ms: 0", "50 ms: 0.3")),
            new Activity("exc", Measure.PER_HZ, 0.004),
            new Target("exc", -0.6),
            new Target("exc", Optional.of("excitatory"), 0.5));
    Modulator tone =
        new Modulator(
            "tone",
            0.5,
            tau("7 ms"),
            Optional.of(schedule(Interpolation.CONSTANT, "0 ms: 0.1", "13 ms: 0.9")),
            Optional.of(new Activity("noise", Measure.PER_HZ, 1e-4)),
            List.of(new Target("reader", 0.7)));
    return Network.builder("lively")
        .seed(8)
        .population("noise", 60, "poisson", p -> p.param("rate", "2 kHz"))
        .population("exc", 60, "lif-cond")
        .population("reader", 7, NeuronTexts.read("t", FIRES), p -> p)
        .projection(
            "drive",
            "noise",
            "exc",
            new Connectivity.OneToOne(),
            p -> p.receptor("excitatory").weight("3 nS").delay("0.5 ms"))
        .projection(
            "loop",
            "exc",
            "exc",
            new Connectivity.FixedInDegree(8, true, true),
            p -> p.receptor("inhibitory").weight("2 nS").delay("1.3 ms"))
        .projection(
            "heard",
            "exc",
            "reader",
            new Connectivity.FixedInDegree(5, true, true),
            p -> p.weight("1 mV").delay("2.1 ms"))
        .modulator(fatigue)
        .modulator(tone)
        .build();
  }

  private static final String FIRES =
      """
      neuron fires
      about Its drive and its threshold are bent by modulators.
      parameter tau = 10 ms > 0
      parameter v_t = 5 mV
      modulator fatigue = 0      # raises the threshold
      modulator tone = 0         # pushes
      state v = 0 mV
      dv/dt = (tone*9 mV - v)/tau
      on arrivals: v += w
      spike when v > v_t*(1 + fatigue)
      reset: v = 0 mV
      """;

  private static List<String> story(Session session, boolean levels, int stride) {
    session.apply(
        new Intervention.Clamp(SiteRef.parse("modulators.tone.level"), 0.2, new Window(21.3, 30)));
    session.apply(new Intervention.Stimulate(SiteRef.parse(TIRED), 0.2, new Window(33, 44.7)));
    List<String> rows = new ArrayList<>();
    List<Recording> recorded = new ArrayList<>();
    for (String site : new String[] {"exc.spikes", "reader.spikes"}) {
      Recording recording = new Recording();
      recorded.add(recording);
      session.record(Probe.of(site), recording);
    }
    for (String site : new String[] {TIRED, "modulators.tone.level", "reader.v", "exc[0..4].v"}) {
      Recording recording = new Recording();
      if (levels) {
        recorded.add(recording);
        session.record(new Probe(SiteRef.parse(site), 0.7), recording);
      }
    }
    for (int done = 0; done < 600; done += stride) {
      int next = Math.min(stride, 600 - done);
      session
          .capability(org.hillock.core.session.Capability.Timed.class)
          .orElseThrow()
          .advance(next * STEP);
    }
    for (int k = 0; k < recorded.size(); k++) {
      String kind = k < 2 ? "s" + k + " " : "l" + k + " ";
      Bench.rows(recorded.get(k)).forEach(row -> rows.add(kind + row));
    }
    return rows;
  }

  @Test
  void whatALevelCannotTakeIsTold() {
    Session session =
        new Bench(alone(fatigue(0.4, NO_TAU, Optional.empty())).build(), STEP).session;
    SiteRef site = SiteRef.parse(TIRED);
    told(
        () -> session.apply(new Intervention.Clamp(site, 1.5, Window.ALWAYS)),
        "site 'modulators.fatigue.level': level 1.5 is not in 0..1");
    told(
        () ->
            session.apply(
                new Intervention.Silence(site, Intervention.Silence.Scope.BOTH, Window.ALWAYS)),
        "site 'modulators.fatigue.level': the level of a modulator can be recorded, clamped and"
            + " stimulated where a network lives in time, and nothing else");
    told(
        () ->
            session.apply(
                new Intervention.Patch(
                    site, org.hillock.core.network.Numbers.of(0.1), Window.ALWAYS)),
        "site 'modulators.fatigue.level': a level is held by a clamp");
    told(
        () -> session.bind(SiteRef.parse("modulators.fatige.level")),
        "site 'modulators.fatige.level': modulator 'fatige' is unknown; did you mean 'fatigue'?");
    told(
        () -> session.bind(SiteRef.parse("modulators.fatigue.v")),
        "site 'modulators.fatigue.v': a modulator has a level: modulators.fatigue.level");
    told(
        () -> session.bind(SiteRef.parse("modulators[3].fatigue.level")),
        "site 'modulators[3].fatigue.level': a modulator has one level and no neurons to choose"
            + " from");
  }

  private static void told(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, String how) {
    assertThatThrownBy(what).isInstanceOf(UsageException.class).hasMessage(how);
  }
}
