package org.hillock.onnx.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who reads which operator. */
final class NodeReaders {

  private static final Map<String, NodeReader> ALL = all();

  private static final Set<String> KEEPING =
      Set.of(
          "RNN",
          "GRU",
          "LSTM",
          "Identity",
          "Dropout",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Transpose",
          "Slice",
          "Gather",
          "Split");

  private NodeReaders() {}

  static Optional<NodeReader> of(String domain, String operator) {
    return switch (domain) {
      case "", "ai.onnx", "com.microsoft" -> Optional.ofNullable(ALL.get(operator));
      default -> Optional.empty();
    };
  }

  /** Whether an operator goes with sequences as they are: it moves them, or hears them. */
  static boolean keepsSteps(String operator) {
    return KEEPING.contains(operator);
  }

  private static Map<String, NodeReader> all() {
    Map<String, NodeReader> readers = new HashMap<>();
    ConvolutionReading.addTo(readers);
    ProductReading.addTo(readers);
    ArithmeticReading.addTo(readers);
    ActivationReading.addTo(readers);
    NormalisationReading.addTo(readers);
    MovementReading.addTo(readers);
    ReductionReading.addTo(readers);
    RecurrentReading.addTo(readers);
    return Map.copyOf(readers);
  }
}
