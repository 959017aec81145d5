package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.deep.Nets.dense;
import static org.hillock.deep.Nets.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Modulator.Activity;
import org.hillock.core.network.Modulator.Measure;
import org.hillock.core.network.Modulator.Target;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Schedule;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.junit.jupiter.api.Test;

/** Levels of modulators that change from pass to pass. */
class ModulatedPassesTest {

  private static final String TIRED = "modulators.fatigue.level";

  /** What is left of a level after a pass of 20 ms with a time constant of 100 ms. */
  private static final double KEPT = Math.exp(-0.2);

  private static Session open(Network network) {
    return new TensorEngine().open(network, SessionOptions.seeded(1));
  }

  private static double[][] read(Session session, String site) {
    return session.read(session.bind(SiteRef.parse(site)));
  }

  private static Quantity ms(double ms) {
    return Quantity.of(ms, "ms");
  }

  /** x → out = 2 x, times what the modulators leave of it. */
  private static NetworkBuilder doubling(Modulator... modulators) {
    NetworkBuilder builder =
        Network.builder("n")
            .population("body", 2, "input")
            .population("x", 1, "input")
            .population("out", 1, "identity", p -> p.bias(Values.constant(0.25)))
            .projection("x", "out", dense(), c -> c.weight(Values.constant(2)));
    for (Modulator modulator : modulators) {
      builder.modulator(modulator);
    }
    return builder;
  }

  private static Modulator fatigue(Activity by) {
    return new Modulator(
            "fatigue",
            0,
            Optional.of(ms(100)),
            Optional.empty(),
            Optional.of(by),
            List.of(new Target("out", -1)))
        .withPass(ms(20));
  }

  private static Modulator scheduled() {
    Schedule schedule =
        new Schedule(
            List.of(new Schedule.Point(ms(0), 0.5), new Schedule.Point(ms(60), 1)),
            Schedule.Interpolation.CONSTANT);
    return new Modulator(
            "fatigue",
            0,
            Optional.empty(),
            Optional.of(schedule),
            Optional.empty(),
            List.of(new Target("out", -1)))
        .withPass(ms(20));
  }

  @Test
  void valuesOfOnePassTireTheNext() {
    Network network = doubling(fatigue(new Activity("out", Measure.PER_VALUE, 0.2))).build();
    try (Session session = open(network)) {
      assertThat(read(session, TIRED)).isDeepEqualTo(new double[][] {{0}});
      session.present(Stimulus.frame("x", new float[] {1}));
      session.advance();
      // what is read is what stood during the pass
      assertThat(read(session, TIRED)).isDeepEqualTo(new double[][] {{0}});
      assertThat(read(session, "out")).isDeepEqualTo(new double[][] {{2.25}});
      session.advance();
      double level = 0.2 * 2.25 * (1 - KEPT);
      assertThat(read(session, TIRED)[0][0]).isCloseTo(level, within(1e-15));
      // single precision
      assertThat(read(session, "out")[0][0]).isCloseTo(2 * (1 - level) + 0.25, within(1e-6));
    }
  }

  @Test
  void activityIsTheMeanOverNeuronsAndRowsOfTheBatch() {
    Network network = doubling(fatigue(new Activity("body", Measure.PER_VALUE, 1))).build();
    try (Session session = open(network)) {
      session.present(new Stimulus.Frames("body", new float[][] {{0.25f, 0.5f}, {0.75f, 0}}));
      session.advance();
      session.advance();
      double level = 0.375 * (1 - KEPT);
      double[][] levels = read(session, TIRED);
      assertThat(levels).hasDimensions(2, 1);
      assertThat(levels[0][0]).isCloseTo(level, within(1e-15));
      assertThat(levels[1]).isEqualTo(levels[0]);
    }
  }

  @Test
  void aScheduleGoesByTheTimeOfPasses() {
    try (Session session = open(doubling(scheduled()).build())) {
      Recording levels = new Recording();
      session.record(Probe.of(TIRED), levels);
      session.present(new Stimulus.Frames("x", new float[][] {{1}, {0}}));
      for (int pass = 0; pass < 4; pass++) {
        session.advance();
      }
      // a row for each sample, two in a pass
      assertThat(values(levels)).containsExactly(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1);
      assertThat(read(session, "out")).isDeepEqualTo(new double[][] {{0.25}, {0.25}});
      session.reset(1);
      session.advance();
      assertThat(read(session, TIRED)).isDeepEqualTo(new double[][] {{0.5}});
    }
  }

  private static double[] values(Recording recording) {
    double[] values = new double[recording.size()];
    Arrays.setAll(values, recording::value);
    return values;
  }

