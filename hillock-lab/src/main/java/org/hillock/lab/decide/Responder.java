package org.hillock.lab.decide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Presentation;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;

/**
 * Shows images to a network and reads what its populations do, whether it answers in one pass or in
 * time.
 *
 * <p>The activity of a rate neuron is its value at the end; that of a spiking neuron is its mean
 * rate over the decision, in spikes per ms.
 */
public final class Responder implements AutoCloseable {

  private static final int BATCH = 512;

  /** So that what goes in circles has gone round some times. */
  private static final int PASSES_LEFT_ALONE = 16;

  /** Values of neurons that one batch may have, so that large networks fit into memory. */
  private static final long MOST_VALUES = 100_000_000;

  private final Session session;
  private final Optional<Ports> ports;
  private final DecisionTiming timing;
  private final Optional<Capability.Timed> timed;
  private final Map<String, SpikeCounter> counters = new LinkedHashMap<>();
  private List<float[]> frames = List.of();
  private int done;

  private Responder(Session session, DecisionTiming timing) {
    this.session = session;
    this.ports = Ports.ifDeciding(session.network());
    this.timing = timing;
    this.timed = session.capability(Capability.Timed.class);
    // who is only asked does not learn
    session.capability(Capability.Plastic.class).ifPresent(plastic -> plastic.learn(false));
    for (Population p : session.network().populations().values()) {
      if (timed.isPresent() && p.model().family() != NeuronModel.Family.RATE) {
        SpikeCounter counter = new SpikeCounter(p.size());
        counters.put(p.name(), counter);
        session.record(new Probe(SiteRef.of(p.name(), "spikes"), 0), counter);
      }
    }
  }

  /** Opens a network on the first engine that can run it. */
  public static Responder open(Network network, DecisionTiming timing, long seed) {
    return open(new Respondent.Described(network), timing, seed);
  }

  /** Opens whoever is asked. */
  public static Responder open(Respondent asked, DecisionTiming timing, long seed) {
    SessionOptions options = SessionOptions.seeded(seed).withStepMs(timing.stepMs());
    return new Responder(asked.open(options), timing);
  }

  public Session session() {
    return session;
  }

  /**
   * Where it meets the outside.
   *
   * @throws IllegalStateException where the network decides nothing
   */
  public Ports ports() {
    return ports.orElseThrow(() ->
        new IllegalStateException("network '" + session.network().name() + "' decides nothing"));
  }

  public DecisionTiming timing() {
    return timing;
  }

  /** Whether the network lives in time. */
  public Optional<Capability.Timed> timed() {
    return timed;
  }

  public void apply(Intervention intervention) {
    session.apply(intervention);
  }

  public void clearInterventions() {
    session.clearInterventions();
  }

  /**
   * Activities of populations for each image.
   *
   * @param images one row of pixels each
   * @param label shown with them, for networks that compare labels; empty shows none (all zeros)
   * @param populations whose activity is wanted
   * @param trial number of the first image's trial; each image that is shown in time takes one
   */
  public Activities activities(
      float[][] images, Optional<Integer> label, List<String> populations, long trial) {
    Activities all = new Activities(populations, images.length);
    if (timed.isPresent()) {
      for (int i = 0; i < images.length; i++) {
        show(images[i], label, trial + i);
        for (String p : populations) {
          all.of(p)[i] = activityNow(p);
        }
      }
      return all;
    }
    int batch = Math.clamp(MOST_VALUES / session.network().neurons(), 1, BATCH);
    for (int from = 0; from < images.length; from += batch) {
      int to = Math.min(images.length, from + batch);
      session.reset(trial + from);
      showLabel(label);
      Showing.run(session, java.util.Arrays.copyOfRange(images, from, to));
      for (String p : populations) {
        double[][] rows = session.read(site(p, mainVariable(p)));
        System.arraycopy(rows, 0, all.of(p), from, to - from);
      }
    }
    return all;
  }

