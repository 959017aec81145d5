package org.hillock.lab.decide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Presentation;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Probe;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;

/**
 * How a network divides itself between its answers, after any course of pictures without a reset in
 * between.
 *
 * <p>A share is that of a softmax population; the softmax of other values, of goodness, or, where
 * no deciding neuron fired, of potentials in mV; the share of the spikes; of votes the share of the
 * mean spikes of a class, and where no voter fired all alike.
 */
public final class AnswerShares implements AutoCloseable {

  private final Network network;
  private final Ports ports;
  private final DecisionTiming timing;
  private final Session session;
  private final Optional<Capability.Timed> timed;
  private final Optional<SpikeCounter> counter;

  /**
   * Opens a network; its synapses learn nothing.
   *
   * @throws org.hillock.core.problem.UsageException where it states no decision or no engine runs
   *     it
   */
  public AnswerShares(Network network, DecisionTiming timing, long seed) {
    this(new Respondent.Described(network), timing, seed);
  }

  /** Opens whoever is asked. */
  public AnswerShares(Respondent asked, DecisionTiming timing, long seed) {
    this.network = asked.network();
    this.timing = timing;
    ports = Ports.of(network);
    session = asked.open(SessionOptions.seeded(seed).withStepMs(timing.stepMs()));
    session.capability(Capability.Plastic.class).ifPresent(plastic -> plastic.learn(false));
    timed = session.capability(Capability.Timed.class);
    counter = counted().map(this::count);
  }

  /** The population whose spikes answer. */
  private Optional<String> counted() {
    return switch (ports.decision()) {
      case Decision.MostSpikes(String name) -> Optional.of(name);
      case Decision.Votes votes -> Optional.of(votes.population());
      case Decision.LargestValue _, Decision.LargestGoodness _ -> Optional.empty();
    };
  }

  private SpikeCounter count(String population) {
    SpikeCounter spikes = new SpikeCounter(network.population(population).size());
    session.record(new Probe(SiteRef.of(population, "spikes"), 0), spikes);
    return spikes;
  }

  /** Does something to the network, until it is cleared. */
  public void apply(Intervention intervention) {
    session.apply(intervention);
  }

  /** Ends what was done. */
  public void clearInterventions() {
    session.clearInterventions();
  }

  /**
   * The answer to the last of some pictures.
   *
   * @param pictures one after the other, each as long as a decision takes; a blank one is all zeros
   * @param also shown from the start on, beside the pictures
   * @param trial random sources draw anew for each
   * @return share of each answer; they add up to 1
   */
  public double[] last(List<float[]> pictures, List<Stimulus> also, long trial) {
    if (ports.decision() instanceof Decision.LargestGoodness(String labels, List<String> of)) {
      double[] goodness = new double[network.population(labels).size()];
      for (int label = 0; label < goodness.length; label++) {
        run(pictures, also, label, trial);
        for (String population : of) {
          double[] values = read(population);
          goodness[label] += Arrays.stream(values).map(v -> v * v).sum() / values.length;
        }
      }
      return softmax(goodness);
    }
    run(pictures, also, 0, trial);
    return switch (ports.decision()) {
      case Decision.LargestValue(String name) -> ofValues(name);
      case Decision.MostSpikes(String name) -> {
        double[] spikes = counts();
        yield Arrays.stream(spikes).sum() > 0 ? shares(spikes) : softmax(potentials(name));
      }
      case Decision.Votes votes -> shares(perVoter(votes, counts()));
      case Decision.LargestGoodness _ -> throw new IllegalStateException("asked above");
    };
  }

  private void run(List<float[]> pictures, List<Stimulus> also, int label, long trial) {
    session.reset(trial);
    also.forEach(session::present);
    for (int k = 0; k < pictures.size(); k++) {
      counter.ifPresent(SpikeCounter::clear);
      if (k == pictures.size() - 1) {
        showLabel(label);
      }
      show(pictures.get(k));
    }
  }

  private void showLabel(int label) {
    ports
        .labels()
        .ifPresent(labels -> {
          float[] oneHot = new float[labels.size()];
          oneHot[label] = 1;
          session.present(Stimulus.frame(labels.name(), oneHot));
        });
  }

  private void show(float[] picture) {
    String image = ports.image().name();
    Optional<Presentation> stream = network.presentation();
    if (stream.isEmpty()) {
      session.present(Stimulus.frame(image, picture));
      go(timing.windowMs(), 1);
      return;
    }
    Presentation shown = stream.get();
    for (float[] frame : shown.of(picture)) {
      session.present(Stimulus.frame(image, frame));
      go(shown.frameSteps() * timing.stepMs(), shown.frameSteps());
    }
    session.present(new Stimulus.Nothing(image));
    go(
        timing.windowMs() - shown.frames() * shown.frameSteps() * timing.stepMs(),
        shown.afterSteps());
  }

  private void go(double ms, int passes) {
    if (timed.isPresent()) {
      if (ms > timing.stepMs() / 2) {
        timed.get().advance(ms);
      }
      return;
    }
    for (int pass = 0; pass < passes; pass++) {
      session.advance();
    }
  }

  private double[] counts() {
    return counter.orElseThrow().counts();
  }

  private double[] read(String population) {
    return session.read(session.bind(SiteRef.parse(population)))[0].clone();
  }

  private double[] potentials(String population) {
    return session.read(session.bind(SiteRef.of(population, "v")))[0].clone();
  }

  private double[] ofValues(String population) {
    double[] values = read(population);
    return switch (network.population(population).neuron()) {
      case "softmax" -> shares(values);
      default -> softmax(values);
    };
  }

  private static double[] perVoter(Decision.Votes votes, double[] spikes) {
    double[] sum = new double[votes.classes()];
    int[] voters = new int[votes.classes()];
    for (int n = 0; n < votes.labels().size(); n++) {
      int label = votes.labels().get(n);
      if (label != Decision.Votes.UNLABELLED) {
        sum[label] += spikes[n];
        voters[label]++;
      }
    }
    for (int c = 0; c < sum.length; c++) {
      sum[c] /= Math.max(1, voters[c]);
    }
    return sum;
  }

  private static double[] shares(double[] of) {
    double sum = Arrays.stream(of).sum();
    double[] shares = new double[of.length];
    Arrays.setAll(shares, i -> sum > 0 ? of[i] / sum : 1.0 / of.length);
    return shares;
  }

  private static double[] softmax(double[] of) {
    double most = Arrays.stream(of).max().orElse(0);
    return shares(Arrays.stream(of).map(v -> StrictMath.exp(v - most)).toArray());
  }

  /**
   * Jensen–Shannon distance of two distributions in bits: 0 for equal ones, 1 for such as have
   * nothing in common (Lin 1991, doi 10.1109/18.61115).
   */
  public static double bits(double[] p, double[] q) {
    double bits = 0;
    for (int i = 0; i < p.length; i++) {
      double middle = (p[i] + q[i]) / 2;
      bits += half(p[i], middle) + half(q[i], middle);
    }
    return Math.max(0, bits);
  }

  private static double half(double p, double middle) {
    return p == 0 ? 0 : p / 2 * StrictMath.log(p / middle) / StrictMath.log(2);
  }

  @Override
  public void close() {
    session.close();
  }
}
