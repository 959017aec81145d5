package org.hillock.lab.decide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Presentation;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.core.session.Stimulus;

/** Answers to images that come one after the other, nothing being reset between them. */
public final class StreamedAnswers {

  private StreamedAnswers() {}

  /**
   * A stream in time.
   *
   * @param answers one for each image, read from what neurons did while it was there
   * @param events synaptic events of the whole stream
   */
  public record Run(int[] answers, long events) {}

  /**
   * A stream in time. An image that the network takes frame by frame is shown so, each of its
   * frames for an equal part of the time, in whole steps.
   *
   * @param lastsMs how long each image lasts, at least a step for each of its frames
   * @param copies how many times it is presented anew in that time
   * @throws UsageException where answers are compared label by label
   */
  public static Run inTime(Responder responder, float[][] images, double lastsMs, int copies) {
    Session session = responder.session();
    Capability.Timed timed = responder.timed().orElseThrow();
    Optional<Presentation> shown = session.network().presentation();
    String input = responder.ports().image().name();
    session.reset(0);
    int[] answers = new int[images.length];
    double[] before = counts(responder);
    double at = 0;
    for (int i = 0; i < images.length; i++) {
      List<float[]> frames =
          shown.isPresent()
              ? shown.get().of(images[i])
              : java.util.Collections.nCopies(copies, images[i]);
      for (int f = 0; f < frames.size(); f++) {
        session.present(Stimulus.frame(input, frames.get(f)));
        double end = at + lastsMs * (f + 1) / frames.size();
        // so that parts that are no whole steps do not add up to another time
        double steps = Math.rint(end / timed.stepMs()) - Math.rint(timed.timeMs() / timed.stepMs());
        if (steps > 0) {
          timed.advance(steps * timed.stepMs());
        }
      }
      at += lastsMs;
      double[] now = counts(responder);
      answers[i] = answer(responder, before, now);
      before = now;
    }
    return new Run(answers, timed.synapticEvents());
  }

  /** What is counted for the decision, since the reset; empty where values are read. */
  private static double[] counts(Responder responder) {
    return switch (responder.ports().decision()) {
      case Decision.MostSpikes(String population) -> responder.spikeCounts(population);
      case Decision.Votes votes -> responder.spikeCounts(votes.population());
      case Decision.LargestValue _ -> new double[0];
      case Decision.LargestGoodness _ ->
          throw new UsageException(
              "decision", "labels that are compared one by one take a run each, not a stream");
    };
  }

  private static int answer(Responder responder, double[] before, double[] now) {
    double[] own = now.clone();
    Arrays.setAll(own, n -> now[n] - before[n]);
    return switch (responder.ports().decision()) {
      case Decision.MostSpikes(String population) ->
          Strongest.of(own, responder.session().read(responder.site(population, "v"))[0]);
      case Decision.Votes votes -> new VoteCount(votes).answer(own);
      case Decision.LargestValue(String population) -> largest(responder, population);
      case Decision.LargestGoodness _ -> throw new IllegalStateException("was refused before");
    };
  }

  /**
   * A stream in passes: those that an image takes are made for each, with nothing in between.
   *
   * @throws java.util.NoSuchElementException where the answer is not the largest value
   */
  public static int[] inPasses(Responder responder, float[][] images) {
    responder.session().reset(0);
    int[] answers = new int[images.length];
    for (int i = 0; i < images.length; i++) {
      Showing.run(responder.session(), new float[][] {images[i]});
      answers[i] =
          switch (responder.ports().decision()) {
            case Decision.LargestValue(String population) -> largest(responder, population);
            case Decision other -> throw new java.util.NoSuchElementException(other.toString());
          };
    }
    return answers;
  }

  private static int largest(Responder responder, String population) {
    String value =
        responder.session().network().population(population).model().variables().getFirst().name();
    return Strongest.of(responder.session().read(responder.site(population, value))[0]);
  }
}
