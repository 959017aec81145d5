package org.hillock.spiking.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Precision;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;

/**
 * What holds of a neuron cut out of any network: it is the neuron of the network, to the bit, and
 * keeping it changes nothing.
 */
public final class TermsContract {

  private final Network network;
  private final double stepMs;
  private final double fromMs;
  private final Consumer<Session> prepared;
  private final Map<SiteRef, List<Double>> spikes = new LinkedHashMap<>();

  private final Map<String, Boolean> additive = new LinkedHashMap<>();

  public TermsContract(Network network, double stepMs, double fromMs) {
    this(network, stepMs, fromMs, _ -> {});
  }

  /**
   * A network.
   *
   * @param fromMs what reaches neurons is kept from there on
   * @param prepared what is presented and done before it runs
   */
  public TermsContract(Network network, double stepMs, double fromMs, Consumer<Session> prepared) {
    this.network = network;
    this.stepMs = stepMs;
    this.fromMs = fromMs;
    this.prepared = prepared;
  }

  private Session open() {
    SessionOptions options =
        SessionOptions.seeded(5).withStepMs(stepMs).withPrecision(Precision.DOUBLE);
    Session session = Engines.named("spiking-plain").open(network, options);
    prepared.accept(session);
    return session;
  }

  private static boolean sums(Population p) {
    boolean remembers = p.model().equations().map(e -> !e.states().isEmpty()).orElse(false);
    return p.model().takesSynapses() || remembers || p.model().cell().isPresent();
  }

  /** Checks neurons at moments that many steps apart. */
  public TermsContract check(int moments, int stepsBetween) {
    try (Session plain = open();
        Session kept = open()) {
      Capability.Terms terms = kept.capability(Capability.Terms.class).orElseThrow();
      List<SiteRef> neurons = new ArrayList<>();
      for (Population p : network.populations().values()) {
        for (int i = 0; i < p.size() && sums(p); i += Math.max(1, p.size() / 3)) {
          SiteRef ref =
              new SiteRef(
                  p.name(), List.of(new SiteRef.Range(i, i)), Map.of(), java.util.Optional.empty());
          neurons.add(ref);
          spikes.put(ref, new ArrayList<>());
          terms.keep(ref, fromMs);
        }
      }
      for (int moment = 0; moment < moments; moment++) {
        for (int s = 0; s < stepsBetween; s++) {
          plain.advance();
          kept.advance();
          note(kept, neurons);
        }
        same(plain, kept);
        for (SiteRef neuron : neurons) {
          check(kept, neuron, terms.isolate(neuron, 0));
        }
      }
    }
    return this;
  }

  /** By population whether what terms contribute adds up. */
  public Map<String, Boolean> additive() {
    return additive;
  }

  /** How many spikes of the neurons that were cut out were seen. */
  public int spikes() {
    return spikes.values().stream().mapToInt(List::size).sum();
  }

  private void note(Session session, List<SiteRef> neurons) {
    double now = session.capability(Capability.Timed.class).orElseThrow().timeMs();
    for (SiteRef neuron : neurons) {
      boolean fired = read(session, neuron) == 1 && spiking(neuron);
      if (fired && now > fromMs + stepMs / 2) {
        Objects.requireNonNull(spikes.get(neuron)).add(now);
      }
    }
  }

  private boolean spiking(SiteRef neuron) {
    return network
        .population(neuron.owner())
        .model()
        .variables()
        .getFirst()
        .name()
        .equals("spikes");
  }

  private static double read(Session session, SiteRef site) {
    return session.read(session.bind(site))[0][0];
  }

  private void same(Session one, Session other) {
    for (Population p : network.populations().values()) {
      for (var variable : p.model().variables()) {
        SiteRef site = SiteRef.of(p.name(), variable.name());
        assertThat(other.read(other.bind(site))[0])
            .as(network.name() + " " + site)
            .isEqualTo(one.read(one.bind(site))[0]);
      }
    }
  }

  private void check(Session session, SiteRef neuron, IsolatedNeuron cut) {
    String what = network.name() + " " + cut.site() + " at " + cut.atMs() + " ms";
    double[] ones = new double[cut.terms().size()];
    Arrays.fill(ones, 1);
    assertThat(cut.play(ones)).as(what).isEqualTo(cut.value());
    boolean fires = spiking(neuron) && read(session, neuron) == 1;
    if (!fires) {
      assertThat(cut.value()).as(what).isEqualTo(read(session, cut.site()));
    }
    double[] response = cut.respond(ones);
    if (spiking(neuron)) {
      assertThat(cut.output()).as(what).isEqualTo(fires ? 1 : 0);
      assertThat(response)
          .as(what)
          .isEqualTo(
              Objects.requireNonNull(spikes.get(neuron)).stream().mapToDouble(t -> t).toArray());
      if (fires && cut.threshold().isPresent()) {
        // the threshold is read back from where the comparison stood
        assertThat(cut.value()).as(what).isGreaterThanOrEqualTo(cut.threshold().get() - 1e-9);
      }
    } else {
      assertThat(cut.output()).as(what).isEqualTo(read(session, neuron));
      assertThat(response).as(what).containsExactly(cut.output());
    }
    additive.put(neuron.owner(), cut.contributions().isPresent());
    cut.contributions().ifPresent(each -> addUp(what, cut, each, ones));
  }

  private static void addUp(String what, IsolatedNeuron cut, double[] each, double[] ones) {
    double sum = 0;
    double sizes = 0;
    for (double one : each) {
      sum += one;
      sizes += Math.abs(one);
    }
    // sums of thousands of terms, each walked through thousands of steps
    assertThat(Math.abs(sum - cut.value())).as(what).isLessThanOrEqualTo(1e-11 * sizes);
    boolean modulated = cut.terms().stream().anyMatch(t -> t.kind() == Term.Kind.MODULATOR);
    for (int k = 0; k < each.length; k += Math.max(1, each.length / 7)) {
      if (modulated && cut.terms().get(k).kind() != Term.Kind.MODULATOR) {
        continue;
      }
      double[] without = ones.clone();
      without[k] = 0;
      assertThat(Math.abs(cut.value() - each[k] - cut.play(without)))
          .as(what + " without " + cut.terms().get(k))
          .isLessThanOrEqualTo(1e-11 * sizes);
    }
  }
}
