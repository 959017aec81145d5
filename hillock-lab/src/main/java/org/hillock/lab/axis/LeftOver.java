package org.hillock.lab.axis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.decide.SpikeTimes;

/**
 * What is left of a stimulus in a network that speaks in spikes: images where it decides about
 * them; else a short current into a tenth of its cells, other ones for each stimulus.
 */
final class LeftOver implements AutoCloseable {

  static final double WATCHED_MS = 200;
  static final double BIN_MS = 10;

  /** Spikes of so long tell which stimulus it was. */
  static final double READ_MS = 50;

  private static final int IMAGES = 30;
  private static final int POKES = 6;
  private static final double POKED_MS = 20;
  private static final double POKED_SHARE = 0.1;

  /** Doublings from a current of 1, in the unit of each model, that are tried. */
  private static final int DOUBLINGS = 16;

  /** What a sum of steps may be off, in bins. */
  private static final double GRID_ROUNDING = 1e-9;

  private static final int PLACES = 4715;

  private final Subject subject;
  private final Responder responder;
  private final Capability.Timed timed;
  private final SpikeTimes spikes;
  private final List<Population> cells;
  private Optional<String> refusal = Optional.empty();
  private double amount = 1;

  /**
   * What came of watching.
   *
   * @param how the stimuli were given, in a sentence
   * @param lasts of each trial, time to the last spike in ms
   * @param perBin spikes per ms in each bin, mean over trials
   * @param stillActive share of trials that fired in the last bin
   * @param unprompted spikes per ms of a network that was never shown anything
   * @param stimuli different ones
   * @param asked trials that were compared with those of another run
   * @param read of these, right ones by window; ties count as their share
   * @param neurons that can spike
   */
  record Course(
      String how,
      double[] lasts,
      double[] perBin,
      double stillActive,
      double unprompted,
      int stimuli,
      int asked,
      int[] read,
      int neurons) {}

  LeftOver(Subject subject) {
    this.subject = subject;
    responder = subject.responder();
    timed = responder.timed().orElseThrow();
    spikes = SpikeTimes.attach(responder);
    cells =
        subject.summing().stream()
            .filter(p -> p.model().family() != NeuronModel.Family.RATE)
            .toList();
    if (!subject.decides()) {
      refusal = findAmount();
    }
  }

  /** Why nothing can be measured; empty where it can. */
  Optional<String> refusal() {
    return refusal;
  }

  /** The least current of 1, 2, 4, … at which poked cells fire at least once on average. */
  private Optional<String> findAmount() {
    for (int k = 0; k <= DOUBLINGS; k++) {
      try {
        poke(0, 0);
      } catch (UsageException e) {
        return Optional.of(
            "because its neurons take no current that could stand for a stimulus: "
                + e.getMessage());
      }
      if (spikes.since(0) >= cells.stream().mapToInt(LeftOver::poked).sum()) {
        return Optional.empty();
      }
      amount *= 2;
    }
    return Optional.of("because no current up to " + amount + " makes its neurons fire");
  }

  private static int poked(Population p) {
    return (int) Math.ceil(POKED_SHARE * p.size());
  }

  /** From the start: a current into some cells. */
  private void poke(int stimulus, long trial) {
    responder.session().reset(trial);
    spikes.clear();
    for (int c = 0; c < cells.size(); c++) {
      Population p = cells.get(c);
      int[] all = new int[p.size()];
      Arrays.setAll(all, i -> i);
      new Draws(subject.seed(), Purpose.EXPERIMENT, PLACES + c, stimulus).shuffle(all);
      int[] some = Arrays.copyOf(all, poked(p));
      Arrays.sort(some);
      responder.apply(
          new Intervention.Stimulate(
              SiteRef.of(p.name(), some, "spikes").withVariable(Optional.empty()),
              amount,
              new Intervention.Window(0, POKED_MS)));
    }
    timed.advance(POKED_MS);
    responder.clearInterventions();
  }

