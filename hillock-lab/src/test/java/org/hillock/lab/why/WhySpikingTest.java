package org.hillock.lab.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.core.training.Progress;
import org.hillock.lab.Nets;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.junit.jupiter.api.Test;

class WhySpikingTest {

  private static final Connectivity ALL = new Connectivity.AllToAll(true);

  /**
   * Two listed spikes, at 10 and 12 ms, make the relay fire; it and a third listed spike make the
   * target fire; the fourth source has a strong synapse and is silent.
   */
  private static Network chain() {
    return Network.builder("chain")
        .population(
            "list",
            4,
            "spike-list",
            p -> p.spikes(new double[] {10}, new double[] {12}, new double[] {14}, new double[0]))
        .population("relay", 1, "lif-delta")
        .population("target", 1, "lif-delta")
        .projection("list", "relay", Nets.dense(), Nets.mV(13, 13, 0, 15))
        .projection("list", "target", Nets.dense(), Nets.mV(0, 0, 12, 18))
        .projection("relay", "target", Nets.dense(), p -> p.weight("12 mV").delay("2 ms"))
        .build();
  }

  private static Experiment run(Network net, double ms) {
    return new Experiment(Openable.of(net), List.of(), ms, List.of(), SessionOptions.seeded(1), 0);
  }

  private static Explanation ask(Network net, Question question) {
    return Why.ask(run(net, 40), question, Progress.NONE).explanation();
  }

  private static Question about(String site) {
    return Question.of(SiteRef.parse(site));
  }

  @Test
  void aSpikeIsExplainedByThoseThatMadeItEachAtItsOwnTime() {
    Explanation target = ask(chain(), about("target"));
    assertThat(target.spiking()).isTrue();
    assertThat(target.output()).isEqualTo(1);
    assertThat(target.value()).isGreaterThanOrEqualTo(target.threshold().orElseThrow());
    assertThat(target.whyNot()).isEmpty();
    // the third source arrives at 15 ms; 13 mV and what 2 ms left of 13 mV made the relay fire at
    // 13.1 ms
    Cause relay =
        target.causes().stream()
            .filter(c -> c.term().through().equals("relay_target"))
            .findFirst()
            .orElseThrow();
    assertThat(relay.term().sentMs()).isCloseTo(13.1, within(1e-9));
    Explanation because = relay.because().orElseThrow();
    assertThat(because.atMs()).isCloseTo(13.1, within(1e-9));
    assertThat(because.output()).isEqualTo(1);
    assertThat(because.causes().subList(0, 2))
        .extracting(c -> c.term().source().orElseThrow().neurons().getFirst().first())
        .containsExactly(1, 0);
    assertThat(because.causes().subList(0, 2)).extracting(Cause::end).containsOnly("input");
    // 13 mV that arrived 2.1 ms before the end of the step faded with tau_m
    double tau = 20;
    assertThat(because.causes().get(1).contribution())
        .isCloseTo(13 * Math.exp(-2.1 / tau), within(1e-6));
  }

  @Test
  void whoDidNotFireSaysHowFarItWasAndWhoWasMissing() {
    Explanation target = ask(chain(), about("target").at(14.5));
    WhyNot not = target.whyNot().orElseThrow();
    assertThat(not.gap().orElseThrow()).isPositive();
    assertThat(not.missing().getFirst().source()).isEqualTo(SiteRef.parse("list[3].spikes"));
    assertThat(not.missing().getFirst().weight()).isEqualTo(18);
    assertThat(not.missing().getFirst().unit()).isEqualTo("mV");
    assertThat(not.remark()).isEqualTo("it had not fired before");
  }

  @Test
  void whoNeverFiredIsAskedWhenItCameHighest() {
    Network weak =
        Network.builder("weak")
            .population("list", 1, "spike-list", p -> p.spikes(new double[] {3, 8}))
            .population("target", 1, "lif-delta")
            .projection("list", "target", Nets.dense(), Nets.mV(6))
            .build();
    Answer answer = Why.ask(run(weak, 40), about("target[0].spikes"), Progress.NONE);
    Explanation target = answer.explanation();
    // the second spike of 8 ms arrives at 9 ms
    assertThat(target.atMs()).isCloseTo(9.1, within(1e-9));
    assertThat(target.output()).isZero();
    assertThat(target.whyNot().orElseThrow().remark()).contains("did not fire in 40 ms");
    assertThat(answer.replays()).as("one to look, one to tell").isEqualTo(2);
  }

