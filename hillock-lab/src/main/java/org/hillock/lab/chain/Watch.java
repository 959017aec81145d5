package org.hillock.lab.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Presentation;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Responder;

/** Keeps what every neuron of a session does, run by run. */
public final class Watch {

  private static final String SPIKES = "spikes";
  private static final float MIDDLING = 0.5f;

  /** So that what goes in circles has gone round some times. */
  private static final int PASSES_LEFT_ALONE = 16;

  private final Session session;
  private final boolean timed;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  /** Watches a session from its next run on; its synapses learn nothing any more. */
  public Watch(Session session) {
    this.session = session;
    timed = session.capability(Capability.Timed.class).isPresent();
    session.capability(Capability.Plastic.class).ifPresent(plastic -> plastic.learn(false));
    for (Population p : session.network().populations().values()) {
      boolean spikes = p.model().family() != NeuronModel.Family.RATE;
      String variable = spikes ? SPIKES : p.model().variables().getFirst().name();
      Lane lane = new Lane(p.size(), spikes);
      lanes.put(p.name(), lane);
      if (timed) {
        session.record(new Probe(SiteRef.of(p.name(), variable), 0), lane);
      }
    }
  }

  /** Whether the session lives in time. */
  public boolean timed() {
    return timed;
  }

  /** Forgets what was seen: a run begins. */
  private void begin() {
    lanes.values().forEach(Lane::clear);
  }

  /**
   * Keeps the values of a pass, of the first row; for sessions without time, after each pass.
   *
   * @param number of the pass
   */
  private void passed(int number) {
    for (Map.Entry<String, Lane> e : lanes.entrySet()) {
      double[] values = session.read(session.bind(SiteRef.parse(e.getKey())))[0];
      for (int n = 0; n < values.length; n++) {
        e.getValue().keep(number, n, values[n]);
      }
    }
  }

  /** What was done since the run began. */
  private Doings doings() {
    Map<String, Doings.Trains> all = new LinkedHashMap<>();
    lanes.forEach((name, lane) -> all.put(name, lane.trains()));
    return new Doings(timed, all);
  }

  /** A run in time that the caller begins and plays to its end. */
  public Doings run(Runnable play) {
    begin();
    play.run();
    return doings();
  }

  /**
   * A trial in which a picture is shown, as the network's presentation and decision state.
   *
   * @param label shown with it, where the network takes labels
   */
  public Doings shown(Responder responder, float[] picture, Optional<Integer> label, long trial) {
    begin();
    if (timed) {
      responder.show(picture, label, trial);
      return doings();
    }
    session.reset(trial);
    label.ifPresent(this::showLabel);
    String port = responder.ports().image().name();
    Optional<Presentation> stream = session.network().presentation();
    int pass = 0;
    for (float[] frame : stream.map(p -> p.of(picture)).orElse(List.of(picture))) {
      session.present(Stimulus.frame(port, frame));
      pass = passes(stream.map(Presentation::frameSteps).orElse(1), pass);
    }
    if (stream.isPresent()) {
      session.present(new Stimulus.Nothing(port));
      passes(stream.get().afterSteps(), pass);
    }
    return doings();
  }

  private void showLabel(int label) {
    Ports.of(session.network())
        .labels()
        .ifPresent(labels -> {
          float[] oneHot = new float[labels.size()];
          oneHot[label] = 1;
          session.present(Stimulus.frame(labels.name(), oneHot));
        });
  }

  /** A trial of a network that is asked nothing: inputs stand at {@value #MIDDLING}. */
  public Doings leftAlone(Responder responder, long seed, long trial) {
    begin();
    if (timed) {
      responder.leftAlone(1, List.of(), seed, trial);
      return doings();
    }
    session.reset(trial);
    for (Population p : session.network().populations().values()) {
      if (p.neuron().equals("input")) {
        float[] row = new float[p.size()];
        Arrays.fill(row, MIDDLING);
        session.present(Stimulus.frame(p.name(), row));
      }
    }
    passes(PASSES_LEFT_ALONE, 0);
    return doings();
  }

  private int passes(int count, int from) {
    for (int pass = from; pass < from + count; pass++) {
      session.advance();
      passed(pass);
    }
    return from + count;
  }

  /** One population: every spike, or every change of a value. */
  private static final class Lane implements RecordingSink {
    private final boolean spikes;
    private final List<List<double[]>> rows = new ArrayList<>();

    Lane(int neurons, boolean spikes) {
      this.spikes = spikes;
      for (int n = 0; n < neurons; n++) {
        rows.add(new ArrayList<>(2));
      }
    }

    @Override
    public void begin(RecordingSchema schema) {
      // the rows tell all
    }

    @Override
    public void row(double along, int neuron, double value) {
      List<double[]> own = rows.get(neuron);
      double before = own.isEmpty() ? 0 : own.getLast()[1];
      if (spikes || value != before) {
        own.add(new double[] {along, value});
      }
    }

    void keep(double along, int neuron, double value) {
      rows.get(neuron).add(new double[] {along, value});
    }

    @Override
    public void close() {
      // the rows stay readable
    }

    void clear() {
      rows.forEach(List::clear);
    }

    Doings.Trains trains() {
      double[][][] all = new double[rows.size()][][];
      for (int n = 0; n < all.length; n++) {
        all[n] = rows.get(n).toArray(double[][]::new);
      }
      return new Doings.Trains(spikes, all);
    }
  }
}
