package org.hillock.lab.scene.eachinitstime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.axis.Confidence;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;

/** Layers update together, cells whenever something arrives: are brains therefore more random? */
public final class EachInItsTimeScene implements Scene {

  private static final int STARTS = 100;
  private static final int SHOWN_ROUNDS = 12;
  private static final double PERCENT = 100;

  // Where the claims end. If keeping one's own time made answers random, some would vary: more than
  // one
  // in a hundred of layers, more than 0.01 bit of spikes, more than one in twenty from the starts
  // of a
  // memory. With noise it would have to add more than 0.05 bit, since a mean entropy of three times
  // 300
  // decisions is known to about 0.02. That entropies can be seen at all, those with noise must
  // show: 0.3
  // bit, one answer in twenty another one.
  private static final double ONE_PERCENT = 1;
  private static final double FIVE_PERCENT = 5;
  private static final double SOME_BITS = 0.01;
  private static final double ADDED_BITS = 0.05;
  private static final double SEEN_BITS = 0.3;
  private static final double NOT_ONE = 0.5;

  @Override
  public String name() {
    return "each-in-its-time";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    progress.report(0, "layers");
    ForwardOnly layers = ForwardOnly.of(seed);
    progress.report(0.1, "circles");
    int[][] stored = OrderNetworks.patterns(seed);
    Network memory = OrderNetworks.memory(stored);
    Network glass = OrderNetworks.glass(seed);
    List<double[]> starts = Settling.anyStarts(STARTS, seed);
    Settling cues = Settling.of(memory, Settling.cues(stored, STARTS, seed), seed);
    Settling any = Settling.of(memory, starts, seed);
    Settling drawn = Settling.of(glass, starts, seed);
    StoppedException.check(progress);
    progress.report(0.3, "spikes");
    InSpikes spikes = InSpikes.of(seed);
    List<Finding> numbers = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    forward(layers, numbers, claims);
    circles(cues, any, drawn, numbers, claims);
    inSpikes(spikes, numbers, claims);
    progress.report(1, "");
    return new SceneResult(
        name(),
        numbers,
        claims,
        List.of(
            varying(layers, cues, any, drawn),
            swing(glass, starts, seed),
            entropies(spikes),
            work(layers)));
  }

  private static void forward(ForwardOnly layers, List<Finding> numbers, List<Claim> claims) {
    Finding changed = new Finding("layers", PERCENT * layers.changed(), "%");
    Finding bits = Finding.of("layers-bits", layers.otherBits());
    Finding engine = Finding.of("layers-engine", layers.otherOnEngine());
    numbers.addAll(
        List.of(
            changed,
            bits,
            engine,
            Finding.of("rounds-together", layers.roundsTogether()),
            Finding.of("rounds-one", layers.roundsOneByOne()),
            Finding.of("updates-together", layers.updatesTogether()),
            Finding.of("updates-one", layers.updatesOneByOne()),
            Finding.of("events-together", layers.eventsTogether()),
            Finding.of("events-one", layers.eventsOneByOne())));
    claims.add(Claim.above("layers", changed, ONE_PERCENT));
    claims.add(Claim.below("layers-engine", engine, NOT_ONE).ofControl());
  }

  private static void circles(
      Settling cues, Settling any, Settling drawn, List<Finding> numbers, List<Claim> claims) {
    Finding cue = new Finding("cues", PERCENT * cues.differ(), "%");
    Finding start = new Finding("starts", PERCENT * any.differ(), "%");
    Finding swinging = new Finding("swinging", PERCENT * drawn.swinging(), "%");
    Finding periods =
        Finding.of(
            "other-periods", cues.otherPeriods() + any.otherPeriods() + drawn.otherPeriods());
    Finding unsettled =
        Finding.of("unsettled", cues.unsettled() + any.unsettled() + drawn.unsettled());
    Finding repeated = Finding.of("repeated", cues.repeated() + any.repeated() + drawn.repeated());
    numbers.addAll(
        List.of(
            cue,
            start,
            new Finding("glass", PERCENT * drawn.differ(), "%"),
            new Finding("cues-bits", cues.entropy(), "bit"),
            new Finding("starts-bits", any.entropy(), "bit"),
            new Finding("swinging-memory", PERCENT * any.swinging(), "%"),
            swinging,
            periods,
            unsettled,
            repeated));
    claims.add(Claim.above("cues", cue, FIVE_PERCENT));
    claims.add(Claim.above("starts", start, FIVE_PERCENT));
    claims.add(Claim.below("repeated", repeated, NOT_ONE).ofControl());
    claims.add(Claim.below("unsettled", unsettled, NOT_ONE).ofControl());
    claims.add(Claim.above("swinging", swinging, ONE_PERCENT).ofControl());
    claims.add(Claim.below("other-periods", periods, NOT_ONE).ofControl());
  }