  @Test
  void handsHoldAndDriveALevel() {
    SiteRef site = SiteRef.parse(TIRED);
    Network network = doubling(fatigue(new Activity("body", Measure.PER_VALUE, 1))).build();
    try (Session session = open(network)) {
      session.advance();
      session.apply(new Intervention.Clamp(site, 0.25, Window.ALWAYS));
      session.present(Stimulus.frame("x", new float[] {1}));
      session.advance();
      assertThat(read(session, "out")).isDeepEqualTo(new double[][] {{1.75}});
      session.clearInterventions();
      session.apply(new Intervention.Stimulate(site, 0.5, Window.ALWAYS));
      session.advance();
      assertThat(read(session, TIRED)[0][0]).isCloseTo(0.5 + (0.25 - 0.5) * KEPT, within(1e-15));
    }
  }

  @Test
  void whatHandsCannotDoIsTold() {
    SiteRef site = SiteRef.parse(TIRED);
    try (Session session = open(doubling(scheduled()).build())) {
      assertThatThrownBy(() -> session.apply(new Intervention.Clamp(site, 2, Window.ALWAYS)))
          .isInstanceOf(UsageException.class)
          .hasMessage("site 'modulators.fatigue.level': level 2.0 is not in 0..1");
      assertThatThrownBy(
              () -> session.apply(new Intervention.Patch(site, Numbers.of(1), Window.ALWAYS)))
          .hasMessage("site 'modulators.fatigue.level': a level is held by a clamp");
    }
  }

  /** Everything at once, over random layers. */
  private static Network lively() {
    Schedule line =
        new Schedule(
            List.of(new Schedule.Point(ms(0), 0), new Schedule.Point(ms(100), 0.5)),
            Schedule.Interpolation.LINEAR);
    Modulator held =
        Modulator.told(
                "mood",
                """
                modulator fatigue = 0
                state level = 0.2
                state shadow = 0
                dlevel/dt = (drive - shadow*fatigue - level^2)/(50 ms)
                dshadow/dt = (own - shadow)/(30 ms)
                """,
                Optional.of(line),
                List.of(new Activity("late", Measure.PER_VALUE, 0.1, Optional.of("own"))),
                List.of(new Target("late", 2)))
            .withPass(ms(20));
    Modulator fatigue =
        new Modulator(
                "fatigue",
                0.1,
                Optional.of(ms(70)),
                Optional.empty(),
                Optional.of(new Activity("early", Measure.PER_VALUE, 0.8)),
                List.of(new Target("early", -0.7)))
            .withPass(ms(20));
    return Network.builder("lively")
        .seed(3)
        .population("a", 6, "input")
        .population("early", 5, "relu", p -> p.bias(normal(1)))
        .population("late", 4, "tanh")
        .projection("a", "early", dense(), c -> c.weight(normal(1)))
        .projection("early", "late", dense(), c -> c.weight(normal(1)))
        .modulator(held)
        .modulator(fatigue)
        .build();
  }

  private static final float[][] SHOWN = {{1, 0, -1, 2, 0.5f, 0}, {0, 1, 1, -0.5f, 0, 2}};

  @Test
  void levelsAndValuesMeetTheTwinInEveryPass() {
    Network network = lively();
    PlainForward plain = new PlainForward(network);
    List<Map<String, double[]>> rows =
        Arrays.stream(SHOWN).map(row -> Map.of("a", Answers.wide(row))).toList();
    try (Session session = open(network)) {
      session.present(new Stimulus.Frames("a", SHOWN));
      for (int pass = 0; pass < 12; pass++) {
        session.advance();
        List<PlainForward.Pass> wanted = plain.passes(rows);
        for (String level : List.of(TIRED, "modulators.mood.level", "modulators.mood.shadow")) {
          double known = plain.level(session.bind(SiteRef.parse(level)));
          // driven by values of single precision
          assertThat(read(session, level)[0][0]).isCloseTo(known, within(1e-6));
        }
        for (int row = 0; row < SHOWN.length; row++) {
          double[] late = Objects.requireNonNull(wanted.get(row).values().get("late"));
          assertThat(read(session, "late")[row]).containsExactly(late, within(1e-5));
        }
      }
      assertThat(read(session, TIRED)[0][0]).isBetween(0.2, 0.99);
      assertThat(read(session, "modulators.mood.level")[0][0]).isBetween(0.2, 0.99);
    }
  }

  @Test
  void theSamePassesTwiceGiveTheSameBits() {
    List<double[]> twice = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (Session session = open(lively())) {
        Recording levels = new Recording();
        session.record(Probe.of("modulators.mood.level"), levels);
        session.present(new Stimulus.Frames("a", SHOWN));
        for (int pass = 0; pass < 8; pass++) {
          session.advance();
        }
        twice.add(values(levels));
      }
    }
    assertThat(twice.get(0)).isEqualTo(twice.get(1)).hasSize(16);
  }

  @Test
  void weightsAreNotLearntUnderLevelsThatChange() {
    Network network = doubling(scheduled()).decision(new Decision.LargestValue("out")).build();
    assertThat(new TensorEngine().refuses(network)).isEmpty();
    assertThat(new Backpropagation().refuses(network))
        .contains(
            "modulator 'fatigue' changes from pass to pass; weights are learnt at levels that"
                + " stay");
    assertThat(new ForwardForward().refuses(network)).isPresent();
  }
}
