package org.hillock.lab.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.LearningRule;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.UsageException;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.hillock.lab.convert.SpikingTwin;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.decide.Respondent;
import org.hillock.lab.learning.Lesson;
import org.hillock.lab.stdp.SpikeTiming;

/** Who takes part in a comparison. */
final class Contestants {

  private static final String BACKPROPAGATION = "backpropagation";
  private static final String FORWARD_FORWARD = "forward-forward";
  static final String BRAIN_LIKE = "brain-like";
  private static final String TWIN = "-spiking-twin";
  private static final int CALIBRATION_IMAGES = 1000;

  /** More would not tell apart what answers alike. */
  private static final int LABELLED_UNTRAINED = 500;

  private static final double LOGISTIC_RATE = 0.02;

  private Contestants() {}

  /**
   * The built-in ones: two ways to learn, the spiking twin of the first, and where the images are
   * of the size that it is made for, the brain-like network.
   */
  static List<Contestant> builtIn(Plan plan) {
    List<Contestant> all = new ArrayList<>(deepAndTwin(plan));
    if (plan.brainLikeNeurons() > 0) {
      all.add(
          Contestant.taught(
              BRAIN_LIKE,
              "spiking, learnt without labels",
              "Excitatory cells that learn by spike timing alone and compete: each wakes an inhibitory"
                  + " cell that silences the others, and is harder to fire the more it fires. No label"
                  + " is shown while it learns; afterwards each cell gets the label of the images that"
                  + " it fires for most, and the answer is the label whose cells fire most.",
              (split, seed) ->
                  lesson(
                      brainLike(split, plan, seed),
                      BrainLikeNetwork.RULE,
                      split,
                      new TrainingOptions(seed, BrainLikeNetwork.training()))));
    }
    return all;
  }

  static Network brainLike(Split split, Plan plan, long seed) {
    return BrainLikeNetwork.of(
        split.train().shape(), plan.brainLikeNeurons(), split.train().classes(), seed);
  }

  /** The brain-like network without having learnt: labels alone, on weights drawn by chance. */
  static Network untrainedBrainLike(Split split, Plan plan, long seed, Progress progress) {
    return SpikeTiming.labelled(
        brainLike(split, plan, seed), split.train().first(LABELLED_UNTRAINED), seed, progress);
  }

  private static List<Contestant> deepAndTwin(Plan plan) {
    return List.of(
        Contestant.taught(
            BACKPROPAGATION,
            "deep, error sent backward",
            "A multilayer perceptron of ReLU neurons trained by backpropagation: the error of the"
                + " answer is sent backward through every layer.",
            (split, seed) ->
                lesson(
                    BuiltInNetworks.perceptron(
                        split.train().shape(), plan.hidden(), split.train().classes(), seed),
                    BACKPROPAGATION,
                    split,
                    plan.training(seed, plan.backpropagationEpochs()))),
        Contestant.taught(
            FORWARD_FORWARD,
            "deep, learnt locally",
            "Hidden layers of the same shape trained by Forward-Forward: each layer learns for itself"
                + " to answer strongly to an image with its right label and weakly to one with a wrong"
                + " label; nothing is sent backward.",
            (split, seed) ->
                lesson(
                    BuiltInNetworks.forwardForward(
                        split.train().shape(), plan.hidden(), split.train().classes(), seed),
                    FORWARD_FORWARD,
                    split,
                    plan.training(seed, plan.forwardForwardEpochs()))),
        Contestant.untaught(
            "spiking-twin",
            "spiking, converted",
            "The backpropagation network with every ReLU neuron replaced by a spiking one: a perfect"
                + " integrator with the same synapses, weights normalised on the training images, each"
                + " synapse with a delay of 1 ms.",
            (split, seed, ready, _) -> twin(split, seed, ready),
            "because it does not learn: its weights are those of the network that it is the twin"
                + " of"));
  }

  private static Network twin(Split split, long seed, Map<String, Network> ready) {
    Network trained = ready.get(BACKPROPAGATION);
    if (trained == null) {
      throw new IllegalStateException("the twin comes after the network it is made of");
    }
    return twin(split, seed, trained).withName("spiking-twin");
  }

  private static Network twin(Split split, long seed, Network trained) {
    return SpikingTwin.of(trained, split.train().first(CALIBRATION_IMAGES).images(), seed);
  }

