package org.hillock.lab.scene.onewayorround;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Presentation;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.axis.FeedbackCost;
import org.hillock.lab.comparison.StoppedException;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;
import org.hillock.lab.wiring.NeuronGraph;
import org.hillock.lab.wiring.ShortestCycles;

/** Deep nets send forward only, brains in circles; sharing weights lets one neuron work often. */
public final class OneWayOrRoundScene implements Scene {

  private static final int LEARNT_FROM = 800;
  private static final int ASKED = 400;
  private static final double PERCENT = 100;

  // Where the claims end, in percent. "Only forward" leaves no neuron on a circle: 1 % is one in a
  // hundred. "In circles" means most of them: 90 %. Work done more often than once: 1.5 lies
  // between
  // once and twice. Four symbols are guessed right in 25 % of all cases, so at most 75 % can be
  // lost;
  // feedback is needed where more than 30 % are, and hardly used where fewer than 15 % are. Whoever
  // has learnt the task names 90 %. Outputs are in single precision, their sums over 24 neurons and
  // 6
  // passes agree to 1e-4.
  private static final double FORWARD = 1;
  private static final double ROUND = 90;
  private static final double OFTEN = 1.5;
  private static final double NEEDED = 30;
  private static final double HARDLY = 15;
  private static final double LEARNT = 90;
  private static final double NOTHING = 1e-9;
  private static final double SAME = 1e-4;

  /** The network that goes round, and the circuit, before anything is learnt. */
  public static List<Network> networks() {
    return List.of(
        WayNetworks.round(1).withName("one-way-or-round"),
        WayNetworks.circuit(1).withName("one-way-or-round-circuit"));
  }

  @Override
  public String name() {
    return "one-way-or-round";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    progress.report(0, "learning");
    Taught forward = Taught.of(WayNetworks.forward(seed), 0, seed, progress);
    progress.report(0.2, "learning");
    Taught round = Taught.of(WayNetworks.round(seed), 0, seed, progress);
    progress.report(0.5, "learning");
    Taught now = Taught.of(WayNetworks.round(seed), WayNetworks.ROWS - 1, seed, progress);
    progress.report(0.8, "wiring");
    Ways circuit = Ways.of(WayNetworks.circuit(seed), seed);
    Ways ahead = Ways.of(forward.network, seed);
    Ways back = Ways.of(round.network, seed);
    Ways straight = Ways.of(WayNetworks.unrolled(round.network), seed);
    Network shared = WayNetworks.shared(seed);
    double places =
        (double) SynapseCount.synapses(shared, shared.projection("image_map"))
            / Wiring.kernel(shared, shared.projection("image_map")).length;

    Finding aheadShare = new Finding("forward-on-circles", PERCENT * ahead.share, "%");
    Finding aheadShuffled = new Finding("forward-shuffled", PERCENT * ahead.shuffled, "%");
    Finding backShare = new Finding("round-on-circles", PERCENT * back.share, "%");
    Finding circuitShare = new Finding("circuit-on-circles", PERCENT * circuit.share, "%");
    Finding median = Finding.of("circuit-median", ShortestCycles.median(circuit.lengths));
    Finding chance = Finding.of("circuit-median-shuffled", circuit.medianShuffled);
    Finding kernel = Finding.of("kernel-uses", places);
    Finding passes = Finding.of("round-uses", WayNetworks.ROWS);
    Finding once = Finding.of("forward-uses", 1);
    Finding accuracy = new Finding("round-right", PERCENT * round.right, "%");
    Finding forwardRight = new Finding("forward-right", PERCENT * forward.right, "%");
    Finding lost = new Finding("round-lost", PERCENT * round.lost, "%");
    Finding nowLost = new Finding("now-lost", PERCENT * now.lost, "%");
    Finding nowRight = new Finding("now-right", PERCENT * now.right, "%");
    Finding forwardLost = new Finding("forward-lost", PERCENT * forward.lost, "%");
    Finding straightShare = new Finding("unrolled-on-circles", PERCENT * straight.share, "%");
    Finding difference = Finding.of("unrolled-difference", difference(round.network, seed));
    List<Finding> numbers =
        List.of(
            aheadShare,
            aheadShuffled,
            backShare,
            circuitShare,
            median,
            chance,
            kernel,
            passes,
            once,
            accuracy,
            forwardRight,
            lost,
            nowLost,
            nowRight,
            forwardLost,
            straightShare,
            difference);
    List<Claim> claims =
        List.of(
            Claim.below("deep-forward", backShare, FORWARD),
            Claim.above("brain-round", circuitShare, ROUND),
            Claim.above("kernel-often", kernel, OFTEN),
            Claim.above("round-often", passes, OFTEN),
            Claim.above("needed", lost, NEEDED),
            Claim.below("forward-none", aheadShare, NOTHING).ofControl(),
            Claim.below("forward-shuffled-none", aheadShuffled, NOTHING).ofControl(),
            Claim.below("forward-loses-nothing", forwardLost, NOTHING).ofControl(),
            Claim.above("forward-loses-no-less", forwardLost, -NOTHING).ofControl(),
            Claim.above("learnt", accuracy, LEARNT).ofControl(),
            Claim.below("now-hardly", nowLost, HARDLY).ofControl(),
            Claim.below("unrolled-none", straightShare, NOTHING).ofControl(),
            Claim.below("unrolled-same", difference, SAME).ofControl());
    progress.report(1, "");
    return new SceneResult(name(), numbers, claims, pictures(circuit, forward, round, now, places));
  }

