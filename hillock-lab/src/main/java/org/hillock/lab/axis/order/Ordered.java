package org.hillock.lab.axis.order;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.Ports;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Strongest;

/**
 * The same questions to the same network, updated together and in its neurons' own time.
 *
 * @param answersChanged share of the answers out of step that are others than those in step
 * @param answersDiffer share of images whose answers out of step are not all the same
 * @param changedByNoise share of the answers in step that are others in a second trial
 * @param roundsTogether of a network of numbers, until nothing changes, by image; empty for spikes
 * @param images that were asked about
 * @param numbers further ones, by name
 */
public record Ordered(
    double answersChanged,
    double answersDiffer,
    double changedByNoise,
    double[] roundsTogether,
    int images,
    Map<String, Double> numbers) {

  /** Rounds after which a network that still changes is left: it swings, or settles very slowly. */
  public static final int MOST_ROUNDS = 100;

  /** How many steps a spike may come later. */
  public static final int MOST_LATER = 4;

  /** Whether both can be done with a network of numbers. */
  public static boolean inNumbers(Network network) {
    return RateUpdates.refusal(network).isEmpty()
        && network.decision().orElse(null) instanceof Decision.LargestValue;
  }

  /**
   * Asks a network of numbers, {@linkplain #inNumbers where that can be done}.
   *
   * @param orders in which each image is asked about
   */
  public static Ordered numbers(Network network, float[][] images, int orders, long seed) {
    RateUpdates updates = RateUpdates.of(network);
    String input = Ports.of(network).image().name();
    String output = ((Decision.LargestValue) network.decision().orElseThrow()).population();
    int changed = 0;
    int differ = 0;
    Sums together = new Sums();
    Sums oneByOne = new Sums();
    double[] rounds = new double[images.length];
    for (int i = 0; i < images.length; i++) {
      updates.show(input, images[i]);
      RateUpdates.Course course = updates.together(MOST_ROUNDS);
      rounds[i] = course.rounds();
      together.add(course);
      int inStep = Strongest.of(updates.values(output));
      int[] answers = new int[orders];
      for (int k = 0; k < orders; k++) {
        updates.show(input, images[i]);
        oneByOne.add(updates.oneByOne(MOST_ROUNDS, new Draws(seed, Purpose.EXPERIMENT, i, 2L + k)));
        answers[k] = Strongest.of(updates.values(output));
        changed += answers[k] != inStep ? 1 : 0;
      }
      differ += Arrays.stream(answers).anyMatch(a -> a != answers[0]) ? 1 : 0;
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    together.into(numbers, "together");
    oneByOne.into(numbers, "one_by_one");
    return new Ordered(
        (double) changed / (images.length * orders),
        (double) differ / images.length,
        0,
        rounds,
        images.length,
        numbers);
  }

  /** Means over questions. */
  private static final class Sums {
    private int asked;
    private double rounds;
    private double updates;
    private double events;
    private double settled;

    void add(RateUpdates.Course course) {
      asked++;
      rounds += course.rounds();
      updates += course.updates();
      events += course.events();
      settled += course.settled() ? 1 : 0;
    }

    void into(Map<String, Double> numbers, String how) {
      numbers.put("rounds_" + how, rounds / asked);
      numbers.put("updates_" + how, updates / asked);
      numbers.put("events_" + how, events / asked);
      numbers.put("settled_" + how + "_share", settled / asked);
    }
  }

  /**
   * Asks a network of spikes whose answer forms in time; each drawing of delays hears the same
   * noise as the network in step.
   *
   * @param drawings of delays
   */
  public static Ordered spikes(
      Network network, DecisionTiming timing, float[][] images, int drawings, long seed) {
    int[] inStep;
    int[] again;
    Map<String, Double> numbers = new LinkedHashMap<>();
    try (Classifier classifier = Classifier.open(network, timing, seed)) {
      inStep = asked(classifier, images, 0, numbers, "in_step");
      again = classifier.answers(images, images.length);
    }
    int[][] answers = new int[drawings][];
    for (int k = 0; k < drawings; k++) {
      Network late = JitteredDelays.of(network, timing.stepMs(), MOST_LATER, seed, k);
      try (Classifier classifier = Classifier.open(late, timing, seed)) {
        answers[k] = asked(classifier, images, 0, numbers, "out_of_step");
      }
    }
    int changed = 0;
    int differ = 0;
    int byNoise = 0;
    for (int i = 0; i < images.length; i++) {
      boolean other = false;
      for (int[] of : answers) {
        changed += of[i] != inStep[i] ? 1 : 0;
        other |= of[i] != answers[0][i];
      }
      differ += other ? 1 : 0;
      byNoise += again[i] != inStep[i] ? 1 : 0;
    }
    return new Ordered(
        (double) changed / (images.length * drawings),
        (double) differ / images.length,
        (double) byNoise / images.length,
        new double[0],
        images.length,
        numbers);
  }

  private static int[] asked(
      Classifier classifier,
      float[][] images,
      long trial,
      Map<String, Double> numbers,
      String how) {
    int[] answers = new int[images.length];
    double events = 0;
    double latency = 0;
    for (int i = 0; i < images.length; i++) {
      Classifier.Course course = classifier.course(images[i], trial + i);
      int last = course.answers().length - 1;
      answers[i] = course.answers()[last];
      events += course.events()[last];
      int step = last;
      while (step > 0 && course.answers()[step - 1] == answers[i]) {
        step--;
      }
      latency += (step + 1) * classifier.responder().timing().stepMs();
    }
    numbers.put("events_" + how, events / images.length);
    numbers.put("latency_mean_ms_" + how, latency / images.length);
    return answers;
  }
}
