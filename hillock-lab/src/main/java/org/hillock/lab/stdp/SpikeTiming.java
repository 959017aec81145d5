package org.hillock.lab.stdp;

import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.ParameterSpec.Range;
import org.hillock.core.network.Ports;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.core.training.Messages;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.training.WatchedTrainer;
import org.hillock.core.training.Witness;
import org.hillock.lab.decide.Classifier;

/**
 * Learning by spike timing, without labels: images are shown one after the other, and synapses
 * change as their own rules say ({@link org.hillock.core.network.Plasticity}). When all is learnt,
 * the neurons that vote are labelled by the class that they answer to most (Diehl and Cook 2015,
 * doi 10.3389/fncom.2015.00099).
 *
 * <p>An image is there for the window of {@link Decision.Votes}; then comes a rest. One that brings
 * too few spikes is shown again at once, stronger. The network comes back with its weights and
 * thresholds listed, its modulator {@code learning} at 0 and its neurons labelled. Every {@value
 * Course#IMAGES} images the potentials begin anew from rest, so that a training can go on from
 * there.
 */
public final class SpikeTiming implements WatchedTrainer {

  /** Service constructor. */
  public SpikeTiming() {}

  @Override
  public String name() {
    return "stdp";
  }

  @Override
  public String meaning() {
    return "Shows images to a network whose synapses change by spike timing, and labels its neurons"
        + " afterwards (Diehl and Cook 2015, doi 10.3389/fncom.2015.00099)";
  }

  @Override
  public List<ParameterSpec> settings() {
    return List.of(
        spec("epochs", Quantity.of(1), Range.POSITIVE, "passes over the images"),
        spec(
            "rest", Quantity.of(150, "ms"), Range.NOT_NEGATIVE, "time without an image after each"),
        spec(
            "enough",
            Quantity.of(5),
            Range.NOT_NEGATIVE,
            "spikes of the voters; with fewer an image is shown again, stronger"),
        spec("stronger", Quantity.of(0.5), Range.NOT_NEGATIVE, "by which share, each time"),
        spec(
            "at_end",
            Quantity.of(1),
            Range.POSITIVE,
            "level of the modulator 'learning' at the end; from 1 it falls by one factor with each"
                + " image"),
        spec("most", Quantity.of(10), Range.POSITIVE, "times that an image is shown"),
        spec(
            "label_images",
            Quantity.of(10_000),
            Range.POSITIVE,
            "images learnt from, or fewer, by which neurons are labelled afterwards"));
  }

  private static ParameterSpec spec(String name, Quantity standard, Range range, String meaning) {
    return new ParameterSpec(name, standard, range, meaning);
  }

  @Override
  public boolean resumes() {
    return true;
  }

  @Override
  public Optional<String> refuses(Network network) {
    if (!(network.decision().orElse(null) instanceof Decision.Votes)) {
      return Optional.of(
          "it does not decide by votes of its neurons, such as 'decision: {votes: {of: exc, classes:"
              + " 10, window: 350 ms, step: 0.5 ms}}'");
    }
    if (network.projections().values().stream().allMatch(p -> p.plasticity().isEmpty())) {
      return Optional.of(
          "none of its projections states 'plasticity', so no synapse changes by what neurons do");
    }
    return Optional.empty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.hillock.core.problem.FailureException where weights run away
   */
  @Override
  public Trained train(Network network, Dataset data, TrainingOptions options, Progress progress) {
    return train(network, data, options, progress, Optional.empty());
  }

  @Override
  public Trained train(
      Network network, Dataset data, TrainingOptions options, Progress progress, Witness witness) {
    return train(network, data, options, progress, Optional.of(witness));
  }

  private Trained train(
      Network network,
      Dataset data,
      TrainingOptions options,
      Progress progress,
      Optional<Witness> witness) {
    options.check(this);
    requireAccepts(network);
    Classifier.checkFits(network, data);
    Decision.Votes votes = (Decision.Votes) Ports.of(network).decision();
    Watching.Manner manner =
        new Watching.Manner(
            votes.step().in(Unit.MS),
            votes.window().in(Unit.MS),
            options.get(this, "rest"),
            count(options, "enough", 0),
            options.get(this, "stronger"),
            count(options, "most", 1));
    int epochs = count(options, "epochs", 1);
    int labelled = Math.min(data.size(), count(options, "label_images", 1));
    double shown = (double) epochs * data.size();
    // when labelling, images are there without a rest
    double learning = shown / (shown + labelled * manner.windowMs() / whole(manner));
    Course course =
        new Course(network, votes, data, manner, atEnd(network, options), options, witness);
    Course.End end = course.run(epochs, progress.part(0, learning, ""));
    Network frozen = SlowStates.learning(end.network(), false);
    List<Integer> labels =
        Labelling.of(
            frozen,
            votes,
            data.first(end.stopped() ? Math.min(labelled, Labelling.FEW) : labelled),
            options.seed(),
            progress.part(learning, 1, "labelling"));
    String event =
        "trained by %s, seed %d, %d %s on %s"
            .formatted(
                name(),
                options.seed(),
                end.errors().size(),
                end.errors().size() == 1 ? "epoch" : "epochs",
                data.name());
    Network learnt =
        frozen
            .withDecision(votes.withLabels(labels))
            .withProvenance(frozen.provenance().then(event));
    return new Trained(learnt, end.errors(), end.stopped());
  }

  /** Neurons are labelled by as few images as may be: labels change no synapse. */
  @Override
  public TrainingOptions oneUpdate(long seed, int images) {
    return WatchedTrainer.super.oneUpdate(seed, images).with("label_images", 1);
  }

  /** Neurons that vote are labelled anew by these images. */
  @Override
  public Network labelled(Network learnt, Dataset data, TrainingOptions options) {
    return labelled(learnt, data, options.seed(), Progress.NONE);
  }

  /** All that a synapse hears of are the spikes of its own two neurons. */
  @Override
  public Optional<Messages> messages(Network network) {
    requireAccepts(network);
    return Optional.of(Messages.NONE);
  }

  /**
   * A network as it is, nothing learnt, its neurons labelled by the class that they answer to most.
   *
   * @param network that decides by {@link Decision.Votes}
   */
  public static Network labelled(Network network, Dataset data, long seed, Progress progress) {
    Network frozen = SlowStates.learning(network, false);
    Decision.Votes votes = (Decision.Votes) Ports.of(network).decision();
    return frozen.withDecision(votes.withLabels(Labelling.of(frozen, votes, data, seed, progress)));
  }

  private static double whole(Watching.Manner manner) {
    return manner.windowMs() + manner.restMs();
  }

  private double atEnd(Network network, TrainingOptions options) {
    double level = options.get(this, "at_end");
    if (level > 1) {
      throw new UsageException(name() + ".at_end", Quantity.text(level) + " is not <= 1");
    }
    if (level < 1 && !network.modulators().containsKey(SlowStates.LEARNING)) {
      throw new UsageException(
          name() + ".at_end",
          "network '"
              + network.name()
              + "' has no modulator '"
              + SlowStates.LEARNING
              + "' whose level could fall");
    }
    return level;
  }

  private int count(TrainingOptions options, String setting, int least) {
    double value = options.get(this, setting);
    if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
      throw new UsageException(
          name() + "." + setting,
          Quantity.text(value) + " is not a whole number of " + least + " or more");
    }
    return (int) value;
  }
}
