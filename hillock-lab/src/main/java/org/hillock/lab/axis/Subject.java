package org.hillock.lab.axis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.lab.decide.Activities;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.DecisionTiming;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.decide.Responder;
import org.hillock.lab.learning.Schooling;
import org.hillock.lab.probe.Probing;
import org.hillock.lab.probe.Question;

/**
 * A network under measurement, the images it is asked about, and how thoroughly.
 *
 * <p>A network that states no decision is asked about no images. What can be seen of it all the
 * same is seen in {@linkplain #episodes() episodes}: there it is left alone with what it has of its
 * own, its Poisson sources and its noise.
 *
 * <p>Not thread-safe: wiring is drawn once and kept.
 */
public final class Subject {

  /** What elements of an input beside the image are, in the outline of a graph. */
  static final String GRAPH_INPUT = "graph-input";

  /** Each lasts {@link DecisionTiming#LEFT_ALONE_MS}, longer than most decisions. */
  private static final int TRIALS_LEFT_ALONE = 20;

  private final Respondent asked;
  private final Network network;
  private final Optional<Dataset> test;
  private final long seed;
  private final boolean quick;
  private final DecisionTiming timing;
  private final Schooling schooling;
  private final Map<String, Synapses> wiring = new LinkedHashMap<>();
  private final Set<String> added;
  private Optional<Probing> probing = Optional.empty();

  /**
   * A subject of which nobody knows how it learnt.
   *
   * @param test images that were not learnt from
   * @param quick smaller samples
   */
  public Subject(Network network, Dataset test, long seed, boolean quick) {
    this(
        network,
        test,
        seed,
        quick,
        new Schooling.Untaught("because nothing is known of how it learnt"));
  }

  /**
   * A subject.
   *
   * @param test images that were not learnt from
   * @param quick smaller samples
   * @param schooling how it learnt
   */
  public Subject(Network network, Dataset test, long seed, boolean quick, Schooling schooling) {
    this(new Respondent.Described(network), Optional.of(test), seed, quick, schooling);
  }

  private Subject(
      Respondent asked, Optional<Dataset> test, long seed, boolean quick, Schooling schooling) {
    this(asked, test, seed, quick, schooling, DecisionTiming.of(asked.network()), Set.of());
  }

  private Subject(
      Respondent asked,
      Optional<Dataset> test,
      long seed,
      boolean quick,
      Schooling schooling,
      DecisionTiming timing,
      Set<String> added) {
    this.asked = asked;
    this.schooling = schooling;
    this.network = asked.network();
    this.test = test;
    this.seed = seed;
    this.quick = quick;
    this.timing = timing;
    this.added = added;
  }

  /** Whoever it is, asked about images. */
  public static Subject of(
      Respondent asked, Dataset test, long seed, boolean quick, Schooling schooling) {
    return new Subject(asked, Optional.of(test), seed, quick, schooling);
  }

  /** A network that is asked nothing. */
  public static Subject leftAlone(Network network, long seed, boolean quick) {
    return leftAlone(new Respondent.Described(network), seed, quick);
  }

  /** Whoever it is, asked nothing. */
  public static Subject leftAlone(Respondent asked, long seed, boolean quick) {
    return new Subject(
        asked,
        Optional.empty(),
        seed,
        quick,
        new Schooling.Untaught("because it decides nothing that it could learn here"));
  }

  /** How the network can be asked something from outside, or why it cannot be; found out once. */
  Probing probing() {
    if (probing.isEmpty()) {
      probing = Optional.of(Question.of(network, seed, quick));
    }
    return probing.get();
  }

  /** The same network asked from outside; what was added to it for that is not measured. */
  Subject asked(Probing.Asked question) {
    return new Subject(
        new Respondent.Described(question.network()),
        Optional.of(question.stimuli()),
        seed,
        quick,
        schooling,
        question.timing(),
        question.added());
  }

  /** Its description; of a graph that only runs its outline, which has no projections. */
  public Network network() {
    return network;
  }

  /** Who is asked. */
  public Respondent respondent() {
    return asked;
  }

  /** Whether there are images that it is asked about. */
  public boolean decides() {
    return test.isPresent() && network.decision().isPresent();
  }

  /**
   * The images it is asked about.
   *
   * @throws IllegalStateException where it decides nothing
   */
  public Dataset test() {
    return test.orElseThrow(() ->
        new IllegalStateException("network '" + network.name() + "' is asked about no images"));
  }

  /** What it was watched in, as a noun: test images, or stretches of time or trials left alone. */
  public String episodes() {
    if (decides()) {
      return "test images";
    }
    return spikes()
        ? "stretches of " + timing.windowMs() + " ms in which it was left alone"
        : "trials in which it was left alone with random inputs";
  }

  /** How many of them there are, if so many are wanted. */
  public int episodes(int wanted) {
    return Math.min(wanted, test.map(Dataset::size).orElse(TRIALS_LEFT_ALONE));
  }

