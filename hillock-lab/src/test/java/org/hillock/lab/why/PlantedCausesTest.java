package org.hillock.lab.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.Nets;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.junit.jupiter.api.Test;

/**
 * Networks in which it is known who makes the target do what it does: a few relays with strong
 * synapses, each driven by a source of its own, among many that are as active and matter little. In
 * the control the same weights stand at other sources, drawn anew, so that the planted relays are
 * no causes any more.
 */
class PlantedCausesTest {

  private static final int NETWORKS = 20;
  private static final int RELAYS = 200;
  private static final int PLANTED = 3;

  /** A planted relay counts as found among the first so many causes of at least this share. */
  private static final double SHARE = 0.05;

  /** What is planted: which relays, and the weights onto the target. */
  private record Plan(int[] relays, double[] weights) {

    static Plan drawn(long seed, double strong, double weak) {
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 0);
      int[] all = IntStream.range(0, RELAYS).toArray();
      draws.shuffle(all);
      int[] planted = Arrays.copyOf(all, PLANTED);
      double[] weights = new double[RELAYS];
      Arrays.setAll(weights, _ -> weak * draws.normal());
      IntStream.of(planted).forEach(relay -> weights[relay] = strong * (1 + 0.2 * draws.uniform()));
      return new Plan(planted, weights);
    }

    /** The same weights at other relays. */
    Plan shuffled(long seed) {
      int[] order = IntStream.range(0, RELAYS).toArray();
      new Draws(seed, Purpose.EXPERIMENT, 1).shuffle(order);
      double[] elsewhere = new double[RELAYS];
      Arrays.setAll(elsewhere, i -> weights[order[i]]);
      return new Plan(relays, elsewhere);
    }
  }

  /** Sources drive relays one to one; the relays the target. */
  private static Experiment tensor(Plan plan, long seed) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 2);
    float[] shown = new float[RELAYS];
    for (int i = 0; i < RELAYS; i++) {
      shown[i] = (float) (0.5 + draws.uniform());
    }
    Network net =
        Network.builder("planted")
            .population("in", RELAYS, "input")
            .population("relay", RELAYS, "relu")
            .population("target", 1, "identity")
            .projection("in", "relay", new Connectivity.OneToOne(), p -> p)
            .projection("relay", "target", Nets.dense(), Nets.weights(plan.weights()))
            .build();
    return new Experiment(
        Openable.of(net),
        List.of(new Cue(0, Stimulus.frame("in", shown))),
        1,
        List.of(),
        SessionOptions.seeded(1),
        0);
  }

  /** All relays fire once within 2 ms, each by a listed spike. */
  private static Experiment spiking(Plan plan, long seed) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, 2);
    double[][] times = new double[RELAYS][];
    Arrays.setAll(times, _ -> new double[] {20 + Math.rint(20 * draws.uniform()) / 10});
    Network net =
        Network.builder("planted")
            .population("in", RELAYS, "spike-list", p -> p.spikes(times))
            .population("relay", RELAYS, "lif-delta")
            .population("target", 1, "lif-delta")
            .projection(
                "in", "relay", new Connectivity.OneToOne(), p -> p.weight("25 mV").delay("1 ms"))
            .projection("relay", "target", Nets.dense(), Nets.mV(plan.weights()))
            .build();
    return new Experiment(Openable.of(net), List.of(), 60, List.of(), SessionOptions.seeded(1), 0);
  }

  /** Which planted relays are among the first causes, with a share worth telling. */
  private static long found(Explanation target, Plan plan) {
    Set<Integer> planted = IntStream.of(plan.relays()).boxed().collect(Collectors.toSet());
    return target.causes().stream()
        .limit(PLANTED)
        .filter(c -> Math.abs(c.contribution()) >= SHARE * target.mass())
        .filter(c -> c.term().source().map(s -> planted.contains(number(s))).orElse(false))
        .count();
  }

  private static int number(SiteRef site) {
    return site.neurons().getFirst().first();
  }

  private static void judged(Function<Long, Plan> plans, Kind kind) {
    long hits = 0;
    long falseHits = 0;
    List<String> broken = new ArrayList<>();
    for (long seed = 0; seed < NETWORKS; seed++) {
      Plan plan = plans.apply(seed);
      Explanation target = kind.ask(plan, seed);
      assertThat(target.whyNot()).as("it fires, or puts out more than 0").isEmpty();
      hits += found(target, plan);
      for (Cause cause : target.causes().subList(0, PLANTED)) {
        int relay = number(cause.term().source().orElseThrow());
        Explanation because = cause.because().orElseThrow();
        int source = number(because.causes().getFirst().term().source().orElseThrow());
        if (source != relay) {
          broken.add("relay " + relay + " by " + source);
        }
      }
      Plan control = plan.shuffled(seed);
      falseHits += found(kind.ask(control, seed), control);
    }
    assertThat(hits).as("recall 1.0").isEqualTo((long) NETWORKS * PLANTED);
    assertThat(broken).as("each relay is explained by its own source").isEmpty();
    assertThat(falseHits).as("in the control").isLessThanOrEqualTo(NETWORKS * PLANTED / 20);
  }

  /** A kind of network. */
  private interface Kind {
    Experiment run(Plan plan, long seed);

    default Explanation ask(Plan plan, long seed) {
      Question question = Question.of(SiteRef.parse("target")).within(2, PLANTED);
      return Why.ask(run(plan, seed), question, Progress.NONE).explanation();
    }
  }

  @Test
  void tensorNetworksTellThePlantedCauses() {
    judged(seed -> Plan.drawn(seed, 3, 0.05), PlantedCausesTest::tensor);
  }

  @Test
  void spikingNetworksTellThePlantedCauses() {
    // three of 7.4 to 8.9 mV reach 20 mV within 2 ms; two of them and the others do not
    judged(seed -> Plan.drawn(seed, 7.4, 0.05), PlantedCausesTest::spiking);
  }

  @Test
  void theWeightsOfTheControlAreTheSame() {
    Plan plan = Plan.drawn(1, 3, 0.05);
    double[] sorted = plan.weights().clone();
    double[] control = plan.shuffled(1).weights().clone();
    Arrays.sort(sorted);
    Arrays.sort(control);
    assertThat(control).containsExactly(sorted);
  }
}
