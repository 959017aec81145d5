package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Session;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.decide.Showing;

/**
 * How long networks of rate neurons keep what they were shown: until their values are those of a
 * session that was never shown anything, to one part in a hundred.
 */
final class AfterPasses {

  private static final int IMAGES = 20;
  private static final int WATCHED = 100;
  private static final double LEFT = 0.01;
  private static final long PICTURE = 4716;

  /** Passes, or moments, that a push lasts. */
  private static final int PUSHED = 10;

  /** A step of networks that settle in time, in ms. */
  private static final double MOMENT_MS = 2;

  private AfterPasses() {}

  static Measurement measure(Subject subject) {
    List<Population> inputs =
        subject.network().populations().values().stream()
            .filter(p -> p.neuron().equals("input"))
            .toList();
    if (!subject.decides() && inputs.isEmpty() && pushed(subject).isEmpty()) {
      return subject.graded()
          ? AfterStimulus.measure(subject)
          : new Measurement.NotDefined(
              "because it has neither 'input' neurons nor others that take a stimulus");
    }
    boolean images = subject.decides();
    Dataset data = images ? subject.images(IMAGES) : null;
    int count = data == null ? subject.sample(IMAGES) : data.size();
    double[] lasts = new double[count];
    double[] mean = new double[WATCHED];
    boolean timed;
    try (Responder responder = subject.responder()) {
      timed = responder.timed().isPresent();
      double[][] never = never(responder, inputs);
      for (int i = 0; i < count; i++) {
        double before = show(responder, inputs, data, i, subject);
        Session session = responder.session();
        inputs.forEach(p -> session.present(new Stimulus.Nothing(p.name())));
        int last = 0;
        double[] own = new double[WATCHED];
        for (int k = 0; k < WATCHED; k++) {
          pass(responder);
          own[k] = distance(values(session), never[k]);
          last = before > 0 && own[k] > LEFT * before ? k + 1 : last;
        }
        lasts[i] = last;
        for (int k = 0; k < WATCHED; k++) {
          mean[k] += before > 0 ? own[k] / before / count : 0;
        }
      }
    }
    double unit = timed ? MOMENT_MS : 1;
    double[] lasted = Arrays.stream(lasts).map(l -> l * unit).toArray();
    Quantiles q = new Quantiles(lasted);
    double[] x = new double[WATCHED];
    Arrays.setAll(x, k -> (k + 1) * unit);
    String passes = timed ? "ms" : "passes";
    // what ends at once lasts no time, in whatever it is counted
    String counted = q.at(1) == 0 ? "ms" : passes;
    return Measurement.Measured.of(
            q.median(),
            counted,
            (images
                    ? "An image is shown"
                    : inputs.isEmpty()
                        ? "A tenth of its neurons, others for each stimulus, get 1 added to their sums"
                            + " for "
                            + PUSHED
                            + " "
                            + (timed ? "times 2 ms" : "passes")
                        : "Random numbers are shown")
                + ", then nothing; "
                + passes
                + " until the values of all neurons are, to a hundredth of what the stimulus made of"
                + " them, those of a session that was never shown anything, median over "
                + count
                + " stimuli. "
                + Math.round(WATCHED * unit)
                + " means that they did not get there while they were watched.")
        .within(Confidence.ofMedian(lasted, count + " stimuli"))
        .spread(q.at(0.05), q.at(0.95), "5–95 % of stimuli")
        .detail("share_still_different_at_end", shareAt(lasts))
        .detail("spikes_per_ms_never_shown", 0)
        .curve(
            new Measurement.Series(
                "what is left of the stimulus",
                passes + " after the input stopped",
                "distance from never shown, as a share of that at the end of the input",
                x,
                mean));
  }

  private static double shareAt(double[] lasts) {
    return Arrays.stream(lasts).filter(l -> l >= WATCHED).count() / (double) lasts.length;
  }

  /** Shows a stimulus; gives how far it takes the values from what they were without. */
  private static double show(
      Responder responder,
      List<Population> inputs,
      @org.jspecify.annotations.Nullable Dataset data,
      int number,
      Subject subject) {
    Session session = responder.session();
    session.reset(0);
    if (data == null && inputs.isEmpty()) {
      push(responder, subject, number);
    } else if (data == null) {
      inputs.forEach(
          p -> session.present(Stimulus.frame(p.name(), noise(p, subject.seed(), number))));
      pass(responder);
    } else if (responder.timed().isPresent()) {
      responder.show(data.images()[number], subject.labelFor(number), 0);
    } else {
      subject
          .labelFor(number)
          .ifPresent(label -> {
            Population labels = responder.ports().labels().orElseThrow();
            float[] oneHot = new float[labels.size()];
            oneHot[label] = 1;
            session.present(Stimulus.frame(labels.name(), oneHot));
          });
      Showing.run(session, new float[][] {data.images()[number]});
    }
    return Math.sqrt(Arrays.stream(values(session)).map(v -> v * v).sum());
  }

  /** Rate neurons whose sums a stimulus can be added to. */
  private static List<Population> pushed(Subject subject) {
    return subject.summing().stream()
        .filter(p -> p.model().biasDimension().filter(Dimension.NONE::equals).isPresent())
        .toList();
  }

  private static void push(Responder responder, Subject subject, int number) {
    int place = 0;
    for (Population p : pushed(subject)) {
      int[] all = new int[p.size()];
      Arrays.setAll(all, i -> i);
      new Draws(subject.seed(), Purpose.EXPERIMENT, PICTURE + ++place, number).shuffle(all);
      int[] some = Arrays.copyOf(all, (p.size() + 9) / 10);
      Arrays.sort(some);
      responder.apply(
          new Intervention.Stimulate(
              SiteRef.of(p.name(), some, "value").withVariable(Optional.empty()),
              1,
              Intervention.Window.ALWAYS));
    }
    for (int k = 0; k < PUSHED; k++) {
      pass(responder);
    }
    responder.clearInterventions();
  }

  /** The values after each pass of a session that is shown nothing. */
  private static double[][] never(Responder responder, List<Population> inputs) {
    responder.session().reset(0);
    inputs.forEach(p -> responder.session().present(new Stimulus.Nothing(p.name())));
    // it has as long to come to rest as it is watched afterwards
    for (int k = 0; k < WATCHED; k++) {
      pass(responder);
    }
    double[][] values = new double[WATCHED][];
    for (int k = 0; k < WATCHED; k++) {
      pass(responder);
      values[k] = values(responder.session());
    }
    return values;
  }

  private static void pass(Responder responder) {
    Optional<Capability.Timed> timed = responder.timed();
    if (timed.isPresent()) {
      timed.get().advance(MOMENT_MS);
    } else {
      responder.session().advance();
    }
  }

  private static double[] values(Session session) {
    List<double[]> all = new ArrayList<>();
    for (Population p : session.network().populations().values()) {
      if (p.model().family() == NeuronModel.Family.RATE && !p.neuron().equals("input")) {
        all.add(
            session
                .read(session.bind(SiteRef.of(p.name(), p.model().variables().getFirst().name())))[
                0]);
      }
    }
    return all.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      squares += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(squares);
  }

  private static float[] noise(Population inputs, long seed, int number) {
    Draws draws = new Draws(seed, Purpose.EXPERIMENT, PICTURE, number);
    float[] row = new float[inputs.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) draws.uniform();
    }
    return row;
  }
}
