package org.hillock.lab.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Projection;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.training.WatchedTrainer;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.learning.Locality.Measured;

/**
 * Makes one update after another from the same weights on the same images, each with one thing
 * changed somewhere, and counts which synapses learn something else than without it.
 */
final class LocalityExperiment {

  private static final int IMAGES = 40;
  private static final int IMAGES_IN_TIME = 10;

  /**
   * Images that are learnt from before: enough that a reward is sometimes earned, and few enough
   * that there is much left to learn.
   */
  static final int SEEN = 200;

  /** A change without any effect is drawn again, so often in all. */
  private static final int MOST_TRIES = 3;

  /** An update of a synapse whose own weight may have been changed differs from this on. */
  private static final double CLEARLY = 1e-3;

  private final Lesson lesson;
  private final int thorough;
  private final Dataset images;
  private final Network network;
  private final Update plain;
  private final Map<String, Synapses> ends = new HashMap<>();
  private final Map<Question, Tally> tallies = new HashMap<>();

  /** What each change came to, by the first of its two questions. */
  private final Map<Question, List<Locality.Change>> changes = new HashMap<>();

  private int updates = 1;

  private enum Question {
    WEIGHT_BESIDE,
    WEIGHT_BEYOND,
    ACTIVITY_BESIDE,
    ACTIVITY_BEYOND,
    LABEL,
    CONTROL
  }

  LocalityExperiment(Lesson lesson, int thorough) {
    this.lesson = lesson;
    this.thorough = thorough;
    images = lesson.data().first(lesson.spikes() ? IMAGES_IN_TIME : IMAGES);
    network = SynapseWeights.listed(lesson.seen(lesson.untaught(), lesson.data(), 0, SEEN));
    plain = Update.of(lesson, network, images);
    for (Question question : Question.values()) {
      tallies.put(question, new Tally());
    }
  }

  Measured measure() {
    if (lesson.spikes() && !(lesson.trainer() instanceof WatchedTrainer)) {
      return new Measured.Unseen(
          "because " + lesson.trainer().name() + " lets nobody watch its neurons while it trains");
    }
    for (Projection projection : network.projections().values()) {
      if (plain.before().containsKey(projection.name())) {
        weights(projection);
      }
    }
    for (Population population : network.populations().values()) {
      if (!network.into(population.name()).isEmpty()) {
        neurons(population);
      }
    }
    labels();
    Locality seen =
        new Locality(
            reach(Question.WEIGHT_BESIDE),
            reach(Question.WEIGHT_BEYOND),
            reach(Question.ACTIVITY_BESIDE),
            reach(Question.ACTIVITY_BEYOND),
            reach(Question.LABEL),
            reach(Question.CONTROL),
            images.size(),
            SEEN,
            updates,
            changes.getOrDefault(Question.WEIGHT_BESIDE, List.of()),
            changes.getOrDefault(Question.ACTIVITY_BESIDE, List.of()));
    return seen.blind().<Measured>map(Measured.Unseen::new).orElse(new Measured.Seen(seen));
  }

  private Reach reach(Question question) {
    return tally(question).reach();
  }

  private Tally tally(Question question) {
    Tally tally = tallies.get(question);
    if (tally == null) {
      throw new IllegalStateException("no tally of " + question);
    }
    return tally;
  }

  private Synapses ends(Projection projection) {
    return ends.computeIfAbsent(projection.name(), _ -> Wiring.of(network, projection));
  }

  /** Weights of a projection, one after another; of one that learns, such as take part in it. */
  private void weights(Projection projection) {
    double[] weights = SynapseWeights.of(network, projection);
    double[] changes = plain.changes(projection.name());
    boolean learns = plain.learns(projection.name());
    double least = plain.strong(projection.name());
    int[] order = order(weights.length, projection.name());
    int left = thorough;
    for (int tried = 0, next = 0;
        left > 0 && tried < MOST_TRIES * thorough && next < order.length;
        next++) {
      int k = order[next];
      if (weights[k] != 0 && (!learns || Math.abs(changes[k]) > least)) {
        tried++;
        Elsewhere changed = Elsewhere.weight(network, projection, ends(projection), k);
        left -= count(changed, Question.WEIGHT_BESIDE, Question.WEIGHT_BEYOND, false) ? 1 : 0;
      }
    }
  }

  /** Neurons, one after another; those first whose synapses learn, for others may do nothing. */
  private void neurons(Population population) {
    boolean[] learning = learning(population);
    int[] order =
        Arrays.stream(order(population.size(), population.name()))
            .boxed()
            .sorted(Comparator.comparing(i -> !learning[i]))
            .mapToInt(i -> i)
            .toArray();
    int left = thorough;
    for (int next = 0; left > 0 && next < Math.min(MOST_TRIES * thorough, order.length); next++) {
      Elsewhere changed = Elsewhere.neuron(network, population, order[next]);
      left -= count(changed, Question.ACTIVITY_BESIDE, Question.ACTIVITY_BEYOND, true) ? 1 : 0;
    }
  }