  @Test
  void whatCameBeforeTheWindowIsATermOfItsOwn() {
    Explanation whole = ask(chain(), about("target"));
    Explanation cut = ask(chain(), about("target").since(1.5));
    assertThat(cut.value()).isEqualTo(whole.value());
    Cause history =
        cut.causes().stream()
            .filter(c -> c.term().kind() == Term.Kind.HISTORY)
            .findFirst()
            .orElseThrow();
    assertThat(Math.abs(cut.residual())).isLessThanOrEqualTo(1e-5 * cut.mass());
    assertThat(Math.abs(history.contribution())).isGreaterThanOrEqualTo(0);
  }

  @Test
  void aMembraneThatIsNotLinearIsPlayedAndAddsUp() {
    Network net =
        Network.builder("bent")
            .seed(3)
            .population("noise", 20, "poisson", p -> p.param("rate", "40 Hz"))
            .population("cell", 2, "izhikevich")
            .projection("noise", "cell", ALL, p -> p.weight("4 mV"))
            .build();
    Explanation cell = ask(net, about("cell[1]").playing(64, 2));
    assertThat(cell.additive()).isFalse();
    assertThat(cell.method()).contains("not linear");
    assertThat(cell.plays()).isBetween(2, 100);
    assertThat(Math.abs(cell.residual())).isLessThanOrEqualTo(1e-5 * cell.mass());
    Explanation again = ask(net, about("cell[1]").playing(64, 2));
    assertThat(again).isEqualTo(cell);
  }

  @Test
  void termsAddUpAllTheWayBack() {
    Network net =
        Network.builder("recurrent")
            .seed(5)
            .population("noise", 40, "poisson", p -> p.param("rate", "30 Hz"))
            .population("exc", 30, "lif-delta")
            .population("inh", 10, "lif-delta")
            .projection(
                "noise",
                "exc",
                new Connectivity.FixedInDegree(10, false, true),
                p -> p.weight("4 mV").delay("1.5 ms"))
            .projection(
                "exc",
                "inh",
                new Connectivity.FixedInDegree(10, false, true),
                p -> p.weight("8 mV").delay("1.5 ms"))
            .projection(
                "inh",
                "exc",
                new Connectivity.FixedInDegree(4, false, true),
                p -> p.weight("-3 mV").delay("1.5 ms"))
            .build();
    Answer answer = Why.ask(run(net, 150), about("exc[3]").within(4, 3), Progress.NONE);
    List<Explanation> all = answer.explanation().all().toList();
    assertThat(all).hasSizeGreaterThan(8);
    assertThat(all)
        .allSatisfy(e -> {
          assertThat(Math.abs(e.residual())).isLessThanOrEqualTo(1e-5 * e.mass());
          assertThat(e.output()).as("what sent a spike fired then: " + e.site()).isEqualTo(1);
        });
    assertThat(answer.replays()).as("one for each level, and one to look").isEqualTo(5);
  }

  @Test
  void whatIsAskedWronglyIsRefused() {
    assertThatThrownBy(() -> ask(chain(), about("list[0]"))).hasMessageContaining("input");
    assertThatThrownBy(() -> ask(chain(), about("target").at(41)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("after the run, which ends at 40");
    assertThatThrownBy(() -> about("target").since(0)).hasMessageContaining("window");
    assertThatThrownBy(() -> about("target").at(-1)).hasMessageContaining("not > 0");
  }

  @Test
  void aSilentInputIsNoReasonToFail() {
    Network still =
        Network.builder("still")
            .population("list", 1, "spike-list", p -> p.spikes(new double[0]))
            .population("target", 1, "lif-delta", p -> p.bias(Values.constant(0.1, "mV/ms")))
            .projection("list", "target", Nets.dense(), Nets.mV(5))
            .build();
    Explanation target = ask(still, about("target"));
    assertThat(target.causes().getFirst().term().kind()).isEqualTo(Term.Kind.BIAS);
    assertThat(target.whyNot().orElseThrow().silent()).isEqualTo(1);
  }
}
