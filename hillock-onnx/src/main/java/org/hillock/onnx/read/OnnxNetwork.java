package org.hillock.onnx.read;

import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.onnx.graph.OnnxFile;

/**
 * An ONNX graph as a network, or why it cannot be one.
 *
 * @param file where it was read from
 * @param network empty where something could not be represented
 * @param losses what could not be represented, in the graph's order
 * @param inputs of the graph, with the populations that take them
 * @param outputs of the graph, with the populations that give them
 */
public record OnnxNetwork(
    String file,
    Optional<Network> network,
    List<Unread> losses,
    List<Port> inputs,
    List<Port> outputs) {

  private static final int MOST_TOLD = 12;

  public OnnxNetwork {
    losses = List.copyOf(losses);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Reads a file's graph for inputs as they are. */
  public static OnnxNetwork of(OnnxFile file) {
    return of(file, ReadOptions.STANDARD);
  }

  /**
   * Reads a file's graph.
   *
   * @throws UsageException where its tensors cannot be read
   */
  public static OnnxNetwork of(OnnxFile file, ReadOptions options) {
    return new GraphReading(file, options).read();
  }

  /**
   * The network.
   *
   * @throws UsageException where there is none, with what could not be represented
   */
  public Network require() {
    return network.orElseThrow(() -> new UsageException(file, told()));
  }

  private String told() {
    StringBuilder text =
        new StringBuilder("cannot be read into a network, because of ")
            .append(losses.size() == 1 ? "one node" : losses.size() + " nodes")
            .append(" of its graph:");
    losses.stream().limit(MOST_TOLD).forEach(loss -> text.append("\n  ").append(loss));
    if (losses.size() > MOST_TOLD) {
      text.append("\n  and ").append(losses.size() - MOST_TOLD).append(" more");
    }
    return text.append(
            "\nIt can be run as a graph all the same: hillock info, hillock run, hillock compare")
        .toString();
  }
}
