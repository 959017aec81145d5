package org.hillock.lab.decide;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.training.Progress;

/** A network as a classifier: one answer for each image, read as its {@link Decision} says. */
public final class Classifier implements AutoCloseable {

  private static final int CHUNK = 256;

  private final Responder responder;

  private Classifier(Responder responder) {
    this.responder = responder;
  }

  /**
   * Opens a network.
   *
   * @throws UsageException where it states no decision or no engine can run it
   */
  public static Classifier open(Network network, DecisionTiming timing, long seed) {
    return open(new Respondent.Described(network), timing, seed);
  }

  /**
   * Opens whoever is asked.
   *
   * @throws UsageException where no decision is stated or no engine can run it
   */
  public static Classifier open(Respondent asked, DecisionTiming timing, long seed) {
    return new Classifier(Responder.open(asked, timing, seed));
  }

  /** Standard timing. */
  public static Classifier open(Network network, long seed) {
    return open(network, DecisionTiming.of(network), seed);
  }

  /** Standard timing. */
  public static Classifier open(Respondent asked, long seed) {
    return open(asked, DecisionTiming.of(asked.network()), seed);
  }

  public Responder responder() {
    return responder;
  }

  /**
   * Checks that images and labels of a data set fit the network.
   *
   * @throws UsageException with both sizes
   */
  public static void checkFits(Network network, Dataset data) {
    var ports = org.hillock.core.network.Ports.of(network);
    if (network.presentation().isPresent()) {
      var picture = network.presentation().get().picture();
      if (picture.size() != data.shape().size()
          || !picture.extents().subList(0, 2).equals(firstTwo(data.shape().extents()))) {
        throw new UsageException(
            "presentation.picture",
            "is " + picture + ", but an image of '" + data.name() + "' is " + data.shape());
      }
    } else if (ports.image().size() != data.shape().size()) {
      throw new UsageException(
          "populations." + ports.image().name(),
          "has "
              + ports.image().size()
              + " neurons, but an image of '"
              + data.name()
              + "' has "
              + data.shape().size()
              + " pixels ("
              + data.shape()
              + ")");
    }
    if (ports.classes(network) != data.classes()) {
      throw new UsageException(
          "decision",
          "network '"
              + network.name()
              + "' knows "
              + ports.classes(network)
              + " answers, but '"
              + data.name()
              + "' has "
              + data.classes()
              + " labels");
    }
  }

  private static List<Integer> firstTwo(List<Integer> extents) {
    return extents.subList(0, Math.min(2, extents.size()));
  }

  /**
   * The answers to images.
   *
   * @param trial number of the first trial
   */
  public int[] answers(float[][] images, long trial) {
    if (responder.ports().decision() instanceof Decision.MostSpikes) {
      int[] answers = new int[images.length];
      for (int i = 0; i < images.length; i++) {
        int[] course = course(images[i], trial + i).answers();
        answers[i] = course[course.length - 1];
      }
      return answers;
    }
    return largest(scores(images, trial));
  }

  /**
   * What the answers to images are the largest of, [image][answer]: values, spikes, mean spikes of
   * those that vote for an answer, or goodness. Of neurons that fired equally often the answer is
   * the one with the higher potential, which is not in here.
   *
   * @param trial number of the first trial
   */
  public double[][] scores(float[][] images, long trial) {
    return switch (responder.ports().decision()) {
      case Decision.LargestValue(String population) -> activities(images, population, trial);
      case Decision.MostSpikes(String population) -> {
        double[][] rates = activities(images, population, trial);
        for (double[] row : rates) {
          for (int n = 0; n < row.length; n++) {
            row[n] = Math.rint(row[n] * responder.timing().windowMs());
          }
        }
        yield rates;
      }
      case Decision.Votes votes -> {
        VoteCount count = new VoteCount(votes);
        double[][] rates = activities(images, votes.population(), trial);
        yield java.util.Arrays.stream(rates).map(count::means).toArray(double[][]::new);
      }
      case Decision.LargestGoodness(String labels, List<String> populations) ->
          goodness(images, labels, populations, trial);
    };
  }

  private double[][] activities(float[][] images, String population, long trial) {
    return responder
        .activities(images, Optional.empty(), List.of(population), trial)
        .of(population);
  }

  /**
   * What a network did and answered.
   *
   * @param answers one for each image
   * @param activities of the populations that were watched
   */
  public record Witnessed(int[] answers, Activities activities) {}

