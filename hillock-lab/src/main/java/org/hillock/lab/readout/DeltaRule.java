package org.hillock.lab.readout;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.training.Messages;
import org.hillock.core.training.TrainingOptions;

/**
 * The delta rule of Widrow and Hoff (1960, Adaptive switching circuits, IRE WESCON Convention
 * Record 4, 96-104; doi 10.21236/AD0241531): each neuron of the readout is told what it should have
 * been, 1 mV for the right answer and 0 mV for others, and changes a synapse by its own error times
 * what the source of the synapse left.
 */
public final class DeltaRule extends ReadoutTrainer {

  private static final double RIGHT_MV = 1;

  /** Service constructor. */
  public DeltaRule() {}

  @Override
  public String name() {
    return "delta";
  }

  @Override
  public String meaning() {
    return "Each neuron of a readout follows its own error; the network that it reads stays as it"
        + " is (Widrow and Hoff 1960, doi 10.21236/AD0241531)";
  }

  @Override
  public List<ParameterSpec> settings() {
    return settings(40, 0.6);
  }

  @Override
  Teacher teacher(TrainingOptions options, int classes) {
    return (sums, label, image, epoch) -> {
      double[] errors = new double[sums.length];
      double loss = 0;
      for (int n = 0; n < errors.length; n++) {
        errors[n] = (n == label ? RIGHT_MV : 0) - sums[n];
        loss += errors[n] * errors[n];
      }
      return new Teacher.Told(errors, loss / errors.length);
    };
  }

  @Override
  public Optional<Messages> messages(Network network) {
    requireAccepts(network);
    return Optional.of(
        new Messages(
            "each neuron of the readout is told whether it is the right one",
            1,
            Readout.of(network).population().size()));
  }
}
