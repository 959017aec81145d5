package org.hillock.lab.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.SiteRef;

/** All spikes of a network since they were last cleared, by population. */
public final class SpikeTimes {

  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  private SpikeTimes() {}

  /** Records every population that spikes, from now on. */
  public static SpikeTimes attach(Responder responder) {
    SpikeTimes spikes = new SpikeTimes();
    for (Population p : responder.session().network().populations().values()) {
      if (p.model().family() != NeuronModel.Family.RATE) {
        Lane lane = new Lane();
        spikes.lanes.put(p.name(), lane);
        responder.session().record(new Probe(SiteRef.of(p.name(), "spikes"), 0), lane);
      }
    }
    return spikes;
  }

  public void clear() {
    lanes.values().forEach(Lane::clear);
  }

  /** Names of the populations that spike. */
  public Set<String> populations() {
    return lanes.keySet();
  }

  /** Time in ms of each spike of a population, in order. */
  public double[] times(String population) {
    return lane(population).times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The neuron of each spike of a population. */
  public int[] neurons(String population) {
    return lane(population).neurons.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many spikes at {@code fromMs} or later, in all populations. */
  public long since(double fromMs) {
    return lanes.values().stream().flatMap(l -> l.times.stream()).filter(t -> t >= fromMs).count();
  }

  /** Every time in ms at which anything fired, once. */
  public Set<Double> distinctTimes() {
    Set<Double> distinct = new TreeSet<>();
    lanes.values().forEach(l -> distinct.addAll(l.times));
    return distinct;
  }

  private Lane lane(String population) {
    Lane lane = lanes.get(population);
    if (lane == null) {
      throw new IllegalArgumentException("population '" + population + "' does not spike");
    }
    return lane;
  }

  /** Spikes of one population. */
  private static final class Lane implements RecordingSink {
    private final List<Double> times = new ArrayList<>();
    private final List<Integer> neurons = new ArrayList<>();

    @Override
    public void begin(RecordingSchema schema) {
      clear();
    }

    @Override
    public void row(double along, int neuron, double value) {
      times.add(along);
      neurons.add(neuron);
    }

    @Override
    public void close() {
      // the spikes stay readable
    }

    private void clear() {
      times.clear();
      neurons.clear();
    }
  }
}
