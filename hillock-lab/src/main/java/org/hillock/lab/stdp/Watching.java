package org.hillock.lab.stdp;

import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Witness;
import org.hillock.lab.decide.SpikeCounter;

/** A network that looks at one image after the other, with a rest after each, and learns. */
final class Watching implements AutoCloseable {

  private final Session session;
  private final Capability.Timed timed;
  private final Ports ports;
  private final SpikeCounter counter;
  private final Manner manner;
  private long presentations;

  /**
   * How images are shown.
   *
   * @param stepMs of the engine
   * @param windowMs how long each is there
   * @param restMs without an image after it
   * @param enough spikes of the voters; an image that brings fewer is shown again, stronger
   * @param stronger how much, as a share of the first time
   * @param most times that an image is shown
   */
  record Manner(
      double stepMs, double windowMs, double restMs, int enough, double stronger, int most) {}

  Watching(Network network, String voters, Manner manner, long seed, long trial) {
    this.manner = manner;
    session = Engines.open(network, SessionOptions.seeded(seed).withStepMs(manner.stepMs));
    timed = session.capability(Capability.Timed.class).orElseThrow();
    ports = Ports.of(network);
    counter = new SpikeCounter(network.population(voters).size());
    session.record(new Probe(SiteRef.of(voters, "spikes"), 0), counter);
    session.reset(trial);
  }

  /** Tells every spike from now on. */
  void tell(Witness witness) {
    for (Population population : session.network().populations().values()) {
      if (population.model().family() != NeuronModel.Family.RATE) {
        session.record(
            new Probe(SiteRef.of(population.name(), "spikes"), 0),
            new Told(population.name(), witness));
      }
    }
  }

  /** Passes the spikes of a population on. */
  private record Told(String population, Witness witness) implements RecordingSink {
    @Override
    public void begin(RecordingSchema schema) {
      // what matters are the rows
    }

    @Override
    public void row(double along, int neuron, double value) {
      witness.saw(population, neuron, along);
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  Session session() {
    return session;
  }

  /** Holds the level of the modulator {@value SlowStates#LEARNING}. */
  void hold(double level) {
    session.clearInterventions();
    SiteRef site = SiteRef.parse("modulators." + SlowStates.LEARNING + ".level");
    session.apply(new Intervention.Clamp(site, level, Intervention.Window.ALWAYS));
  }

  /** How often images were shown, those shown again among them. */
  long presentations() {
    return presentations;
  }

  /**
   * Shows an image until there are enough spikes.
   *
   * @return spikes of each voter in the last presentation
   */
  double[] look(float[] image) {
    String name = ports.image().name();
    double[] counts = {};
    for (int time = 0; time < manner.most; time++) {
      counter.clear();
      session.present(Stimulus.frame(name, times(image, 1 + time * manner.stronger)));
      timed.advance(manner.windowMs);
      counts = counter.counts();
      session.present(new Stimulus.Nothing(name));
      timed.advance(manner.restMs);
      presentations++;
      if (sum(counts) >= manner.enough) {
        break;
      }
    }
    return counts;
  }

  private static float[] times(float[] image, double factor) {
    float[] stronger = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      stronger[i] = (float) (image[i] * factor);
    }
    return stronger;
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double c : counts) {
      sum += c;
    }
    return sum;
  }

  @Override
  public void close() {
    session.close();
  }
}
