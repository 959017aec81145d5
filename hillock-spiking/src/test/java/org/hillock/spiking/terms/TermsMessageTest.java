package org.hillock.spiking.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engine;
import org.hillock.core.session.Engines;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked, and what is told where it cannot. */
class TermsMessageTest {

  private static Network network() {
    return Network.builder("small")
        .population("in", 2, "input")
        .population("noise", 2, "poisson", p -> p.param("rate", "50 Hz"))
        .population("listed", 1, "spike-list", p -> p.spikes(new double[] {1, 2}))
        .population("random", 1, "poisson-inhomogeneous")
        .population("rate", 2, "relu")
        .population("cell", 2, "lif-delta")
        .projection(
            "noise", "cell", new Connectivity.AllToAll(true), c -> c.weight("30 mV").delay("1 ms"))
        .projection(
            "listed",
            "cell",
            new Connectivity.AllToAll(true),
            c -> c.weight("3 mV").delay("0.5 ms"))
        .projection("in", "rate", new Connectivity.Dense(), c -> c)
        .build();
  }

  private static Session open() {
    return Engines.named("spiking-plain").open(network(), SessionOptions.seeded(1));
  }

  private static Capability.Terms terms(Session session) {
    return session.capability(Capability.Terms.class).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cel[0] | population 'cel' is unknown; did you mean 'cell'?",
        "cell[2] | neuron 2 is outside population 'cell' (0..1)",
        "cell[0].vv | have no variable 'vv'; did you mean 'v'?",
        "in[0] | neurons of model 'input' take no synapses, so nothing sums up in them",
        "noise[0] | neurons of model 'poisson' take no synapses, so nothing sums up in them",
        "listed[0] | neurons of model 'spike-list' take no synapses",
        "random[0] | neurons of model 'poisson-inhomogeneous' take no synapses",
        "cell | is of 2 neurons, and one is cut out at a time",
        "cell[1] | what reached this neuron was not kept",
        "cell[0] | nothing has run yet since",
      })
  void badQuestionsAreAnswered(String site, String message) {
    try (Session session = open()) {
      Capability.Terms terms = terms(session);
      terms.keep(SiteRef.parse("cell[0]"), 0);
      assertThatThrownBy(() -> terms.isolate(SiteRef.parse(site), 0))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void onlyOneRowIsThere() {
    try (Session session = open()) {
      Capability.Terms terms = terms(session);
      terms.keep(SiteRef.parse("cell"), 0);
      session.advance();
      assertThatThrownBy(() -> terms.isolate(SiteRef.parse("cell[0]"), 1))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("row 1");
      assertThatThrownBy(() -> terms.keep(SiteRef.parse("cell"), -1))
          .isInstanceOf(UsageException.class);
      assertThatThrownBy(() -> terms.keep(SiteRef.parse("cell"), Double.POSITIVE_INFINITY))
          .isInstanceOf(UsageException.class);
    }
  }

  @Test
  void aTermSaysWhoSentItAndWhen() {
    try (Session session = open()) {
      Capability.Terms terms = terms(session);
      terms.keep(SiteRef.parse("cell[0]"), 0);
      session.capability(Capability.Timed.class).orElseThrow().advance(2);
      IsolatedNeuron cut = terms.isolate(SiteRef.parse("cell[0].v"), 0);
      List<Term> listed =
          cut.terms().stream().filter(t -> t.through().equals("listed_cell")).toList();
      assertThat(listed).hasSize(1);
      Term first = listed.getFirst();
      assertThat(first.kind()).isEqualTo(Term.Kind.SYNAPSE);
      assertThat(first.source()).hasValue(SiteRef.parse("listed[0].spikes"));
      assertThat(first.sentMs()).isEqualTo(1);
      assertThat(first.atMs()).isEqualTo(1.5);
      assertThat(first.weight()).isEqualTo(3);
      assertThat(first.carried()).isEqualTo(1);
      assertThat(cut.unit()).isEqualTo("mV");
      assertThat(cut.atMs()).isEqualTo(2);
      assertThat(cut.threshold()).hasValue(20.0);
    }
  }

  @Test
  void aCutNeuronStaysAsItWasWhenTheSessionGoesOn() {
    try (Session session = open()) {
      Capability.Terms terms = terms(session);
      terms.keep(SiteRef.parse("cell[0]"), 0);
      Capability.Timed timed = session.capability(Capability.Timed.class).orElseThrow();
      timed.advance(5);
      IsolatedNeuron cut = terms.isolate(SiteRef.parse("cell[0]"), 0);
      double[] ones = new double[cut.terms().size()];
      java.util.Arrays.fill(ones, 1);
      double[] response = cut.respond(ones);
      timed.advance(50);
      assertThat(cut.play(ones)).isEqualTo(cut.value());
      session.reset(3);
      timed.advance(7);
      assertThat(cut.play(ones)).isEqualTo(cut.value());
      assertThat(cut.respond(ones)).isEqualTo(response);
      assertThat(terms.isolate(SiteRef.parse("cell[0]"), 0).atMs()).isEqualTo(7);
    }
  }

  @Test
  void whatAnEngineOffersIsWhatItsSessionsHave() {
    Network spikes =
        Network.builder("spikes")
            .population("cell", 2, "lif-delta")
            .projection("cell", "cell", new Connectivity.AllToAll(true), c -> c.weight("1 mV"))
            .build();
    for (Network network : List.of(network(), spikes)) {
      for (Engine engine : Engines.all()) {
        Set<Class<? extends Capability>> has = new HashSet<>();
        try (Session session = engine.open(network, SessionOptions.seeded(1))) {
          for (Class<? extends Capability> one :
              List.of(
                  Capability.Timed.class,
                  Capability.Profiled.class,
                  Capability.Plastic.class,
                  Capability.Batched.class,
                  Capability.Terms.class)) {
            if (session.capability(one).isPresent()) {
              has.add(one);
            }
          }
        }
        assertThat(engine.offers(network)).as(engine.name()).isEqualTo(has);
      }
    }
  }
}
