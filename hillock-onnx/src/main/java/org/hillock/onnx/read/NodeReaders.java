package org.hillock.onnx.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who reads which operator. */
final class NodeReaders {

  private static final Map<String, NodeReader> ALL = all();

  private NodeReaders() {}

  static Optional<NodeReader> of(String domain, String operator) {
    return switch (domain) {
      case "", "ai.onnx", "com.microsoft" -> Optional.ofNullable(ALL.get(operator));
      default -> Optional.empty();
    };
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
    return Map.copyOf(readers);
  }
}