  /**
   * Activities of populations of a network that is asked nothing: each trial begins anew and lasts
   * as long as a decision would, and populations of {@code input} neurons hold random numbers in
   * [0, 1), others for each trial.
   *
   * @param trials at least 1
   * @param seed of those numbers
   * @param first number of the first trial
   */
  public Activities leftAlone(int trials, List<String> populations, long seed, long first) {
    Activities all = new Activities(populations, trials);
    for (int i = 0; i < trials; i++) {
      session.reset(first + i);
      counters.values().forEach(SpikeCounter::clear);
      for (Population p : session.network().populations().values()) {
        if (p.neuron().equals("input")) {
          session.present(Stimulus.frame(p.name(), noise(p, seed, first + i)));
        }
      }
      if (timed.isPresent()) {
        timed.get().advance(timing.windowMs());
      } else {
        for (int pass = 0; pass < PASSES_LEFT_ALONE; pass++) {
          session.advance();
        }
      }
      for (String p : populations) {
        all.of(p)[i] = activityNow(p);
      }
    }
    return all;
  }

  private static float[] noise(Population inputs, long seed, long trial) {
    Draws draws =
        new Draws(seed, Purpose.EXPERIMENT, trial, inputs.name().hashCode() & 0xffffffffL);
    float[] row = new float[inputs.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) draws.uniform();
    }
    return row;
  }

  /**
   * A whole trial in time: back to the start, then the image is shown, all at once or frame by
   * frame as the network states it, until the time of the answer has come.
   *
   * @throws java.util.NoSuchElementException where the network does not live in time
   */
  public void show(float[] image, Optional<Integer> label, long trial) {
    begin(image, label, trial);
    Capability.Timed clock = timed.orElseThrow();
    Optional<Presentation> stream = session.network().presentation();
    if (stream.isEmpty()) {
      clock.advance(timing.windowMs());
      return;
    }
    double frameMs = stream.get().frameSteps() * timing.stepMs();
    for (int frame = 0; frame < stream.get().frames(); frame++) {
      presentDue();
      clock.advance(frameMs);
      done += stream.get().frameSteps();
    }
    presentDue();
    double afterMs = timing.windowMs() - stream.get().frames() * frameMs;
    if (afterMs > 0) {
      clock.advance(afterMs);
    }
  }

  /** Begins a trial in time: back to the start, then the image and the label appear. */
  void begin(float[] image, Optional<Integer> label, long trial) {
    session.reset(trial);
    counters.values().forEach(SpikeCounter::clear);
    done = 0;
    frames = session.network().presentation().map(p -> p.of(image)).orElse(List.of(image));
    session.present(Stimulus.frame(ports().image().name(), frames.getFirst()));
    showLabel(label);
  }

  /** One step of the trial that has begun, with the frame that is due. */
  void step() {
    presentDue();
    session.advance();
    done++;
  }

  /** Shows the frame that begins now, or nothing after the last; does nothing in between. */
  private void presentDue() {
    Optional<Presentation> stream = session.network().presentation();
    if (stream.isEmpty() || done == 0 || done % stream.get().frameSteps() != 0) {
      return;
    }
    int frame = done / stream.get().frameSteps();
    String name = ports().image().name();
    if (frame < frames.size()) {
      session.present(Stimulus.frame(name, frames.get(frame)));
    } else if (frame == frames.size()) {
      session.present(new Stimulus.Nothing(name));
    }
  }

  private void showLabel(Optional<Integer> label) {
    if (ports().labels().isPresent() && label.isPresent()) {
      float[] oneHot = new float[ports().labels().get().size()];
      oneHot[label.get()] = 1;
      session.present(Stimulus.frame(ports().labels().get().name(), oneHot));
    }
  }

  private double[] activityNow(String population) {
    SpikeCounter counter = counters.get(population);
    if (counter == null) {
      return session.read(site(population, mainVariable(population)))[0];
    }
    double[] rates = counter.counts();
    for (int n = 0; n < rates.length; n++) {
      rates[n] /= timing.windowMs();
    }
    return rates;
  }

  /** Spikes of each neuron since the trial began. */
  double[] spikeCounts(String population) {
    SpikeCounter counter = counters.get(population);
    if (counter == null) {
      throw new IllegalArgumentException("population '" + population + "' does not spike");
    }
    return counter.counts();
  }

  Site site(String population, String variable) {
    return session.bind(SiteRef.of(population, variable));
  }

  private String mainVariable(String population) {
    return session.network().population(population).model().variables().getFirst().name();
  }

  @Override
  public void close() {
    session.close();
  }
}