  /** What a network learnt, and what is left of it without feedback. */
  private record Taught(Network network, double right, double lost) {
    static Taught of(Network untaught, int row, long seed, Progress progress) {
      StoppedException.check(progress);
      Trainer trainer = Trainers.named("backpropagation");
      Dataset data = Symbols.drawn(LEARNT_FROM, row, seed, 81);
      Network taught =
          trainer
              .train(untaught, data, TrainingOptions.seeded(seed).with("epochs", 40), Progress.NONE)
              .network();
      Dataset asked = Symbols.drawn(ASKED, row, seed, 82);
      try (Classifier classifier = Classifier.open(taught, seed)) {
        double right = classifier.accuracy(asked, Progress.NONE);
        double[] lost = FeedbackCost.lost(classifier, FeedbackCost.feedback(taught), asked);
        return new Taught(taught, right, Arrays.stream(lost).average().orElseThrow());
      }
    }
  }

  /** The ways round in a network and in five shuffled ones. */
  private record Ways(
      double share, double shuffled, int[] lengths, int[] lengthsShuffled, double medianShuffled) {
    private static final int SHUFFLES = 5;
    private static final long MOST = 50_000_000;

    static Ways of(Network network, long seed) {
      NeuronGraph graph = NeuronGraph.of(network, p -> Wiring.of(network, p));
      int[] all = IntStream.range(0, graph.neurons()).toArray();
      int[] lengths = ShortestCycles.through(graph, all, MOST);
      int[] others = {};
      for (int s = 0; s < SHUFFLES; s++) {
        NeuronGraph other = graph.shuffled(new Draws(seed, Purpose.EXPERIMENT, 83, s));
        int[] more = ShortestCycles.through(other, all, MOST);
        int had = others.length;
        others = Arrays.copyOf(others, had + more.length);
        System.arraycopy(more, 0, others, had, more.length);
      }
      return new Ways(
          ShortestCycles.share(lengths),
          ShortestCycles.share(others),
          lengths,
          others,
          ShortestCycles.median(others));
    }
  }

