package org.hillock.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.hillock.core.network.Network;
import org.hillock.deep.PlainForward;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.runtime.Executable;
import org.hillock.onnx.runtime.GraphValue;

/** Runs a graph in ONNX Runtime and the network that it is read into, and compares. */
final class BothWays {

  /** Single precision against double, over sums of some hundred terms. */
  static final double NEAR = 1e-5;

  private BothWays() {}

  /** Checks that both give the same for inputs drawn from -1..1. */
  static Network check(OnnxFile file) {
    OnnxNetwork read = OnnxNetwork.of(file);
    assertThat(read.losses()).isEmpty();
    Network network = read.require();
    SplittableRandom random = new SplittableRandom(3);
    PlainForward plain = new PlainForward(network);
    try (Executable graph = Executable.plain(file, Map.of(), 1)) {
      for (int trial = 0; trial < 3; trial++) {
        Map<String, GraphValue> fed = new HashMap<>();
        Map<String, double[]> shown = new HashMap<>();
        for (Port port : read.inputs()) {
          double[] elements = new double[port.neurons().size()];
          Arrays.setAll(elements, i -> (float) (2 * random.nextDouble() - 1));
          fed.put(port.value(), GraphValue.of(tensor(port, elements)));
          shown.put(port.population(), port.toNeurons(elements));
        }
        compare(read, graph.run(fed, outputs(read)), plain.pass(shown).values(), trial);
      }
    }
    return network;
  }

  private static List<String> outputs(OnnxNetwork read) {
    List<String> all = new ArrayList<>();
    read.outputs().forEach(port -> all.add(port.value()));
    return all;
  }

  static TensorData tensor(Port port, double[] elements) {
    float[] values = new float[elements.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) elements[i];
    }
    return TensorData.of(port.dims().stream().map(Integer::longValue).toList(), values);
  }

  private static void compare(
      OnnxNetwork read, Map<String, GraphValue> given, Map<String, double[]> values, int trial) {
    for (Port port : read.outputs()) {
      GraphValue value = Objects.requireNonNull(given.get(port.value()));
      assertThat(value).isInstanceOf(GraphValue.Tensor.class);
      double[] expected = ((GraphValue.Tensor) value).data().numbers();
      double[] found = port.toElements(Objects.requireNonNull(values.get(port.population())));
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.length; i++) {
        assertThat(Math.abs(found[i] - expected[i]))
            .as(
                "output '%s', element %d, trial %d: %s, not %s",
                port.value(), i, trial, found[i], expected[i])
            .isLessThan(NEAR * Math.max(1, Math.abs(expected[i])));
      }
    }
  }
}
