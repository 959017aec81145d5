package org.hillock.lab.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.session.Term;
import org.hillock.core.training.Progress;
import org.hillock.lab.Nets;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.junit.jupiter.api.Test;

class WhyTensorTest {

  /** Three inputs, two hidden neurons, of which the second is off, one output. */
  private static Network net() {
    return Network.builder("small")
        .population("in", 3, "input")
        .population("hidden", 2, "relu", p -> p.bias(Values.listed(0.5, -10)))
        .population("out", 1, "identity")
        .projection("in", "hidden", Nets.dense(), Nets.weights(1, -2, 4, 3, 2, 1))
        .projection("hidden", "out", Nets.dense(), Nets.weights(2, 5))
        .build();
  }

  private static Experiment run(Network net, float... shown) {
    return new Experiment(
        Openable.of(net),
        List.of(new Cue(0, Stimulus.frame("in", shown))),
        1,
        List.of(),
        SessionOptions.seeded(1),
        0);
  }

  private static Answer ask(Experiment run, String site) {
    return Why.ask(run, Question.of(SiteRef.parse(site)), Progress.NONE);
  }

  @Test
  void theTermsAreRankedAndFollowedToTheInputs() {
    Answer answer = ask(run(net(), 1, 1, 1), "out");
    Explanation out = answer.explanation();
    assertThat(out.value()).isCloseTo(7, within(1e-6));
    assertThat(out.additive()).isTrue();
    Cause first = out.causes().getFirst();
    assertThat(first.term().source().orElseThrow().toString()).startsWith("hidden[0]");
    assertThat(first.contribution()).isCloseTo(7, within(1e-6));
    Explanation hidden = first.because().orElseThrow();
    assertThat(hidden.causes())
        .extracting(c -> c.term().source().map(SiteRef::toString).orElse(c.term().kind().word()))
        .containsExactly("in[2].value", "in[1].value", "in[0].value", "bias");
    assertThat(hidden.causes()).extracting(Cause::end).contains("input");
    assertThat(answer.replays()).as("one pass answers for all").isEqualTo(1);
  }

  @Test
  void whatIsOffSaysHowFarAndWhatHeldItDown() {
    Explanation off = ask(run(net(), 1, 0, 1), "hidden[1].value").explanation();
    WhyNot whyNot = off.whyNot().orElseThrow();
    assertThat(off.value()).isCloseTo(-6, within(1e-6));
    assertThat(off.output()).isZero();
    assertThat(whyNot.gap().orElseThrow()).isCloseTo(6, within(1e-6));
    assertThat(whyNot.missing()).hasSize(1);
    assertThat(whyNot.missing().getFirst().source().toString()).startsWith("in[1]");
    assertThat(off.causes().getFirst().term().kind()).isEqualTo(Term.Kind.BIAS);
  }

  @Test
  void depthAndBreadthLimitWhoIsAsked() {
    Experiment run = run(net(), 1, 1, 9);
    Question question = Question.of(SiteRef.parse("out"));
    assertThat(Why.ask(run, question.within(1, 3), Progress.NONE).explanation().all()).hasSize(1);
    assertThat(Why.ask(run, question.within(2, 1), Progress.NONE).explanation().all()).hasSize(2);
    assertThat(Why.ask(run, question.within(9, 0), Progress.NONE).explanation().all()).hasSize(1);
    assertThat(
            Why.ask(run, question.within(1, 3), Progress.NONE)
                .explanation()
                .causes()
                .getFirst()
                .end())
        .isEqualTo("deeper");
  }

