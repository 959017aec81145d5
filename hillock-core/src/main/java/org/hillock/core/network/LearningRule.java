package org.hillock.core.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.quantity.Quantity;

/**
 * How the weights of a projection change.
 *
 * @param name of a {@link org.hillock.core.training.Trainer}, such as {@code backpropagation}
 * @param params its parameters
 */
public record LearningRule(String name, Map<String, Quantity> params) {
  public LearningRule {
    params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }
}
