package org.hillock.lab.scene.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.comparison.BuiltInNetworks;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;

/**
 * Eyes take a stream (some say 200 frames a second), deep networks single images, newer ones
 * several at once: how many frames a second does it take, and what do 200 bring?
 */
public final class Stream implements Scene {

  /** Whole parts of 240 ms: 4.2 to 200 frames a second. */
  static final int[] FRAME_MS = {240, 120, 80, 60, 40, 20, 10, 5};

  /** 50 a second: a new place of the bar in every frame. */
  static final int USUAL_MS = 20;

  /** 200 a second, as the saying goes. */
  static final int SAID_MS = 5;

  /** Two frames a round, half a round apart: both ways are the same. */
  static final int AMBIGUOUS_MS = 120;

  /** Frames that the feed-forward network takes at once. */
  static final int WINDOW = 3;

  private static final int LEARNT = 600;
  private static final int ASKED = 400;

  /** Every movie in time takes 270 steps. */
  private static final int ASKED_CELLS = 200;

  private static final int HIDDEN = 24;
  private static final int EPOCHS = 30;
  private static final int BATCH = 32;

  /**
   * 0.5 and four standard deviations of a share of 400 fair tosses, 0.025: guessing is above once
   * in 30,000 times.
   */
  private static final double GUESSED = 60;

  @Override
  public String name() {
    return "stream";
  }

  /** The motion cells, shown 50 frames a second; a file of the same is shipped. */
  public static Network network() {
    return MotionCells.network(Movies.frames(USUAL_MS), USUAL_MS);
  }

  /** Right answers in per cent, and what they cost in synaptic events or multiply-adds a second. */
  private record Seen(double right, double cost) {}

  @Override
  public SceneResult run(long seed, Progress progress) {
    List<Finding> numbers = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    int rates = FRAME_MS.length;
    double[] single = new double[rates];
    double[] window = new double[rates];
    double[] usual = new double[rates];
    Seen[] cells = new Seen[rates];
    Network one = taught(1, USUAL_MS, seed);
    Network atUsual = taught(WINDOW, USUAL_MS, seed);
    for (int r = 0; r < rates; r++) {
      StoppedException.check(progress);
      Dataset movies = Movies.draw(ASKED, FRAME_MS[r], 1, seed + 1);
      single[r] = right(one, movies, 1, seed);
      usual[r] = right(atUsual, movies, WINDOW, seed);
      window[r] = right(taught(WINDOW, FRAME_MS[r], seed), movies, WINDOW, seed);
      cells[r] = cells(movies.first(ASKED_CELLS), FRAME_MS[r], seed, progress);
      progress.report((r + 1.0) / (rates + 1), hz(FRAME_MS[r]) + " frames a second");
    }
    Dataset copied = Movies.draw(ASKED, USUAL_MS, USUAL_MS / SAID_MS, seed + 1);
    double usualCopied = right(atUsual, copied, WINDOW, seed);
    Seen cellsCopied = cells(copied.first(ASKED_CELLS), SAID_MS, seed, progress);
    int u = at(USUAL_MS);
    int s = at(SAID_MS);
    Numbers tell = new Numbers(numbers);

    // without more than one frame nobody can know; with them it must be nearly always right
    Finding singleAt = tell.of("single", single[u], "%");
    claims.add(Claim.below("single-guesses", singleAt, GUESSED).ofControl());
    claims.add(Claim.above("stream-tells", tell.of("cells", cells[u].right, "%"), 90));
    claims.add(Claim.above("window-tells", tell.of("window", window[u], "%"), 90));
    Finding ambiguous =
        tell.of(
            "ambiguous", Math.max(window[at(AMBIGUOUS_MS)], cells[at(AMBIGUOUS_MS)].right), "%");
    claims.add(Claim.below("ambiguous-guesses", ambiguous, GUESSED).ofControl());
    // the popular number: four times the frames must be worth something, or why have them
    Finding gain = tell.of("gain", cells[s].right - cells[u].right, "%");
    claims.add(Claim.above("said-is-better", gain, 2));
    Finding windowGain = tell.of("window-gain", window[s] - window[u], "%");
    claims.add(Claim.above("said-is-better-window", windowGain, 2));
    // copies bring nothing new: cells must answer as they did, for the same events
    Finding copies = tell.of("copies-differ", Math.abs(cellsCopied.right - cells[u].right), "%");
    claims.add(Claim.below("copies-change-nothing", copies, 1e-9).ofControl());
    tell.of("copies-cost", cellsCopied.cost / cells[u].cost, "");
    tell.of("window-copies", usualCopied, "%");
    tell.of("window-elsewhere", usual[s], "%");
    tell.of("enough-cells", enough(cells), "Hz");
    tell.of("enough-window", enough(window), "Hz");
    tell.of("cells-cost", cells[u].cost, "");
    tell.of("cells-cost-said", cells[s].cost, "");
    tell.of("window-cost", windowCost(USUAL_MS), "");
    tell.of("window-cost-said", windowCost(SAID_MS), "");
    tell.of("raw", Movies.bitsOfFrame() * hz(USUAL_MS), "bit");
    tell.of("raw-said", Movies.bitsOfFrame() * hz(SAID_MS), "bit");
    double seconds = Movies.LENGTH_MS / 1000;
    tell.of("told-bits", Movies.bitsOfMovie(USUAL_MS) / seconds, "bit");
    tell.of("told-bits-said", Movies.bitsOfMovie(SAID_MS) / seconds, "bit");
    return new SceneResult(
        name(),
        numbers,
        claims,
        List.of(
            movie(seed),
            lines(
                "accuracy",
                curve("single", single, true),
                curve("window", window, false),
                curve("window-usual", usual, false),
                curve("cells", Arrays.stream(cells).mapToDouble(Seen::right).toArray(), false)),
            lines(
                "cost",
                curve(
                    "window",
                    Arrays.stream(FRAME_MS).mapToDouble(Stream::windowCost).toArray(),
                    false),
                curve("cells", Arrays.stream(cells).mapToDouble(Seen::cost).toArray(), false)),
            lines(
                "bits",
                curve(
                    "raw",
                    Arrays.stream(FRAME_MS)
                        .mapToDouble(f -> Movies.bitsOfFrame() * hz(f))
                        .toArray(),
                    false),
                curve(
                    "told",
                    Arrays.stream(FRAME_MS)
                        .mapToDouble(f -> Movies.bitsOfMovie(f) / seconds)
                        .toArray(),
                    false))));
  }