  /** By neuron: whether a synapse that ends there learns. */
  private boolean[] learning(Population population) {
    boolean[] learning = new boolean[population.size()];
    for (Projection projection : network.into(population.name())) {
      if (plain.learns(projection.name())) {
        double[] changes = plain.changes(projection.name());
        double least = plain.least(projection.name());
        int[] post = ends(projection).post();
        for (int k = 0; k < changes.length; k++) {
          learning[post[k]] |= Math.abs(changes[k]) > least;
        }
      }
    }
    return learning;
  }

  private int[] order(int count, String owner) {
    int[] order = new int[count];
    Arrays.setAll(order, k -> k);
    new Draws(lesson.options().seed(), Purpose.EXPERIMENT, owner.hashCode()).shuffle(order);
    return order;
  }

  /** Counts what a change does; false where it had no effect on anything. */
  private boolean count(Elsewhere changed, Question beside, Question beyond, boolean controls) {
    Update update = Update.of(lesson, changed.network(), images);
    updates++;
    boolean effect = update.prints().differs(plain.prints());
    for (Projection projection : network.projections().values()) {
      if (plain.before().containsKey(projection.name())) {
        effect |=
            !Arrays.equals(update.changes(projection.name()), plain.changes(projection.name()));
      }
    }
    if (effect) {
      Locality.Change before = tally(beside).sofar().and(tally(beyond).sofar());
      for (Projection projection : network.projections().values()) {
        if (plain.learns(projection.name())) {
          Question question = projection.to().equals(changed.beside()) ? beside : beyond;
          count(changed, projection, update, tally(question), controls);
        }
      }
      Locality.Change after = tally(beside).sofar().and(tally(beyond).sofar());
      changes.computeIfAbsent(beside, _ -> new ArrayList<>()).add(after.since(before));
    }
    return effect;
  }

  private void count(
      Elsewhere changed, Projection projection, Update update, Tally tally, boolean controls) {
    Synapses synapses = ends(projection);
    double[] before = plain.changes(projection.name());
    double[] after = update.changes(projection.name());
    double least = plain.least(projection.name());
    for (int k = 0; k < before.length; k++) {
      int pre = synapses.pre()[k];
      int post = synapses.post()[k];
      boolean learns = Math.max(Math.abs(before[k]), Math.abs(after[k])) > least;
      boolean touched =
          changed.touches(projection.from(), pre) || changed.touches(projection.to(), post);
      boolean moved =
          update.prints().differs(plain.prints(), projection.from(), pre)
              || update.prints().differs(plain.prints(), projection.to(), post);
      if (learns && touched && moved && controls) {
        double relative = Tally.relative(before[k], after[k]);
        tally(Question.CONTROL).add(before[k], after[k], relative > CLEARLY);
      } else if (learns && !touched && !moved) {
        tally.add(before[k], after[k]);
      }
    }
  }

  /** Every image gets another label; where labels are shown to the network, nobody hears them. */
  private void labels() {
    Optional<Population> shown = Ports.of(network).labels();
    Network deaf = shown.map(p -> Elsewhere.unheard(network, p)).orElse(network);
    Update right = shown.isEmpty() ? plain : Update.of(lesson, deaf, images);
    Update wrong = Update.of(lesson, deaf, relabelled());
    updates += shown.isEmpty() ? 1 : 2;
    for (Projection projection : network.projections().values()) {
      boolean fromLabels = shown.isPresent() && shown.get().name().equals(projection.from());
      if (!fromLabels && right.learns(projection.name())) {
        labels(projection, right, wrong);
      }
    }
  }

  private void labels(Projection projection, Update right, Update wrong) {
    Synapses synapses = ends(projection);
    double[] before = right.changes(projection.name());
    double[] after = wrong.changes(projection.name());
    double least = right.least(projection.name());
    for (int k = 0; k < before.length; k++) {
      boolean moved =
          wrong.prints().differs(right.prints(), projection.from(), synapses.pre()[k])
              || wrong.prints().differs(right.prints(), projection.to(), synapses.post()[k]);
      if (!moved && Math.max(Math.abs(before[k]), Math.abs(after[k])) > least) {
        tally(Question.LABEL).add(before[k], after[k]);
      }
    }
  }

  private Dataset relabelled() {
    Draws draws = new Draws(lesson.options().seed(), Purpose.EXPERIMENT, images.size());
    int classes = images.classes();
    int[] labels =
        Arrays.stream(images.labels())
            .map(label -> classes < 2 ? label : (label + 1 + draws.below(classes - 1)) % classes)
            .toArray();
    return new Dataset(
        images.name(), images.shape(), images.images(), labels, classes, images.attribution());
  }
}
