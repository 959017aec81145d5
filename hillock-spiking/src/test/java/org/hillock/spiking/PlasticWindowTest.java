package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.Plasticity.DelaySide;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One synapse whose two neurons fire at stated times, against what the rule says in closed form.
 */
class PlasticWindowTest {

  private static final double STEP = 0.5;

  /** Weights are kept in single precision: a few units in the last place of 0.5. */
  private static final double TOLERANCE = 1e-6;

  private static final double START = 0.5;

  @ParameterizedTest
  @EnumSource(How.class)
  void aPairChangesTheWeightByTheExponentialOfItsDistance(How how) {
    for (double post = 30; post <= 70; post += 0.5) {
      // the spike of 50 ms arrives at 52 ms; at the very time of the target's it comes after it
      double distance = post - 52;
      double expected =
          distance > 0 ? 0.02 * Math.exp(-distance / 17) : -0.013 * Math.exp(distance / 34);
      double found = change(how, Rules.PAIR, DelaySide.AXONAL, List.of(50.0), List.of(post));
      assertThat(found).as("post at %s ms", post).isCloseTo(expected, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void aDendriticDelayIsSpentByTheSpikeThatComesBack(How how) {
    for (double post = 30; post <= 70; post += 0.5) {
      double distance = post + 2 - 50;
      double expected =
          distance > 0 ? 0.02 * Math.exp(-distance / 17) : -0.013 * Math.exp(distance / 34);
      double found = change(how, Rules.PAIR, DelaySide.DENDRITIC, List.of(50.0), List.of(post));
      assertThat(found).as("post at %s ms", post).isCloseTo(expected, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void allPairsAddUp(How how) {
    List<Double> pre = List.of(10.0, 14.0, 31.5, 44.0);
    List<Double> post = List.of(12.5, 20.0, 33.0, 40.0, 60.0);
    double expected = 0;
    for (double a : pre) {
      for (double b : post) {
        double distance = b - (a + 2);
        expected +=
            distance > 0 ? 0.02 * Math.exp(-distance / 17) : -0.013 * Math.exp(distance / 34);
      }
    }
    double found = change(how, Rules.PAIR, DelaySide.AXONAL, pre, post);
    assertThat(found).isCloseTo(expected, within(TOLERANCE));
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void whatASynapseRemembersFadesByItselfUntilItIsUsed(How how) {
    // c jumps by 0.5·exp(-1.5/20) at 53.5 ms; passes at 54, 57, … ms turn it into weight
    double weight = START;
    double jump = 0.5 * Math.exp(-1.5 / 20);
    for (double t = 54; t <= 150; t += 3) {
      weight += 0.02 * jump * Math.exp(-(t - 53.5) / 200) * 0.3 * (1 - weight);
    }
    String rule = Rules.REWARDED.lines().filter(l -> !l.contains("10 ms")).reduce("", Lines::join);
    double found = change(how, rule, DelaySide.AXONAL, List.of(50.0), List.of(53.5));
    assertThat(found).isCloseTo(weight - START, within(2 * TOLERANCE));
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void frozenSynapsesStandAndTracesGoOn(How how) {
    Network network = pair(Rules.PAIR, DelaySide.AXONAL, List.of(50.0), List.of(55.0, 90.0));
    try (Session session = how.open(network, options())) {
      Capability.Plastic plastic = plastic(session);
      plastic.learn(false);
      advance(session, 60);
      assertThat(plastic.weights("learns")).containsExactly(START);
      plastic.learn(true);
      advance(session, 60);
      double expected = START + 0.02 * Math.exp(-(90.0 - 52) / 17);
      assertThat(plastic.weights("learns")[0]).isCloseTo(expected, within(TOLERANCE));
      assertThat(plastic.learnt().projection("learns").weights().least())
          .isEqualTo(plastic.weights("learns")[0]);
    }
  }

  /** Without synapses onto themselves three neurons have six, and six weights are handed back. */
  @ParameterizedTest
  @EnumSource(How.class)
  void weightsOfNeuronsWithoutSynapsesOntoThemselvesAreHandedBack(How how) {
    Network network =
        Network.builder("among")
            .population(
                "force",
                3,
                "spike-list",
                p -> p.spikes(new double[] {20}, new double[] {30}, new double[] {40}))
            .population("post", 3, "lif-delta", p -> p.param("v_th", "20 mV"))
            .projection(
                "learns",
                "post",
                "post",
                new Connectivity.AllToAll(false),
                c ->
                    c.weight(START + " mV")
                        .delay("2 ms")
                        .plasticity(Rules.of(Rules.PAIR, "1 mV", DelaySide.AXONAL)))
            .projection(
                "force",
                "force",
                "post",
                new Connectivity.OneToOne(),
                c -> c.weight("500 mV").delay(STEP + " ms"))
            .build();
    Network learnt;
    double[] weights;
    try (Session session = how.open(network, options())) {
      advance(session, 60);
      weights = plastic(session).weights("learns");
      learnt = plastic(session).learnt();
    }
    assertThat(weights).hasSize(6).doesNotContain(START);
    try (Session session = how.open(learnt, options())) {
      assertThat(plastic(session).weights("learns")).isEqualTo(weights);
    }
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void weightsStayWithinTheirBoundsAndOutlastAReset(How how) {
    String rule = Rules.PAIR.replace("a_plus = 0.02", "a_plus = 5");
    Network network = pair(rule, DelaySide.AXONAL, List.of(50.0), List.of(55.0));
    try (Session session = how.open(network, options())) {
      advance(session, 100);
      assertThat(plastic(session).weights("learns")).containsExactly(1);
      session.reset(1);
      assertThat(plastic(session).weights("learns")).containsExactly(1);
    }
  }

  @ParameterizedTest
  @EnumSource(How.class)
  void whatExplodesIsStoppedThoughWeightsHaveBounds(How how) {
    String rule = Rules.PAIR.replace("y += 1; w += a_plus*x", "w += a_plus/y; y += 1");
    Network network = pair(rule, DelaySide.AXONAL, List.of(50.0), List.of(55.0));
    try (Session session = how.open(network, options())) {
      assertThatThrownBy(() -> advance(session, 100))
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("projection 'learns' exploded")
          .hasMessageContaining("from neuron 0 to neuron 0");
    }
  }

  @Test
  void aProjectionThatDoesNotLearnHasNoWeightsToTell() {
    Network network = pair(Rules.PAIR, DelaySide.AXONAL, List.of(50.0), List.of(55.0));
    try (Session session = How.ONE_THREAD.open(network, options())) {
      assertThatThrownBy(() -> plastic(session).weights("learn"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("did you mean 'learns'");
    }
  }

  private interface Lines {
    static String join(String all, String line) {
      return all + line + "\n";
    }
  }

  private static double change(
      How how, String rule, DelaySide side, List<Double> pre, List<Double> post) {
    try (Session session = how.open(pair(rule, side, pre, post), options())) {
      advance(session, 150);
      return plastic(session).weights("learns")[0] - START;
    }
  }

  private static SessionOptions options() {
    return SessionOptions.seeded(1).withStepMs(STEP);
  }

  private static Capability.Plastic plastic(Session session) {
    return session.capability(Capability.Plastic.class).orElseThrow();
  }

  private static void advance(Session session, double ms) {
    session.capability(Capability.Timed.class).orElseThrow().advance(ms);
  }

  /** Two lists of spikes; the second makes the target fire, a step after it arrives. */
  private static Network pair(String rule, DelaySide side, List<Double> pre, List<Double> post) {
    double[] made = pre.stream().mapToDouble(t -> t).toArray();
    // delivered a step after it was made, and the target fires at the end of that step
    double[] forcing = post.stream().mapToDouble(t -> t - 2 * STEP).toArray();
    return Network.builder("pair")
        .population("pre", 1, "spike-list", p -> p.spikes(made))
        .population("force", 1, "spike-list", p -> p.spikes(forcing))
        .population("post", 1, "lif-delta", p -> p.param("v_th", "20 mV"))
        .projection(
            "learns",
            "pre",
            "post",
            new Connectivity.AllToAll(true),
            c -> c.weight(START + " mV").delay("2 ms").plasticity(Rules.of(rule, "1 mV", side)))
        .projection(
            "force",
            "force",
            "post",
            new Connectivity.AllToAll(true),
            c -> c.weight("500 mV").delay(STEP + " ms"))
        .build();
  }
}