  /**
   * The user's own networks, each trained first if it states a learning rule and never was, and
   * behind each that has one its spiking twin.
   */
  static List<Contestant> own(List<Respondent> asked, Optional<Dataset> sample) {
    List<Contestant> contestants = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Respondent one : asked) {
      Network network = one.network();
      if (network.decision().isPresent()) {
        Classifier.checkFits(
            network,
            sample.orElseThrow(() ->
                new UsageException(
                    "decision",
                    "network '"
                        + network.name()
                        + "' decides something; say what it is asked about")));
      }
      String name = network.name();
      for (int copy = 2; !taken.add(name); copy++) {
        name = network.name() + " (" + copy + ")";
      }
      if (one instanceof Respondent.AsItStands graph) {
        contestants.add(AsTheyStand.contestant(name, graph));
        continue;
      }
      contestants.add(own(name, network));
      if (network.decision().isPresent()
          && SpikingTwin.refusal(network).isEmpty()
          && taken.add(name + TWIN)) {
        contestants.add(ownTwin(name));
      }
    }
    return contestants;
  }

  private static Contestant ownTwin(String original) {
    return Contestant.untaught(
        original + TWIN,
        "spiking, converted",
        "The network '"
            + original
            + "' with every neuron replaced by a spiking one that adds up and forgets nothing; the"
            + " largest of several values is taken by neurons with a dendrite for each. Weights are"
            + " normalised on the training images, each synapse has a delay of 1 ms.",
        (split, seed, ready, _) ->
            twin(split, seed, Objects.requireNonNull(ready.get(original)))
                .withName(original + TWIN),
        "because it does not learn: its weights are those of the network that it is the twin of");
  }

  private static Contestant own(String name, Network network) {
    boolean spikes =
        network.populations().values().stream()
            .anyMatch(p -> p.model().family() != NeuronModel.Family.RATE);
    String kind = spikes ? "spiking" : "deep";
    String description = network.provenance().description();
    if (network.decision().isEmpty()) {
      return Contestant.untaught(
          name,
          kind + ", as given",
          (description.isBlank() ? "" : description + ". ")
              + "It decides nothing: it is watched while it is left alone, and asked from outside which"
              + " stimulus it was given.",
          (_, _, _, _) -> network,
          "because it decides nothing that it could learn here");
    }
    Optional<LearningRule> rule = untrainedRule(network);
    if (rule.isEmpty()) {
      return Contestant.untaught(
          name,
          kind + ", as given",
          (description.isBlank() ? "" : description + ". ")
              + "Taken with the weights that it came with, the same in every split; if it has learnt"
              + " from this data before, it may know the test images."
              + twinless(network),
          (_, _, _, _) -> network,
          "because it does not learn here: it is taken with the weights that it came with");
    }
    return Contestant.taught(
        name,
        kind + ", trained by " + rule.get().name(),
        (description.isBlank() ? "Trained anew for each split." : description + ".")
            + twinless(network),
        (split, seed) ->
            lesson(
                network, rule.get().name(), split, new TrainingOptions(seed, rule.get().params())));
  }

  /** Why a network of numbers stands here without a spiking twin. */
  private static String twinless(Network network) {
    boolean numbers =
        network.populations().values().stream()
            .allMatch(p -> p.model().family() == NeuronModel.Family.RATE);
    return numbers
        ? SpikingTwin.refusal(network)
            .map(why -> " It has no spiking twin: " + why + ".")
            .orElse("")
        : "";
  }

  /** The learning rule that a network states and has not been trained by. */
  private static Optional<LearningRule> untrainedRule(Network network) {
    if (network.provenance().history().stream().anyMatch(h -> h.startsWith("trained by"))) {
      return Optional.empty();
    }
    List<LearningRule> rules =
        network.projections().values().stream()
            .map(Projection::learning)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (rules.size() > 1) {
      throw new UsageException(
          "projections",
          "network '"
              + network.name()
              + "' states "
              + rules.size()
              + " different learning rules or settings; a comparison trains by one");
    }
    return rules.stream().findFirst();
  }

  /**
   * Logistic regression, the plainest network, as a baseline. One layer converges at larger steps
   * than several do; with theirs it would stop half-way and flatter them.
   */
  static Network logisticRegression(Split split, Plan plan, long seed, Progress progress) {
    return lesson(
            BuiltInNetworks.logisticRegression(
                split.train().shape(), split.train().classes(), seed),
            BACKPROPAGATION,
            split,
            plan.training(seed, plan.logisticEpochs()).with("learning_rate", LOGISTIC_RATE))
        .learnt(progress);
  }

  static Lesson lesson(Network network, String rule, Split split, TrainingOptions options) {
    return new Lesson(network, Trainers.named(rule), options, split.train());
  }
}
