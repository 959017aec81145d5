package org.hillock.lab.why;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;

/** At which moment of a run a neuron is asked, where the user names none. */
public final class Moments {

  private Moments() {}

  /**
   * One neuron.
   *
   * @param ref the neuron by its number, and the variable that the user named, if any
   * @param site where it was found
   */
  public record One(SiteRef ref, Site site) {

    /** Its population. */
    public String population() {
      return site.population().name();
    }

    /** Its number. */
    public int neuron() {
      return site.neurons().get(0);
    }

    /** Whether it speaks in spikes. */
    public boolean spiking() {
      return SpikeLog.speaks(site.population());
    }
  }

  /**
   * Finds the one neuron that a site names.
   *
   * @throws UsageException where it is unknown, or names another number of neurons
   */
  public static One one(Session session, SiteRef ref) {
    Site site = session.bind(ref);
    if (site.modulator().isPresent()) {
      throw new UsageException("site '" + ref + "' is a modulator, in which nothing sums up");
    }
    if (site.neurons().size() != 1) {
      throw new UsageException(
          "site '"
              + ref
              + "' names "
              + site.neurons().size()
              + " neurons; name one, such as '"
              + SiteRef.of(site.population().name(), new int[] {site.neurons().get(0)}, "x")
                  .toString()
                  .replaceFirst("\\.x$", "")
              + "'");
    }
    if (site.population().model().family() == NeuronModel.Family.SOURCE
        || site.population().model().family() == NeuronModel.Family.RATE
            && !site.population().model().takesSynapses()) {
      throw new UsageException(
          "site '"
              + ref
              + "' is an input ("
              + site.population().model().name()
              + "), in which nothing sums up; ask a neuron that receives");
    }
    int[] neuron = {site.neurons().get(0)};
    SiteRef named = SiteRef.of(site.population().name(), neuron, site.variable().name());
    boolean plain = ref.variable().isEmpty() || ref.variable().get().equals(SpikeLog.SPIKES);
    SiteRef canonical = plain ? named.withVariable(Optional.empty()) : named;
    // a graph's axes say more than a number does where tokens are counted apart
    SiteRef kept = ref.axes().isEmpty() ? canonical : ref;
    return new One(kept, site);
  }

  /**
   * A moment.
   *
   * @param at ms or passes
   * @param remark how it was chosen, where that is to be told; may be empty
   */
  public record Moment(double at, String remark) {}

  /** What of a neuron comes near its threshold: what was named, else its potential. */
  static Optional<Recording> potential(Session session, One one) {
    String spikes = SpikeLog.SPIKES;
    Optional<String> wanted =
        one.ref()
            .variable()
            .or(() -> one.site().population().model().variable("v").map(v -> v.name()))
            .or(() ->
                one.site().population().model().variables().stream()
                    .map(NeuronModel.Variable::name)
                    .filter(v -> !v.equals(spikes))
                    .findFirst());
    return wanted.map(v -> {
      Recording recording = new Recording();
      SiteRef site = SiteRef.of(one.population(), new int[] {one.neuron()}, v);
      session.record(new Probe(site, 0), recording);
      return recording;
    });
  }

  /** The last spike, or where it never fired the moment of its highest potential. */
  static Moment chosen(One one, SpikeLog log, Optional<Recording> potential, double end) {
    TreeSet<Double> own = log.of(one.population(), one.neuron());
    if (!own.isEmpty()) {
      return new Moment(own.last(), "");
    }
    double best = Double.NEGATIVE_INFINITY;
    double at = end;
    if (potential.isPresent()) {
      Recording course = potential.get();
      for (int i = 0; i < course.size(); i++) {
        if (course.value(i) > best) {
          best = course.value(i);
          at = course.along(i);
        }
      }
    }
    return new Moment(
        at,
        String.format(
            Locale.ROOT,
            "it did not fire in %s ms; this is when it came highest",
            org.hillock.core.quantity.Quantity.text(end)));
  }
}
