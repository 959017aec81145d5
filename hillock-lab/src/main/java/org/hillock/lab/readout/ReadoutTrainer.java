package org.hillock.lab.readout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.ParameterSpec.Range;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.TrainingOptions;
import org.hillock.core.training.WatchedTrainer;
import org.hillock.core.training.Witness;
import org.hillock.lab.decide.Classifier;

/**
 * A rule that trains the readout of a network and leaves all else as it is. Each image is shown
 * once; then the synapses and biases of the readout are changed image by image.
 */
abstract class ReadoutTrainer implements WatchedTrainer {

  private static final double SHOWN = 0.7;
  private static final Witness NOBODY = (population, neuron, what) -> {};

  /** The teacher of one training. */
  abstract Teacher teacher(TrainingOptions options, int classes);

  /** The settings that all these rules have. */
  static List<ParameterSpec> settings(double epochs, double rate, ParameterSpec... more) {
    List<ParameterSpec> all = new ArrayList<>();
    all.add(spec("epochs", epochs, "passes over what the images left"));
    all.add(
        spec(
            "learning_rate",
            rate,
            "step size at the start, divided by the number of sources; falls along half a cosine to"
                + " 0"));
    all.add(spec("together", 1, "images after which the changes are made, all at once"));
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  static ParameterSpec spec(String name, double standard, String meaning) {
    return new ParameterSpec(name, Quantity.of(standard), Range.POSITIVE, meaning);
  }

  @Override
  public Optional<String> refuses(Network network) {
    return Readout.refusal(network);
  }

  /** All changes are made after the last image. */
  @Override
  public TrainingOptions oneUpdate(long seed, int images) {
    return WatchedTrainer.super.oneUpdate(seed, images).with("together", images);
  }

  @Override
  public Trained train(Network network, Dataset data, TrainingOptions options, Progress progress) {
    return train(network, data, options, progress, NOBODY);
  }

  @Override
  public Trained train(
      Network network, Dataset data, TrainingOptions options, Progress progress, Witness witness) {
    requireAccepts(network);
    options.check(this);
    int epochs = whole(options, "epochs");
    int together = whole(options, "together");
    Classifier.checkFits(network, data);
    Readout readout = Readout.of(network);
    StreamTraces traces =
        StreamTraces.of(readout, data, options.seed(), progress.part(0, SHOWN, ""), witness);
    if (traces.rows().length < data.size()) {
      return new Trained(network, List.of(), true);
    }
    double[] constants = readout.biases();
    for (int n = 0; n < constants.length; n++) {
      constants[n] *= readout.biasLeft();
    }
    Learner learner =
        new Learner(traces, options.get(this, "learning_rate"), readout.weights(), constants);
    String answering = readout.population().name();
    List<Double> losses =
        new Passes(epochs, together, options.seed())
            .run(
                learner,
                data.labels(),
                teacher(options, readout.population().size()),
                sums -> {
                  for (int n = 0; n < sums.length; n++) {
                    witness.saw(answering, n, sums[n]);
                  }
                },
                progress.part(SHOWN, 1, ""));
    double[] biases = learner.constants();
    for (int n = 0; n < biases.length; n++) {
      biases[n] /= readout.biasLeft();
    }
    Network learnt = readout.with(learner.weights(), biases);
    String event =
        "trained by %s, seed %d, %d %s on %s"
            .formatted(
                name(),
                options.seed(),
                losses.size(),
                losses.size() == 1 ? "epoch" : "epochs",
                data.name());
    return new Trained(
        learnt.withProvenance(learnt.provenance().then(event)), losses, losses.size() < epochs);
  }

  private int whole(TrainingOptions options, String name) {
    double value = options.get(this, name);
    if (value != Math.rint(value) || value < 1 || value > Integer.MAX_VALUE) {
      throw new UsageException(
          name() + "." + name, Quantity.text(value) + " is not a whole number of 1 or more");
    }
    return (int) value;
  }
}
