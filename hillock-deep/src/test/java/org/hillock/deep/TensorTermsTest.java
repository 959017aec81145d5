package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hillock.deep.Twins.batch;
import static org.hillock.deep.Twins.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Silence;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.session.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sums of tensor networks are made of. */
class TensorTermsTest {

  private static final int ROWS = 3;

  /** What the bench asks of every explanation; single precision is about 6e-8. */
  private static final double RELATIVE = 1e-5;

  static Stream<LongFunction<Network>> networks() {
    return Stream.of(TermNets::sheets, TermNets::gates);
  }

  private static Session open(Network network) {
    return new TensorEngine().open(network, SessionOptions.seeded(1));
  }

  private static Capability.Terms terms(Session session) {
    return session.capability(Capability.Terms.class).orElseThrow();
  }

  private static IsolatedNeuron isolate(Session session, String site) {
    return terms(session).isolate(SiteRef.parse(site), 0);
  }

  private static double[] ones(IsolatedNeuron neuron) {
    double[] ones = new double[neuron.terms().size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void addsUp(IsolatedNeuron neuron) {
    double[] each = neuron.contributions().orElseThrow();
    double size = Arrays.stream(each).map(Math::abs).sum();
    assertThat(Arrays.stream(each).sum()).isCloseTo(neuron.value(), within(RELATIVE * size));
    assertThat(neuron.play(ones(neuron))).isCloseTo(neuron.value(), within(RELATIVE * size));
    assertThat(neuron.play(new double[each.length])).isEqualTo(0, within(0.0));
    assertThat(neuron.respond(ones(neuron))[0])
        .isCloseTo(neuron.output(), within(RELATIVE * Math.max(size, 1)));
    assertThat(each).hasSameSizeAs(ones(neuron));
    for (int i = 0; i < each.length; i++) {
      Term term = neuron.terms().get(i);
      if (!Double.isNaN(term.weight())) {
        assertThat(term.weight() * term.carried()).isCloseTo(each[i], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void termsOfEveryNeuronAddUpWhateverIsDone(LongFunction<Network> drawn) {
    for (long seed = 1; seed <= 4; seed++) {
      Network network = drawn.apply(seed);
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 2);
      try (Session session = open(network)) {
        for (int pass = 0; pass < 6; pass++) {
          int width = network.population("image").size();
          session.present(new Stimulus.Frames("image", batch(ROWS, width, seed + pass)));
          session.advance();
          session.apply(TermNets.any(network, draws));
          for (Population population : network.populations().values()) {
            if (population.neuron().equals("input")) {
              continue;
            }
            for (int neuron = 0; neuron < population.size(); neuron += 1 + draws.below(5)) {
              String at = population.name() + "[" + neuron + "]";
              int row = draws.below(ROWS);
              IsolatedNeuron asked = terms(session).isolate(SiteRef.parse(at + ".sum"), row);
              addsUp(asked);
              assertThat(asked.value()).isEqualTo(read(session, at + ".sum")[row][0]);
              assertThat(asked.output()).isEqualTo(read(session, at + ".value")[row][0]);
              asked.terms().stream().flatMap(term -> term.source().stream()).forEach(session::bind);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theTwinMeetsTheEngineWhateverIsDone(LongFunction<Network> drawn) {
    for (long seed = 1; seed <= 6; seed++) {
      Network network = drawn.apply(seed);
      Draws draws = new Draws(seed, Purpose.EXPERIMENT, 3);
      List<Map<String, float[][]>> passes = new ArrayList<>();
      List<Intervention> done = new ArrayList<>();
      for (int pass = 0; pass < 8; pass++) {
        int width = network.population("image").size();
        passes.add(Map.of("image", batch(ROWS, width, seed + pass)));
        done.add(TermNets.any(network, draws));
      }
      Twins.meet(network, passes, ROWS, done);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void askingChangesNoBit(LongFunction<Network> drawn) {
    Network network = drawn.apply(1);
    List<double[][]> bare = new ArrayList<>();
    for (boolean asked : new boolean[] {false, true}) {
      try (Session session = open(network)) {
        if (asked) {
          terms(session).keep(SiteRef.parse("inner"), 0);
        }
        for (int pass = 0; pass < 5; pass++) {
          int width = network.population("image").size();
          session.present(new Stimulus.Frames("image", batch(ROWS, width, pass)));
          session.advance();
          if (asked) {
            terms(session).isolate(SiteRef.parse("inner[2]"), 1);
            assertThat(read(session, "out.sum")).isDeepEqualTo(bare.get(pass));
          } else {
            bare.add(read(session, "out.sum"));
          }
        }
      }
    }
  }

  @Test
  void eachTermSaysWhereItCameFromAndWhatItCarried() {
    Network network = TermNets.sheets(3);
    try (Session session = open(network)) {
      session.present(new Stimulus.Frames("image", batch(1, 72, 1)));
      session.apply(new Silence(SiteRef.parse("inner[1]"), Silence.Scope.OUTPUTS, Window.ALWAYS));
      session.apply(new Intervention.Stimulate(SiteRef.parse("out[2]"), 0.75, Window.ALWAYS));
      session.advance();
      IsolatedNeuron out = isolate(session, "out[2]");
      assertThat(out.site()).hasToString("out[2].sum");
      assertThat(out.terms()).hasSize(9);
      assertThat(out.terms().get(0).source().orElseThrow()).hasToString("inner[0].value");
      assertThat(out.terms().get(0).through()).isEqualTo("inner_out");
      assertThat(out.terms().get(0).carried()).isEqualTo(read(session, "inner[0]")[0][0]);
      assertThat(out.terms().get(1).carried()).isZero();
      assertThat(out.terms().get(7).kind()).isEqualTo(Term.Kind.BIAS);
      assertThat(out.terms().get(8)).isEqualTo(Term.own(Term.Kind.STIMULUS, 0.75));
      assertThat(out.threshold()).isEmpty();
      assertThat(isolate(session, "sheet[5]").threshold()).contains(0.0);
    }
  }

  /** Without the winner, the runner-up would go on. */
  @Test
  void ofAWindowTheLargestCarriesAndTheOthersDoNot() {
    try (Session session = open(TermNets.sheets(3))) {
      session.present(new Stimulus.Frames("image", batch(1, 72, 1)));
      session.advance();
      IsolatedNeuron largest = isolate(session, "largest[4]");
      double[] seen =
          largest.terms().stream()
              .mapToDouble(t -> session.read(session.bind(t.source().orElseThrow()))[0][0])
              .toArray();
      int best = 0;
      for (int i = 1; i < seen.length; i++) {
        best = seen[i] > seen[best] ? i : best;
      }
      assertThat(seen).hasSize(4);
      double[] wanted = new double[4];
      wanted[best] = largest.value();
      assertThat(largest.contributions().orElseThrow()).containsExactly(wanted);
      double[] without = ones(largest);
      without[best] = 0;
      seen[best] = 0;
      assertThat(largest.play(without)).isEqualTo(Arrays.stream(seen).max().orElseThrow());
    }
  }

  @Test
  void aProductAddsUpInItsFactorsAndIsPlayedAsAWhole() {
    try (Session session = open(TermNets.gates(2))) {
      session.present(new Stimulus.Frames("image", batch(1, 5, 1)));
      session.advance();
      session.advance();
      IsolatedNeuron whole = isolate(session, "kept[1].value");
      IsolatedNeuron left = isolate(session, "kept[1].sum");
      IsolatedNeuron right = isolate(session, "kept[1].right");
      assertThat(whole.contributions()).isEmpty();
      assertThat(whole.terms()).hasSize(left.terms().size() + right.terms().size());
      // two sums of some terms in single precision
      assertThat(whole.play(ones(whole))).isCloseTo(whole.value(), within(1e-6));
      addsUp(left);
      addsUp(right);
      assertThat(right.respond(new double[right.terms().size()])[0]).isZero();
      double[] halves = ones(right);
      Arrays.fill(halves, 0.5);
      assertThat(right.respond(halves)[0]).isCloseTo(whole.value() / 2, within(1e-6));
    }
  }

  @Test
  void modulatorsAndPassesBeforeAreTermsOfTheirOwn() {
    try (Session session = open(TermNets.gates(2))) {
      for (int pass = 0; pass < 3; pass++) {
        session.present(new Stimulus.Frames("image", batch(1, 5, pass)));
        session.advance();
      }
      IsolatedNeuron inner = isolate(session, "inner[0]");
      List<Term> before =
          inner.terms().stream().filter(t -> t.kind() == Term.Kind.HISTORY).toList();
      assertThat(before).hasSize(9).noneMatch(Term::fromNeuron);
      assertThat(before.getFirst().source().orElseThrow()).hasToString("image[0].value");
      // what was shown in the first of the three passes
      assertThat(before.getFirst().carried()).isEqualTo(batch(1, 5, 0)[0][0]);
      Term both =
          inner.terms().stream()
              .filter(t -> t.kind() == Term.Kind.MODULATOR)
              .findFirst()
              .orElseThrow();
      assertThat(both.source()).isEmpty();
      assertThat(both.through()).isEqualTo("fatigue and arousal");
      Term alone =
          isolate(session, "kept[0].sum").terms().stream()
              .filter(t -> t.kind() == Term.Kind.MODULATOR)
              .findFirst()
              .orElseThrow();
      assertThat(alone.source().orElseThrow()).hasToString("modulators.fatigue.level");
    }
  }

  @Test
  void whatWasCutOutStaysAsItWas() {
    try (Session session = open(TermNets.sheets(1))) {
      session.present(new Stimulus.Frames("image", batch(1, 72, 1)));
      session.advance();
      IsolatedNeuron out = isolate(session, "out[2]");
      double answer = out.respond(ones(out))[0];
      session.present(new Stimulus.Frames("image", batch(1, 72, 2)));
      session.advance();
      assertThat(out.respond(ones(out))[0]).isEqualTo(answer);
      assertThat(out.output()).isNotEqualTo(read(session, "out[2]")[0][0]);
    }
  }

  @Test
  void whatIsHeldIsExplainedByThat() {
    try (Session session = open(TermNets.sheets(1))) {
      session.present(new Stimulus.Frames("image", batch(1, 72, 1)));
      session.apply(new Intervention.Clamp(SiteRef.parse("inner[2]"), 4, Window.ALWAYS));
      session.apply(new Intervention.Clamp(SiteRef.parse("image[3]"), 2, Window.ALWAYS));
      session.advance();
      IsolatedNeuron held = isolate(session, "inner[2]");
      assertThat(held.terms()).containsExactly(Term.own(Term.Kind.STIMULUS, 4));
      assertThat(held.value()).isEqualTo(4);
      assertThat(held.play(new double[] {0.5})).isEqualTo(2);
      assertThat(isolate(session, "image[3]").value()).isEqualTo(2);
      IsolatedNeuron sum = isolate(session, "inner[2].sum");
      assertThat(sum.output()).isEqualTo(4);
      assertThat(sum.respond(new double[sum.terms().size()])).containsExactly(4);
      // what is done after the pass has no part in it
      session.clearInterventions();
      assertThat(isolate(session, "inner[2]").value()).isEqualTo(4);
      session.advance();
      assertThat(isolate(session, "inner[2]").terms()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void badQuestionsAreAnswered() {
    Network network = TermNets.gates(1);
    assertThat(new TensorEngine().offers(network)).contains(Capability.Terms.class);
    try (Session session = open(network)) {
      assertThatThrownBy(() -> isolate(session, "inner[0]"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("nothing has been run");
      session.present(new Stimulus.Frames("image", batch(2, 5, 0)));
      session.advance();
      assertThatThrownBy(() -> isolate(session, "iner[0]"))
          .hasMessageContaining("did you mean 'inner'?");
      assertThatThrownBy(() -> isolate(session, "inner"))
          .hasMessageContaining("has 4 neurons; one is cut out at a time");
      assertThatThrownBy(() -> isolate(session, "image[0]"))
          .hasMessageContaining("nothing sums up in them");
      assertThatThrownBy(() -> terms(session).keep(SiteRef.parse("image"), 0))
          .hasMessageContaining("nothing sums up in them");
      assertThatThrownBy(() -> isolate(session, "modulators.fatigue.level"))
          .hasMessageContaining("is no sum");
      assertThatThrownBy(() -> terms(session).isolate(SiteRef.parse("inner[0]"), 2))
          .hasMessageContaining("row 2 is outside the last pass, which had rows 0..1");
      assertThatThrownBy(() -> isolate(session, "inner[0]").play(new double[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
