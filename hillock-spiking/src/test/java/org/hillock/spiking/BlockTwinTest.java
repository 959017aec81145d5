package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The block engine against its twins, to the bit, on networks drawn by chance: all neuron models
 * and rules, delays of one step and more, multapses and autapses, Poisson sources that drive and
 * that are delivered, listed spikes that coincide, and every intervention in a window of time.
 */
class BlockTwinTest {

  private static final double STEP = 0.1;
  private static final int MS = 60;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void doublePrecisionGivesThePlainEnginesBits(int number) {
    Network network = drawn(number);
    SessionOptions options = SessionOptions.seeded(number).withPrecision(Precision.DOUBLE);
    List<String> plain = story(new PlainSpikingEngine().open(network, options), number, true, 1);
    assertThat(plain.size()).isGreaterThan(1000);
    for (int threads : new int[] {1, 2, 3, 7}) {
      Session session = new SpikingEngine().open(network, options.withThreads(threads));
      same(story(session, number, true, threads), plain);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void vectorsThreadsAndRecordingChangeNoBitInSinglePrecision(int number) {
    Network network = drawn(number);
    SessionOptions options = SessionOptions.seeded(number);
    SessionOptions scalar = options.withoutVectors().withThreads(1);
    List<String> twin = story(new SpikingEngine().open(network, scalar), number, true, 1);
    List<String> twinSpikes = story(new SpikingEngine().open(network, scalar), number, false, 600);
    for (int threads : new int[] {1, 2, 3, 7}) {
      SessionOptions fast = options.withThreads(threads);
      same(story(new SpikingEngine().open(network, fast), number, true, 7), twin);
      same(story(new SpikingEngine().open(network, fast), number, false, 600), twinSpikes);
    }
  }

  /** Equal, and short to read where not. */
  private static void same(List<String> rows, List<String> twin) {
    for (int k = 0; k < Math.min(rows.size(), twin.size()); k++) {
      assertThat(rows.get(k)).as("row %s of %s", k, twin.size()).isEqualTo(twin.get(k));
    }
    assertThat(rows).hasSameSizeAs(twin);
  }

  /** Populations of every model, joined by every rule. */
  private static Network drawn(int number) {
    Draws draws = new Draws(number, Purpose.EXPERIMENT, 0);
    NetworkBuilder builder =
        Network.builder("drawn")
            .seed(number)
            .population("noise", 70, "poisson", p -> p.param("rate", "3 kHz"))
            .population("loud", 5, "poisson", p -> p.param("rate", spread(200, 4000, Unit.HZ)))
            .population("list", 3, "spike-list", p -> p.spikes(trains(draws)))
            .population("delta", 70, "lif-delta", p -> p.param("v_th", "6 mV"))
            .population(
                "current",
                90,
                "lif-exp",
                p ->
                    p.param("tau_m", spread(5, 20, Unit.MS))
                        .param("tau_inh", "3 ms")
                        .bias(Values.constant(150, "pA")))
            .population("fly", 40, "lif-shiu", p -> p.param("t_ref", "0.5 ms"));
    builder.projection(
        "noise", "delta", new Connectivity.OneToOne(), c -> c.weight("0.8 mV").delay("0.3 ms"));
    join(builder, "loud", "current", new Connectivity.AllToAll(true), "120 pA", "1 ms");
    join(builder, "loud", "fly", new Connectivity.FixedInDegree(3, true, true), "9 mV", "0.7 ms");
    join(builder, "list", "fly", new Connectivity.AllToAll(true), "20 mV", "0.1 ms");
    join(
        builder,
        "delta",
        "delta",
        new Connectivity.FixedInDegree(8, true, true),
        "0.3 mV",
        least(number));
    builder.projection(
        "delta",
        "current",
        new Connectivity.PairwiseProbability(0.2, true),
        c -> c.weight(spread(-200, 300, Unit.PA)).delay(spread(0.1, 4, Unit.MS)));
    builder.projection(
        "current",
        "delta",
        new Connectivity.FixedTotalNumber(900, true, true),
        c ->
            c.weight(Values.drawn(new Distribution.Normal(0.4, 0.1, 0, 9, Unit.MV)))
                .delay(spread(0.1, 9, Unit.MS)));
    join(
        builder,
        "current",
        "fly",
        new Connectivity.FixedTotalNumber(300, true, true),
        "4 mV",
        "1.8 ms");
    builder.projection(
        "fly",
        "fly",
        new Connectivity.DegreeDistribution(
            200,
            new Distribution.LogNormal(1, 1, Unit.NONE),
            new Distribution.LogNormal(1, 0.7, Unit.NONE),
            false),
        c -> c.weight("6 mV").delay("2 ms").receptor("inhibitory"));
    builder.projection(
        "delta",
        "fly",
        new Connectivity.FixedInDegree(1, true, true),
        c -> c.weight("1.5 mV").delay("1.2 ms").receptor("direct"));
    return builder.build();
  }

  private static String least(int number) {
    return number % 3 == 0 ? "0.1 ms" : number % 3 == 1 ? "0.6 ms" : "2.3 ms";
  }

  private static void join(
      NetworkBuilder builder,
      String from,
      String to,
      Connectivity rule,
      String weight,
      String delay) {
    builder.projection(from, to, rule, c -> c.weight(weight).delay(delay));
  }

  private static Values spread(double low, double high, Unit unit) {
    return Values.drawn(new Distribution.Uniform(low, high, unit));
  }

  private static double[][] trains(Draws draws) {
    double[][] trains = new double[3][];
    for (int i = 0; i < 3; i++) {
      // at 0, and twice at one time
      trains[i] = new double[] {0, 5, 5, 10 + draws.below(20), 40};
    }
    return trains;
  }

  /** Everything that is done to a network, and every row that comes of it. */
  private static List<String> story(Session session, int number, boolean traces, int strides) {
    List<Recording> recordings = new ArrayList<>();
    for (String site : List.of("delta.spikes", "current.spikes", "fly.spikes", "noise.spikes")) {
      recordings.add(record(session, site, 0));
    }
    if (traces) {
      recordings.add(record(session, "delta[0..9].v", 0));
      recordings.add(record(session, "current[3..5].i_exc", 0.7));
      recordings.add(record(session, "fly.g", 2));
    }
    Window early = new Window(10, 20);
    Window late = new Window(25.3, 31.7);
    session.apply(
        new Intervention.Silence(
            SiteRef.parse("delta[0..20]"), Intervention.Silence.Scope.OUTPUTS, early));
    session.apply(
        new Intervention.Silence(
            SiteRef.parse("current[5]"), Intervention.Silence.Scope.INPUTS, late));
    session.apply(
        new Intervention.Silence(
            SiteRef.parse("noise[0..40]"), Intervention.Silence.Scope.OUTPUTS, late));
    session.apply(new Intervention.Clamp(SiteRef.parse("delta[7].v"), 3.3, early));
    session.apply(new Intervention.Clamp(SiteRef.parse("fly[2].v"), -48, late));
    session.apply(new Intervention.Stimulate(SiteRef.parse("current[0..9]"), 300, early));
    session.apply(new Intervention.Lesion(projection(session, "current", "delta"), late));
    session.apply(new Intervention.Lesion(projection(session, "noise", "delta"), early));
    Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
    if (number % 2 == 0) {
      timed.advance(3.3);
      session.reset(number);
    }
    int steps = (int) Math.round(MS / STEP);
    for (int done = 0; done < steps; done += strides) {
      timed.advance(Math.min(strides, steps - done) * STEP);
    }
    List<String> rows = new ArrayList<>();
    for (Recording recording : recordings) {
      rows.addAll(Bench.rows(recording));
    }
    for (String population : session.network().populations().keySet()) {
      rows.add(population + " " + timed.spikes(population) + " " + timed.updateTimes(population));
    }
    rows.add("events " + timed.synapticEvents());
    session.close();
    return rows;
  }

  private static String projection(Session session, String from, String to) {
    return session.network().projections().values().stream()
        .filter(p -> p.from().equals(from) && p.to().equals(to))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static Recording record(Session session, String site, double everyMs) {
    Recording recording = new Recording();
    session.record(new Probe(SiteRef.parse(site), everyMs), recording);
    return recording;
  }
}
