package org.hillock.onnx.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, by domain and operator. */
final class ShapeRules {

  private static final Map<String, ShapeRule> STANDARD = standard();
  private static final Map<String, ShapeRule> MICROSOFT = microsoft();

  private ShapeRules() {}

  static Optional<ShapeRule> of(String domain, String operator) {
    return switch (domain) {
      case "", "ai.onnx" -> Optional.ofNullable(STANDARD.get(operator));
      case "com.microsoft" ->
          Optional.ofNullable(MICROSOFT.get(operator))
              .or(() -> Optional.ofNullable(STANDARD.get(operator)));
      default -> Optional.empty();
    };
  }

  private static Map<String, ShapeRule> standard() {
    Map<String, ShapeRule> rules = new HashMap<>();
    ElementwiseRules.addTo(rules);
    ProductRules.addTo(rules);
    WindowRules.addTo(rules);
    LayoutRules.addTo(rules);
    CuttingRules.addTo(rules);
    IndexRules.addTo(rules);
    ReductionRules.addTo(rules);
    RecurrentRules.addTo(rules);
    AttentionRules.addTo(rules);
    rules.put("Constant", n -> List.of(ConstantTensors.ofNode(n.attributes())));
    return Map.copyOf(rules);
  }

  private static Map<String, ShapeRule> microsoft() {
    Map<String, ShapeRule> rules = new HashMap<>();
    MicrosoftRules.addTo(rules);
    return Map.copyOf(rules);
  }
}
