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
    return new Classifier(Responder.open(network, timing, seed));
  }

  /** Standard timing. */
  public static Classifier open(Network network, long seed) {
    return open(network, DecisionTiming.of(network), seed);
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
    return switch (responder.ports().decision()) {
      case Decision.LargestValue(String population) ->
          largest(
              responder
                  .activities(images, Optional.empty(), List.of(population), trial)
                  .of(population));
      case Decision.Votes votes -> {
        VoteCount count = new VoteCount(votes);
        double[][] rates =
            responder
                .activities(images, Optional.empty(), List.of(votes.population()), trial)
                .of(votes.population());
        yield java.util.Arrays.stream(rates).mapToInt(count::answer).toArray();
      }
      case Decision.MostSpikes(String population) -> {
        int[] answers = new int[images.length];
        for (int i = 0; i < images.length; i++) {
          int[] course = course(images[i], trial + i).answers();
          answers[i] = course[course.length - 1];
        }
        yield answers;
      }
      case Decision.LargestGoodness(String labels, List<String> populations) ->
          largest(goodness(images, labels, populations, trial));
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
   * Watches one decision of a spiking network step by step.
   *
   * @throws UsageException for networks whose answer is not read from spikes
   */
  public Course course(float[] image, long trial) {
    IntSupplier answer =
        switch (responder.ports().decision()) {
          case Decision.MostSpikes(String population) -> () -> mostSpikes(population);
          case Decision.Votes votes -> {
            VoteCount count = new VoteCount(votes);
            yield () -> count.answer(responder.spikeCounts(votes.population()));
          }
          default ->
              throw new UsageException(
                  "decision", "only an answer read from spikes forms step by step");
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
    int right = 0;
    int asked = 0;
    for (int from = 0; from < data.size() && !progress.stopped(); from += CHUNK) {
      int to = Math.min(data.size(), from + CHUNK);
      int[] answers = answers(java.util.Arrays.copyOfRange(data.images(), from, to), from);
      for (int i = from; i < to; i++) {
        right += answers[i - from] == data.labels()[i] ? 1 : 0;
      }
      asked = to;
      progress.report((double) to / data.size(), "asking");
    }
    return asked == 0 ? 0 : (double) right / asked;
  }

  @Override
  public void close() {
    responder.close();
  }
}