  /** Adds numbers to a list. */
  private record Numbers(List<Finding> all) {
    Finding of(String id, double value, String unit) {
      Finding finding = new Finding(id, value, unit);
      all.add(finding);
      return finding;
    }
  }

  private static int at(int frameMs) {
    for (int r = 0; r < FRAME_MS.length; r++) {
      if (FRAME_MS[r] == frameMs) {
        return r;
      }
    }
    throw new IllegalArgumentException("no frame of " + frameMs + " ms");
  }

  static double hz(int frameMs) {
    return 1000.0 / frameMs;
  }

  /** A perceptron that has learnt the way of the bar from so many frames at that rate. */
  private static Network taught(int frames, int frameMs, long seed) {
    Dataset movies = Movies.last(Movies.draw(LEARNT, frameMs, 1, seed), frames);
    Network untaught = BuiltInNetworks.perceptron(movies.shape(), List.of(HIDDEN), 2, seed);
    TrainingOptions options =
        TrainingOptions.seeded(seed).with("epochs", EPOCHS).with("batch", BATCH);
    return Trainers.named("backpropagation")
        .train(untaught, movies, options, Progress.NONE)
        .network();
  }

  private static double right(Network network, Dataset movies, int frames, long seed) {
    try (Classifier classifier = Classifier.open(network, seed)) {
      return 100 * classifier.accuracy(Movies.last(movies, frames), Progress.NONE);
    }
  }

  private static Seen cells(Dataset movies, int frameMs, long seed, Progress progress) {
    int frames = movies.shape().size() / Movies.PIXELS;
    int right = 0;
    double events = 0;
    try (Classifier classifier = Classifier.open(MotionCells.network(frames, frameMs), seed)) {
      Capability.Timed timed = classifier.responder().timed().orElseThrow();
      for (int m = 0; m < movies.size(); m++) {
        StoppedException.check(progress);
        int[] answer = classifier.answers(new float[][] {movies.images()[m]}, m);
        right += answer[0] == movies.labels()[m] ? 1 : 0;
        events += timed.synapticEvents() * 1000.0 / Movies.LENGTH_MS / movies.size();
      }
    }
    return new Seen(100.0 * right / movies.size(), events);
  }

  /** Multiply-adds a second: a pass for each frame. */
  private static double windowCost(int frameMs) {
    return hz(frameMs) * (Movies.PIXELS * WINDOW * HIDDEN + HIDDEN * 2);
  }

  /** The lowest rate from which on answers are right nine times in ten; NaN where none is. */
  private static double enough(double[] right) {
    double lowest = Double.NaN;
    for (int r = right.length - 1; r >= 0; r--) {
      if (right[r] >= 90) {
        lowest = hz(FRAME_MS[r]);
      }
    }
    return lowest;
  }

  private static double enough(Seen[] seen) {
    return enough(Arrays.stream(seen).mapToDouble(Seen::right).toArray());
  }

  private static Picture.Curve curve(String key, double[] y, boolean dashed) {
    return new Picture.Curve(
        Label.key(key), Arrays.stream(FRAME_MS).mapToDouble(Stream::hz).toArray(), y, dashed);
  }

  private static Picture lines(String id, Picture.Curve... curves) {
    return new Picture.Lines(id, List.of(curves), true);
  }

  /** A movie to the right and one to the left: pixels from top to bottom, frames along. */
  private static Picture movie(long seed) {
    Dataset movies = Movies.draw(2, USUAL_MS, 1, seed + 1);
    List<Picture.Image> images = new ArrayList<>();
    for (int m = 0; m < 2; m++) {
      images.add(
          new Picture.Image(
              Label.key(movies.labels()[m] == Movies.RIGHT ? "right" : "left"),
              Movies.PIXELS,
              Movies.frames(USUAL_MS),
              movies.images()[m]));
    }
    return new Picture.Images("movies", images);
  }
}
