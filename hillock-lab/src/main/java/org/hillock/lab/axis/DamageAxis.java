package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.decide.Classifier;

/** How much of a network can fall silent before it no longer knows? */
final class DamageAxis implements Axis {

  private static final int IMAGES = 360;
  private static final int REPEATS = 3;

  /** Steps of a decision from which on fewer images are asked about, or it would take minutes. */
  private static final int LONG = 320;

  private static final int FEWER = 60;
  private static final int LEVELS = 10;

  /** Address of the draws that the interval is made with, beyond those of silenced neurons. */
  private static final long RESAMPLED = 1000;

  @Override
  public AxisDefinition definition() {
    return new AxisDefinition(
        "damage",
        "Damage",
        "How right are the answers when more and more hidden neurons are silenced at random?",
        "hidden neurons silenced before accuracy falls half-way to guessing",
        AxisDefinition.Scale.SHARE);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.DECISION);
  }

  @Override
  public Measurement measure(Subject subject) {
    List<Population> hidden = subject.hidden();
    int neurons = hidden.stream().mapToInt(Population::size).sum();
    if (neurons == 0) {
      return new Measurement.NotDefined("because there is no hidden neuron to silence");
    }
    Dataset images = subject.images(subject.timing().steps() > LONG ? FEWER : IMAGES);
    double[] share = new double[LEVELS];
    boolean[][][] right = new boolean[LEVELS][][];
    try (Classifier classifier = subject.classifier()) {
      for (int level = 0; level < LEVELS; level++) {
        share[level] = (double) level / LEVELS;
        int silenced = (int) Math.round(share[level] * neurons);
        int repeats = silenced == 0 ? 1 : subject.sample(REPEATS);
        right[level] = new boolean[repeats][];
        for (int repeat = 0; repeat < repeats; repeat++) {
          Draws draws =
              new Draws(subject.seed(), Purpose.EXPERIMENT, (long) level * REPEATS + repeat);
          silence(classifier, hidden, silenced, draws);
          right[level][repeat] = classifier.right(images, Progress.NONE);
        }
      }
    }
    double chance = 1.0 / images.classes();
    SilencedAnswers answers = new SilencedAnswers(right);
    double[] accuracy = answers.accuracy();
    if (accuracy[0] <= chance) {
      return new Measurement.NotDefined(
          "because the whole network is right no more often than guessing");
    }
    return Measurement.Measured.of(
            halfway(share, accuracy, chance),
            "1",
            "Share of hidden neurons whose output can be silenced before accuracy falls half-way"
                + " from that of the whole network to guessing ("
                + Math.round(100 * chance)
                + " %), read off a curve of "
                + LEVELS
                + " levels, neurons drawn anew for each of "
                + subject.sample(REPEATS)
                + " repeats; "
                + images.size()
                + " test images. 0.9 means that it never fell so far.")
        .within(
            answers.interval(
                curve -> halfway(share, curve, chance),
                0,
                share[LEVELS - 1],
                new Draws(subject.seed(), Purpose.EXPERIMENT, RESAMPLED)))
        .detail("accuracy_whole", accuracy[0])
        .detail("accuracy_at_half", accuracy[LEVELS / 2])
        .detail("hidden_neurons", neurons)
        .curve(
            new Measurement.Series(
                    "accuracy",
                    "hidden neurons silenced (share)",
                    "accuracy (share right)",
                    share,
                    accuracy)
                .within(answers.band()));
  }

  private static void silence(
      Classifier classifier, List<Population> hidden, int count, Draws draws) {
    classifier.responder().clearInterventions();
    int neurons = hidden.stream().mapToInt(Population::size).sum();
    int[] all = java.util.stream.IntStream.range(0, neurons).toArray();
    draws.shuffle(all);
    int from = 0;
    for (Population p : hidden) {
      List<Integer> own = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        if (all[k] >= from && all[k] < from + p.size()) {
          own.add(all[k] - from);
        }
      }
      from += p.size();
      if (!own.isEmpty()) {
        int[] which = own.stream().mapToInt(Integer::intValue).sorted().toArray();
        boolean counted =
            classifier.responder().ports().decision() instanceof Decision.Votes votes
                && votes.population().equals(p.name());
        boolean joined = joined(classifier.responder().session().network(), p);
        classifier.responder().apply(silenced(p, which, counted, joined));
      }
    }
  }

  /** Whether its neurons are joined to others by electrical synapses, which carry no value. */
  private static boolean joined(Network network, Population p) {
    return network.outOf(p.name()).stream()
        .anyMatch(out -> ElectricalSynapse.of(network, out).isPresent());
  }

  /**
   * A rate neuron is held at 0, so that neither other neurons nor the decision hear of it; a
   * spiking one's spikes are kept from others, and so is all that one sends that is joined to
   * others by electrical synapses. One that the decision itself counts hears nothing either, and so
   * makes none.
   */
  private static Intervention silenced(Population p, int[] which, boolean counted, boolean joined) {
    SiteRef site = SiteRef.of(p.name(), which, p.model().variables().getFirst().name());
    return p.model().family() == NeuronModel.Family.RATE && !joined
        ? new Intervention.Clamp(site, 0, Intervention.Window.ALWAYS)
        : new Intervention.Silence(
            site,
            counted ? Intervention.Silence.Scope.BOTH : Intervention.Silence.Scope.OUTPUTS,
            Intervention.Window.ALWAYS);
  }

  /**
   * Where the curve first crosses the middle between its start and chance; the last share if never,
   * 0 where it starts no higher than chance.
   */
  static double halfway(double[] share, double[] accuracy, double chance) {
    if (accuracy[0] <= chance) {
      return 0;
    }
    double middle = (accuracy[0] + chance) / 2;
    for (int i = 1; i < share.length; i++) {
      if (accuracy[i] < middle) {
        double part = (accuracy[i - 1] - middle) / (accuracy[i - 1] - accuracy[i]);
        return share[i - 1] + part * (share[i] - share[i - 1]);
      }
    }
    return share[share.length - 1];
  }
}