  /** Shows every stimulus twice and watches what follows. */
  Course watch() {
    boolean images = subject.decides();
    Dataset data = images ? subject.images(IMAGES) : null;
    int stimuli = data == null ? subject.sample(POKES) : data.size();
    double shown = images ? subject.timing().windowMs() : POKED_MS;
    int windows = (int) (WATCHED_MS / READ_MS);
    double[] lasts = new double[2 * stimuli];
    double[] after = new double[(int) (WATCHED_MS / BIN_MS)];
    double[][][] first = new double[stimuli][][];
    double[] read = new double[windows];
    int stillActive = 0;
    for (int trial = 0; trial < lasts.length; trial++) {
      int stimulus = trial % stimuli;
      if (data == null) {
        poke(stimulus, trial);
      } else {
        spikes.clear();
        responder.show(data.images()[stimulus], subject.labelFor(stimulus), trial);
        responder.session().present(new Stimulus.Nothing(responder.ports().image().name()));
        responder
            .ports()
            .labels()
            .ifPresent(l -> responder.session().present(new Stimulus.Nothing(l.name())));
      }
      timed.advance(WATCHED_MS);
      lasts[trial] = fill(shown, after);
      stillActive += lasts[trial] > WATCHED_MS - BIN_MS ? 1 : 0;
      double[][] counts = counts(shown, windows);
      if (trial < stimuli) {
        first[trial] = counts;
      } else {
        for (int w = 0; w < windows; w++) {
          read[w] += told(counts[w], first, w, stimulus);
        }
      }
    }
    for (int b = 0; b < after.length; b++) {
      after[b] /= lasts.length * BIN_MS;
    }
    return new Course(
        images
            ? "The image is shown for " + shown + " ms, each in two trials."
            : "It decides nothing; a tenth of its cells, drawn anew for each stimulus, get a current"
                + " of "
                + amount
                + " in the unit of their model for "
                + POKED_MS
                + " ms, each stimulus in two trials.",
        lasts,
        after,
        (double) stillActive / lasts.length,
        unprompted(),
        stimuli,
        stimuli,
        Arrays.stream(read).mapToInt(r -> (int) Math.round(r)).toArray(),
        spikes.populations().stream().mapToInt(p -> subject.network().population(p).size()).sum());
  }

  /** Adds spikes after the stimulus to the bins; gives the time of the last one. */
  private double fill(double shown, double[] bins) {
    double last = 0;
    for (String population : spikes.populations()) {
      for (double t : spikes.times(population)) {
        double since = t - shown;
        if (since > 0) {
          last = Math.max(last, since);
          bins[bin(since)]++;
        }
      }
    }
    return last;
  }

  /** Bins hold their end: a spike of a step belongs to the time that the step was. */
  private static int bin(double since) {
    return Math.clamp(
        (long) Math.ceil(since / BIN_MS - GRID_ROUNDING) - 1, 0, (int) (WATCHED_MS / BIN_MS) - 1);
  }

  /** Spikes of every neuron in each window after the stimulus. */
  private double[][] counts(double shown, int windows) {
    int neurons =
        spikes.populations().stream().mapToInt(p -> subject.network().population(p).size()).sum();
    double[][] counts = new double[windows][neurons];
    int offset = 0;
    for (String population : spikes.populations()) {
      double[] times = spikes.times(population);
      int[] who = spikes.neurons(population);
      for (int k = 0; k < times.length; k++) {
        double since = times[k] - shown;
        if (since > 0) {
          int window = Math.min((int) (bin(since) * BIN_MS / READ_MS), windows - 1);
          counts[window][offset + who[k]]++;
        }
      }
      offset += subject.network().population(population).size();
    }
    return counts;
  }

  /** 1 where the nearest of the first trials is of the same stimulus; a part where several are. */
  private static double told(double[] counts, double[][][] first, int window, int stimulus) {
    double least = Double.POSITIVE_INFINITY;
    int equal = 0;
    boolean own = false;
    for (int s = 0; s < first.length; s++) {
      double distance = 0;
      for (int n = 0; n < counts.length; n++) {
        double d = counts[n] - first[s][window][n];
        distance += d * d;
      }
      if (distance < least) {
        least = distance;
        equal = 0;
        own = false;
      }
      if (distance == least) {
        equal++;
        own |= s == stimulus;
      }
    }
    return own ? 1.0 / equal : 0;
  }

  /**
   * Spikes per ms of a network that is shown nothing, not even what its sources do of their own.
   */
  private double unprompted() {
    responder.session().reset(0);
    if (subject.decides()) {
      responder.session().present(new Stimulus.Nothing(responder.ports().image().name()));
    }
    spikes.clear();
    timed.advance(WATCHED_MS);
    return spikes.since(0) / WATCHED_MS;
  }

  @Override
  public void close() {
    responder.close();
  }
}