  @Test
  void aRecurrentNeuronIsAskedAsOfThePassBefore() {
    Network net =
        Network.builder("echo")
            .population("in", 1, "input")
            .population("h", 1, "identity")
            .projection("in", "h", Nets.dense(), Nets.weights(1))
            .projection("h", "h", Nets.dense(), p -> p.weight(Values.listed(0.5)).delay("1"))
            .build();
    Experiment run =
        new Experiment(
            Openable.of(net),
            List.of(new Cue(0, Stimulus.frame("in", new float[] {8}))),
            3,
            List.of(),
            SessionOptions.seeded(1),
            0);
    Explanation third = ask(run, "h").explanation();
    assertThat(third.pass()).isEqualTo(3);
    assertThat(third.value()).isCloseTo(14, within(1e-5));
    Explanation second =
        third.causes().stream().flatMap(c -> c.because().stream()).findFirst().orElseThrow();
    assertThat(second.pass()).isEqualTo(2);
    assertThat(second.value()).isCloseTo(12, within(1e-5));
    Explanation asked =
        Why.ask(run, Question.of(SiteRef.parse("h")).at(1), Progress.NONE).explanation();
    assertThat(asked.value()).isCloseTo(8, within(1e-5));
  }

  @Test
  void aProductIsSharedFairly() {
    Network net =
        Network.builder("gate")
            .population("in", 2, "input")
            .population("gated", 1, "product")
            .projection("a", "in", "gated", Nets.dense(), p -> p.weight(Values.listed(1, 0)))
            .projection(
                "b",
                "in",
                "gated",
                Nets.dense(),
                p -> p.weight(Values.listed(0, 1)).receptor("right"))
            .build();
    Explanation product = ask(run(net, 3, 4), "gated.value").explanation();
    assertThat(product.value()).isCloseTo(12, within(1e-5));
    assertThat(product.additive()).isFalse();
    assertThat(product.causes().getFirst().contribution()).isCloseTo(6, within(1e-5));
    assertThat(product.plays()).isEqualTo(16);
  }

  @Test
  void termsAddUp() {
    Network net =
        Network.builder("random")
            .seed(4)
            .population("in", 30, "input")
            .population("hidden", 20, "tanh")
            .population("more", 20, "relu")
            .population("out", 5, "softmax")
            .projection("in", "hidden", Nets.dense(), p -> p.weight(Nets.normal(1)))
            .projection("hidden", "more", Nets.dense(), p -> p.weight(Nets.normal(1)))
            .projection("more", "out", Nets.dense(), p -> p.weight(Nets.normal(1)))
            .build();
    float[] shown = new float[30];
    java.util.Arrays.fill(shown, 0.3f);
    Question question = Question.of(SiteRef.parse("out[2]")).within(4, 4);
    Answer answer = Why.ask(run(net, shown), question, Progress.NONE);
    assertThat(answer.explanation().all()).hasSizeGreaterThan(9);
    assertThat(answer.explanation().all())
        .allSatisfy(e -> assertThat(Math.abs(e.residual())).isLessThanOrEqualTo(1e-5 * e.mass()));
  }

  @Test
  void whatIsAskedWronglyIsRefusedByName() {
    Experiment run = run(net(), 1, 1, 1);
    assertThatThrownBy(() -> ask(run, "hiden[0]"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'hidden'");
    assertThatThrownBy(() -> ask(run, "hidden")).hasMessageContaining("2 neurons", "hidden[0]");
    assertThatThrownBy(() -> ask(run, "hidden[5]")).hasMessageContaining("0..1");
    assertThatThrownBy(() -> ask(run, "in[0]")).hasMessageContaining("input");
    assertThatThrownBy(() -> Why.ask(run, Question.of(SiteRef.parse("out")).at(2), Progress.NONE))
        .hasMessageContaining("after the run");
    assertThatThrownBy(() -> Question.of(SiteRef.parse("out")).within(0, 1))
        .hasMessageContaining("depth: 0 is not in 1..64");
    assertThatThrownBy(
            () -> Why.ask(run, Question.of(SiteRef.parse("out")).inRow(3), Progress.NONE))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void whoStopsKeepsTheFirstLevel() {
    Progress stops =
        new Progress() {
          private int reports;

          @Override
          public void report(double fraction, String what) {
            reports++;
          }

          @Override
          public boolean stopped() {
            return reports > 0;
          }
        };
    Answer answer = Why.ask(run(net(), 1, 1, 1), Question.of(SiteRef.parse("out")), stops);
    assertThat(answer.stopped()).isTrue();
    assertThat(answer.explanation().causes()).hasSize(2);
  }
}
