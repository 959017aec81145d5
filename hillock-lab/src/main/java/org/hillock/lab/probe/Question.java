package org.hillock.lab.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.DecisionTiming;

/**
 * Asks networks that state no decision which of ten stimuli they were given.
 *
 * <p>A stimulus is random numbers on the inputs that a network has; where it has none, an input
 * into a drawn tenth of its cells, as strong as it takes. The answer is read from all its cells by
 * the nearest mean of responses: readout neurons fitted from outside, to presentations of their
 * own. So the answer is not the network's, but what it does with a stimulus is, and what is done to
 * the network changes it.
 */
public final class Question {

  /** How long a stimulus lasts, ten time constants of the readout. */
  static final double WINDOW_MS = 50;

  /** Presentations of each stimulus that the readout is fitted to, of a network that varies. */
  private static final int FITTED = 8;

  private static final int FITTED_QUICK = 5;

  /** Stimuli that are given in two trials, to see whether anything varies. */
  private static final int COMPARED = 4;

  /** Presentations that are asked about. */
  private static final int ASKED = 60;

  private static final int ASKED_QUICK = 20;

  /** So many updates and events in a presentation make it a long one, of which fewer are asked. */
  private static final long LONG_WORK = 4_000_000;

  /** With more, the axes would take hours. */
  private static final long MOST_WORK = 60_000_000;

  /** More would not fit into memory beside the rest. */
  private static final long MOST_SYNAPSES = 20_000_000;

  /** Doublings of an input of 1, in the unit of each receptor, that are tried. */
  private static final int DOUBLINGS = 16;

  /** With so many right answers that they come less often by guessing, stimuli can be told. */
  private static final double GUESSED = 0.025;

  /**
   * Cells that twice as much does not move so many times as far are near the end of their range.
   */
  private static final double MORE = 1.1;

  /** Trials that nobody else asks for. */
  private static final long OWN_TRIALS = 10_000_000;

  private final Network network;
  private final DecisionTiming timing;
  private final List<Population> cells;
  private final long seed;
  private final boolean quick;
  private String strength = "";
  private boolean inTime;

  private Question(Network network, long seed, boolean quick) {
    this.network = network;
    this.seed = seed;
    this.quick = quick;
    timing = new DecisionTiming(DecisionTiming.of(network).stepMs(), WINDOW_MS);
    cells = Stimuli.cells(network);
  }

