package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Modulator;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.Plasticity.DelaySide;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
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
 * Plastic synapses on the block engine against the plain one, to the bit: dense and sparse, one
 * delay and many, on either side of the synapse, every kind of statement, sources that fire several
 * times in a step, lesions and silence, frozen and thawed.
 */
class PlasticTwinTest {

  private static final double STEP = 0.1;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void doublePrecisionGivesThePlainEnginesBits(int number) {
    Network network = drawn(number);
    SessionOptions options =
        SessionOptions.seeded(number).withStepMs(STEP).withPrecision(Precision.DOUBLE);
    List<String> plain = story(new PlainSpikingEngine().open(network, options));
    assertThat(plain.size()).isGreaterThan(1000);
    for (int threads : new int[] {1, 2, 3}) {
      Session session = new SpikingEngine().open(network, options.withThreads(threads));
      same(story(session), plain);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void vectorsAndThreadsChangeNoBitInSinglePrecision(int number) {
    Network network = drawn(number);
    SessionOptions options = SessionOptions.seeded(number).withStepMs(STEP);
    List<String> twin =
        story(new SpikingEngine().open(network, options.withoutVectors().withThreads(1)));
    for (int threads : new int[] {1, 2, 3}) {
      same(story(new SpikingEngine().open(network, options.withThreads(threads))), twin);
    }
  }

  private static void same(List<String> rows, List<String> twin) {
    for (int k = 0; k < Math.min(rows.size(), twin.size()); k++) {
      assertThat(rows.get(k)).as("row %s of %s", k, twin.size()).isEqualTo(twin.get(k));
    }
    assertThat(rows).hasSameSizeAs(twin);
  }

  private static Network drawn(int number) {
    NetworkBuilder builder =
        Network.builder("plastic")
            .seed(number)
            .population("noise", 37, "poisson", p -> p.param("rate", "60 Hz"))
            .population("loud", 5, "poisson", p -> p.param("rate", "9 kHz"))
            .population(
                "exc",
                61,
                "lif-exp",
                p -> p.param("t_ref", "2 ms").bias(Values.constant(330, "pA")))
            .population("inh", 20, "lif-exp", p -> p.bias(Values.constant(300, "pA")))
            .modulator(new Modulator("dopamine", 0.7, List.of()));
    String delay = number % 2 == 0 ? "0.1 ms" : "1.3 ms";
    DelaySide side = number < 3 ? DelaySide.AXONAL : DelaySide.DENDRITIC;
    String[] rules = {Rules.PAIR, Rules.TRIPLET, Rules.DEPRESSING, Rules.REWARDED};
    builder.projection(
        "dense",
        "noise",
        "exc",
        new Connectivity.Dense(),
        c ->
            c.weight(uniform(0, 90, Unit.PA))
                .delay(delay)
                .plasticity(Rules.of(rules[number % 4], "100 pA", side)));
    builder.projection(
        "loud",
        "loud",
        "exc",
        new Connectivity.AllToAll(true),
        c ->
            c.weight("1 pA")
                .delay("0.5 ms")
                .plasticity(Rules.of(rules[(number + 1) % 4], "3 pA", side)));
    builder.projection(
        "sparse",
        "exc",
        "exc",
        new Connectivity.FixedInDegree(9, false, true),
        c ->
            c.weight(uniform(20, 60, Unit.PA))
                .delay(uniform(0.1, 2.4, Unit.MS))
                .plasticity(Rules.of(rules[(number + 2) % 4], "80 pA", side)));
    builder.projection(
        "exc",
        "inh",
        new Connectivity.FixedInDegree(10, true, true),
        c -> c.weight("60 pA").delay("0.4 ms"));
    builder.projection(
        "held_down",
        "inh",
        "exc",
        new Connectivity.PairwiseProbability(0.5, true),
        c ->
            c.weight(uniform(0, 40, Unit.PA))
                .delay("0.8 ms")
                .receptor("inhibitory")
                .plasticity(Rules.of(rules[(number + 3) % 4], "90 pA", side)));
    return builder.build();
  }

  private static Values uniform(double low, double high, Unit unit) {
    return Values.drawn(new Distribution.Uniform(low, high, unit));
  }

  /** Spikes, potentials and weights in the end. */
  private static List<String> story(Session session) {
    List<Recording> recordings = new ArrayList<>();
    try (session) {
      for (String site : List.of("exc.spikes", "inh.spikes", "exc.v")) {
        Recording recording = new Recording();
        recordings.add(recording);
        session.record(new Probe(SiteRef.parse(site), site.endsWith("v") ? 7 : 0), recording);
      }
      session.apply(new Intervention.Lesion("dense", new Window(40, 45)));
      session.apply(
          new Intervention.Silence(
              SiteRef.parse("exc[3..20]"), Intervention.Silence.Scope.OUTPUTS, new Window(50, 60)));
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      Capability.Plastic plastic = session.capability(Capability.Plastic.class).orElseThrow();
      List<String> atFirst = new ArrayList<>();
      weights(plastic, atFirst);
      timed.advance(90);
      plastic.learn(false);
      timed.advance(11);
      plastic.learn(true);
      timed.advance(40);
      List<String> rows = new ArrayList<>();
      recordings.forEach(r -> rows.addAll(Bench.rows(r)));
      rows.add(timed.synapticEvents() + " events, " + plastic.plasticEvents() + " plastic");
      int firstWeight = rows.size();
      weights(plastic, rows);
      assertThat(plastic.plasticEvents()).isGreaterThan(20_000);
      long moved =
          java.util.stream.IntStream.range(0, atFirst.size())
              .filter(k -> !atFirst.get(k).equals(rows.get(firstWeight + k)))
              .count();
      // most synapses have seen spikes that change them
      assertThat(moved).isGreaterThan(atFirst.size() / 2);
      session.reset(1);
      timed.advance(30);
      weights(plastic, rows);
      return rows;
    }
  }

  private static void weights(Capability.Plastic plastic, List<String> rows) {
    for (String projection : plastic.plasticProjections()) {
      double[] weights = plastic.weights(projection);
      for (int k = 0; k < weights.length; k++) {
        rows.add(projection + " " + k + " " + weights[k]);
      }
    }
  }
}
