package org.hillock.lab.why;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.hillock.core.network.Population;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Recording;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;

/** When neurons fired in a session, from its start to where it stands. */
final class SpikeLog {

  static final String SPIKES = "spikes";

  private final Map<String, Recording> recordings = new LinkedHashMap<>();
  private final Map<String, Map<Integer, TreeSet<Double>>> trains = new LinkedHashMap<>();

  /** Begins to note the spikes of all populations of a session that lives in time. */
  SpikeLog(Session session) {
    for (Population p : session.network().populations().values()) {
      if (speaks(p)) {
        Recording recording = new Recording();
        session.record(new Probe(SiteRef.of(p.name(), SPIKES), 0), recording);
        recordings.put(p.name(), recording);
      }
    }
  }

  /** Whether a population speaks in spikes. */
  static boolean speaks(Population population) {
    return population.model().variable(SPIKES).isPresent();
  }

  /** Whether it notes the spikes of a population. */
  boolean knows(String population) {
    return recordings.containsKey(population);
  }

  /** The spikes of a neuron so far, in ms; not to be written. */
  TreeSet<Double> of(String population, int neuron) {
    return trains.computeIfAbsent(population, this::sorted).getOrDefault(neuron, new TreeSet<>());
  }

  private Map<Integer, TreeSet<Double>> sorted(String population) {
    Map<Integer, TreeSet<Double>> byNeuron = new LinkedHashMap<>();
    Recording recording = recordings.get(population);
    if (recording != null) {
      for (int i = 0; i < recording.size(); i++) {
        byNeuron.computeIfAbsent(recording.neuron(i), _ -> new TreeSet<>()).add(recording.along(i));
      }
    }
    return byNeuron;
  }
}