  private static void inSpikes(InSpikes spikes, List<Finding> numbers, List<Claim> claims) {
    Finding steady = new Finding("spikes-steady", spikes.outOfStepSteady(), "bit");
    Finding seen = new Finding("spikes-in-step", spikes.inStep(), "bit");
    Finding added = new Finding("added", spikes.outOfStep() - spikes.inStep(), "bit");
    numbers.addAll(
        List.of(
            steady,
            new Finding("spikes-steady-in-step", spikes.inStepSteady(), "bit"),
            seen,
            new Finding("spikes-out-of-step", spikes.outOfStep(), "bit"),
            added,
            Finding.of("other-spikes", spikes.otherSpikes())));
    claims.add(Claim.above("spikes-steady", steady, SOME_BITS));
    claims.add(Claim.above("added", added, ADDED_BITS));
    claims.add(Claim.above("noise-seen", seen, SEEN_BITS).ofControl());
  }

  private static Picture varying(ForwardOnly layers, Settling cues, Settling any, Settling drawn) {
    List<Picture.Dot> rows = new ArrayList<>();
    rows.add(Picture.Dot.of(Label.key("layers"), PERCENT * layers.changed(), 0));
    rows.add(share("cues", cues.differ()));
    rows.add(share("starts", any.differ()));
    rows.add(share("glass", drawn.differ()));
    return new Picture.Dots("varying", rows);
  }

  private static Picture.Dot share(String label, double share) {
    Measurement.Interval interval =
        Confidence.ofShare(Math.round(share * STARTS), STARTS, STARTS + " starts");
    return new Picture.Dot(
        Label.key(label), PERCENT * share, PERCENT * interval.low(), PERCENT * interval.high(), 1);
  }

  /** From the first start that swings, if there is one, else from the first. */
  private static Picture swing(Network glass, List<double[]> starts, long seed) {
    double[] start = starts.getFirst();
    for (double[] candidate : starts) {
      double[] changes = Settling.changes(glass, candidate, 2 * SHOWN_ROUNDS, seed, true);
      if (changes[2 * SHOWN_ROUNDS - 1] > 0) {
        start = candidate;
        break;
      }
    }
    double[] rounds = new double[SHOWN_ROUNDS];
    Arrays.setAll(rounds, r -> r + 1);
    return new Picture.Lines(
        "swing",
        List.of(
            new Picture.Curve(
                Label.key("together"),
                rounds,
                Settling.changes(glass, start, SHOWN_ROUNDS, seed, true),
                false),
            new Picture.Curve(
                Label.key("one"),
                rounds,
                Settling.changes(glass, start, SHOWN_ROUNDS, seed, false),
                false)),
        true);
  }

  private static Picture entropies(InSpikes spikes) {
    return new Picture.Dots(
        "entropy",
        List.of(
            Picture.Dot.of(Label.key("in-step-steady"), spikes.inStepSteady(), 0),
            Picture.Dot.of(Label.key("out-of-step-steady"), spikes.outOfStepSteady(), 1),
            Picture.Dot.of(Label.key("in-step"), spikes.inStep(), 0),
            Picture.Dot.of(Label.key("out-of-step"), spikes.outOfStep(), 1)));
  }

  private static Picture work(ForwardOnly layers) {
    return new Picture.Dots(
        "work",
        List.of(
            Picture.Dot.of(Label.key("updates-together"), layers.updatesTogether(), 0),
            Picture.Dot.of(Label.key("updates-one"), layers.updatesOneByOne(), 1),
            Picture.Dot.of(Label.key("events-together"), layers.eventsTogether(), 0),
            Picture.Dot.of(Label.key("events-one"), layers.eventsOneByOne(), 1)));
  }
}
