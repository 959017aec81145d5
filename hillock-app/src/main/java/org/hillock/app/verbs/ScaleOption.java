package org.hillock.app.verbs;

import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.scaling.NetworkScaling;
import picocli.CommandLine.Option;

/** A smaller copy of a network: an option that {@code run} and {@code bench} share. */
final class ScaleOption {

  private static final String SCALE = "--scale";

  @Option(
      names = SCALE,
      paramLabel = "S",
      description =
          "runs a smaller copy: neurons and inputs times S, above 0 and at most 1, weights and drive"
              + " made up for; standard: 1")
  private double scale = 1;

  /**
   * The network at the scale.
   *
   * @throws UsageException where it is out of range, or the network cannot be scaled
   */
  Network scaled(Network network) {
    try {
      return NetworkScaling.scaled(network, scale);
    } catch (UsageException e) {
      throw new UsageException(
          e.path().equals("scale") ? "--" + e.getMessage() : SCALE + ": " + e.getMessage());
    }
  }

  double scale() {
    return scale;
  }

  /** The words of a command line that say the same. */
  List<String> words() {
    return scale == 1 ? List.of() : List.of(SCALE, Quantity.text(scale));
  }
}