  public long seed() {
    return seed;
  }

  public Schooling schooling() {
    return schooling;
  }

  /** Whether samples are smaller than they are in a thorough run. */
  public boolean quick() {
    return quick;
  }

  public DecisionTiming timing() {
    return timing;
  }

  /** {@code thorough}, or a third of it (at least one) in a quick run. */
  public int sample(int thorough) {
    return quick ? Math.max(1, thorough / 3) : thorough;
  }

  /** At most so many of the test images. */
  public Dataset images(int thorough) {
    return test().first(sample(thorough));
  }

  public Classifier classifier() {
    return Classifier.open(asked, timing, seed);
  }

  public Responder responder() {
    return Responder.open(asked, timing, seed);
  }

  /** The synapses of a projection. */
  public Synapses synapses(Projection projection) {
    return wiring.computeIfAbsent(projection.name(), _ -> Wiring.of(network, projection));
  }

  /** Populations of its own whose neurons sum up what they receive. */
  public List<Population> summing() {
    return network.populations().values().stream()
        .filter(Subject::sumsUp)
        .filter(p -> !added.contains(p.name()))
        .toList();
  }

  private static boolean sumsUp(Population p) {
    return p.model().takesSynapses() || isUnit(p);
  }

  /** Whether its elements stand for the neurons of a graph that only runs. */
  private static boolean isUnit(Population p) {
    return p.model().family() == NeuronModel.Family.VALUE && !p.neuron().equals(GRAPH_INPUT);
  }

  /** Populations between the input and those that only the decision reads. */
  public List<Population> hidden() {
    Set<String> answers = new HashSet<>();
    switch (network.decision().orElse(null)) {
      case Decision.LargestValue(String name) -> answers.add(name);
      case Decision.MostSpikes(String name) -> answers.add(name);
      case Decision.Votes _, Decision.LargestGoodness _ -> {
        // what is read there are the hidden populations themselves
      }
      case null -> {
        // nothing is read
      }
    }
    List<Population> hidden = new ArrayList<>(summing());
    hidden.removeIf(p -> answers.contains(p.name()));
    return hidden;
  }

  /** Whether any neuron speaks in spikes. */
  public boolean spikes() {
    return network.populations().values().stream()
        .map(p -> p.model().family())
        .anyMatch(f -> f != NeuronModel.Family.RATE && f != NeuronModel.Family.VALUE);
  }

  /**
   * Whether it lives in time without spikes: its neurons send numbers and follow equations of their
   * own.
   */
  boolean graded() {
    return !spikes() && summing().stream().anyMatch(p -> p.model().equations().isPresent());
  }

  /** Whether it states no decision of its own, and is asked through what was added to it. */
  boolean fromOutside() {
    return !added.isEmpty();
  }

  /** It, or it asked from outside where it states no decision; empty where neither can be asked. */
  Optional<Subject> answering() {
    if (decides()) {
      return Optional.of(this);
    }
    return probing() instanceof Probing.Asked question
        ? Optional.of(asked(question))
        : Optional.empty();
  }

  /** Why a network of rate neurons has no single pass to measure; empty where it has. */
  Optional<Measurement> noPass() {
    if (network.projections().values().stream().anyMatch(p -> p.passes() > 0)) {
      return Optional.of(
          new Measurement.NotDefined(
              "because it takes several passes for an answer, in which neurons hear what others"
                  + " sent in passes before"));
    }
    List<String> names = List.copyOf(network.populations().keySet());
    Cycles.Edges edges = new Cycles.Edges(names.size());
    network
        .projections()
        .values()
        .forEach(p -> edges.add(names.indexOf(p.from()), names.indexOf(p.to())));
    return Cycles.neuronsOnCycles(edges) == 0
        ? Optional.empty()
        : Optional.of(
            new Measurement.NotDefined(
                "because its rate neurons act on each other in circles: it settles step by step and"
                    + " not in one pass"));
  }

  /** The right label, shown to networks that compare labels; empty for others. */
  public Optional<Integer> labelFor(int image) {
    return Ports.ifDeciding(network).flatMap(Ports::labels).map(_ -> test().labels()[image]);
  }

  /**
   * Activities of all populations for the first images, each shown with its right label where the
   * network takes labels; for so many trials left alone where it decides nothing.
   */
  public Activities activities(Responder responder, int images) {
    List<String> all = List.copyOf(network.populations().keySet());
    if (!decides()) {
      return responder.leftAlone(episodes(images), all, seed, 0);
    }
    float[][] shown = test().first(images).images();
    if (Ports.of(network).labels().isEmpty()) {
      return responder.activities(shown, Optional.empty(), all, 0);
    }
    List<Activities> runs = new ArrayList<>();
    for (int i = 0; i < shown.length; i++) {
      float[][] one = {shown[i]};
      runs.add(responder.activities(one, labelFor(i), all, i));
    }
    return Activities.stacked(runs);
  }
}
