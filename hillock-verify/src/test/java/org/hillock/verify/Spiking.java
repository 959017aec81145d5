package org.hillock.verify;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.yaml.NetworkYaml;

/** Reference networks, run in the standard way, with their spikes counted. */
final class Spiking implements AutoCloseable {

  private final Session session;
  private final Capability.Timed timed;
  private final Map<String, CountedSpikes> counted = new LinkedHashMap<>();

  /** A network of {@code networks/} that is drawn anew with a seed. */
  static Network network(String name, long seed) {
    Network n = NetworkYaml.read(Path.of("..", "networks", name + ".net.yaml"));
    return new Network(
        n.name(),
        seed,
        n.populations(),
        n.projections(),
        n.modulators(),
        n.decision(),
        n.provenance(),
        n.transmission(),
        n.presentation());
  }

  /** Opens a session; nothing is counted yet. */
  Spiking(Network network, long seed) {
    session = Engines.named("spiking").open(network, SessionOptions.seeded(seed));
    timed = session.capability(Capability.Timed.class).orElseThrow();
  }

  /** Runs a trial from the start: first for a while uncounted, then counted. */
  Spiking trial(long number, double warmMs, double ms) {
    session.reset(number);
    if (warmMs > 0) {
      timed.advance(warmMs);
    }
    if (counted.isEmpty()) {
      for (Population p : session.network().populations().values()) {
        if (p.model().family() == NeuronModel.Family.SPIKING) {
          CountedSpikes spikes = new CountedSpikes(p.size());
          counted.put(p.name(), spikes);
          session.record(new Probe(SiteRef.of(p.name(), "spikes"), 0), spikes);
        }
      }
    }
    counted.values().forEach(CountedSpikes::clear);
    timed.advance(ms);
    return this;
  }

  /** Spikes of a population. */
  CountedSpikes of(String population) {
    CountedSpikes spikes = counted.get(population);
    if (spikes == null) {
      throw new IllegalArgumentException("no neurons '" + population + "'");
    }
    return spikes;
  }

  List<CountedSpikes> all() {
    return List.copyOf(counted.values());
  }

  /** Spikes of all neurons. */
  long spikes() {
    return all().stream().mapToLong(CountedSpikes::spikes).sum();
  }

  /** Neurons that fired at least once. */
  long active() {
    return all().stream().mapToLong(CountedSpikes::active).sum();
  }

  /** Since the start of the trial. */
  long synapticEvents() {
    return timed.synapticEvents();
  }

  @Override
  public void close() {
    session.close();
  }
}