  /**
   * Makes a network ready to be asked, or says why it cannot be.
   *
   * @param network that states no decision
   * @param quick fewer presentations
   */
  public static Probing of(Network network, long seed, boolean quick) {
    try {
      return new Question(network, seed, quick).ready();
    } catch (UsageException e) {
      return new Probing.Refused(
          "because it states no decision, and no stimulus could be given or read from outside: "
              + String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
    }
  }

  private Probing ready() {
    boolean own = Stimuli.ownInputs(network);
    int count = cells.stream().mapToInt(Population::size).sum();
    if (count == 0) {
      return refused(
          "none of its neurons hears others, so there is nothing to read a stimulus from");
    }
    if (!own && count < Stimuli.LEAST_CELLS) {
      return refused(
          "its "
              + count
              + " neurons are too few for "
              + Stimuli.COUNT
              + " stimuli, which need "
              + Stimuli.LEAST_CELLS);
    }
    if (network.neurons() * timing.steps() > MOST_WORK || synapses() > MOST_SYNAPSES) {
      return tooLong(network.neurons() * timing.steps() + synapses());
    }
    Stimuli stimuli;
    if (own) {
      stimuli = Stimuli.onInputs(network, seed);
    } else {
      Optional<Double> amount = amount();
      if (amount.isEmpty()) {
        return refused(
            "no input up to " + (1 << DOUBLINGS) + " in the unit of its receptors moves its cells");
      }
      strength = " (" + amount.get().intValue() + " in the unit of their receptors)";
      stimuli = Stimuli.intoCells(network, amount.get(), seed);
    }
    return fitted(stimuli);
  }

  private long synapses() {
    return network.projections().values().stream()
        .mapToLong(p -> SynapseCount.synapses(network, p))
        .sum();
  }

  private Probing tooLong(long work) {
    return refused(
        "asking it would take too long: a single presentation of "
            + timing.windowMs()
            + " ms takes at least "
            + work
            + " updates and synaptic events, of which "
            + MOST_WORK
            + " are the most here");
  }

  private static Probing refused(String why) {
    return new Probing.Refused("because it states no decision, and " + why);
  }

  /**
   * The least of 1, 2, 4, … with which the driven cells make a spike more each; where none spikes,
   * with which they move half as far as they can be moved; 1 where inputs are plain numbers.
   */
  private Optional<Double> amount() {
    if (!Stimuli.measured(network)) {
      return Optional.of(1.0);
    }
    boolean spikes = cells.stream().anyMatch(Responses::spikes);
    List<Double> moved = new ArrayList<>();
    boolean more = true;
    for (int k = 0; k <= DOUBLINGS && more; k++) {
      double by = moved(1 << k);
      if (spikes && by >= 1) {
        return Optional.of((double) (1 << k));
      }
      // beyond what cells bear, or what the step bears, it tells nothing
      more = spikes || (Double.isFinite(by) && (k == 0 || by > MORE * moved.getLast()));
      moved.add(Double.isFinite(by) ? by : 0);
    }
    double most = moved.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    for (int k = 0; k < moved.size() && !spikes && most > 0; k++) {
      if (moved.get(k) >= most / 2) {
        return Optional.of((double) (1 << k));
      }
    }
    return Optional.empty();
  }

  /** Spikes more of each driven cell that spikes, else the change of its value, on average. */
  private double moved(double amount) {
    Stimuli stimuli = Stimuli.intoCells(network, amount, seed);
    boolean spikes = cells.stream().anyMatch(Responses::spikes);
    double moved = 0;
    int driven = 0;
    try (Responses responses =
        new Responses(stimuli.network(), stimuli.port(), cells, timing, seed)) {
      double[] without = responses.to(new float[stimuli.shape().size()], OWN_TRIALS);
      double fired = fired(responses, stimuli.driven());
      double[] with = responses.to(stimuli.patterns()[0], OWN_TRIALS);
      if (spikes) {
        moved = fired(responses, stimuli.driven()) - fired;
      }
      int first = 0;
      for (Population p : cells) {
        int[] some = stimuli.driven().getOrDefault(p.name(), new int[0]);
        boolean counted = Responses.spikes(p) == spikes;
        driven += counted ? some.length : 0;
        for (int k = 0; !spikes && k < some.length; k++) {
          moved += Math.abs(with[first + some[k]] - without[first + some[k]]);
        }
        first += p.size();
      }
    }
    return driven == 0 ? 0 : moved / driven;
  }

  private static double fired(Responses responses, Map<String, int[]> driven) {
    return driven.entrySet().stream()
        .mapToDouble(
            e -> Arrays.stream(e.getValue()).mapToLong(n -> responses.count(e.getKey(), n)).sum())
        .sum();
  }

  private Probing fitted(Stimuli stimuli) {
    boolean varies;
    long work;
    double[][] fit;
    int[] labels;
    try (Responses responses =
        new Responses(stimuli.network(), stimuli.port(), cells, timing, seed)) {
      double[] once = responses.to(stimuli.patterns()[0], OWN_TRIALS);
      work = responses.work();
      inTime = responses.inTime();
      if (work > MOST_WORK) {
        return tooLong(work);
      }
      varies = !Arrays.equals(once, responses.to(stimuli.patterns()[0], OWN_TRIALS + 1));
      for (int s = 1; s < COMPARED && !varies; s++) {
        double[] one = responses.to(stimuli.patterns()[s], OWN_TRIALS);
        varies = !Arrays.equals(one, responses.to(stimuli.patterns()[s], OWN_TRIALS + 1));
      }
      int each = varies ? quick ? FITTED_QUICK : FITTED : 1;
      fit = new double[each * Stimuli.COUNT][];
      labels = new int[fit.length];
      for (int r = 0; r < fit.length; r++) {
        labels[r] = r % Stimuli.COUNT;
        fit[r] = responses.to(stimuli.patterns()[labels[r]], OWN_TRIALS + r);
      }
    }
    Optional<NearestMeans> means = NearestMeans.of(fit, labels, Stimuli.COUNT);
    if (means.isEmpty()) {
      return refused(
          "its cells do the same whichever of "
              + Stimuli.COUNT
              + " stimuli it is given, "
              + given(stimuli));
    }
    int asked = quick ? ASKED_QUICK : ASKED;
    asked = varies ? work > LONG_WORK ? asked / 2 : asked : Stimuli.COUNT;
    return asked(stimuli, means.get(), fit.length, varies, asked);
  }

  private Probing asked(
      Stimuli stimuli, NearestMeans means, int fitted, boolean varies, int presentations) {
    String readout = Stimuli.free(stimuli.network(), "probe_readout");
    Network probed = means.readOut(stimuli.network(), cells, readout);
    float[][] images = new float[presentations][];
    int[] labels = new int[presentations];
    for (int i = 0; i < presentations; i++) {
      labels[i] = i % Stimuli.COUNT;
      images[i] = stimuli.patterns()[labels[i]];
    }
    Dataset test =
        new Dataset("stimuli", stimuli.shape(), images, labels, Stimuli.COUNT, "drawn by Hillock");
    int right = 0;
    try (Classifier classifier = Classifier.open(probed, timing, seed)) {
      int[] answers = classifier.answers(images, 2 * OWN_TRIALS);
      for (int i = 0; i < presentations; i++) {
        right += answers[i] == labels[i] ? 1 : 0;
      }
    }
    if (byGuessing(right, presentations) > GUESSED) {
      return refused(
          "which of "
              + Stimuli.COUNT
              + " stimuli it was given, "
              + given(stimuli)
              + ", cannot be told from its cells: "
              + right
              + " of "
              + presentations
              + " presentations right");
    }
    Set<String> added = new HashSet<>(stimuli.added());
    added.add(readout);
    return new Probing.Asked(
        probed, timing, test, added, how(stimuli, fitted, varies, right, presentations));
  }

  private String given(Stimuli stimuli) {
    return stimuli.driven().isEmpty()
        ? "random numbers on its inputs"
        : "each an input into a tenth of its cells";
  }

  private String how(Stimuli stimuli, int fitted, boolean varies, int right, int presentations) {
    return "It states no decision, so it is asked from outside which of "
        + Stimuli.COUNT
        + " stimuli it was given, "
        + given(stimuli)
        + strength
        + (inTime ? " for " + timing.windowMs() + " ms" : "")
        + ". The answer is not its own: readout neurons that hear all its cells, fitted to "
        + fitted
        + " presentations, take the nearest mean response, and tell "
        + right
        + " of "
        + presentations
        + " others right."
        + (varies ? "" : " It does the same in every trial.")
        + " An image here is such a stimulus, a pixel one of its parts.";
  }

  /** How likely so many right answers, or more, are by guessing: the tail of a binomial. */
  static double byGuessing(int right, int of) {
    double chance = 1.0 / Stimuli.COUNT;
    double likely = StrictMath.pow(1 - chance, of);
    double below = 0;
    for (int k = 0; k < right; k++) {
      below += likely;
      likely *= (double) (of - k) / (k + 1) * chance / (1 - chance);
    }
    return 1 - below;
  }
}
