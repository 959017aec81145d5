package org.hillock.lab.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.junit.jupiter.api.Test;

class SharesTest {

  private static final Question QUESTION = Question.of(SiteRef.parse("out[0].v"));

  /** A neuron whose terms do not add up. */
  private record Bent(List<Term> terms, ToDoubleFunction<double[]> rule) implements IsolatedNeuron {
    @Override
    public SiteRef site() {
      return SiteRef.parse("out[0].v");
    }

    @Override
    public String unit() {
      return "mV";
    }

    @Override
    public double atMs() {
      return 20;
    }

    @Override
    public double value() {
      double[] ones = new double[terms.size()];
      java.util.Arrays.fill(ones, 1);
      return play(ones);
    }

    @Override
    public double output() {
      return 0;
    }

    @Override
    public Optional<Double> threshold() {
      return Optional.empty();
    }

    @Override
    public Optional<double[]> contributions() {
      return Optional.empty();
    }

    @Override
    public double play(double[] factors) {
      return rule.applyAsDouble(factors);
    }

    @Override
    public double[] respond(double[] factors) {
      return new double[0];
    }
  }

  private static Term spike(int source, double at) {
    return new Term(
        Term.Kind.SYNAPSE,
        Optional.of(SiteRef.of("in", new int[] {source}, "spikes")),
        "in_out",
        at,
        at - 1,
        2,
        1);
  }

  private static double sum(Shares shares) {
    return shares.causes().stream().mapToDouble(Cause::contribution).sum();
  }

  @Test
  void aProductIsSharedByHalves() {
    Shares shares =
        Shares.of(
            new Bent(List.of(spike(0, 3), spike(1, 5)), f -> f[0] * f[1] * 6),
            QUESTION,
            () -> false);
    assertThat(shares.additive()).isFalse();
    assertThat(shares.causes()).extracting(Cause::contribution).containsExactly(3.0, 3.0);
    assertThat(shares.method()).contains("not linear", "all 4 sets of 2");
  }

  @Test
  void whereItWouldGoByItselfStandsAsRest() {
    List<Term> terms = List.of(Term.own(Term.Kind.REST, -70), spike(0, 3), spike(1, 5));
    Shares shares =
        Shares.of(
            new Bent(terms, f -> -70 * f[0] + Math.sqrt(f[1] + 3 * f[2])), QUESTION, () -> false);
    assertThat(shares.causes().getFirst().term().kind()).isEqualTo(Term.Kind.REST);
    assertThat(shares.causes().getFirst().contribution()).isEqualTo(-70);
    assertThat(sum(shares)).isCloseTo(-68, within(1e-12));
  }

  @Test
  void whatComesOfNothingIsATermWhereNoneStandsForIt() {
    Shares shares =
        Shares.of(new Bent(List.of(spike(0, 3)), f -> Math.exp(f[0])), QUESTION, () -> false);
    assertThat(sum(shares)).isCloseTo(Math.E, within(1e-15));
    assertThat(shares.causes())
        .extracting(c -> c.term().kind())
        .containsExactly(Term.Kind.SYNAPSE, Term.Kind.REST);
  }

  @Test
  void manySpikesAreSharedBySource() {
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < 100; k++) {
      terms.add(spike(k % 4, 1 + k));
    }
    ToDoubleFunction<double[]> rule =
        f -> {
          double sum = 0;
          for (int k = 0; k < 100; k++) {
            sum += f[k] * (k % 4 == 2 ? 0.1 : 0.01);
          }
          return Math.tanh(sum);
        };
    Shares shares = Shares.of(new Bent(terms, rule), QUESTION, () -> false);
    assertThat(shares.causes()).hasSize(4);
    Cause first = shares.causes().getFirst();
    assertThat(first.count()).isEqualTo(25);
    assertThat(first.term().source()).contains(SiteRef.of("in", new int[] {2}, "spikes"));
    assertThat(first.term().atMs()).as("the last of it").isEqualTo(99);
    assertThat(first.term().carried()).isEqualTo(25);
    assertThat(first.error()).isZero();
    assertThat(shares.method()).contains("each source neuron together");
    assertThat(sum(shares)).isCloseTo(new Bent(terms, rule).value(), within(1e-12));
  }

  @Test
  void nothingThatReachedItLeavesOnlyWhatItIs() {
    Shares shares =
        Shares.of(
            new Bent(List.of(Term.own(Term.Kind.HISTORY, -60)), f -> -60), QUESTION, () -> false);
    assertThat(shares.causes()).hasSize(1);
    assertThat(sum(shares)).isEqualTo(-60);
  }
}