  /** The largest difference of an output between a network with a circle and its unrolled form. */
  private static double difference(Network round, long seed) {
    Dataset asked = Symbols.drawn(20, 0, seed, 84);
    Presentation presentation = round.presentation().orElseThrow();
    SiteRef out = SiteRef.of("out", "value");
    double most = 0;
    Network straight = WayNetworks.unrolled(round);
    try (Session circle = Engines.open(round, SessionOptions.seeded(seed));
        Session line = Engines.open(straight, SessionOptions.seeded(seed))) {
      for (float[] image : asked.images()) {
        circle.reset(0);
        line.reset(0);
        int row = 0;
        for (float[] frame : presentation.of(image)) {
          circle.present(Stimulus.frame("image", frame));
          circle.advance();
          line.present(Stimulus.frame("row" + row++, frame));
        }
        line.advance();
        double[] one = circle.read(Site.bind(round, out))[0];
        double[] other = line.read(Site.bind(straight, out))[0];
        for (int k = 0; k < one.length; k++) {
          most = Math.max(most, Math.abs(one[k] - other[k]));
        }
      }
    }
    return most;
  }

  private static List<Picture> pictures(
      Ways circuit, Taught forward, Taught round, Taught now, double places) {
    List<Picture> all = new ArrayList<>();
    all.add(
        new Picture.Graph(
            "ways",
            List.of(
                new Picture.Node(Label.key("picture"), 0.05, 0.25, 0.5),
                new Picture.Node(Label.key("hidden"), 0.25, 0.25, 0.8),
                new Picture.Node(Label.key("answer"), 0.45, 0.25, 0.5),
                new Picture.Node(Label.key("row"), 0.6, 0.75, 0.5),
                new Picture.Node(Label.key("before"), 0.78, 0.35, 0.8),
                new Picture.Node(Label.key("after"), 0.78, 0.95, 0.8)),
            List.of(
                new Picture.Edge(0, 1, 0.7, Label.literal("")),
                new Picture.Edge(1, 2, 0.7, Label.literal("")),
                new Picture.Edge(3, 4, 0.7, Label.literal("")),
                new Picture.Edge(4, 5, 1, Label.literal("")),
                new Picture.Edge(5, 4, 1, Label.key("again")))));
    int longest = Math.max(max(circuit.lengths), max(circuit.lengthsShuffled));
    all.add(
        new Picture.Lines(
            "lengths",
            List.of(
                curve("circuit", circuit.lengths, longest, false),
                curve("shuffled", circuit.lengthsShuffled, longest, true)),
            true));
    all.add(
        new Picture.Dots(
            "lost",
            List.of(
                Picture.Dot.of(Label.key("forward-with"), PERCENT * forward.right, 0),
                Picture.Dot.of(
                    Label.key("forward-without"), PERCENT * (forward.right - forward.lost), 1),
                Picture.Dot.of(Label.key("round-with"), PERCENT * round.right, 0),
                Picture.Dot.of(Label.key("round-without"), PERCENT * (round.right - round.lost), 1),
                Picture.Dot.of(Label.key("now-with"), PERCENT * now.right, 0),
                Picture.Dot.of(Label.key("now-without"), PERCENT * (now.right - now.lost), 1))));
    all.add(
        new Picture.Dots(
            "uses",
            List.of(
                Picture.Dot.of(Label.key("once"), 1, 0),
                Picture.Dot.of(Label.key("kernel"), places, 0),
                Picture.Dot.of(Label.key("passes"), WayNetworks.ROWS, 0))));
    return all;
  }

  private static int max(int[] lengths) {
    return Arrays.stream(lengths).max().orElse(0);
  }

  private static Picture.Curve curve(String label, int[] lengths, int longest, boolean dashed) {
    double[] x = IntStream.rangeClosed(1, longest).asDoubleStream().toArray();
    double[] y = new double[longest];
    for (int length : lengths) {
      if (length > 0) {
        y[length - 1] += PERCENT / lengths.length;
      }
    }
    return new Picture.Curve(Label.key(label), x, y, dashed);
  }
}
