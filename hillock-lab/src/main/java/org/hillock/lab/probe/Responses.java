package org.hillock.lab.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.DecisionTiming;

/**
 * What the cells of a network make of a stimulus, as a readout that hears them all would have it at
 * the end: of neurons that send numbers the value; of spikes the sum of exp(−age/τ), with the age
 * of each on arrival.
 */
final class Responses implements AutoCloseable {

  /** Of the readout: short beside a stimulus, so that it has forgotten the one before. */
  static final double TAU_MS = 5;

  private final Network network;
  private final String port;
  private final DecisionTiming timing;
  private final List<Population> cells;
  private final Session session;
  private final Optional<Capability.Timed> timed;
  private final Map<String, Heard> heard = new LinkedHashMap<>();

  /**
   * Opens a network.
   *
   * @param port population that takes stimuli
   * @param cells whose responses are wanted
   */
  Responses(
      Network network, String port, List<Population> cells, DecisionTiming timing, long seed) {
    this.network = network;
    this.port = port;
    this.cells = cells;
    this.timing = timing;
    session = Engines.open(network, SessionOptions.seeded(seed).withStepMs(timing.stepMs()));
    session.capability(Capability.Plastic.class).ifPresent(plastic -> plastic.learn(false));
    timed = session.capability(Capability.Timed.class);
    for (Population p : cells) {
      if (spikes(p)) {
        Heard own = new Heard(p.size(), timing.windowMs() - timing.stepMs());
        heard.put(p.name(), own);
        session.record(new Probe(SiteRef.of(p.name(), "spikes"), 0), own);
      }
    }
  }

  static boolean spikes(Population p) {
    return p.model().family() == NeuronModel.Family.SPIKING;
  }

  /** Whether it lives in time. */
  boolean inTime() {
    return timed.isPresent();
  }

  /** One number for each cell, population after population. */
  double[] to(float[] stimulus, long trial) {
    session.reset(trial);
    heard.values().forEach(Heard::clear);
    session.present(Stimulus.frame(port, stimulus));
    if (timed.isPresent()) {
      timed.get().advance(timing.windowMs());
    } else {
      session.advance();
    }
    List<double[]> all = new ArrayList<>();
    for (Population p : cells) {
      Heard own = heard.get(p.name());
      all.add(own == null ? values(p) : own.traces.clone());
    }
    return all.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private double[] values(Population p) {
    String variable = p.model().variables().getFirst().name();
    double[] values = session.read(session.bind(SiteRef.of(p.name(), variable)))[0].clone();
    boolean amongSpikes = !heard.isEmpty();
    for (int i = 0; amongSpikes && i < values.length; i++) {
      // what a leaky readout makes of a value that stands
      values[i] *= TAU_MS;
    }
    return values;
  }

  /** Spikes of a neuron in the last trial. */
  long count(String population, int neuron) {
    Heard own = heard.get(population);
    return own == null ? 0 : own.counts[neuron];
  }

  /** What a presentation takes: updates of neurons, and synaptic events of the last trial. */
  long work() {
    return network.neurons() * (timed.isPresent() ? timing.steps() : 1)
        + timed.map(Capability.Timed::synapticEvents).orElse(0L);
  }

  @Override
  public void close() {
    session.close();
  }

  /** Spikes of a population, each weighed by its age at the end. */
  private static final class Heard implements RecordingSink {
    private final double[] traces;
    private final long[] counts;
    private final double endMs;

    Heard(int neurons, double endMs) {
      traces = new double[neurons];
      counts = new long[neurons];
      this.endMs = endMs;
    }

    @Override
    public void begin(RecordingSchema schema) {
      clear();
    }

    @Override
    public void row(double along, int neuron, double value) {
      counts[neuron]++;
      if (along <= endMs) {
        traces[neuron] += StrictMath.exp((along - endMs) / TAU_MS);
      }
    }

    void clear() {
      Arrays.fill(traces, 0);
      Arrays.fill(counts, 0);
    }

    @Override
    public void close() {
      // the traces stay readable
    }
  }
}