  /**
   * Answers, and what populations did meanwhile: in the same run where the network lives in time
   * and answers by one.
   *
   * @param trial number of the first trial
   */
  public Witnessed witnessed(float[][] images, List<String> populations, long trial) {
    boolean alone = responder.ports().decision() instanceof Decision.LargestGoodness;
    if (alone || responder.timed().isEmpty()) {
      return new Witnessed(
          answers(images, trial),
          responder.activities(images, Optional.empty(), populations, trial));
    }
    int[] answers = new int[images.length];
    List<Activities> all = new java.util.ArrayList<>();
    for (int i = 0; i < images.length; i++) {
      float[][] one = {images[i]};
      all.add(responder.activities(one, Optional.empty(), populations, trial + i));
      answers[i] = answerNow();
    }
    return new Witnessed(answers, Activities.stacked(all));
  }

  /** The answer of the run in time that has just ended. */
  private int answerNow() {
    return switch (responder.ports().decision()) {
      case Decision.LargestValue(String population) ->
          Strongest.of(responder.session().read(responder.site(population, "value"))[0]);
      case Decision.MostSpikes(String population) -> mostSpikes(population);
      case Decision.Votes votes ->
          new VoteCount(votes).answer(responder.spikeCounts(votes.population()));
      case Decision.LargestGoodness _ ->
          throw new IllegalStateException("takes a run for each label");
    };
  }

  /** Goodness of each label for each image: [image][label]. */
  private double[][] goodness(
      float[][] images, String labels, List<String> populations, long trial) {
    int classes = responder.session().network().population(labels).size();
    double[][] goodness = new double[images.length][classes];
    for (int label = 0; label < classes; label++) {
      Activities values = responder.activities(images, Optional.of(label), populations, trial);
      for (String population : populations) {
        double[][] rows = values.of(population);
        for (int i = 0; i < images.length; i++) {
          double squares = 0;
          for (double v : rows[i]) {
            squares += v * v;
          }
          goodness[i][label] += squares / rows[i].length;
        }
      }
    }
    return goodness;
  }

  /** Whether the answer forms step by step. */
  public boolean forms() {
    return responder.ports().decision() instanceof Decision.MostSpikes
        || responder.ports().decision() instanceof Decision.Votes;
  }

  /**
   * How an answer forms in time.
   *
   * @param answers the answer that would be given after each step
   * @param events synaptic events up to each step
   */
  public record Course(int[] answers, long[] events) {}

  /**
   * Watches one decision of a network that lives in time step by step.
   *
   * @throws UsageException for networks that have no answer at every step
   */
  public Course course(float[] image, long trial) {
    IntSupplier answer =
        switch (responder.ports().decision()) {
          case Decision.MostSpikes(String population) -> () -> mostSpikes(population);
          case Decision.Votes votes -> {
            VoteCount count = new VoteCount(votes);
            yield () -> count.answer(responder.spikeCounts(votes.population()));
          }
          case Decision.LargestValue(String population) when responder.timed().isPresent() ->
              () -> Strongest.of(responder.session().read(responder.site(population, "value"))[0]);
          default ->
              throw new UsageException(
                  "decision", "only an answer read in time forms step by step");
        };
    Capability.Timed timed = responder.timed().orElseThrow();
    responder.begin(image, Optional.empty(), trial);
    int steps = responder.timing().steps();
    int[] answers = new int[steps];
    long[] events = new long[steps];
    for (int step = 0; step < steps; step++) {
      responder.step();
      answers[step] = answer.getAsInt();
      events[step] = timed.synapticEvents();
    }
    return new Course(answers, events);
  }

  private int mostSpikes(String population) {
    double[] potential = responder.session().read(responder.site(population, "v"))[0];
    return Strongest.of(responder.spikeCounts(population), potential);
  }

  private static int[] largest(double[][] rows) {
    return java.util.Arrays.stream(rows).mapToInt(Strongest::of).toArray();
  }

  /** Share of right answers, 0..1. */
  public double accuracy(Dataset data, Progress progress) {
    boolean[] answered = right(data, progress);
    int right = 0;
    for (boolean is : answered) {
      right += is ? 1 : 0;
    }
    return answered.length == 0 ? 0 : (double) right / answered.length;
  }

  /** Which answers are right; of the images asked about before it was stopped. */
  public boolean[] right(Dataset data, Progress progress) {
    boolean[] right = new boolean[data.size()];
    int asked = 0;
    for (int from = 0; from < data.size() && !progress.stopped(); from += CHUNK) {
      int to = Math.min(data.size(), from + CHUNK);
      int[] answers = answers(java.util.Arrays.copyOfRange(data.images(), from, to), from);
      for (int i = from; i < to; i++) {
        right[i] = answers[i - from] == data.labels()[i];
      }
      asked = to;
      progress.report((double) to / data.size(), "asking");
    }
    return java.util.Arrays.copyOf(right, asked);
  }

  @Override
  public void close() {
    responder.close();
  }
}
